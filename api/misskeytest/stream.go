package misskeytest

import (
	"context"
	"encoding/json"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/coder/websocket"

	"mejiro/api/misskey"
)

const (
	// maxSubscriptions is how many channels one socket may have open.
	maxSubscriptions = 32
	// maxPending is how many frames may wait for a slow client before its
	// socket is dropped.
	maxPending = 8192
	// maxFrame is the longest frame taken from a client, in bytes.
	maxFrame = 1 << 20
)

// hub is all open sockets.
type hub struct {
	sockets []*socket // in order of connecting
}

// socket is one open streaming connection.
type socket struct {
	conn     *websocket.Conn
	drop     context.CancelFunc
	user     *user
	token    *token
	subs     []*subscription
	captured map[misskey.NoteID]int
	pending  chan []byte
}

// frame is a message in either direction.
type frame struct {
	Type string          `json:"type"`
	Body json.RawMessage `json:"body"`
}

// serveStream opens a socket and stays until it closes.
func (s *Server) serveStream(w http.ResponseWriter, r *http.Request) {
	u, t, status := s.streamUser(r)
	if status != 0 {
		w.Header().Set("WWW-Authenticate",
			`Bearer realm="Misskey", error="invalid_token", error_description="Failed to authenticate"`)
		w.WriteHeader(status)
		return
	}
	conn, err := websocket.Accept(w, r, &websocket.AcceptOptions{InsecureSkipVerify: true})
	if err != nil {
		return // Accept has answered
	}
	conn.SetReadLimit(maxFrame)
	ctx, drop := context.WithCancel(r.Context())
	defer drop()
	sock := &socket{
		conn: conn, drop: drop, user: u, token: t,
		captured: map[misskey.NoteID]int{}, pending: make(chan []byte, maxPending),
	}
	s.join(sock)
	defer s.leave(sock)
	written := make(chan struct{})
	go func() {
		defer close(written)
		defer drop()
		sock.write(ctx, s.opt.Ping)
	}()
	s.readFrames(ctx, sock)
	drop()
	<-written
	_ = conn.CloseNow()
}

// streamUser tells who connects; a status other than 0 refuses.
func (s *Server) streamUser(r *http.Request) (*user, *token, int) {
	value, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if !ok {
		value = r.URL.Query().Get("i")
	}
	if value == "" {
		return nil, nil, 0
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	t := s.tokens[value]
	if t == nil || !t.native && !t.permissions["read:account"] {
		return nil, nil, http.StatusUnauthorized
	}
	return t.user, t, 0
}

func (s *Server) join(sock *socket) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sockets = append(s.sockets, sock)
}

func (s *Server) leave(sock *socket) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.sockets = deleteItem(s.sockets, sock)
	if sock.user != nil {
		sock.user.activeAt = s.now()
	}
}

// write sends what waits, and pings.
func (sock *socket) write(ctx context.Context, ping time.Duration) {
	ticker := time.NewTicker(ping)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case data := <-sock.pending:
			if err := sock.conn.Write(ctx, websocket.MessageText, data); err != nil {
				return
			}
		case <-ticker.C:
			go func() { // waits for the pong; what is dead for long is dropped
				dead, stop := context.WithTimeout(ctx, 2*ping)
				defer stop()
				if sock.conn.Ping(dead) != nil {
					sock.drop()
				}
			}()
		}
	}
}

func (s *Server) readFrames(ctx context.Context, sock *socket) {
	for {
		kind, data, err := sock.conn.Read(ctx)
		if err != nil {
			return
		}
		var f frame
		if kind != websocket.MessageText || json.Unmarshal(data, &f) != nil {
			continue // "h", "ping" and whatever else
		}
		s.mu.Lock()
		s.receive(sock, f)
		s.mu.Unlock()
	}
}

// receive does what a frame of a client asks; anything odd is ignored.
func (s *Server) receive(sock *socket, f frame) {
	var ref struct {
		ID misskey.NoteID `json:"id"`
	}
	switch f.Type {
	case "connect":
		s.subscribe(sock, f.Body)
	case "disconnect":
		if json.Unmarshal(f.Body, &ref) == nil {
			sock.unsubscribe(string(ref.ID))
		}
	case "subNote", "s", "sr":
		if json.Unmarshal(f.Body, &ref) == nil && ref.ID != "" {
			sock.captured[ref.ID]++
		}
	case "unsubNote", "un":
		if json.Unmarshal(f.Body, &ref) == nil {
			sock.release(ref.ID)
		}
	case "readNotification":
		if sock.user != nil {
			s.readNotifications(sock.user)
		}
	}
}

func (sock *socket) release(id misskey.NoteID) {
	if sock.captured[id]--; sock.captured[id] <= 0 {
		delete(sock.captured, id)
	}
}

// send queues a message; a client that does not keep up loses its socket.
func (sock *socket) send(kind string, body any) {
	data, err := marshal(object{"type": kind, "body": body})
	if err != nil {
		return
	}
	sock.queue(data)
}

func (sock *socket) queue(data []byte) {
	select {
	case sock.pending <- data:
	default:
		sock.drop()
	}
}

func (s *Server) toAll(kind string, body any) {
	for _, sock := range s.sockets {
		sock.send(kind, body)
	}
}

// online tells whether a user has a socket open.
func (s *Server) online(u *user) bool {
	return slices.ContainsFunc(s.sockets, func(sock *socket) bool { return sock.user == u })
}

func (s *Server) onlineCount() int {
	users := map[*user]bool{}
	for _, sock := range s.sockets {
		if sock.user != nil {
			users[sock.user] = true
		}
	}
	return len(users)
}

// OnlineSockets is how many sockets are open.
func (s *Server) OnlineSockets() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.sockets)
}

// DropSockets cuts all sockets without a closing handshake.
func (s *Server) DropSockets() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, sock := range s.sockets {
		sock.drop()
	}
}

// SendFrame sends a frame as it stands, well-formed or not, to a user's sockets;
// "" sends it to anonymous ones.
func (s *Server) SendFrame(username, data string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, sock := range s.socketsOf(username) {
		sock.queue([]byte(data))
	}
}

// Subscriptions are the channels that a user's sockets have open, by name and
// in the order of connecting; "" asks for anonymous sockets.
func (s *Server) Subscriptions(username string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	var names []string
	for _, sock := range s.socketsOf(username) {
		for _, sub := range sock.subs {
			names = append(names, sub.channel)
		}
	}
	return names
}

// Captures are the notes that a user's sockets have captured, sorted.
func (s *Server) Captures(username string) []misskey.NoteID {
	s.mu.Lock()
	defer s.mu.Unlock()
	var ids []misskey.NoteID
	for _, sock := range s.socketsOf(username) {
		for id := range sock.captured {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func (s *Server) socketsOf(username string) []*socket {
	var found []*socket
	for _, sock := range s.sockets {
		if sock.user == nil && username == "" || sock.user != nil && sock.user.username == username {
			found = append(found, sock)
		}
	}
	return found
}

func deleteItem[T comparable](items []T, item T) []T {
	return slices.DeleteFunc(items, func(other T) bool { return other == item })
}
