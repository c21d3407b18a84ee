package task

import (
	"context"
	"time"
)

// After runs f once on the Fyne goroutine when d has passed, unless ctx is over by then. Cancel ctx to stop it.
func After(ctx context.Context, l *Loop, d time.Duration, f func()) {
	l.start(ctx, func(inner context.Context) {
		if pause(inner, d) {
			l.Do(ctx, f)
		}
	})
}

// Every runs f on the Fyne goroutine each time d (> 0) has passed, first after d, until ctx is over. Ticks do not pile
// up while the Fyne goroutine is busy: the next one starts counting when f has returned.
func Every(ctx context.Context, l *Loop, d time.Duration, f func()) {
	l.start(ctx, func(inner context.Context) {
		for pause(inner, d) {
			l.doAndAwait(inner, f)
		}
	})
}

// pause waits for d and reports whether ctx was still alive all the while.
func pause(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}
