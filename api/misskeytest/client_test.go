package misskeytest

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// answer is what a call gave.
type answer struct {
	Status int
	Header http.Header
	Raw    []byte
	Body   any
}

// object is the body as an object, or an empty one.
func (a answer) object() object {
	o, _ := a.Body.(object)
	return o
}

// list is the body as a list of objects.
func (a answer) list() []object {
	var all []object
	items, _ := a.Body.([]any)
	for _, item := range items {
		o, _ := item.(object)
		all = append(all, o)
	}
	return all
}

// ids are the ids of a list.
func (a answer) ids() []string {
	ids := []string{}
	for _, o := range a.list() {
		id, _ := o["id"].(string)
		ids = append(ids, id)
	}
	return ids
}

// code is the code of a refusal, "" for none.
func (a answer) code() string {
	e, _ := a.object()["error"].(object)
	code, _ := e["code"].(string)
	return code
}

// post calls an endpoint with a token, "" for none, and a body that is made
// JSON unless it is a string.
func post(t *testing.T, s *Server, token, endpoint string, body any) answer {
	t.Helper()
	text, raw := body.(string)
	if !raw {
		if o, ok := body.(object); body == nil || ok && o == nil {
			body = object{}
		}
		data, err := json.Marshal(body)
		require.NoError(t, err)
		text = string(data)
	}
	return send(t, http.MethodPost, s.URL+"/api/"+endpoint, token, "application/json", strings.NewReader(text))
}

// send makes a request.
func send(t *testing.T, method, url, token, media string, body io.Reader) answer {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, url, body)
	require.NoError(t, err)
	if media != "" {
		r.Header.Set("Content-Type", media)
	}
	if token != "" {
		r.Header.Set("Authorization", "Bearer "+token)
	}
	client := &http.Client{
		Transport:     &http.Transport{DisableKeepAlives: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	res, err := client.Do(r)
	require.NoError(t, err)
	defer res.Body.Close()
	data, err := io.ReadAll(res.Body)
	require.NoError(t, err)
	a := answer{Status: res.StatusCode, Header: res.Header, Raw: data}
	if strings.HasPrefix(res.Header.Get("Content-Type"), "application/json") {
		require.NoError(t, json.NewDecoder(bytes.NewReader(data)).Decode(&a.Body))
	}
	return a
}

func get(t *testing.T, url string) answer {
	t.Helper()
	return send(t, http.MethodGet, url, "", "", nil)
}

// wire is a socket under test.
type wire struct {
	t      *testing.T
	s      *Server
	conn   *websocket.Conn
	frames chan object
}

// dial opens a socket with a token in the header, "" for none.
func dial(t *testing.T, s *Server, token string) *wire {
	t.Helper()
	h := http.Header{}
	if token != "" {
		h.Set("Authorization", "Bearer "+token)
	}
	conn, res, err := websocket.Dial(t.Context(), s.URL+"/streaming", &websocket.DialOptions{HTTPHeader: h})
	require.NoError(t, err)
	if res.Body != nil {
		_ = res.Body.Close()
	}
	conn.SetReadLimit(1 << 24)
	w := &wire{t: t, s: s, conn: conn, frames: make(chan object, 4096)}
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer close(w.frames)
		for {
			_, data, err := conn.Read(context.Background())
			if err != nil {
				return
			}
			var f object
			if json.Unmarshal(data, &f) == nil {
				w.frames <- f
			}
		}
	}()
	t.Cleanup(func() {
		_ = conn.CloseNow()
		<-done
	})
	return w
}

func (w *wire) send(kind string, body any) {
	w.t.Helper()
	data, err := json.Marshal(object{"type": kind, "body": body})
	require.NoError(w.t, err)
	w.raw(string(data))
}

func (w *wire) raw(data string) {
	w.t.Helper()
	require.NoError(w.t, w.conn.Write(w.t.Context(), websocket.MessageText, []byte(data)))
}

// open opens a channel under its own name and waits for the confirmation.
func (w *wire) open(channel string, params object) {
	w.t.Helper()
	body := object{"channel": channel, "id": channel, "pong": true}
	if params != nil {
		body["params"] = params
	}
	w.send("connect", body)
	f := w.next()
	require.Equal(w.t, "connected", f["type"])
}

// next is the next frame.
func (w *wire) next() object {
	w.t.Helper()
	select {
	case f, ok := <-w.frames:
		require.True(w.t, ok, "the socket closed")
		return f
	case <-time.After(time.Minute):
		require.Fail(w.t, "no frame came")
		return nil
	}
}

// event is the next frame of a channel: its id, what happened and the body.
func (w *wire) event() (channel, kind string, body any) {
	w.t.Helper()
	f := w.next()
	require.Equal(w.t, "channel", f["type"], "%v", f)
	b := f["body"].(object)
	return b["id"].(string), b["type"].(string), b["body"]
}

// settle waits until the server has read all that was sent.
func (w *wire) settle() {
	w.t.Helper()
	const id = "settle"
	w.send("connect", object{"channel": "localTimeline", "id": id, "pong": true})
	f := w.next()
	require.Equal(w.t, object{"type": "connected", "body": object{"id": id}}, f, "something else came first")
	w.send("disconnect", object{"id": id})
	eventually(w.t, "disconnected", func() bool {
		w.s.mu.Lock()
		defer w.s.mu.Unlock()
		return !slices.ContainsFunc(w.s.sockets, func(sock *socket) bool {
			return slices.ContainsFunc(sock.subs, func(sub *subscription) bool { return sub.id == id })
		})
	})
}

// eventually waits for a condition.
func eventually(t *testing.T, what string, is func() bool) {
	t.Helper()
	require.Eventually(t, is, time.Minute, 2*time.Millisecond, what)
}
