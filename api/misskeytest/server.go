package misskeytest

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"net"
	"net/http"
	"sync"
	"time"

	"mejiro/api/misskey"
)

// TB is what Start needs of a testing.TB. The demo links this package, and so
// the testing package stays out of it.
type TB interface {
	Helper()
	Fatalf(format string, args ...any)
	Cleanup(func())
}

// Server is a running Misskey server.
type Server struct {
	// URL is the server's base address, such as http://127.0.0.1:34567.
	URL string

	opt       Options
	host      string // of URL, with the port
	routes    http.Handler
	endpoints map[string]endpoint
	ctx       context.Context // ends with Close
	stop      context.CancelFunc
	gate      sync.RWMutex // held for reading by every handler and job
	pictures  *darkroom

	runMu sync.Mutex // guards run
	run   *run       // nil while paused

	mu sync.Mutex // guards all below
	world
	hub
	observed
	faults []*Fault
	silent []string // channels refused by RefuseChannel
}

// world is what the server knows.
type world struct {
	ids    idMaker
	rand   *rand.Rand
	people map[misskey.UserID]*user
	names  map[string]*user // by acct in lower case, without the "@"
	cast   []*user          // in order of creation
	tokens map[string]*token

	notes    []*note // by id, oldest first
	noteByID map[misskey.NoteID]*note
	twins    map[string]*note // by fingerprint of the body that made them
	channels []*channel
	emojis   []*emoji
	emojiBy  map[string]*emoji
	files    map[misskey.FileID]*file
	blobs    map[string]*blob // by the last part of the address

	announcements []*announcement
	sessions      map[string]*session // MiAuth
	life          life
	limits        map[string]Limit
	uses          map[string][]time.Time
}

// run is one stretch of serving between Resume and Pause.
type run struct {
	http  *http.Server
	stop  context.CancelFunc
	done  chan struct{}
	conns sync.WaitGroup // connections that are not sockets
}

// count follows the connections of a run.
func (r *run) count(_ net.Conn, state http.ConnState) {
	switch state {
	case http.StateNew:
		r.conns.Add(1)
	case http.StateHijacked, http.StateClosed:
		r.conns.Done()
	}
}

// New starts a server. The caller closes it.
func New(opt Options) (*Server, error) {
	opt = opt.filled()
	listener, err := listen(opt.Addr)
	if err != nil {
		return nil, fmt.Errorf("misskeytest: %w", err)
	}
	s := &Server{opt: opt, host: listener.Addr().String()}
	s.URL = "http://" + s.host
	s.ctx, s.stop = context.WithCancel(context.Background())
	s.pictures = newDarkroom()
	s.endpoints = allEndpoints()
	s.routes = s.newRoutes()
	s.populate()
	s.serve(listener)
	if opt.Life > 0 {
		go s.live()
	}
	return s, nil
}

// Start starts a server that closes with the test.
func Start(tb TB, opt Options) *Server {
	tb.Helper()
	s, err := New(opt)
	if err != nil {
		tb.Fatalf("start server: %v", err)
	}
	tb.Cleanup(func() { _ = s.Close() })
	return s
}

// Serve blocks until ctx ends and closes the server.
func (s *Server) Serve(ctx context.Context) error {
	<-ctx.Done()
	return s.Close()
}

// Close ends all connections and returns when nothing of the server runs any
// more. Closing twice is harmless.
func (s *Server) Close() error {
	s.stop()
	err := s.Pause()
	s.gate.Lock() // waits for the jobs; later ones see the context
	defer s.gate.Unlock()
	return err
}

// Pause makes the server vanish: the port closes and all connections with it.
// What it knows stays, and methods such as Post go on working.
func (s *Server) Pause() error {
	s.runMu.Lock()
	defer s.runMu.Unlock()
	if s.run == nil {
		return nil
	}
	r := s.run
	s.run = nil
	r.stop()
	err := r.http.Close()
	<-r.done
	r.conns.Wait()
	s.DropSockets()
	return err
}

// Resume opens the same port again.
func (s *Server) Resume() error {
	if s.ctx.Err() != nil {
		return errors.New("misskeytest: closed")
	}
	s.runMu.Lock()
	paused := s.run == nil
	s.runMu.Unlock()
	if !paused {
		return nil
	}
	listener, err := listen(s.host)
	if err != nil {
		return fmt.Errorf("misskeytest: %w", err)
	}
	s.serve(listener)
	return nil
}

func listen(addr string) (net.Listener, error) {
	return (&net.ListenConfig{}).Listen(context.Background(), "tcp", addr)
}

func (s *Server) serve(listener net.Listener) {
	r := &run{done: make(chan struct{})}
	ctx, stop := context.WithCancel(s.ctx)
	r.stop = stop
	r.http = &http.Server{
		Handler:           http.HandlerFunc(s.handle),
		ReadHeaderTimeout: 10 * time.Second,
		BaseContext:       func(net.Listener) context.Context { return ctx },
		ConnState:         r.count,
		ErrorLog:          log.New(io.Discard, "", 0), // dropped connections are meant
	}
	s.runMu.Lock()
	s.run = r
	s.runMu.Unlock()
	go func() {
		defer close(r.done)
		_ = r.http.Serve(listener) // ends with Pause
	}()
}

// handle is the door every request comes through; it keeps Close waiting.
func (s *Server) handle(w http.ResponseWriter, r *http.Request) {
	s.gate.RLock()
	defer s.gate.RUnlock()
	if s.ctx.Err() != nil {
		panic(http.ErrAbortHandler)
	}
	s.noteFetch(r)
	s.routes.ServeHTTP(w, r)
}

// after calls do with the lock held when d has passed, unless the server
// closes before.
func (s *Server) after(d time.Duration, do func()) {
	go func() {
		s.gate.RLock()
		defer s.gate.RUnlock()
		if !s.sleep(s.ctx, d) {
			return
		}
		s.mu.Lock()
		defer s.mu.Unlock()
		do()
	}()
}

// sleep waits for d and reports false when ctx ended before.
func (s *Server) sleep(ctx context.Context, d time.Duration) bool {
	if ctx.Err() != nil {
		return false
	}
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}

func (s *Server) now() time.Time { return s.opt.Now().UTC().Truncate(time.Millisecond) }
