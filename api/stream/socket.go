package stream

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/coder/websocket"
)

// errSilent: neither an answer to a ping nor anything else came.
var errSilent = errors.New("the server went silent")

// socket is one connection. Three goroutines read, write and ping; the one of
// Run hands the events on. The first that fails ends all with its reason.
type socket struct {
	stream *Stream
	ws     *websocket.Conn
	events chan Event    // closed when nothing more will be read
	asked  chan struct{} // a subscription awaits confirmation

	frames atomic.Int64 // read so far
	held   atomic.Bool  // the reader waits for Handle
}

// serve runs a connection until it breaks and tells why, with all that had
// been read by then handed on. It leaves no goroutine behind.
func (s *Stream) serve(ctx context.Context, ws *websocket.Conn) error {
	inner, end := context.WithCancelCause(ctx)
	defer end(nil)
	c := &socket{
		stream: s, ws: ws,
		events: make(chan Event, 16), asked: make(chan struct{}, 1),
	}
	s.wishes.connected()
	defer s.wishes.disconnected()
	again := s.before
	s.before = true
	s.opts.Handle(Connected{Again: again})

	var all sync.WaitGroup
	all.Go(func() {
		defer close(c.events)
		end(c.read(inner))
	})
	all.Go(func() { end(c.write(inner)) })
	all.Go(func() { end(c.ping(inner)) })
	c.handOn(ctx)
	_ = ws.CloseNow()
	all.Wait()
	return context.Cause(inner)
}

// handOn gives the events and refusals to the owner until nothing more comes.
func (c *socket) handOn(ctx context.Context) {
	silence := time.NewTimer(c.stream.opts.ConfirmWithin)
	defer silence.Stop()
	for {
		select {
		case e, ok := <-c.events:
			if !ok {
				return
			}
			if ctx.Err() == nil {
				c.stream.opts.Handle(e)
			}
		case <-c.asked:
			c.refusals(ctx, silence)
		case <-silence.C:
			c.refusals(ctx, silence)
		}
	}
}

// refusals reports the subscriptions that stayed unconfirmed too long and sets
// the timer for the next.
func (c *socket) refusals(ctx context.Context, silence *time.Timer) {
	patience := c.stream.opts.ConfirmWithin
	refusals, next := c.stream.wishes.silent(time.Now().Add(-patience))
	if !next.IsZero() {
		silence.Reset(time.Until(next.Add(patience)))
	}
	for _, id := range refusals {
		if ctx.Err() == nil {
			c.stream.opts.Handle(Refused{id})
		}
	}
}

func (c *socket) read(ctx context.Context) error {
	var buf bytes.Buffer
	for {
		kind, r, err := c.ws.Reader(ctx)
		if err != nil {
			return fmt.Errorf("reading the stream: %w", err)
		}
		if buf.Reset(); buf.Cap() > largeFrame {
			buf = bytes.Buffer{}
		}
		if _, err := buf.ReadFrom(r); err != nil {
			return fmt.Errorf("reading the stream: %w", err)
		}
		c.frames.Add(1)
		if kind != websocket.MessageText {
			c.stream.malformed.Add(1)
			continue
		}
		m, err := decode(buf.Bytes())
		if err != nil {
			c.stream.malformed.Add(1)
			continue
		}
		if err := c.take(ctx, m); err != nil {
			return err
		}
	}
}

// take queues what one frame tells.
func (c *socket) take(ctx context.Context, m message) error {
	if m.from != "" {
		wanted, news, again := c.stream.wishes.heard(m.from)
		if !wanted {
			return nil
		}
		if news {
			if err := c.emit(ctx, Subscribed{m.from, again}); err != nil {
				return err
			}
		}
	}
	if m.event == nil {
		return nil
	}
	return c.emit(ctx, m.event)
}

func (c *socket) emit(ctx context.Context, e Event) error {
	c.held.Store(true)
	defer c.held.Store(false)
	select {
	case c.events <- e:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (c *socket) write(ctx context.Context) error {
	for {
		msg, asks := c.stream.wishes.next()
		if msg == nil {
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-c.stream.wishes.wake:
			}
			continue
		}
		if err := c.send(ctx, msg); err != nil {
			return fmt.Errorf("writing to the stream: %w", err)
		}
		if asks {
			select {
			case c.asked <- struct{}{}:
			default:
			}
		}
	}
}

func (c *socket) send(ctx context.Context, msg any) error {
	data, err := encode(msg)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, writeTimeout)
	defer cancel()
	return c.ws.Write(ctx, websocket.MessageText, data)
}

// ping tests the connection from time to time, and when the owner asks.
func (c *socket) ping(ctx context.Context) error {
	timer := time.NewTimer(pingEvery)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-timer.C:
		case <-c.stream.hurry:
		}
		if !c.alive(ctx) {
			return errSilent
		}
		timer.Reset(pingEvery)
	}
}

// alive sends a ping and awaits the answer. While the owner is busy nothing is
// read, so nothing can be learnt; and frames that come in prove as much as an
// answer.
func (c *socket) alive(ctx context.Context) bool {
	if c.held.Load() {
		return true
	}
	before := c.frames.Load()
	inner, cancel := context.WithTimeout(ctx, pingTimeout)
	defer cancel()
	err := c.ws.Ping(inner)
	return err == nil || ctx.Err() != nil || c.held.Load() || c.frames.Load() != before
}
