package task_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"mejiro/app/task"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// window stands for the Fyne goroutine: the test's own goroutine runs what was queued, when it says so.
type window chan func()

func newWindow() window { return make(window, 1<<12) }

func (w window) hop(f func()) { w <- f }

// run lets everything settle, then runs what is queued, and reports how many functions that were.
func (w window) run() (n int) {
	synctest.Wait()
	for len(w) > 0 {
		(<-w)()
		n++
	}
	return n
}

func newLoop(t *testing.T) (*task.Loop, window) {
	t.Helper()
	w := newWindow()
	l := task.NewLoop(w.hop)
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
		defer cancel()
		require.NoError(t, l.Close(ctx))
	})
	return l, w
}

func TestGoBringsTheResultToTheWindow(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, w := newLoop(t)
		boom := errors.New("boom")
		var got []any
		task.Go(t.Context(), l, func(context.Context) (int, error) { return 7, boom }, func(v int, err error) {
			got = append(got, v, err)
		})
		synctest.Wait()
		assert.Empty(t, got, "done must not run on the worker's goroutine")
		w.run()
		assert.Equal(t, []any{7, boom}, got)
	})
}

func TestGoDropsLateResults(t *testing.T) {
	late := map[string]func(cancel func(), w window){
		"cancelled while working": func(cancel func(), w window) { cancel(); w.run() },
		"cancelled while queued":  func(cancel func(), w window) { time.Sleep(2 * time.Second); synctest.Wait(); cancel(); w.run() },
	}
	for name, end := range late {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				l, w := newLoop(t)
				ctx, cancel := context.WithCancel(t.Context())
				defer cancel()
				task.Go(ctx, l, func(ctx context.Context) (int, error) {
					select {
					case <-ctx.Done():
					case <-time.After(time.Second):
					}
					return 1, nil
				}, func(int, error) { t.Error("a late result arrived") })
				end(cancel, w)
			})
		})
	}
}

func TestGoSkipsWorkWhoseOwnerHasEnded(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, w := newLoop(t)
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		task.Go(ctx, l, func(context.Context) (int, error) {
			t.Error("worked for no one")
			return 0, nil
		}, func(int, error) { t.Error("told no one") })
		w.run()
	})
}

func TestDoRunsInOrder(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, w := newLoop(t)
		var got []int
		for i := range 3 {
			l.Do(t.Context(), func() { got = append(got, i) })
		}
		assert.Empty(t, got)
		w.run()
		assert.Equal(t, []int{0, 1, 2}, got)
	})
}

func TestCloseEndsJobsAndDropsCallbacks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWindow()
		l := task.NewLoop(w.hop)
		ctx := context.Background()
		never := func() { t.Error("called after Close") }
		task.Go(ctx, l, func(ctx context.Context) (int, error) {
			<-ctx.Done()
			return 0, ctx.Err()
		}, func(int, error) { never() })
		l.Do(ctx, never)
		task.After(ctx, l, time.Second, never)
		task.Every(ctx, l, time.Second, never)
		p := task.NewPump(ctx, l, func([]int) { never() })
		require.NoError(t, p.Send(ctx, 1))
		require.NoError(t, l.Close(ctx))

		p.Wait()
		require.ErrorIs(t, p.Send(ctx, 2), task.ErrEnded)
		task.Go(ctx, l, func(context.Context) (int, error) { never(); return 0, nil }, func(int, error) { never() })
		task.NewPump(ctx, l, func([]int) { never() }).Wait()
		time.Sleep(time.Minute)
		w.run()
	})
}

func TestCloseGivesUpOnAStuckJob(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWindow()
		l := task.NewLoop(w.hop)
		freed := make(chan struct{})
		task.Go(t.Context(), l, func(context.Context) (int, error) {
			<-freed
			return 0, nil
		}, func(int, error) { t.Error("called after Close") })
		synctest.Wait() // at work
		ctx, cancel := context.WithTimeout(t.Context(), 3*time.Second)
		defer cancel()
		require.ErrorIs(t, l.Close(ctx), context.DeadlineExceeded)
		close(freed)
		w.run()
	})
}

func TestAfterRunsOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, w := newLoop(t)
		n := 0
		task.After(t.Context(), l, time.Second, func() { n++ })
		time.Sleep(999 * time.Millisecond)
		w.run()
		assert.Zero(t, n)
		time.Sleep(time.Minute)
		w.run()
		assert.Equal(t, 1, n)
	})
}

func TestAfterIsStoppedByItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, w := newLoop(t)
		ctx, cancel := context.WithCancel(t.Context())
		task.After(ctx, l, time.Second, func() { t.Error("ran") })
		time.Sleep(time.Second)
		synctest.Wait() // queued, but not run yet
		cancel()
		w.run()
	})
}

func TestEveryDoesNotPileUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, w := newLoop(t)
		ctx, cancel := context.WithCancel(t.Context())
		n := 0
		task.Every(ctx, l, time.Second, func() { n++ })
		for range 3 {
			time.Sleep(time.Second)
			w.run()
		}
		assert.Equal(t, 3, n)
		time.Sleep(time.Hour)
		w.run()
		assert.Equal(t, 4, n, "a busy window is owed one tick, not thousands")
		cancel()
		time.Sleep(time.Hour)
		w.run()
		assert.Equal(t, 4, n)
	})
}

func TestPumpBatches(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, w := newLoop(t)
		var batches [][]int
		p := task.NewPump(t.Context(), l, func(b []int) { batches = append(batches, b) })
		send := func(vs ...int) {
			for _, v := range vs {
				require.NoError(t, p.Send(t.Context(), v))
			}
		}
		send(1)
		assert.Equal(t, 1, w.run(), "the first value goes over at once")
		send(2, 3)
		assert.Zero(t, w.run(), "the following ones wait for each other")
		time.Sleep(20 * time.Millisecond)
		send(4)
		time.Sleep(30 * time.Millisecond)
		assert.Equal(t, 1, w.run())
		assert.Equal(t, [][]int{{1}, {2, 3, 4}}, batches)
		time.Sleep(time.Second)
		send(5)
		assert.Equal(t, 1, w.run(), "after a quiet moment again at once")
	})
}

func TestPumpHoldsBackWhileTheWindowIsBusy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, w := newLoop(t)
		var got []int
		p := task.NewPump(t.Context(), l, func(b []int) {
			assert.LessOrEqual(t, len(b), task.Capacity)
			got = append(got, b...)
		})
		const all = 5000
		sent := 0
		go func() {
			for i := range all {
				if p.Send(t.Context(), i) != nil {
					return
				}
				sent++
			}
		}()
		time.Sleep(time.Hour)
		synctest.Wait()
		assert.Len(t, w, 1, "one batch is queued at a time")
		assert.LessOrEqual(t, sent, task.Capacity+1, "a full pump holds its senders")
		for len(got) < all {
			time.Sleep(task.Interval)
			require.LessOrEqual(t, w.run(), 1)
		}
		assert.True(t, slices.IsSorted(got), "order is kept")
		assert.Len(t, got, all)
	})
}

func TestPumpSendGivesUpWithItsContext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l, w := newLoop(t)
		own, end := context.WithCancel(t.Context())
		p := task.NewPump(own, l, func([]int) { t.Error("taken after its end") })
		for i := range task.Capacity + 1 {
			require.NoError(t, p.Send(t.Context(), i))
			synctest.Wait()
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		require.ErrorIs(t, p.Send(ctx, 0), context.DeadlineExceeded)
		end()
		p.Wait()
		require.ErrorIs(t, p.Send(t.Context(), 0), task.ErrEnded)
		w.run()
	})
}
