package motion

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestMatricesUndoThemselves(t *testing.T) {
	for name, m := range map[string]Matrix{
		"identity":    Identity(),
		"shift":       Translate(3, -7),
		"stretch":     Stretch(-2, 0.25),
		"turn":        Turn(33).About(10, 20),
		"perspective": TurnX(40, 128).Mul(TurnY(-50, 128)).About(30, 5),
	} {
		inverse, ok := m.Invert()
		require.True(t, ok, name)
		x, y, _ := m.Apply(12, 34)
		x, y, w := inverse.Apply(x, y)
		assert.InDelta(t, 12, x, 1e-3, name)
		assert.InDelta(t, 34, y, 1e-3, name)
		assert.Positive(t, w)
	}
	for _, m := range []Matrix{{}, Stretch(0, 1), TurnX(90, 128)} {
		_, ok := m.Invert()
		assert.False(t, ok, "what is flat cannot be undone")
	}
}

func TestMulDoesTheSecondFirst(t *testing.T) {
	x, y, _ := Translate(1, 2).Mul(Turn(90)).Apply(10, 0)
	assert.Equal(t, []float32{1, 12}, []float32{x, y})
}

func TestBoundingBox(t *testing.T) {
	r := Rect{0, 0, 100, 20}
	for name, c := range map[string]struct {
		m    Matrix
		want Rect
	}{
		"identity":   {Identity(), r},
		"quarter":    {Turn(90).About(50, 10), Rect{40, -40, 60, 60}},
		"mirrored":   {Stretch(-1, 1), Rect{-100, 0, 0, 20}},
		"vanished":   {Stretch(0, 0), Rect{}},
		"on edge":    {TurnX(90, 128), Rect{}},
		"behind":     {Matrix{1, 0, 0, 0, 1, 0, 0, 0, -1}, Rect{}},
		"half of it": {Matrix{1, 0, 0, 0, 1, 0, -0.02, 0, 1}, Rect{0, 0, 46.875 * 16, 320}},
	} {
		got := c.m.BoundingBox(r)
		assert.InDeltaSlice(t, []float32{c.want.Left, c.want.Top, c.want.Right, c.want.Bottom},
			[]float32{got.Left, got.Top, got.Right, got.Bottom}, 0.01, name)
	}
}

func TestShiftWholeAndGrowth(t *testing.T) {
	x, y, ok := Translate(3, 4).Shift()
	assert.Equal(t, []any{float32(3), float32(4), true}, []any{x, y, ok})
	_, _, ok = Stretch(1, 2).Shift()
	assert.False(t, ok)

	assert.Equal(t, Translate(3, -4), Translate(2.6, -4.4).Whole())
	assert.Equal(t, Matrix{0, -1, 6, 1, 0, -1, 0, 0, 1}, Turn(90).About(3.4, 2.3).Whole())
	assert.Equal(t, Turn(20).About(3.4, 2.3), Turn(20).About(3.4, 2.3).Whole())

	for want, m := range map[float32]Matrix{
		1: Turn(33).About(5, 6), 3: Stretch(3, -0.5), 2: Stretch(0.1, 2).Mul(Turn(45)), 0.5: Stretch(0.5, 0.25),
		0: {}, 0.25: {1, 0, 0, 0, 1, 0, 0, 0, 4},
	} {
		assert.InDelta(t, want, m.Growth(10, 20), 1e-5)
	}
}

func TestOutline(t *testing.T) {
	square := [][2]float32{{0, 0}, {10, 0}, {10, 10}, {0, 10}}
	assert.Equal(t, [][2]float32{{5, 0}, {25, 0}, {25, 30}, {5, 30}}, Translate(5, 0).Mul(Stretch(2, 3)).Outline(square))
	for _, m := range []Matrix{TurnY(60, 5), TurnX(-80, 2), Stretch(1e30, 1e30)} {
		for _, p := range m.Outline(square) {
			assert.True(t, abs(p[0]) <= 1<<14 && abs(p[1]) <= 1<<14, "%v", p)
		}
	}
	assert.Empty(t, Translate(0, 0).Mul(Matrix{1, 0, 0, 0, 1, 0, 0, 0, -1}).Outline(square), "all of it is behind the viewer")
}

func TestStretches(t *testing.T) {
	across, down := Turn(30).Mul(Stretch(2, -0.5)).Stretches(3, 4)
	assert.InDelta(t, 2, across, 1e-5)
	assert.InDelta(t, 0.5, down, 1e-5)
	across, down = TurnY(60, 100).Stretches(0, 0)
	assert.InDelta(t, 0.5, across, 1e-5, "seen from the side")
	assert.InDelta(t, 1, down, 1e-5)
}
