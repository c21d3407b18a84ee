// Package tasktest makes a test's own goroutine the Fyne goroutine: what
// app/task and the bindings of Fyne would queue for the window waits until the
// test says so. As in the window, and unlike in Fyne's own test app, a binding
// tells its listeners later than Set returns.
package tasktest

import (
	"context"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mejiro/app/task"
)

const (
	// patience is how long a condition may take to come true.
	patience = time.Minute
	// look is how often a condition is tried while nothing is queued.
	look = 2 * time.Millisecond
)

// Window stands for the Fyne goroutine.
type Window struct {
	Loop *task.Loop

	tb    testing.TB
	mu    sync.Mutex // guards queue
	queue []func()
	woken chan struct{}
}

// New makes the calling goroutine, the test's own, the Fyne goroutine, with a
// Fyne app that lasts as long as the test.
func New(tb testing.TB) *Window {
	tb.Helper()
	w := &Window{tb: tb, woken: make(chan struct{}, 1)}
	app := test.NewTempApp(tb)
	fyne.SetCurrentApp(&queuedApp{app, &queuedDriver{app.Driver(), w.hop}})
	w.Loop = task.NewLoop(w.hop)
	tb.Cleanup(w.close)
	return w
}

func (w *Window) close() {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	if err := w.Loop.Close(ctx); err != nil {
		w.tb.Errorf("%v", err)
	}
}

func (w *Window) hop(f func()) {
	w.mu.Lock()
	w.queue = append(w.queue, f)
	w.mu.Unlock()
	select {
	case w.woken <- struct{}{}:
	default:
	}
}

// Run runs what is queued, and what that queues, until nothing is.
func (w *Window) Run() {
	for {
		w.mu.Lock()
		queue := w.queue
		w.queue = nil
		w.mu.Unlock()
		if len(queue) == 0 {
			return
		}
		for _, f := range queue {
			f()
		}
	}
}

// Until runs what comes until done is true, and fails the test when that takes
// too long. what says what is waited for.
func (w *Window) Until(what string, done func() bool) {
	w.tb.Helper()
	late := time.NewTimer(patience)
	defer late.Stop()
	ticks := time.NewTicker(look)
	defer ticks.Stop()
	for {
		w.Run()
		if done() {
			return
		}
		select {
		case <-w.woken:
		case <-ticks.C:
		case <-late.C:
			w.tb.Fatalf("waited in vain until %s", what)
		}
	}
}

// queuedApp is Fyne's test app but for its driver.
type queuedApp struct {
	fyne.App
	driver fyne.Driver
}

// Driver implements fyne.App.
func (a *queuedApp) Driver() fyne.Driver { return a.driver }

// queuedDriver is Fyne's test driver, except that what is offered to the Fyne
// goroutine waits for it.
type queuedDriver struct {
	fyne.Driver
	hop func(func())
}

// DoFromGoroutine implements fyne.Driver.
func (d *queuedDriver) DoFromGoroutine(f func(), _ bool) { d.hop(f) }
