package outline

import (
	"image"
	"image/color"
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSidesOfBorders(t *testing.T) {
	for _, c := range []struct{ colour, lit, shaded color.NRGBA }{
		{color.NRGBA{0x86, 0xb3, 0, 255}, color.NRGBA{0xbf, 0xff, 0, 255}, color.NRGBA{0x47, 0x5f, 0, 255}},
		{color.NRGBA{A: 255}, color.NRGBA{0x54, 0x54, 0x54, 255}, color.NRGBA{A: 255}},
		{color.NRGBA{255, 255, 255, 9}, color.NRGBA{255, 255, 255, 9}, color.NRGBA{171, 171, 171, 9}},
	} {
		assert.Equal(t, c.lit, lit(c.colour))
		assert.Equal(t, c.shaded, shaded(c.colour))
	}
	m := Rim{Style: Inset, Size: image.Pt(40, 20), Width: 6, Color: color.NRGBA{0x86, 0xb3, 0, 255}}
	img := m.Draw(image.Rectangle{Max: m.Size})
	dark, light := color.RGBA{0x47, 0x5f, 0, 255}, color.RGBA{0xbf, 0xff, 0, 255}
	for _, c := range []struct {
		x, y int
		want color.RGBA
	}{{20, 0, dark}, {0, 10, dark}, {20, 19, light}, {39, 10, light}, {20, 10, color.RGBA{}}, {36, 1, dark}, {38, 3, light}} {
		assert.Equal(t, c.want, img.RGBAAt(c.x, c.y), "%d, %d", c.x, c.y)
	}
}

func TestDashesFillTheirSides(t *testing.T) {
	for length := range 200 {
		line := newTrack([2]float32{0, 0}, [2]float32{float32(length + 1), 0})
		n, long, period := line.spread(6, 3)
		assert.InDelta(t, line.length(), period*float32(n-1)+long, 0.01, "from corner to corner")
		line.closed = true
		if n, long, period = line.spread(6, 3); n > 1 {
			assert.InDelta(t, line.length(), period*float32(n), 0.01, "and around")
		}
		assert.LessOrEqual(t, long, line.length()+0.01+6)
	}
	line := newTrack([2]float32{0, 0}, [2]float32{1e6, 0})
	n, _, _ := line.spread(2, 2)
	assert.LessOrEqual(t, n, maxDashes+1)
}

func TestPartsMakeTheWhole(t *testing.T) {
	for style := Dotted; style <= Outset; style++ {
		for _, m := range []Rim{
			{Size: image.Pt(60, 40), Width: 5},
			{Size: image.Pt(60, 40), Width: 5, Radius: 12},
			{Size: image.Pt(61, 90), Width: 1, Radius: 30},
			{Size: image.Pt(8, 8), Width: 4},
			{Size: image.Pt(1, 50), Width: 0.5},
		} {
			m.Style, m.Color = style, color.NRGBA{0x86, 0xb3, 0, 200}
			whole := m.Draw(image.Rectangle{Max: m.Size})
			area := 0
			for _, part := range m.Parts() {
				area += part.Dx() * part.Dy()
				drawn := m.Draw(part)
				assert.Equal(t, image.Rectangle{Max: part.Size()}, drawn.Rect)
				for y := range part.Dy() {
					for x := range part.Dx() {
						want := whole.RGBAAt(part.Min.X+x, part.Min.Y+y)
						got := drawn.RGBAAt(x, y)
						assert.InDelta(t, want.A, got.A, 1, "%v at %d, %d of %v", m, x, y, part)
						assert.InDelta(t, want.G, got.G, 1, "%v at %d, %d of %v", m, x, y, part)
						whole.SetRGBA(part.Min.X+x, part.Min.Y+y, color.RGBA{})
					}
				}
			}
			assert.Equal(t, area, m.Area())
			assert.Equal(t, image.NewRGBA(whole.Rect), whole, "%v has nothing outside its parts", m)
		}
	}
}

func TestCover(t *testing.T) {
	part := image.Rect(10, 10, 30, 30)
	mask := Cover(part, Rounded(12, 12, 28, 28, 8), Rounded(29, 29, 30, 30, 0))
	assert.Equal(t, image.Rect(0, 0, 20, 20), mask.Rect)
	for at, want := range map[image.Point]uint8{
		{10, 10}: 255, {3, 10}: 255, {1, 10}: 0, {2, 2}: 0, {17, 17}: 0, {18, 18}: 0, {19, 19}: 255,
	} {
		assert.InDelta(t, want, mask.AlphaAt(at.X, at.Y).A, 20, at)
	}
	corner := mask.AlphaAt(4, 4).A
	assert.True(t, corner > 0 && corner < 255, "%d", corner)
}
