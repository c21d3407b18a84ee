package task

import "context"

// Go runs work on a goroutine of its own and then hands what it returned to done on the Fyne goroutine, unless ctx is
// over or the Loop closed by then: late results are dropped. The context given to work ends with ctx and with the Loop.
// work takes and returns values: it must not touch widgets, bindings or stores.
func Go[T any](ctx context.Context, l *Loop, work func(context.Context) (T, error), done func(T, error)) {
	l.start(ctx, func(inner context.Context) {
		if inner.Err() != nil {
			return
		}
		v, err := work(inner)
		l.Do(ctx, func() { done(v, err) })
	})
}
