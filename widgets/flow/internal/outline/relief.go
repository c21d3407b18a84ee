package outline

import (
	"image"
	"image/color"
	"math"
)

// above is where the upper and the left side are: the corners between those and the others are cut aslant.
func (m *Rim) above() Polygon {
	w, h, deep := float32(m.Size.X), float32(m.Size.Y), max(m.Width, m.Radius)
	return Polygon{{0, 0}, {w, 0}, {w - deep, deep}, {deep, h - deep}, {0, h}}
}

// drawRelief draws sides that lie in the light and sides that lie in the shade. A groove and a ridge are two such rims,
// one within the other.
func (m *Rim) drawRelief(part image.Rectangle) *image.RGBA {
	first, second := lit(m.Color), shaded(m.Color)
	if m.Style == Inset || m.Style == Groove {
		first, second = second, first
	}
	depth := m.Width
	if m.Style == Groove || m.Style == Ridge {
		depth = float32(math.Round(float64(m.Width / 2)))
	}
	outer, middle, inner := Cover(part, m.outline(0)), Cover(part, m.outline(depth)), Cover(part, m.outline(m.Width))
	above := Cover(part, m.above())
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
