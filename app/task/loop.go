package task

import (
	"context"
	"fmt"
	"sync"

	"fyne.io/fyne/v2"
)

// Fyne queues f for the Fyne goroutine. It is what NewLoop is given outside tests.
func Fyne(f func()) { fyne.Do(f) }

// Loop is the way onto the goroutine that owns everything shown. It knows every job it started, so that quitting can
// wait for them.
type Loop struct {
	hop  func(func())
	over context.Context
	end  context.CancelFunc

	mu   sync.Mutex // orders start against Close
	jobs sync.WaitGroup
}

// NewLoop returns a Loop whose callbacks are carried over by hop: Fyne in the app; in tests something that queues them
// for the test's goroutine. hop must not block.
func NewLoop(hop func(f func())) *Loop {
	over, end := context.WithCancel(context.Background())
	return &Loop{hop: hop, over: over, end: end}
}

// Do runs f on the Fyne goroutine soon, unless ctx is over or the Loop closed by then. For one thing at a time, such as
// a click outside the window; for results of work see Go, for streams of values see Pump.
func (l *Loop) Do(ctx context.Context, f func()) {
	l.hop(func() {
		if ctx.Err() == nil && l.over.Err() == nil {
			f()
		}
	})
}

// Close cancels the context of every job and drops all callbacks from now on, then waits for the jobs to end, at most
// until ctx is over. Jobs started afterwards do not run. The error says that some job did not end in time; even then
// its results reach no one.
func (l *Loop) Close(ctx context.Context) error {
	l.mu.Lock()
	l.end()
	l.mu.Unlock()
	ended := make(chan struct{})
	go func() {
		l.jobs.Wait()
		close(ended)
	}()
	select {
	case <-ended:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("task: jobs still running: %w", ctx.Err())
	}
}

// start runs job on a goroutine of its own with a context that ends with ctx and with the Loop. It reports whether it
// did: not after Close.
func (l *Loop) start(ctx context.Context, job func(context.Context)) bool {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.over.Err() != nil {
		return false
	}
	inner, cancel := context.WithCancel(ctx)
	detach := context.AfterFunc(l.over, cancel)
	l.jobs.Go(func() {
		defer cancel()
		defer detach()
		job(inner)
	})
	return true
}

// doAndAwait is Do followed by waiting until f has run, or will not run because ctx is over. For the goroutines of this
// package only: it is how they keep at most one callback in the queue.
func (l *Loop) doAndAwait(ctx context.Context, f func()) {
	ran := make(chan struct{})
	l.Do(ctx, func() {
		defer close(ran)
		f()
	})
	select {
	case <-ran:
	case <-ctx.Done():
	}
}
