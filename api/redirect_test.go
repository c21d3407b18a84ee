package api_test

import (
	"crypto/x509"
	"net/http"
	"net/http/httptest"
	"net/url"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
)

func redirectingTo(status int, target string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Location", target)
		w.WriteHeader(status)
	}
}

func TestRedirectsDoNotLeaveTheHost(t *testing.T) {
	other := newPeer(t, answering(200, `{"id":"caught"}`))
	elsewhere, err := url.Parse(other.URL)
	require.NoError(t, err)
	for _, status := range []int{301, 302, 303, 307, 308} {
		for _, target := range []string{other.URL + "/api/i", "//" + elsewhere.Host + "/api/i", "http://sub.localhost:1/"} {
			p := newPeer(t, redirectingTo(status, target))
			_, err := p.client(t).Me(t.Context())
			var refused *api.Refused
			require.ErrorAs(t, err, &refused)
			assert.Equal(t, status, refused.Status)
			assert.Contains(t, []string{elsewhere.Host, "sub.localhost:1"}, refused.MovedTo)
			assert.Len(t, p.asked(), 1)
		}
	}
	assert.Empty(t, other.asked())
}

func TestARedirectOnTheSameHostKeepsTheQuestion(t *testing.T) {
	p := newPeer(t, func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/moved/i" {
			redirectingTo(http.StatusPermanentRedirect, "/moved/i")(w, r)
			return
		}
		answering(200, `{"id":"me"}`)(w, r)
	})
	me, err := p.client(t).Me(t.Context())
	require.NoError(t, err)
	assert.EqualValues(t, "me", me.ID)
	calls := p.asked()
	require.Len(t, calls, 2)
	assert.Equal(t, "POST", calls[1].method)
	assert.Equal(t, "Bearer "+token, calls[1].header.Get("Authorization"))
	assert.Equal(t, map[string]any{}, calls[1].body)
}

func TestARedirectThatWouldDropTheBodyIsRefused(t *testing.T) {
	p := newPeer(t, redirectingTo(http.StatusFound, "/elsewhere"))
	err := p.client(t).DeleteNote(t.Context(), "n")
	var refused *api.Refused
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, 302, refused.Status)
	assert.Len(t, p.asked(), 1)
}

func TestRedirectsInACircleEnd(t *testing.T) {
	p := newPeer(t, redirectingTo(http.StatusTemporaryRedirect, "/again"))
	err := p.client(t).DeleteNote(t.Context(), "n")
	var refused *api.Refused
	require.ErrorAs(t, err, &refused)
	assert.LessOrEqual(t, len(p.asked()), 4)
}

func TestARedirectFromHTTPToHTTPS(t *testing.T) {
	secure := &peer{}
	secure.Server = httptest.NewTLSServer(secure.keeping(answering(200, `{"id":"me"}`)))
	t.Cleanup(secure.Close)
	p := newPeer(t, redirectingTo(http.StatusPermanentRedirect, secure.URL+"/api/i"))
	carrier := api.NewTransport()
	carrier.TLSClientConfig.RootCAs = x509.NewCertPool()
	carrier.TLSClientConfig.RootCAs.AddCert(secure.Certificate())
	me, err := clientOf(t, p.URL, api.Options{Transport: carrier}).Me(t.Context())
	require.NoError(t, err)
	assert.EqualValues(t, "me", me.ID)
	assert.Equal(t, "Bearer "+token, secure.only(t).header.Get("Authorization"))

	back := &peer{}
	back.Server = httptest.NewTLSServer(back.keeping(redirectingTo(http.StatusPermanentRedirect, p.URL+"/api/i")))
	t.Cleanup(back.Close)
	carrier = api.NewTransport()
	carrier.TLSClientConfig.RootCAs = x509.NewCertPool()
	carrier.TLSClientConfig.RootCAs.AddCert(back.Certificate())
	before := len(p.asked())
	_, err = clientOf(t, back.URL, api.Options{Transport: carrier}).Me(t.Context())
	var refused *api.Refused
	require.ErrorAs(t, err, &refused)
	assert.Len(t, p.asked(), before, "never from https to http")
}
