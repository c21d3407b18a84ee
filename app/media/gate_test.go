package media

import (
	"context"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestGateLetsTheNewestInFirst(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newGate(1)
		require.NoError(t, g.enter(t.Context()))
		var order []int
		gone, cancel := context.WithCancel(t.Context())
		for i := range 4 {
			ctx := t.Context()
			if i == 2 {
				ctx = gone
			}
			go func() {
				if g.enter(ctx) == nil {
					order = append(order, i)
					g.leave()
				}
			}()
			synctest.Wait()
		}
		cancel()
		synctest.Wait()
		g.leave()
		synctest.Wait()
		assert.Equal(t, []int{3, 1, 0}, order, "the newest first, and none that has gone")
		assert.Equal(t, 1, g.free)
		assert.Empty(t, g.waiting)
	})
}

func TestGateKeepsNoPlaceForTheGone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newGate(2)
		for range 200 {
			ctx, cancel := context.WithCancel(t.Context())
			for range 5 {
				go func() {
					if g.enter(ctx) == nil {
						g.leave()
					}
				}()
			}
			go cancel()
			synctest.Wait()
		}
		assert.Equal(t, 2, g.free)
		assert.Empty(t, g.waiting)
	})
}

func TestGatesAreSeparateAndForgotten(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newGates(1)
		leaveA, err := g.enter(t.Context(), "a")
		require.NoError(t, err)
		leaveB, err := g.enter(t.Context(), "b")
		require.NoError(t, err)
		ctx, cancel := context.WithCancel(t.Context())
		go cancel()
		_, err = g.enter(ctx, "a")
		require.ErrorIs(t, err, context.Canceled)
		leaveA()
		leaveB()
		assert.Empty(t, g.named)
	})
}
