package stream_test

import (
	"context"
	"encoding/json"
	"errors"
	"net"
	"net/http"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/coder/websocket"
	"go.uber.org/goleak"

	"mejiro/api/misskey"
	"mejiro/api/stream"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// peer is a server in memory, for use inside a synctest bubble.
type peer struct {
	t       *testing.T
	pipes   chan net.Conn
	sockets chan *peerSocket
	server  *http.Server

	mu    sync.Mutex
	down  bool
	reply func(http.ResponseWriter, *http.Request) bool // answers instead of a socket when true
	seen  []*http.Request
	mute  bool // answers no pings
}

// peerSocket is the server's side of one connection.
type peerSocket struct {
	ws  *websocket.Conn
	got chan message
}

type message struct {
	Type string `json:"type"`
	Body struct {
		ID      string         `json:"id"`
		Channel string         `json:"channel"`
		Params  map[string]any `json:"params"`
		Pong    bool           `json:"pong"`
	} `json:"body"`
}

func newPeer(t *testing.T) *peer {
	p := &peer{t: t, pipes: make(chan net.Conn), sockets: make(chan *peerSocket, 100)}
	p.server = &http.Server{Handler: http.HandlerFunc(p.handle)}
	var served sync.WaitGroup
	served.Go(func() { _ = p.server.Serve(&pipeListener{pipes: p.pipes, closed: make(chan struct{})}) })
	t.Cleanup(func() {
		_ = p.server.Close()
		served.Wait()
	})
	return p
}

func (p *peer) set(change func()) {
	p.mu.Lock()
	defer p.mu.Unlock()
	change()
}

func (p *peer) client() *http.Client {
	return &http.Client{Transport: &http.Transport{
		DisableKeepAlives: true,
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			p.mu.Lock()
			down := p.down
			p.mu.Unlock()
			if down {
				return nil, errors.New("connection refused")
			}
			ours, theirs := net.Pipe()
			select {
			case p.pipes <- theirs:
				return ours, nil
			case <-ctx.Done():
				return nil, ctx.Err()
			}
		},
	}}
}

func (p *peer) handle(w http.ResponseWriter, r *http.Request) {
	p.mu.Lock()
	reply, mute := p.reply, p.mute
	p.seen = append(p.seen, r)
	p.mu.Unlock()
	if reply != nil && reply(w, r) {
		return
	}
	ws, err := websocket.Accept(w, r, &websocket.AcceptOptions{
		OnPingReceived: func(context.Context, []byte) bool { return !mute },
	})
	if err != nil {
		p.t.Errorf("accept: %v", err)
		return
	}
	s := &peerSocket{ws: ws, got: make(chan message, 1000)}
	p.sockets <- s
	for {
		_, data, err := ws.Read(context.Background())
		if err != nil {
			close(s.got)
			_ = ws.CloseNow()
			return
		}
		var m message
		if err := json.Unmarshal(data, &m); err != nil {
			p.t.Errorf("the client sent %q: %v", data, err)
		}
		s.got <- m
	}
}

func (s *peerSocket) send(t *testing.T, frame string) {
	t.Helper()
	if err := s.ws.Write(context.Background(), websocket.MessageText, []byte(frame)); err != nil {
		t.Fatalf("the server cannot send: %v", err)
	}
}

func (s *peerSocket) confirm(t *testing.T, id string) {
	t.Helper()
	s.send(t, `{"type":"connected","body":{"id":"`+id+`"}}`)
}

// all is what the client sent since the last call.
func (s *peerSocket) all() []message {
	synctest.Wait()
	var messages []message
	for {
		select {
		case m, ok := <-s.got:
			if !ok {
				return messages
			}
			messages = append(messages, m)
		default:
			return messages
		}
	}
}

type pipeListener struct {
	pipes  chan net.Conn
	once   sync.Once
	closed chan struct{}
}

func (l *pipeListener) Accept() (net.Conn, error) {
	select {
	case c := <-l.pipes:
		return c, nil
	case <-l.closed:
		return nil, net.ErrClosed
	}
}

func (l *pipeListener) Close() error {
	l.once.Do(func() { close(l.closed) })
	return nil
}

func (l *pipeListener) Addr() net.Addr { return &net.UnixAddr{Name: "pipe", Net: "pipe"} }

// run is a stream at work and what it told.
type run struct {
	*stream.Stream
	t      *testing.T
	cancel context.CancelFunc
	result chan error

	mu     sync.Mutex
	events []stream.Event
	times  []time.Time
	onEach func(stream.Event)
}

func start(t *testing.T, opts stream.Options) *run {
	t.Helper()
	r := &run{t: t, result: make(chan error, 1)}
	opts.Handle = r.handle
	if opts.Server == "" {
		opts.Server = "http://misskey.example"
	}
	s, err := stream.New(opts)
	if err != nil {
		t.Fatal(err)
	}
	r.Stream = s
	ctx, cancel := context.WithCancel(context.Background())
	r.cancel = cancel
	go func() { r.result <- s.Run(ctx) }()
	t.Cleanup(r.stop)
	return r
}

func (r *run) handle(e stream.Event) {
	r.mu.Lock()
	r.events = append(r.events, e)
	r.times = append(r.times, time.Now())
	each := r.onEach
	r.mu.Unlock()
	if each != nil {
		each(e)
	}
}

// each calls f for every further event, on the goroutine of Run.
func (r *run) each(f func(stream.Event)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.onEach = f
}

// stop ends the run and waits until it has ended.
func (r *run) stop() {
	r.cancel()
	select {
	case err := <-r.result:
		r.result <- err
	case <-time.After(5 * time.Second):
		r.t.Error("Run goes on after its context is over")
	}
}

// take is what was told since the last call.
func (r *run) take() []stream.Event {
	synctest.Wait()
	r.mu.Lock()
	defer r.mu.Unlock()
	events := r.events
	r.events, r.times = nil, nil
	return events
}

func of[T stream.Event](events []stream.Event) []T {
	var kind []T
	for _, e := range events {
		if v, ok := e.(T); ok {
			kind = append(kind, v)
		}
	}
	return kind
}

// nextWait is the pause that the next Disconnected announces.
func (r *run) nextWait() time.Duration {
	r.t.Helper()
	for range 1000 {
		synctest.Wait()
		if wait, ok := r.wait(); ok {
			return wait
		}
		time.Sleep(100 * time.Millisecond)
	}
	r.t.Fatal("the stream does not tell that it is disconnected")
	return 0
}

func (r *run) wait() (time.Duration, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i, e := range r.events {
		if d, ok := e.(stream.Disconnected); ok {
			wait := d.RetryAt.Sub(r.times[i])
			r.events, r.times = r.events[i+1:], r.times[i+1:]
			return wait, true
		}
	}
	return 0, false
}

// gated is a client whose connections wait for the gate.
func gated(client *http.Client, gate <-chan struct{}) *http.Client {
	transport := client.Transport.(*http.Transport).Clone()
	dial := transport.DialContext
	transport.DialContext = func(ctx context.Context, network, addr string) (net.Conn, error) {
		<-gate
		return dial(ctx, network, addr)
	}
	return &http.Client{Transport: transport}
}

func tokenOf(s string) misskey.Token { return misskey.Token(s) }
