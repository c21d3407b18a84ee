package miauth

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// raw sends text as it is and reads the answer.
func (s *stage) raw(text string) (*http.Response, string) {
	s.t.Helper()
	conn, err := net.DialTimeout("tcp", s.callback.host, time.Second)
	require.NoError(s.t, err)
	defer func() { _ = conn.Close() }()
	require.NoError(s.t, conn.SetDeadline(time.Now().Add(5*time.Second)))
	go func() { _, _ = io.WriteString(conn, text) }()
	resp, err := http.ReadResponse(bufio.NewReader(conn), nil)
	require.NoError(s.t, err)
	body, _ := io.ReadAll(resp.Body)
	_ = resp.Body.Close()
	return resp, string(body)
}

func TestStrayRequestsChangeNothing(t *testing.T) {
	s := newStage(t, nil)
	host, path, id := s.callback.host, s.callback.path, s.id
	_, port, err := net.SplitHostPort(host)
	require.NoError(t, err)
	request := func(method, target, host string) string {
		return fmt.Sprintf("%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n", method, target, host)
	}
	right := path + "?session=" + id
	for name, c := range map[string]struct {
		text string
		want int
	}{
		"another session":     {request("GET", path+"?session=11111111-1111-4111-8111-111111111111", host), 404},
		"no session":          {request("GET", path, host), 404},
		"an empty session":    {request("GET", path+"?session=", host), 404},
		"two sessions":        {request("GET", right+"&session="+id, host), 404},
		"half a session":      {request("GET", path+"?session="+id[:18], host), 404},
		"a longer session":    {request("GET", right+"0", host), 404},
		"a broken query":      {request("GET", right+"&%zz", host), 404},
		"in another case":     {request("GET", strings.ToLower(path)+"?session="+id, host), 404},
		"another path":        {request("GET", "/other?session="+id, host), 404},
		"the root":            {request("GET", "/?session="+id, host), 404},
		"a path below":        {request("GET", path+"/?session="+id, host), 404},
		"the icon":            {request("GET", "/favicon.ico", host), 404},
		"HEAD":                {request("HEAD", right, host), 404},
		"POST":                {request("POST", right, host), 404},
		"OPTIONS":             {request("OPTIONS", right, host), 404},
		"OPTIONS *":           {request("OPTIONS", "*", host), 404},
		"another name":        {request("GET", right, "localhost:"+port), 403},
		"a hostile name":      {request("GET", right, "thief.example"), 403},
		"a name without port": {request("GET", right, "127.0.0.1"), 403},
		"an absolute target":  {request("GET", "http://thief.example"+right, host), 403},
		"no name":             {"GET " + right + " HTTP/1.0\r\n\r\n", 403},
		"a huge header": {
			"GET " + right + " HTTP/1.1\r\nHost: " + host + "\r\nCookie: " + strings.Repeat("x", 64<<10) + "\r\n\r\n", 431,
		},
		"no HTTP": {"\x16\x03\x01\x02\x00\r\n\r\n", 400},
	} {
		t.Run(name, func(t *testing.T) {
			resp, body := s.raw(c.text)
			assert.Equal(t, c.want, resp.StatusCode)
			assert.NotContains(t, body, "Done")
			assert.NotContains(t, body+fmt.Sprint(resp.Header), id)
		})
	}
	select {
	case <-s.callback.came:
		t.Error("a stray request counted")
	default:
	}
	assert.Zero(t, s.checks())

	location := s.answer("accept")
	resp, _ := s.get(location)
	assert.Equal(t, http.StatusOK, resp.StatusCode)
	resp, _ = s.get(location)
	assert.Equal(t, http.StatusOK, resp.StatusCode, "a reload shows the page again")
	_, err = s.Wait(within(t, time.Minute), s.store)
	require.NoError(t, err)
}

func TestOtherParametersAreNoMatter(t *testing.T) {
	s := newStage(t, nil)
	resp, _ := s.get(s.callback.address() + "?x=1&session=" + url.QueryEscape(s.id))
	assert.Equal(t, http.StatusOK, resp.StatusCode)
}

func TestTheAnswerPage(t *testing.T) {
	s := newStage(t, func(o *Options) {
		o.Page = Page{Lang: `ja"><script>`, Title: "<script>alert(1)</script>", Sentence: "戻ってください & <b>"}
	})
	resp, body := s.get(s.answer("accept"))
	h := resp.Header
	assert.Equal(t, "text/html; charset=utf-8", h.Get("Content-Type"))
	assert.Equal(t, "no-store", h.Get("Cache-Control"))
	assert.Equal(t, "no-referrer", h.Get("Referrer-Policy"))
	assert.Equal(t, "nosniff", h.Get("X-Content-Type-Options"))
	assert.Equal(t, "DENY", h.Get("X-Frame-Options"))
	assert.Regexp(t, `^default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}';`, h.Get("Content-Security-Policy"))
	assert.NotContains(t, h.Get("Content-Security-Policy"), "unsafe")
	assert.Contains(t, body, "戻ってください &amp; &lt;b&gt;")
	assert.NotContains(t, body, "<script")
	assert.NotContains(t, body, "http")
	assert.Contains(t, body, "<style>"+style+"</style>", "the policy's hash is of this very text")
	assert.NotContains(t, body, s.id)
}

func TestThePortIsOnLoopbackAlone(t *testing.T) {
	s := newStage(t, nil)
	host, _, err := net.SplitHostPort(s.callback.host)
	require.NoError(t, err)
	assert.Equal(t, "127.0.0.1", host)
}
