package miauth

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"sync"
	"time"

	"golang.org/x/net/netutil"
)

const (
	// callbackTimeout bounds reading one request and writing its answer.
	callbackTimeout = 10 * time.Second
	// maxCallbackHeader is in bytes; browsers send the cookies of every
	// program on this address.
	maxCallbackHeader = 32 << 10
	maxCallbackConns  = 32
	// lastAnswer is how long an answer on its way may take after the end.
	lastAnswer = time.Second
)

// callback is the small server the browser comes back to. It knows one
// request; whatever else arrives changes nothing.
type callback struct {
	listener net.Listener
	server   http.Server
	host     string // of the one request, with the port
	path     string
	session  string
	page     []byte
	policy   string
	came     chan struct{} // the browser came back; holds one
	closing  sync.Once
	closed   chan struct{} // the port
}

// listen opens the port; the server works until close or end.
func listen(session string, p Page) (*callback, error) {
	page, policy, err := p.html()
	if err != nil {
		return nil, fmt.Errorf("miauth: the answer page: %w", err)
	}
	var loopback net.ListenConfig
	listener, err := loopback.Listen(context.Background(), "tcp4", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("miauth: listening on the loopback interface: %w", err)
	}
	c := &callback{
		listener: listener,
		host:     listener.Addr().String(),
		path:     "/" + rand.Text(), // 130 bits
		session:  session,
		page:     page,
		policy:   policy,
		came:     make(chan struct{}, 1),
		closed:   make(chan struct{}),
	}
	c.server = http.Server{
		Handler:                      http.HandlerFunc(c.answer),
		ReadTimeout:                  callbackTimeout,
		WriteTimeout:                 callbackTimeout,
		MaxHeaderBytes:               maxCallbackHeader,
		DisableGeneralOptionsHandler: true,
		ErrorLog:                     log.New(io.Discard, "", 0), // what strangers send
	}
	c.server.SetKeepAlivesEnabled(false)
	go func() { _ = c.server.Serve(netutil.LimitListener(listener, maxCallbackConns)) }()
	return c, nil
}

// address is where the browser is to come back to.
func (c *callback) address() string { return "http://" + c.host + c.path }

func (c *callback) answer(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("Content-Security-Policy", c.policy)
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("X-Frame-Options", "DENY")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	switch {
	case r.Host != c.host: // another name for this address: DNS rebinding
		w.WriteHeader(http.StatusForbidden)
	case r.Method != http.MethodGet || !equal(r.URL.Path, c.path) || !c.isSession(r.URL.RawQuery):
		w.WriteHeader(http.StatusNotFound)
	default:
		h.Set("Content-Type", "text/html; charset=utf-8")
		h.Set("Content-Length", strconv.Itoa(len(c.page)))
		_, _ = w.Write(c.page)
		_ = http.NewResponseController(w).Flush() // before the owner closes
		select {
		case c.came <- struct{}{}:
		default:
		}
	}
}

// isSession reports whether the query names our session, once.
func (c *callback) isSession(query string) bool {
	values, err := url.ParseQuery(query)
	sessions := values["session"]
	return err == nil && len(sessions) == 1 && equal(sessions[0], c.session)
}

// equal takes the same time wherever the texts differ.
func equal(a, b string) bool { return subtle.ConstantTimeCompare([]byte(a), []byte(b)) == 1 }

func (c *callback) closePort() {
	c.closing.Do(func() {
		_ = c.listener.Close()
		close(c.closed)
	})
}

// close ends the server at once.
func (c *callback) close() {
	c.closePort()
	_ = c.server.Close()
}

// end closes the port and lets answers on their way arrive.
func (c *callback) end(ctx context.Context) {
	c.closePort()
	go func() {
		ctx, cancel := context.WithTimeout(ctx, lastAnswer)
		defer cancel()
		_ = c.server.Shutdown(ctx)
		_ = c.server.Close()
	}()
}
