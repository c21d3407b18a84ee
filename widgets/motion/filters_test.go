package motion

import (
	"image"
	"image/color"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func dot(c color.Color) *image.RGBA {
	img := image.NewRGBA(image.Rect(4, 4, 5, 5))
	img.Set(4, 4, c)
	return img
}

func TestTintTurnsColoursAsBrowsersDo(t *testing.T) {
	for _, c := range []struct {
		from       color.NRGBA
		hue, vivid float32
		want       color.RGBA
	}{
		{color.NRGBA{255, 0, 0, 255}, 0, 0, color.RGBA{255, 0, 0, 255}},
		{color.NRGBA{255, 0, 0, 255}, 120, 0, color.RGBA{0, 113, 0, 255}},
		{color.NRGBA{255, 0, 0, 255}, 360, 0, color.RGBA{255, 0, 0, 255}},
		{color.NRGBA{103, 103, 103, 255}, 200, 0, color.RGBA{103, 103, 103, 255}},
		{color.NRGBA{103, 103, 103, 255}, 200, 1.5, color.RGBA{91, 91, 91, 255}},
		{color.NRGBA{200, 100, 100, 255}, 0, 1.5, color.RGBA{255, 70, 70, 255}},
		{color.NRGBA{255, 0, 0, 128}, 120, 0, color.RGBA{0, 57, 0, 128}},
		{color.NRGBA{}, 120, 1.5, color.RGBA{}},
		{color.NRGBA{255, 0, 0, 255}, float32(math.NaN()), float32(math.Inf(-1)), color.RGBA{255, 0, 0, 255}},
	} {
		dst := dot(color.White)
		Tint(dst, dot(c.from), c.hue, c.vivid)
		got := dst.RGBAAt(4, 4)
		for i, p := range [4][2]uint8{{c.want.R, got.R}, {c.want.G, got.G}, {c.want.B, got.B}, {c.want.A, got.A}} {
			assert.InDelta(t, p[0], p[1], 2, "%v channel %d", c, i)
		}
	}
}

func TestTheRainbowGoesFromRedToMagenta(t *testing.T) {
	img := image.NewRGBA(image.Rect(10, 0, 111, 2))
	for x := 10; x < 111; x++ {
		img.Set(x, 0, color.NRGBA{9, 9, 9, 255})
	}
	PaintRainbow(img, 10, 111)
	for x, want := range map[int]color.RGBA{
		10: {255, 0, 0, 255}, 60: {0, 255, 0, 255}, 110: {255, 0, 255, 255},
	} {
		got := img.RGBAAt(x, 0)
		for i, p := range [3][2]uint8{{want.R, got.R}, {want.G, got.G}, {want.B, got.B}} {
			assert.InDelta(t, p[0], p[1], 10, "channel %d at %d", i, x)
		}
		assert.Zero(t, img.RGBAAt(x, 1), "what is transparent stays so")
	}
	PaintRainbow(img, 5, 5)
	assertPremultiplied(t, img)
}

func TestSoftenSpreadsLikeAGaussian(t *testing.T) {
	for _, deviation := range []float32{2, 5, 6, 12} {
		img := image.NewRGBA(image.Rect(0, 0, 101, 101))
		for y := 45; y < 56; y++ {
			for x := range 101 {
				img.Set(x, y, color.White)
			}
		}
		Soften(img, deviation)
		for y := range 101 {
			want := 127.5 * (math.Erf((float64(y)-44.5)/float64(deviation)/math.Sqrt2) -
				math.Erf((float64(y)-55.5)/float64(deviation)/math.Sqrt2))
			assert.InDelta(t, want, img.RGBAAt(50, y).A, 12, "deviation %v at %d", deviation, y)
		}
		assertPremultiplied(t, img)
	}
	img := noise(image.Rect(0, 0, 3, 1))
	Soften(img, 1000)
	Soften(img, float32(math.NaN()))
	Soften(&image.RGBA{}, 3)
	assertPremultiplied(t, img)
}

func TestStarsComeGrowAndGo(t *testing.T) {
	f := Frame{Width: 200, Height: 40}
	seen := map[color.RGBA]bool{}
	var largest float32
	for at := time.Duration(0); at < time.Minute; at += 50 * time.Millisecond {
		stars := Stars(nil, 7, f, at)
		require.Equal(t, stars, Stars(nil, 7, f, at), "the same at the same time")
		require.LessOrEqual(t, len(stars), 4)
		if at > 2*time.Second {
			require.NotEmpty(t, stars)
		}
		for _, s := range stars {
			require.True(t, s.X >= 0 && s.X <= 200 && s.Y >= 0 && s.Y <= 40, "%+v", s)
			largest = max(largest, s.Radius)
			seen[s.Colour] = true
		}
	}
	assert.Len(t, seen, 3)
	assert.InDelta(t, 14, largest, 2)
	assert.NotEqual(t, Stars(nil, 7, f, time.Second), Stars(nil, 8, f, time.Second))
	assert.Empty(t, Stars(nil, 7, f, -1))
	assert.LessOrEqual(t, len(Stars(nil, 7, f, math.MaxInt64)), 4)
}

func TestStarsAreDrawnWithFourPoints(t *testing.T) {
	img := noise(image.Rect(-3, -3, 44, 44))
	Star{Radius: 10, Colour: starColours[1]}.Draw(img, 2)
	assert.Equal(t, starColours[1], img.RGBAAt(20, 20))
	for _, p := range []image.Point{{20, 3}, {37, 20}, {20, 37}, {3, 20}} {
		assert.NotZero(t, img.RGBAAt(p.X, p.Y).A, p)
	}
	for _, p := range []image.Point{{12, 12}, {28, 28}, {-2, 20}, {20, 42}} {
		assert.Zero(t, img.RGBAAt(p.X, p.Y).A, p)
	}
	Star{Radius: 10, Turned: 45, Colour: starColours[1]}.Draw(img, 2)
	assert.NotZero(t, img.RGBAAt(9, 9).A)
	assert.Zero(t, img.RGBAAt(20, 3).A)
	assertPremultiplied(t, img)
}
