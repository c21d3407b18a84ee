package flow

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// polygon is the outline of something, in pixels.
type polygon [][2]float32

// draw draws a part of the rim.
func (m *rim) draw(part image.Rectangle) *image.RGBA {
	switch m.style {
	case LineDotted, LineDashed:
		return m.drawDashes(part)
	}
	return m.drawRelief(part)
}

// cover is how far the pixels of a part are covered by polygons that turn the same way.
func cover(part image.Rectangle, shapes ...polygon) *image.Alpha {
	z := vector.NewRasterizer(part.Dx(), part.Dy())
	z.DrawOp = draw.Src
	x, y := float32(part.Min.X), float32(part.Min.Y)
	for _, shape := range shapes {
		for i, p := range shape {
			if i == 0 {
				z.MoveTo(p[0]-x, p[1]-y)
			} else {
				z.LineTo(p[0]-x, p[1]-y)
			}
		}
		z.ClosePath()
	}
	mask := image.NewAlpha(image.Rectangle{Max: part.Size()})
	z.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	return mask
}

// outline is the edge of the rim, moved inwards.
func (m *rim) outline(by float32) polygon {
	return rounded(by, by, float32(m.size.X)-by, float32(m.size.Y)-by, m.radius-by)
}

// rounded is a rectangle with round corners, clockwise from the top left.
func rounded(left, top, right, bottom, radius float32) polygon {
	if !(radius > 0) {
		return polygon{{left, top}, {right, top}, {right, bottom}, {left, bottom}}
	}
	steps := min(max(4, int(radius/2)), 24)
	shape := make(polygon, 0, 4*steps+5)
	for corner, o := range [4][2]float32{
		{left + radius, top + radius}, {right - radius, top + radius}, {right - radius, bottom - radius}, {left + radius, bottom - radius},
	} {
		for i := range steps + 1 {
			sin, cos := math.Sincos(math.Pi/2*float64(corner) + math.Pi/2*float64(i)/float64(steps))
			shape = append(shape, [2]float32{o[0] - radius*float32(cos), o[1] - radius*float32(sin)})
		}
	}
	return shape
}

// above is where the upper and the left side are: the corners between those and the others are cut aslant.
func (m *rim) above() polygon {
	w, h, deep := float32(m.size.X), float32(m.size.Y), max(m.width, m.radius)
	return polygon{{0, 0}, {w, 0}, {w - deep, deep}, {deep, h - deep}, {0, h}}
}

// drawRelief draws sides that lie in the light and sides that lie in the shade. A groove and a ridge are two such rims,
// one within the other.
func (m *rim) drawRelief(part image.Rectangle) *image.RGBA {
	first, second := lit(m.color), shaded(m.color)
	if m.style == LineInset || m.style == LineGroove {
		first, second = second, first
	}
	depth := m.width
	if m.style == LineGroove || m.style == LineRidge {
		depth = round(m.width / 2)
	}
	outer, middle, inner := cover(part, m.outline(0)), cover(part, m.outline(depth)), cover(part, m.outline(m.width))
	above := cover(part, m.above())
	to := image.NewRGBA(image.Rectangle{Max: part.Size()})
	for i, share := range above.Pix {
		rest := int(255 - share)
		out, in := int(outer.Pix[i])-int(middle.Pix[i]), int(middle.Pix[i])-int(inner.Pix[i])
		mix(to.Pix[4*i:4*i+4], first, out*int(share)+in*rest, second, out*rest+in*int(share))
	}
	return to
}

// mix sets a pixel to shares of two colours, in 1/65025.
func mix(pixel []byte, a color.NRGBA, share int, b color.NRGBA, other int) {
	share, other = max(0, share)*int(a.A), max(0, other)*int(b.A)
	const one, half = 255 * 255 * 255, 255 * 255 * 255 / 2
	pixel[0] = uint8((int(a.R)*share + int(b.R)*other + half) / one)
	pixel[1] = uint8((int(a.G)*share + int(b.G)*other + half) / one)
	pixel[2] = uint8((int(a.B)*share + int(b.B)*other + half) / one)
	pixel[3] = uint8((255*(share+other) + half) / one)
}

// contrast is how much lighter and darker than its colour the sides of a border are.
const contrast = 0.33

// lit is a colour as the side of a border in the light shows it, after the browsers.
func lit(c color.NRGBA) color.NRGBA {
	v := float32(max(c.R, c.G, c.B)) / 255
	if v == 0 {
		const grey = 0x54
		return color.NRGBA{R: grey, G: grey, B: grey, A: c.A}
	}
	return brighter(c, min(1, v+contrast)/v)
}

// shaded is a colour as the side of a border in the shade shows it.
func shaded(c color.NRGBA) color.NRGBA {
	v := float32(max(c.R, c.G, c.B, 1)) / 255
	return brighter(c, max(0, v-contrast)/v)
}

func brighter(c color.NRGBA, by float32) color.NRGBA {
	c.R, c.G, c.B = uint8(float32(c.R)*by+0.5), uint8(float32(c.G)*by+0.5), uint8(float32(c.B)*by+0.5)
	return c
}
