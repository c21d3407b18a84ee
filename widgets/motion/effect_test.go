package motion

import (
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var frame = Frame{Width: 100, Height: 20, Em: 14}

const ms = time.Millisecond

// point is where an effect puts a point of frame.
type point struct{ x, y, X, Y float32 }

func TestEffectsFollowTheKeyframesOfMisskeyWeb(t *testing.T) {
	s := time.Second
	for name, c := range map[string]struct {
		effect Effect
		at     time.Duration
		want   []point
	}{
		"tada at rest":          {Tada{s, 0}, 0, []point{{0, 0, 0, 0}, {100, 20, 100, 20}}},
		"tada small and turned": {Tada{s, 0}, 150 * ms, []point{{50, 10, 50, 10}, {100, 10, 50 + 44.938, 10 - 2.355}}},
		"tada large and turned": {Tada{s, 0}, 300 * ms, []point{{100, 10, 50 + 54.925, 10 + 2.878}}},
		"tada between":          {Tada{s, 0}, 350 * ms, []point{{100, 10, 105, 10}}},
		"jelly":                 {Jelly{s, 0}, 300 * ms, []point{{0, 0, -12.5, 2.5}, {50, 20, 50, 17.5}}},
		"jelly half way":        {Jelly{s, 0}, 350 * ms, []point{{0, 0, 0, 0}}},
		"jelly the other way":   {Jelly{s, 0}, 1400 * ms, []point{{0, 0, 12.5, -2.5}}},
		"twitch":                {Twitch{s, 0}, 500 * ms, []point{{0, 0, 2, -10}}},
		"twitch eases":          {Twitch{s, 0}, 25 * ms, []point{{0, 0, 7 - 10*0.8024, -2 + 3*0.8024}}},
		"shake":                 {Shake{s, 0}, 150 * ms, []point{{50, 10, 51, 11}, {100, 10, 51 + 49.081, 11 + 9.540}}},
		"spin":                  {Spin{Speed: s}, 250 * ms, []point{{0, 10, 50, -40}, {50, 0, 60, 10}}},
		"spin left":             {Spin{Speed: s, Left: true, Alternate: true}, 250 * ms, []point{{0, 10, 50, 60}}},
		"spin there":            {Spin{Speed: s, Alternate: true}, 250 * ms, []point{{0, 10, 50, -40}}},
		"spin and back":         {Spin{Speed: s, Alternate: true}, 1250 * ms, []point{{0, 10, 50, 60}}},
		"spin x":                {Spin{Speed: s, Axis: AxisX}, 500 * ms, []point{{0, 0, 0, 20}, {100, 20, 100, 0}}},
		"spin x in depth":       {Spin{Speed: s, Axis: AxisX}, 125 * ms, []point{{0, 20, 50 - 50/0.94476, 10 + 7.0711/0.94476}}},
		"spin y":                {Spin{Speed: s, Axis: AxisY}, 500 * ms, []point{{0, 0, 100, 0}, {100, 20, 0, 20}}},
		"spin y in depth":       {Spin{Speed: s, Axis: AxisY}, 125 * ms, []point{{100, 20, 50 + 35.355/1.27621, 10 + 10/1.27621}}},
		"jump":                  {Jump{s, 0}, 250 * ms, []point{{0, 0, 0, -16}}},
		"jump half way":         {Jump{s, 0}, 125 * ms, []point{{0, 0, 0, -8}}},
		"jump again":            {Jump{s, 0}, 750 * ms, []point{{0, 0, 0, -8}}},
		"bounce":                {Bounce{s, 0}, 250 * ms, []point{{0, 0, 0, -16}}},
		"bounce lands":          {Bounce{s, 0}, 750 * ms, []point{{0, 20, -25, 20}, {0, 0, -25, 5}}},
		"flip":                  {Flip{H: true}, 0, []point{{0, 0, 100, 0}}},
		"flip upside down":      {Flip{V: true}, 0, []point{{0, 0, 0, 20}}},
		"flip both":             {Flip{true, true}, 0, []point{{0, 0, 100, 20}}},
		"scale":                 {Scale{2, 0.5}, 0, []point{{0, 0, -50, 5}}},
		"scale too much":        {Scale{9, -99}, 0, []point{{0, 0, -200, 60}}},
		"shift":                 {Shift{2, -0.5}, 0, []point{{0, 0, 28, -7}}},
		"rotate":                {Rotate{90}, 0, []point{{0, 10, 50, -40}}},
		"rotate round":          {Rotate{-270}, 0, []point{{0, 10, 50, -40}}},
	} {
		m := c.effect.Pose(frame, c.at).Matrix
		for _, p := range c.want {
			x, y, w := m.Apply(p.x, p.y)
			assert.InDelta(t, p.X, x, 0.01, name)
			assert.InDelta(t, p.Y, y, 0.01, name)
			assert.Positive(t, w, name)
		}
	}
}

func TestTheRainbowTurnsColours(t *testing.T) {
	p := Rainbow{Speed: time.Second}.Pose(frame, 1250*ms)
	assert.Equal(t, Pose{Matrix: Identity(), Hue: 90, Vivid: 1.5}, p)
	assert.Equal(t, Pose{Matrix: Identity(), Rainbow: true}, Gradient{}.Pose(frame, 0))
	assert.Equal(t, Pose{Matrix: Identity(), Blur: 6}, Blur{}.Pose(frame, 0))
}

func TestMotionsBeginAfterTheirDelay(t *testing.T) {
	for _, c := range []struct {
		delay, at time.Duration
		y         float32
	}{
		{250 * ms, 0, 0},
		{250 * ms, 249 * ms, 0},
		{250 * ms, 500 * ms, -16},
		{-250 * ms, 0, -16},
		{-10250 * ms, 0, -16},
		{math.MaxInt64, 1000 * time.Hour, 0},
	} {
		_, y, _ := Jump{time.Second, c.delay}.Pose(frame, c.at).Matrix.Apply(0, 0)
		assert.InDelta(t, c.y, y, 0.01, c)
	}
	assert.Equal(t, rest(), Twitch{time.Second, time.Second}.Pose(frame, 0), "not as in its first frame")
}

func TestWhatGoesRoundTooFastStandsStill(t *testing.T) {
	for _, speed := range []time.Duration{0, -time.Second, 1, leastCycle - 1, math.MinInt64} {
		for _, e := range moving(speed, 0) {
			assert.False(t, e.Moves(), "%T %v", e, speed)
			assert.Equal(t, rest(), e.Pose(frame, time.Minute), "%T %v", e, speed)
		}
	}
	for _, e := range moving(leastCycle, 0) {
		assert.True(t, e.Moves(), "%T", e)
	}
	for _, e := range still(1, 2) {
		assert.False(t, e.Moves(), "%T", e)
	}
}

func moving(speed, delay time.Duration) []Effect {
	return []Effect{
		Tada{speed, delay},
		Jelly{speed, delay},
		Twitch{speed, delay},
		Shake{speed, delay},
		Jump{speed, delay},
		Bounce{speed, delay},
		Rainbow{speed, delay},
		Spin{Speed: speed, Delay: delay},
		Spin{speed, delay, AxisX, true, false},
		Spin{speed, delay, AxisY, false, true},
	}
}

func still(x, y float32) []Effect {
	return []Effect{Flip{true, false}, Scale{x, y}, Shift{x, y}, Rotate{x}, Gradient{}, Blur{}}
}

func TestEase(t *testing.T) {
	for x, y := range map[float32]float32{0: 0, 0.25: 0.4085, 0.5: 0.8024, 0.75: 0.9605, 1: 1} {
		assert.InDelta(t, y, ease(x), 0.0005)
	}
}

func FuzzEffectsAreFinite(f *testing.F) {
	f.Add(float32(100), float32(20), float32(14), float32(2), float32(-3), int64(1e9), int64(-5), int64(3e8))
	f.Add(float32(math.MaxFloat32), float32(math.Inf(1)), float32(math.NaN()), float32(math.NaN()), float32(math.Inf(-1)),
		int64(math.MaxInt64), int64(math.MinInt64), int64(math.MaxInt64))
	f.Fuzz(func(t *testing.T, w, h, em, x, y float32, speed, delay, at int64) {
		fr := Frame{w, h, em}
		all := append(moving(time.Duration(speed), time.Duration(delay)), still(x, y)...)
		product := Identity()
		for _, e := range all {
			p := e.Pose(fr, time.Duration(at))
			require.True(t, p.Matrix.finite(), "%T", e)
			require.False(t, p.Hue != p.Hue || p.Blur != p.Blur || p.Vivid != p.Vivid)
			product = product.Mul(p.Matrix)
			if inverse, ok := p.Matrix.Invert(); ok {
				require.True(t, inverse.finite())
			}
		}
		b := product.BoundingBox(Rect{0, 0, x, y})
		require.True(t, Matrix{b.Left, b.Top, b.Right, b.Bottom}.finite())
	})
}
