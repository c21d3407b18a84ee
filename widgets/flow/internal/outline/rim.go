package outline

import (
	"image"
	"image/color"
	"math"
)

// Style is how a border is drawn, as in CSS.
type Style uint8

// The styles.
const (
	Dotted Style = iota
	Dashed
	Groove
	Ridge
	Inset
	Outset
)

// Rim is a border: all that its pixels depend on. Equal ones are drawn alike.
type Rim struct {
	Style Style
	Size  image.Point // on the outside; to be drawn, at least 1 each way
	// Width is that of the line, and Radius that of the corners on the outside, 0 for square ones: at most half of what
	// Size is the smaller way. Width is above 0, and best whole.
	Width, Radius float32
	Color         color.NRGBA
}

// Parts are up to four upright rectangles that it lies in; they do not meet.
func (m *Rim) Parts() []image.Rectangle {
	all := image.Rectangle{Max: m.Size}
	thick := int(math.Ceil(float64(max(m.Width, m.Radius))))
	inner := all.Inset(thick)
	if inner.Empty() {
		return []image.Rectangle{all}
	}
	return []image.Rectangle{
		{Max: image.Pt(all.Max.X, inner.Min.Y)},
		{Min: image.Pt(0, inner.Max.Y), Max: all.Max},
		{Min: image.Pt(0, inner.Min.Y), Max: image.Pt(inner.Min.X, inner.Max.Y)},
		{Min: image.Pt(inner.Max.X, inner.Min.Y), Max: image.Pt(all.Max.X, inner.Max.Y)},
	}
}

// Area is how many pixels the parts have.
func (m *Rim) Area() int {
	sum := 0
	for _, p := range m.Parts() {
		sum += p.Dx() * p.Dy()
	}
	return sum
}

// Draw draws what lies in a part. The picture begins at 0, 0.
func (m *Rim) Draw(part image.Rectangle) *image.RGBA {
	switch m.Style {
	case Dotted, Dashed:
		return m.drawDashes(part)
	}
	return m.drawRelief(part)
}

// outline is the edge of the rim, moved inwards.
func (m *Rim) outline(by float32) Polygon {
	return Rounded(by, by, float32(m.Size.X)-by, float32(m.Size.Y)-by, m.Radius-by)
}
