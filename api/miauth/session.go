package miauth

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/google/uuid"

	"mejiro/api"
	"mejiro/api/misskey"
)

const (
	// lifetime is how long the user has to approve.
	lifetime = 10 * time.Minute
	// linger is how long the page can still be fetched when the token was
	// there before the browser.
	linger = 5 * time.Second
)

// Reasons for which Wait returns without a token.
var (
	// ErrNotApproved: the server does not know of an approval (yet). Wait
	// may be called again.
	ErrNotApproved = errors.New("miauth: not approved")
	// ErrExpired: ten minutes passed. A new session is needed.
	ErrExpired = errors.New("miauth: nobody approved in time")
	// ErrLost: the server gave the token out and its answer did not arrive. A
	// new session is needed.
	ErrLost = errors.New("miauth: the server's answer was lost")
	// ErrClosed: Close was called.
	ErrClosed = errors.New("miauth: closed")
)

// StoreError tells that the token is there and could not be stored. It is
// kept; Wait with the same or another store function tries again.
type StoreError struct{ Err error }

// Error implements error.
func (e *StoreError) Error() string { return "miauth: storing the token: " + e.Err.Error() }

// Unwrap is what the store function returned.
func (e *StoreError) Unwrap() error { return e.Err }

// Options say what to ask for, and of whom.
type Options struct {
	Client *api.Client // of the server to sign in to; in nobody's name
	Name   string      // of the app, as the server's page shows it
	// Icon is the https address of a picture that the server can fetch; "" is
	// none.
	Icon        string
	Permissions []string // usually Permissions()
	Page        Page
	// Poll is how often to ask the server by oneself, for users whose browser
	// cannot come back; 0 is never. Two seconds or more are gentle.
	Poll time.Duration
}

// Grant is what the user gave.
type Grant struct {
	Token misskey.Token
	User  misskey.Me
	// Permissions are those asked for; the server may know fewer.
	Permissions []string
}

// Session is one request for approval. Close it when it is no longer wanted.
type Session struct {
	opts     Options
	id       string
	callback *callback
	address  string
	pressed  chan struct{}
	life     context.Context // until Close
	end      context.CancelFunc
	expiry   *time.Timer
	expired  chan struct{}

	// Of Wait alone:
	grant    *Grant
	pending  chan reply // a question on its way
	returned bool       // the browser came back
	claimed  bool       // it did, or the user says that they approved
	unsure   bool       // an answer may have been lost
}

// Begin opens the port for the browser to come back to and makes the address
// to approve at. The error is one of the loopback interface.
func Begin(opts Options) (*Session, error) { return begin(opts, lifetime) }

func begin(opts Options, limit time.Duration) (*Session, error) {
	id := uuid.NewString()
	c, err := listen(id, opts.Page)
	if err != nil {
		return nil, err
	}
	s := &Session{opts: opts, id: id, callback: c, pressed: make(chan struct{}, 1), expired: make(chan struct{})}
	r := request{session: id, name: opts.Name, callback: c.address(), permissions: opts.Permissions}
	if strings.HasPrefix(opts.Icon, "https://") {
		r.icon = opts.Icon
	}
	s.address = r.address(opts.Client.Server())
	s.life, s.end = context.WithCancel(context.Background())
	s.expiry = time.AfterFunc(limit, func() {
		close(s.expired)
		c.close()
	})
	return s, nil
}

// Address is where the user approves, for the browser. It is as good as the
// token until that is fetched.
func (s *Session) Address() string { return s.address }

// Approved asks the server now: for a user who says so. Wait returns
// ErrNotApproved when the server knows nothing of it.
func (s *Session) Approved() {
	select {
	case s.pressed <- struct{}{}:
	default:
	}
}

// Close gives up and closes the port. A Wait returns ErrClosed.
func (s *Session) Close() {
	s.expiry.Stop()
	s.end()
	s.callback.close()
}

// Ended is closed when the port is: by Close, in ten minutes without an
// approval, and otherwise once Wait returned a grant, at most five seconds
// later.
func (s *Session) Ended() <-chan struct{} { return s.callback.closed }

// Wait waits for the approval, fetches the token and gives it to store; when
// that succeeded, the port is closed and the grant returned. One Wait at a
// time; after any error but ErrExpired, ErrLost and ErrClosed it may be called
// again. An error of the client tells that the server could not be asked. When
// ctx ends before the token was fetched the session goes on until Close.
func (s *Session) Wait(ctx context.Context, store func(context.Context, Grant) error) (Grant, error) {
	if s.grant == nil {
		if err := s.await(ctx); err != nil {
			return Grant{}, err
		}
	}
	if err := store(ctx, *s.grant); err != nil {
		return Grant{}, &StoreError{err}
	}
	s.finish(context.WithoutCancel(ctx))
	return *s.grant, nil
}

// finish closes the port, a little later when the browser is still to come.
func (s *Session) finish(ctx context.Context) {
	s.expiry.Stop()
	if s.returned {
		s.callback.end(ctx)
		return
	}
	go func() {
		timer := time.NewTimer(linger)
		defer timer.Stop()
		select {
		case <-s.callback.came:
		case <-timer.C:
		case <-s.life.Done():
		}
		s.callback.end(ctx)
	}()
}

// await asks the server whenever there is a reason to, until it has a grant.
func (s *Session) await(ctx context.Context) error {
	for {
		why, err := s.reason(ctx)
		if err != nil {
			return err
		}
		tries := 1
		if why == returned {
			s.returned, tries = true, checksOnReturn
		}
		s.claimed = s.claimed || why == returned || why == pressed
		err = s.ask(ctx, tries)
		if err == nil || why != polling || ctx.Err() != nil {
			return err
		}
	}
}

// reason is why to ask the server.
type reason int

const (
	returned reason = iota // the browser came back
	pressed                // the user says so
	polling                // it is time
	asking                 // an earlier Wait asked already
)

func (s *Session) reason(ctx context.Context) (reason, error) {
	if s.pending != nil {
		return asking, nil
	}
	var poll <-chan time.Time
	if s.opts.Poll > 0 {
		timer := time.NewTimer(s.opts.Poll)
		defer timer.Stop()
		poll = timer.C
	}
	select {
	case <-s.callback.came:
		return returned, nil
	case <-s.pressed:
		return pressed, nil
	case <-poll:
		return polling, nil
	case <-ctx.Done():
		return 0, ctx.Err()
	case <-s.life.Done():
		return 0, ErrClosed
	case <-s.expired:
		select {
		case <-s.callback.came: // at the last moment
			return returned, nil
		default:
			return 0, ErrExpired
		}
	}
}
