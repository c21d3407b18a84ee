package stream

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"sync/atomic"
	"time"

	"github.com/cenkalti/backoff/v5"

	"mejiro/api/misskey"
)

const (
	dialTimeout  = 15 * time.Second
	writeTimeout = 10 * time.Second
	pingEvery    = 30 * time.Second
	pingTimeout  = 15 * time.Second
	// stableAfter is how long a connection must last for the next break to be
	// answered quickly again.
	stableAfter = time.Minute
	// Waits grow from firstRetry to lastRetry, each shortened or lengthened by
	// up to half, so the longest is 30 seconds.
	firstRetry = 500 * time.Millisecond
	lastRetry  = 20 * time.Second
	// longestRetryAfter bounds what a server may ask for.
	longestRetryAfter = 5 * time.Minute
	// maxFrame bounds one message of the server, in bytes.
	maxFrame = 4 << 20
	// largeFrame is what the reader's buffer may keep between messages, in bytes.
	largeFrame = 256 << 10
)

// Reasons for which Run ends by itself.
var (
	// ErrUnauthorized: the token is unknown, revoked or lacks read:account.
	ErrUnauthorized = errors.New("the server does not accept the token for streaming")
	// ErrSuspended: the account is suspended.
	ErrSuspended = errors.New("the account is suspended")
)

// Options say whose stream it is and where its events go.
type Options struct {
	Server string        // base address, https:// or, on loopback, http://
	Token  misskey.Token // empty for an anonymous stream

	// HTTPClient opens the connection; nil is http.DefaultClient. Its
	// redirects are not followed.
	HTTPClient *http.Client
	UserAgent  string

	// Handle gets every event, on the goroutine of Run and never after Run has
	// returned. It must not be nil. It may call any method but Run.
	Handle func(Event)

	// ConfirmWithin is how long a subscription may stay unconfirmed before it
	// counts as refused; 0 is ten seconds.
	ConfirmWithin time.Duration
}

// Stream is the streaming socket of one account. All methods but Run return at
// once and may be called from any goroutine, before, during and after Run.
type Stream struct {
	opts      Options
	address   string
	wishes    *wishes
	hurry     chan struct{}
	malformed atomic.Int64
	before    bool // was connected; Run's own
}

// New prepares a stream; Run opens it. The error tells of a server address
// that cannot be one.
func New(opts Options) (*Stream, error) {
	u, err := url.Parse(opts.Server)
	if err != nil || u.Host == "" || (u.Scheme != "http" && u.Scheme != "https") {
		return nil, fmt.Errorf("stream: %q is no server address", opts.Server)
	}
	if opts.ConfirmWithin <= 0 {
		opts.ConfirmWithin = 10 * time.Second
	}
	return &Stream{
		opts:    opts,
		address: u.JoinPath("streaming").String(),
		wishes:  newWishes(),
		hurry:   make(chan struct{}, 1),
	}, nil
}

// Subscribe asks for a channel, now or as soon as there is a connection, and
// again on every later one. Subscribed or Refused follows.
func (s *Stream) Subscribe(c Channel, p Params) SubscriptionID { return s.wishes.subscribe(c, p) }

// Unsubscribe closes a subscription; nothing read after this comes from it.
func (s *Stream) Unsubscribe(id SubscriptionID) { s.wishes.unsubscribe(id) }

// Capture asks for reactions, votes, edits and deletion of a note, now and on
// every later connection, until it was released as often as captured. Of a
// pure renote, capture the renoted note.
func (s *Stream) Capture(id misskey.NoteID) { s.wishes.capture(id) }

// Release takes one Capture back.
func (s *Stream) Release(id misskey.NoteID) { s.wishes.release(id) }

// Retry connects at once instead of waiting on, and puts an open connection to
// the test: for a user who asks, a network that came back, a computer that
// woke up.
func (s *Stream) Retry() {
	select {
	case s.hurry <- struct{}{}:
	default:
	}
}

// Malformed counts the messages that could not be read.
func (s *Stream) Malformed() int64 { return s.malformed.Load() }

// Run keeps the stream connected until ctx is over, and returns its error, or
// until the server says that there is no point in trying, and returns
// ErrUnauthorized or ErrSuspended. One Run at a time.
func (s *Stream) Run(ctx context.Context) error {
	waits := backoff.ExponentialBackOff{
		InitialInterval: firstRetry, MaxInterval: lastRetry, Multiplier: 2, RandomizationFactor: 0.5,
	}
	waits.Reset()
	for {
		err := s.once(ctx, waits.Reset)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if final := s.finally(err); final != nil {
			return final
		}
		wait := max(waits.NextBackOff(), retryAfter(err))
		s.opts.Handle(Disconnected{Err: err, RetryAt: time.Now().Add(wait)})
		if s.pause(ctx, wait) {
			waits.Reset()
		}
	}
}

// once makes one connection and serves it until it breaks.
func (s *Stream) once(ctx context.Context, wasStable func()) error {
	ws, err := s.dial(ctx)
	if err != nil {
		return err
	}
	since := time.Now()
	err = s.serve(ctx, ws)
	if time.Since(since) >= stableAfter {
		wasStable()
	}
	return err
}

// finally tells the owner of an end that trying again would not change.
func (s *Stream) finally(err error) error {
	var refusal *HandshakeError
	if !errors.As(err, &refusal) {
		return nil
	}
	switch {
	case refusal.Status == http.StatusUnauthorized:
		s.opts.Handle(Unauthorized{})
		return ErrUnauthorized
	case refusal.Status == http.StatusForbidden && !refusal.proxy:
		s.opts.Handle(Suspended{})
		return ErrSuspended
	}
	return nil
}

// pause waits d, ctx or a call of Retry, which hurried reports.
func (s *Stream) pause(ctx context.Context, d time.Duration) (hurried bool) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	case <-s.hurry:
		return true
	}
	return false
}
