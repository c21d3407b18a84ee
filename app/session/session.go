// Package session is one signed-in account alive: a client and a stream that
// feed the stores its columns show, and the intents of the reader carried out.
//
// # Threads
//
// A Session belongs to the Fyne goroutine: its methods are called there and
// its stores are changed there. What takes time goes through app/task. The
// stream runs on a goroutine of its own and its events cross over in batches.
//
// # Lists
//
// Timelines and notifications are kept whole by one mechanism, list: pages go
// down from the newest, the stream adds on top, and after each break what was
// missed is fetched until it meets what was known. What is too much for that
// is left as a gap to open. An entry whose ID is older than the pages reach is
// left to its page: taken for the oldest, it would hide what lies between.
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
	"time"

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
	Me     misskey.UserID // "" with an empty Token for a guest
	// HTTP opens the streaming socket.
	HTTP      *http.Client
	UserAgent string
	Loop      *task.Loop
	// Report is told of intents that failed, on the Fyne goroutine. It must not
	// be nil.
	Report func(Failure)
	// Received is told of each streamed note as it is read from the socket, on
	// the stream's goroutine; may be nil.
	Received func(misskey.NoteID)
}

// Session is one account alive. See the package comment for threads.
type Session struct {
	Notes         *store.Notes
	Notifications *store.Notifications
	Emojis        *store.Emojis
	State         binding.Item[State]
	Me            binding.Item[misskey.Me]
	Meta          binding.Item[misskey.Meta]

	options   Options
	ctx       context.Context
	cancel    context.CancelFunc
	stream    *stream.Stream
	pump      *task.Pump[stream.Event]
	running   bool // the stream is
	connected bool
	main      stream.SubscriptionID

	sources       map[Source]*source
	notifications *list[misskey.Notification, misskey.NotificationID]
	unreadTurn    int       // counts changes of the number of unread notifications
	readAgain     time.Time // when the server may be told again that they are read
	me            piece
	meta          piece
	emojis        piece
	wishes        map[misskey.NoteID]*wish
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
		wishes:  map[misskey.NoteID]*wish{},
	}
	s.Notifications = store.NewNotifications(s.Notes)
	s.ctx, s.cancel = context.WithCancel(context.Background())
	s.notifications = s.newNotifications()
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

// Start connects and loads what every column needs. A session starts once.
func (s *Session) Start() {
	s.pump = task.NewPump(s.ctx, s.options.Loop, s.apply)
	if !s.IsGuest() {
		s.main = s.stream.Subscribe(stream.ChannelMain, stream.Params{})
		s.notifications.first()
	}
	s.run()
	s.loadAccount(false)
	task.Every(s.ctx, s.options.Loop, tidyEvery, s.Tidy)
}

// run keeps the stream open until the session stops or the server says that
// there is no point in trying.
func (s *Session) run() {
	s.running = true
	task.Go(s.ctx, s.options.Loop,
		func(ctx context.Context) (struct{}, error) { return struct{}{}, s.stream.Run(ctx) },
		func(struct{}, error) { s.running = false }) // how it ended came as an event
}

// Stop ends everything the session does. Late answers reach no one.
func (s *Session) Stop() { s.cancel() }

// Retry connects at once instead of waiting, also where the server had turned
// the account away, and loads again what failed.
func (s *Session) Retry() {
	s.doubtState()
	if s.running {
		s.stream.Retry()
	} else {
		s.run()
	}
	s.loadAccount(false)
	for _, src := range s.sources {
		src.retry()
	}
	if !s.IsGuest() {
		s.notifications.retry()
	}
}

// Client is the account's client, for what a screen loads for itself alone.
func (s *Session) Client() *api.Client { return s.options.Client }

// MyID is the account's own user, "" for a guest.
func (s *Session) MyID() misskey.UserID { return s.options.Me }

// IsGuest reports whether nobody is signed in: the public timelines can be
// read, and that is all.
func (s *Session) IsGuest() bool { return s.options.Me == "" }

// receive takes an event on the stream's goroutine.
func (s *Session) receive(e stream.Event) {
	if n, ok := e.(stream.NoteArrived); ok && s.options.Received != nil {
		s.options.Received(n.Note.ID)
	}
	_ = s.pump.Send(s.ctx, e) // it fails only when the session is over
}

func equal[T comparable](a, b T) bool { return a == b }
