package api_test

import (
	"context"
	"encoding/json"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"mejiro/api"
)

// TestMain leaves out what a peer of net/http does for half a second after a
// connection whose request it did not read to the end.
func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("net/http.(*conn).closeWriteAndWait"))
}

const token = "s3cretTokenThatNobodyMaySee12345"

// asked is a request a peer got.
type asked struct {
	method, path string
	header       http.Header
	body         map[string]any
}

// peer is an HTTP server that keeps what it was asked and answers by a handler.
type peer struct {
	*httptest.Server
	mu    sync.Mutex
	calls []asked
}

func newPeer(t *testing.T, answer http.HandlerFunc) *peer {
	t.Helper()
	p := &peer{}
	p.Server = httptest.NewServer(p.keeping(answer))
	t.Cleanup(p.Close)
	return p
}

func (p *peer) keeping(answer http.HandlerFunc) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		call := asked{method: r.Method, path: r.URL.Path, header: r.Header.Clone()}
		if r.Header.Get("Content-Type") == "application/json" {
			body, _ := io.ReadAll(r.Body)
			_ = json.Unmarshal(body, &call.body)
		}
		p.mu.Lock()
		p.calls = append(p.calls, call)
		p.mu.Unlock()
		answer(w, r)
	})
}

func (p *peer) asked() []asked {
	p.mu.Lock()
	defer p.mu.Unlock()
	return append([]asked(nil), p.calls...)
}

func (p *peer) only(t *testing.T) asked {
	t.Helper()
	calls := p.asked()
	require.Len(t, calls, 1)
	return calls[0]
}

// client is a client of the peer with connections of its own.
func (p *peer) client(t *testing.T) *api.Client {
	t.Helper()
	return clientOf(t, p.URL, api.Options{})
}

func clientOf(t *testing.T, address string, options api.Options) *api.Client {
	t.Helper()
	server, err := api.ParseServer(address)
	require.NoError(t, err)
	c := api.New(server, token, options)
	t.Cleanup(c.CloseIdleConnections)
	return c
}

// answering answers every request the same.
func answering(status int, body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json; charset=utf-8")
		w.WriteHeader(status)
		_, _ = io.WriteString(w, body)
	}
}

// transport is an http.RoundTripper without a network, for tests in a bubble
// of synctest.
type transport func(*http.Request) (*http.Response, error)

func (f transport) RoundTrip(r *http.Request) (*http.Response, error) {
	if r.Body != nil {
		_, _ = io.Copy(io.Discard, r.Body)
		_ = r.Body.Close()
	}
	return f(r)
}

func response(status int, body string, header ...string) *http.Response {
	w := httptest.NewRecorder()
	for i := 0; i+1 < len(header); i += 2 {
		w.Header().Set(header[i], header[i+1])
	}
	w.WriteHeader(status)
	_, _ = w.WriteString(body)
	return w.Result()
}

func within(t *testing.T, limit time.Duration) context.Context {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), limit)
	t.Cleanup(cancel)
	return ctx
}

// countingServer starts a server that counts its connections.
func countingServer(t *testing.T, handler http.Handler, connections *atomic.Int32) *httptest.Server {
	t.Helper()
	server := httptest.NewUnstartedServer(handler)
	server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		if state == http.StateNew {
			connections.Add(1)
		}
	}
	server.Start()
	t.Cleanup(server.Close)
	return server
}

// quiet keeps what a server has to say about broken connections out of the
// output.
func quiet() *log.Logger { return log.New(io.Discard, "", 0) }
