package media

import (
	"context"
	"net/url"
	"sync"
)

// bodies fetches each address once for everyone who wants it at the time, a bounded number at once in all and per host.
// A body keeps its place until all who took it have left, so the number of bodies in memory is bounded too. Safe for
// use from any goroutine but Fyne's.
type bodies struct {
	over   context.Context
	work   func(func()) // starts a goroutine someone waits for
	get    func(context.Context, *url.URL) (*body, error)
	places *gate
	hosts  *gates

	mu    sync.Mutex
	calls map[string]*call
}

// call is one address being fetched, or fetched and in use.
type call struct {
	takers int // guarded by bodies.mu
	end    context.CancelFunc
	ready  chan struct{}
	body   *body // set before ready is closed
	err    error
}

// take waits for the body at the address. leave must be called when it is not needed any more, if err is nil.
func (b *bodies) take(ctx context.Context, address string) (got *body, leave func(), err error) {
	u, err := parseAddress(address)
	if err != nil {
		return nil, nil, err
	}
	c := b.join(address, u)
	leave = func() { b.leave(address, c) }
	select {
	case <-c.ready:
		err = c.err
	case <-ctx.Done():
		err = ctx.Err()
	}
	if err != nil {
		leave()
		return nil, nil, err
	}
	return c.body, leave, nil
}

func (b *bodies) join(address string, u *url.URL) *call {
	b.mu.Lock()
	defer b.mu.Unlock()
	c := b.calls[address]
	if c == nil {
		ctx, end := context.WithCancel(b.over)
		c = &call{end: end, ready: make(chan struct{})}
		b.calls[address] = c
		b.work(func() { b.run(ctx, u, c) })
	}
	c.takers++
	return c
}

// leave ends the call when no one takes part in it any more; whoever comes later starts anew.
func (b *bodies) leave(address string, c *call) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if c.takers--; c.takers == 0 {
		c.end()
		delete(b.calls, address)
	}
}

// run fetches, then holds its places until the last taker has left.
func (b *bodies) run(ctx context.Context, u *url.URL, c *call) {
	var release func()
	if release, c.err = b.enter(ctx, u.Host); c.err == nil {
		defer release()
		c.body, c.err = b.get(ctx, u)
	}
	close(c.ready)
	<-ctx.Done()
}

func (b *bodies) enter(ctx context.Context, host string) (release func(), err error) {
	leaveHost, err := b.hosts.enter(ctx, host)
	if err != nil {
		return nil, err
	}
	if err := b.places.enter(ctx); err != nil {
		leaveHost()
		return nil, err
	}
	return func() { b.places.leave(); leaveHost() }, nil
}
