package stream_test

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/require"

	"mejiro/api/stream"
)

// TestRealSocket goes over TCP: subscribe, receive, lose the server, find it
// again on the same port.
func TestRealSocket(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	address := listener.Addr().String()
	server := serve(listener)

	events := make(chan stream.Event, 100)
	client := &http.Client{Transport: &http.Transport{}}
	s, err := stream.New(stream.Options{
		Server: "http://" + address, Token: "secret", HTTPClient: client, Handle: func(e stream.Event) { events <- e },
	})
	require.NoError(t, err)
	id := s.Subscribe(stream.ChannelHomeTimeline, stream.Params{})
	var running sync.WaitGroup
	ctx := t.Context()
	running.Go(func() { _ = s.Run(ctx) })
	t.Cleanup(running.Wait) // runs when ctx is over

	require.Equal(t, stream.Connected{}, next(t, events))
	require.Equal(t, stream.Subscribed{Subscription: id}, next(t, events))
	for i := range 50 {
		e, ok := next(t, events).(stream.NoteArrived)
		require.True(t, ok)
		require.Equal(t, misskeyNote(i), e.Note.ID)
	}

	server.stop()
	require.IsType(t, stream.Disconnected{}, next(t, events))
	listener, err = net.Listen("tcp", address)
	require.NoError(t, err)
	server = serve(listener)
	defer server.stop()
	s.Retry()
	for {
		if c, ok := next(t, events).(stream.Connected); ok {
			require.True(t, c.Again)
			break
		}
	}
	require.Equal(t, stream.Subscribed{Subscription: id, Again: true}, next(t, events))
}

func next(t *testing.T, events <-chan stream.Event) stream.Event {
	t.Helper()
	select {
	case e := <-events:
		return e
	case <-time.After(10 * time.Second):
		t.Fatal("nothing came")
		return nil
	}
}

type liveServer struct {
	*httptest.Server
	mu      sync.Mutex
	sockets []*websocket.Conn
}

// serve confirms the first subscription and sends it fifty notes.
func serve(l net.Listener) *liveServer {
	s := &liveServer{}
	s.Server = &httptest.Server{Listener: l, Config: &http.Server{Handler: http.HandlerFunc(s.talk)}}
	s.Start()
	return s
}

func (s *liveServer) talk(w http.ResponseWriter, r *http.Request) {
	if r.Header.Get("Authorization") != "Bearer secret" {
		w.WriteHeader(http.StatusUnauthorized)
		return
	}
	ws, err := websocket.Accept(w, r, nil)
	if err != nil {
		return
	}
	s.mu.Lock()
	s.sockets = append(s.sockets, ws)
	s.mu.Unlock()
	ctx := r.Context()
	if _, _, err := ws.Read(ctx); err != nil {
		return
	}
	_ = ws.Write(ctx, websocket.MessageText, []byte(`{"type":"connected","body":{"id":"1"}}`))
	for i := range 50 {
		_ = ws.Write(ctx, websocket.MessageText, []byte(channelFrame("note", fmt.Sprintf(`{"id":"%s"}`, misskeyNote(i)))))
	}
	_, _, _ = ws.Read(ctx)
}

func (s *liveServer) stop() {
	s.mu.Lock()
	for _, ws := range s.sockets {
		_ = ws.CloseNow()
	}
	s.mu.Unlock()
	s.Close()
}
