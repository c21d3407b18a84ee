package task

import (
	"context"
	"errors"
	"time"
)

const (
	// Interval is the shortest time between the end of one batch of a Pump and the next.
	Interval = 50 * time.Millisecond
	// Capacity is how many values a Pump holds before Send blocks, and the most a batch holds.
	Capacity = 1024
)

// ErrEnded is returned by Pump.Send when the Pump has ended.
var ErrEnded = errors.New("task: pump ended")

// Pump collects values sent from any goroutine and hands them over in batches on the Fyne goroutine, in the order sent.
// A value that arrives in a quiet moment goes over at once; those that follow within Interval go together. While the
// Fyne goroutine is busy no further batch is queued: values wait in the Pump, and when it is full its senders wait.
type Pump[T any] struct {
	values chan T
	ended  chan struct{}
}

// NewPump starts a Pump that calls take on the Fyne goroutine with 1 to Capacity values; the slice is take's to keep.
// The Pump ends, and drops what it still holds, when ctx is over or the Loop closes.
func NewPump[T any](ctx context.Context, l *Loop, take func(batch []T)) *Pump[T] {
	p := &Pump[T]{values: make(chan T, Capacity), ended: make(chan struct{})}
	started := l.start(ctx, func(inner context.Context) {
		defer close(p.ended)
		p.run(inner, l, take)
	})
	if !started {
		close(p.ended)
	}
	return p
}

// Send puts v into the Pump, waiting while it is full. It returns ctx's error when ctx is over first and ErrEnded when
// the Pump has ended. nil means that v was taken in; it is still dropped if the Pump ends before the next batch.
// On the Fyne goroutine call it only if the Pump cannot be full: it would wait for itself.
func (p *Pump[T]) Send(ctx context.Context, v T) error {
	select {
	case <-p.ended:
		return ErrEnded
	default:
	}
	select {
	case p.values <- v:
		return nil
	case <-p.ended:
		return ErrEnded
	case <-ctx.Done():
		return ctx.Err()
	}
}

// Wait returns when the Pump has ended, which needs its context to be over. take is not running and will not run again
// if Wait was called on the Fyne goroutine.
func (p *Pump[T]) Wait() { <-p.ended }

func (p *Pump[T]) run(ctx context.Context, l *Loop, take func([]T)) {
	for {
		select {
		case <-ctx.Done():
			return
		case first := <-p.values:
			l.doAndAwait(ctx, func() { take(p.drain(first)) })
			if !pause(ctx, Interval) {
				return
			}
		}
	}
}

// drain returns first and whatever else has arrived by now.
func (p *Pump[T]) drain(first T) []T {
	batch := []T{first}
	for len(batch) < Capacity {
		select {
		case v := <-p.values:
			batch = append(batch, v)
		default:
			return batch
		}
	}
	return batch
}
