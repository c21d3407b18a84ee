// Package session is one signed-in account alive: a client and a stream that
// feed the stores its columns show, and the intents of the reader carried out.
//
// # Threads
//
// A Session belongs to the Fyne goroutine: its methods are called there and
// its stores are changed there. What takes time goes through app/task. The
// stream runs on a goroutine of its own and its events cross over in batches.
//
// # Intents
//
// What the reader does shows at once: the store is changed first, then the
// server is told. When it refuses, the change is taken back, amid whatever
// happened meanwhile, and reported once.
package session

import (
	"context"
	"net/http"

	"fyne.io/fyne/v2/data/binding"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/api/stream"
	"mejiro/app/store"
	"mejiro/app/task"
)

// Options say whose session it is.
type Options struct {
	Client *api.Client
	Token  misskey.Token
	Me     misskey.UserID
	// HTTP opens the streaming socket.
	HTTP      *http.Client
	UserAgent string
	Loop      *task.Loop
	// Report is told of intents that failed, on the Fyne goroutine.
	Report func(Failure)
	// Received is told of each streamed note as it is read from the socket, on
	// the stream's goroutine; may be nil.
	Received func(misskey.NoteID)
}

// State is how a session stands with its server.
type State int

// The states. A session begins Connecting.
const (
	Connecting State = iota
	Online
	Offline      // the stream broke and is tried again
	Unauthorized // the token is unknown, revoked or lacks a permission
	Suspended
)

// Session is one account alive. See the package comment for threads.
type Session struct {
	Notes         *store.Notes
	Notifications *store.Notifications
	Emojis        *store.Emojis
	State         binding.Item[State]
	Me            binding.Item[misskey.Me]
	Meta          binding.Item[misskey.Meta]

	options Options
	ctx     context.Context
	cancel  context.CancelFunc
	stream  *stream.Stream
	pump    *task.Pump[stream.Event]
	sources map[Source]*source
	main    stream.SubscriptionID
}

// New prepares a session; Start brings it to life.
func New(o Options) (*Session, error) {
	s := &Session{
		Notes:   store.NewNotes(o.Me),
		Emojis:  store.NewEmojis(),
		State:   binding.NewItem(equal[State]),
		Me:      binding.NewItem(func(misskey.Me, misskey.Me) bool { return false }),
		Meta:    binding.NewItem(func(misskey.Meta, misskey.Meta) bool { return false }),
		options: o,
		sources: map[Source]*source{},
	}
	s.Notifications = store.NewNotifications(s.Notes)
	s.ctx, s.cancel = context.WithCancel(context.Background())
	var err error
	s.stream, err = stream.New(stream.Options{
		Server:     o.Client.Server().String(),
		Token:      o.Token,
		HTTPClient: o.HTTP,
		UserAgent:  o.UserAgent,
		Handle:     s.receive,
	})
	return s, err
}

// Start connects and loads what every column needs.
func (s *Session) Start() {
	s.pump = task.NewPump(s.ctx, s.options.Loop, s.apply)
	s.main = s.stream.Subscribe(stream.ChannelMain, stream.Params{})
	task.Go(s.ctx, s.options.Loop,
		func(ctx context.Context) (struct{}, error) { return struct{}{}, s.stream.Run(ctx) },
		func(struct{}, error) {}) // how it ended came as an event
	s.loadMe()
	s.loadMeta()
	s.loadEmojis()
	s.loadNotifications()
}

// Stop ends everything the session does. Late answers reach no one.
func (s *Session) Stop() { s.cancel() }

// Retry connects at once instead of waiting, and loads again what failed.
func (s *Session) Retry() {
	s.stream.Retry()
	for kind, src := range s.sources {
		if status, _ := src.list.Status.Get(); status.Phase == store.Failed {
			s.loadFirst(kind, src)
		}
	}
	if status, _ := s.Notifications.Status.Get(); status.Phase == store.Failed {
		s.loadNotifications()
	}
}

// Client is the account's client, for what a screen loads for itself alone.
func (s *Session) Client() *api.Client { return s.options.Client }

// MyID is the account's own user.
func (s *Session) MyID() misskey.UserID { return s.options.Me }

// receive takes an event on the stream's goroutine.
func (s *Session) receive(e stream.Event) {
	if n, ok := e.(stream.NoteArrived); ok && s.options.Received != nil {
		s.options.Received(n.Note.ID)
	}
	_ = s.pump.Send(s.ctx, e) // it fails only when the session is over
}

// get loads one thing and hands it to put, or reports nothing: the caller
// shows the state of what it loads by itself.
func get[T any](s *Session, load func(context.Context) (T, error), done func(T, error)) {
	task.Go(s.ctx, s.options.Loop, load, done)
}

func equal[T comparable](a, b T) bool { return a == b }
