package task

import "sync"

// Early is a hop for a Loop that is at work before the window is: what comes back while the window is being made waits
// for Run instead of for Fyne's loop, so that the first frame can show it already.
type Early struct {
	then func(func())

	mu      sync.Mutex
	waiting []func()
	over    bool
}

// NewEarly returns an Early that carries over by then, usually Fyne, from the end of End on.
func NewEarly(then func(f func())) *Early { return &Early{then: then} }

// Hop queues f for the Fyne goroutine.
func (e *Early) Hop(f func()) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.over {
		e.then(f)
		return
	}
	e.waiting = append(e.waiting, f)
}

// Run runs what came back up to now. The Fyne goroutine calls it between the parts of its work before its loop runs.
func (e *Early) Run() {
	for _, f := range e.take() {
		f()
	}
}

// End hands over to the loop that is about to run, with what still waits.
func (e *Early) End() {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.over = true
	for _, f := range e.waiting {
		e.then(f)
	}
	e.waiting = nil
}

func (e *Early) take() []func() {
	e.mu.Lock()
	defer e.mu.Unlock()
	waiting := e.waiting
	e.waiting = nil
	return waiting
}
