package media

import (
	"fmt"
	"image"
	"image/color"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestLayout(t *testing.T) {
	cases := []struct {
		natural image.Point
		to      target
		crop    image.Rectangle
		out     image.Point
	}{
		{image.Pt(1200, 900), target{w: 400, h: 300}, image.Rect(0, 0, 1200, 900), image.Pt(400, 300)},
		{image.Pt(1200, 900), target{w: 400, h: 400}, image.Rect(0, 0, 1200, 900), image.Pt(400, 300)},
		{image.Pt(1200, 900), target{w: 400, h: 400, cover: true}, image.Rect(150, 0, 1050, 900), image.Pt(400, 400)},
		{image.Pt(900, 1200), target{w: 400, h: 200, cover: true}, image.Rect(0, 375, 900, 825), image.Pt(400, 200)},
		{image.Pt(100, 50), target{w: 400, h: 400}, image.Rect(0, 0, 100, 50), image.Pt(100, 50)},
		{image.Pt(100, 50), target{w: 400, h: 400, cover: true}, image.Rect(25, 0, 75, 50), image.Pt(50, 50)},
		{image.Pt(100, 50), target{h: 25}, image.Rect(0, 0, 100, 50), image.Pt(50, 25)},
		{image.Pt(100, 50), target{w: 20}, image.Rect(0, 0, 100, 50), image.Pt(20, 10)},
		{image.Pt(100, 50), target{}, image.Rect(0, 0, 100, 50), image.Pt(100, 50)},
		{image.Pt(100, 50), target{h: 25, cover: true}, image.Rect(0, 0, 100, 50), image.Pt(50, 25)},
		{image.Pt(40_000_000, 1), target{h: 25}, image.Rect(0, 0, 40_000_000, 1), image.Pt(maxEdge, 1)},
		{image.Pt(8000, 6000), target{}, image.Rect(0, 0, 8000, 6000), image.Pt(4730, 3547)},
		{image.Pt(1, 3000), target{w: 10, h: 10, cover: true}, image.Rect(0, 1499, 1, 1500), image.Pt(1, 1)},
	}
	for _, c := range cases {
		t.Run(fmt.Sprint(c.natural, c.to), func(t *testing.T) {
			crop, out := c.to.layout(c.natural)
			assert.Equal(t, c.crop, crop)
			assert.Equal(t, c.out, out)
		})
	}
}

func TestScalingKeepsEveryPixelsShare(t *testing.T) {
	// Lines of one pixel: a scaler that leaves pixels out shows them as stripes, or not at all.
	lines := image.NewNRGBA(image.Rect(0, 0, 640, 480))
	for y := range 480 {
		for x := range 640 {
			if (x+y)%2 == 0 {
				lines.SetNRGBA(x, y, white)
			} else {
				lines.SetNRGBA(x, y, color.NRGBA{A: 255})
			}
		}
	}
	for _, out := range []image.Point{{320, 240}, {160, 120}, {40, 30}, {1, 1}} {
		got := scaled(lines, lines.Rect, out)
		assert.Equal(t, out, got.Rect.Size())
		for _, at := range []image.Point{{0, 0}, out.Sub(image.Pt(1, 1)), out.Div(2)} {
			assert.InDelta(t, 127, got.RGBAAt(at.X, at.Y).R, 2, "%v of %v", at, out)
		}
	}
}

func TestScalingTakesTheCropAlone(t *testing.T) {
	img := quarters(400, 400)
	got := scaled(img, image.Rect(200, 0, 400, 200), image.Pt(30, 30))
	for _, at := range []image.Point{{0, 0}, {29, 29}, {15, 15}} {
		assertColor(t, green, got, at.X, at.Y)
	}
}

func TestFullRange(t *testing.T) {
	luma, chroma := rangeTable(235, 0), rangeTable(240, 128)
	for from, to := range map[int]uint8{0: 0, 16: 0, 126: 128, 235: 255, 255: 255} {
		assert.Equal(t, to, luma[from], "luma %d", from)
	}
	for from, to := range map[int]uint8{0: 0, 16: 1, 127: 127, 128: 128, 129: 129, 240: 255} {
		assert.InDelta(t, to, chroma[from], 1, "chroma %d", from)
	}
	assert.Equal(t, uint8(128), chroma[128], "grey stays grey")
}
