package media

import (
	"context"
	"slices"
	"sync"
)

// gate lets a number of goroutines in at once. Of those waiting the newest goes first: what was asked for last is most
// likely still in sight. Safe for use from any goroutine.
type gate struct {
	mu      sync.Mutex
	free    int
	waiting []chan struct{} // newest last
}

func newGate(places int) *gate { return &gate{free: places} }

// enter waits for a place; nil means the caller has one and must leave.
func (g *gate) enter(ctx context.Context) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	g.mu.Lock()
	if g.free > 0 {
		g.free--
		g.mu.Unlock()
		return nil
	}
	turn := make(chan struct{})
	g.waiting = append(g.waiting, turn)
	g.mu.Unlock()

	select {
	case <-turn:
		return nil
	case <-ctx.Done():
		if !g.giveUp(turn) {
			g.leave() // the place came at the same moment
		}
		return ctx.Err()
	}
}

// giveUp reports whether turn was still waiting.
func (g *gate) giveUp(turn chan struct{}) bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	i := slices.Index(g.waiting, turn)
	if i < 0 {
		return false
	}
	g.waiting = slices.Delete(g.waiting, i, i+1)
	return true
}

func (g *gate) leave() {
	g.mu.Lock()
	defer g.mu.Unlock()
	last := len(g.waiting) - 1
	if last < 0 {
		g.free++
		return
	}
	close(g.waiting[last])
	g.waiting = slices.Delete(g.waiting, last, last+1)
}

// gates is a gate per name, made when needed and forgotten when no one is there.
type gates struct {
	places int

	mu    sync.Mutex
	named map[string]*namedGate
}

type namedGate struct {
	*gate
	users int
}

func newGates(places int) *gates { return &gates{places: places, named: map[string]*namedGate{}} }

// enter waits for a place at the gate called name; leave must be called if err is nil.
func (g *gates) enter(ctx context.Context, name string) (leave func(), err error) {
	g.mu.Lock()
	n := g.named[name]
	if n == nil {
		n = &namedGate{gate: newGate(g.places)}
		g.named[name] = n
	}
	n.users++
	g.mu.Unlock()

	forget := func() {
		g.mu.Lock()
		defer g.mu.Unlock()
		if n.users--; n.users == 0 {
			delete(g.named, name)
		}
	}
	if err := n.gate.enter(ctx); err != nil {
		forget()
		return nil, err
	}
	return func() { n.gate.leave(); forget() }, nil
}
