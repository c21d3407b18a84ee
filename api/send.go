package api

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptrace"
	"sync/atomic"
	"time"
)

// patience are the time limits of one try; 0 is none.
type patience struct {
	stall  time.Duration // while sending, from one movement to the next
	header time.Duration // from the request sent to the answer's head
	whole  time.Duration
}

// try is one request on its way.
type try struct {
	ctx    context.Context
	cancel context.CancelCauseFunc
	sent   atomic.Bool
	limits patience

	stall, header, whole *time.Timer
}

// newTry begins a try, which end or do ends; its request is made with the
// context.
func newTry(ctx context.Context, limits patience) (context.Context, *try) {
	t := &try{limits: limits}
	t.ctx, t.cancel = context.WithCancelCause(ctx)
	t.stall = t.timer(limits.stall)
	t.whole = t.timer(limits.whole)
	t.header = t.timer(0)
	t.ctx = httptrace.WithClientTrace(t.ctx, &httptrace.ClientTrace{
		WroteRequest: func(wrote httptrace.WroteRequestInfo) {
			if wrote.Err == nil {
				t.sent.Store(true)
				t.stall.Stop()
				t.header.Reset(limits.header)
			}
		},
	})
	return t.ctx, t
}

// timer ends the try after limit, or never when limit is 0 until it is reset.
func (t *try) timer(limit time.Duration) *time.Timer {
	timer := time.AfterFunc(max(limit, time.Hour), func() { t.cancel(errTooSlow) })
	timer.Stop()
	if limit > 0 {
		timer.Reset(limit)
	}
	return timer
}

// moved tells that the request makes progress.
func (t *try) moved() {
	if t.limits.stall > 0 && !t.sent.Load() && t.ctx.Err() == nil {
		t.stall.Reset(t.limits.stall)
	}
}

func (t *try) end() {
	t.stall.Stop()
	t.header.Stop()
	t.whole.Stop()
	t.cancel(nil)
}

// do sends a request of a try and reads its answer, at most limit bytes of it.
func (c *Client) do(t *try, name string, req *http.Request, limit int64) (answer, error) {
	defer t.end()
	req.Header.Set("User-Agent", c.agent)
	req.Header.Set("Accept", "application/json")
	resp, err := c.http.Do(req)
	if err != nil {
		return answer{}, c.unreached(t, name, err)
	}
	defer func() { _ = resp.Body.Close() }()
	t.header.Stop()
	a := readAnswer(resp, limit)
	if a.broken != nil && t.ctx.Err() != nil {
		return answer{}, c.unreached(t, name, a.broken)
	}
	return a, nil
}

func (c *Client) unreached(t *try, name string, err error) *Unreached {
	err = withoutAddress(err)
	failed := &Unreached{
		Endpoint: name, Host: c.server.Host(), Reason: reasonOf(t.ctx, err),
		Sent: t.sent.Load(), cause: err,
	}
	if errors.Is(context.Cause(t.ctx), errTooSlow) {
		failed.cause = errTooSlow
	}
	if failed.Reason == ReasonTimeout {
		// A machine that slept holds connections that died meanwhile.
		c.http.CloseIdleConnections()
	}
	return failed
}
