package flow

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

const (
	// maxRim bounds the pixels of one border: a larger one is drawn in fewer.
	maxRim = 1 << 18
	// maxAllRims bounds those of all borders of a view.
	maxAllRims = 1 << 20
	// maxRims bounds how many borders of a view are drawn in pixels: each takes about a tenth of a millisecond.
	maxRims = 200
)

// rim is a border in pixels: all that they depend on.
type rim struct {
	style         LineStyle
	size          image.Point
	width, radius float32
	color         color.NRGBA
}

// strip is a part of a rim, which is drawn in up to four so that what it surrounds takes no memory.
type strip struct {
	image *canvas.Image
	loan  loan
	rim   rim
	part  image.Rectangle
}

func newStrip(owner *renderer) *strip {
	return &strip{image: &canvas.Image{ScaleMode: canvas.ImageScaleFastest}, loan: loan{owner: owner}}
}

// showRim draws a border w thick in pixels. It tells whether that was not too much.
func (l *layer) showRim(f ring, w float32, style LineStyle, c color.Color) bool {
	r, scale := l.owner, l.pixels()
	m := newRim(f, w, style, c, scale)
	if area := m.area(); area > maxRim {
		scale *= float32(math.Sqrt(maxRim / float64(area)))
		m = newRim(f, w, style, c, scale)
	}
	if m.size.X < 1 || m.size.Y < 1 {
		return true
	}
	r.rims++
	if r.rimmed += m.area(); r.rims > maxRims || r.rimmed > maxAllRims {
		return false
	}
	corner := image.Pt(int(round(f.x*scale)), int(round(f.y*scale)))
	for i, part := range m.parts() {
		if !l.strips.next().show(m, part, corner, scale) {
			l.strips.used -= i + 1
			return false
		}
	}
	return true
}

func newRim(f ring, w float32, style LineStyle, c color.Color, scale float32) rim {
	m := rim{
		style: style, color: color.NRGBAModel.Convert(c).(color.NRGBA), radius: f.radius * scale,
		size: image.Pt(int(round(f.width*scale)), int(round(f.height*scale))),
	}
	half := float32(min(m.size.X, m.size.Y)) / 2
	m.width = min(max(1, round(w*scale)), half)
	m.radius = min(m.radius, half)
	return m
}

// parts are the upright rectangles that it lies in; they do not meet.
func (m *rim) parts() []image.Rectangle {
	all := image.Rectangle{Max: m.size}
	thick := int(math.Ceil(float64(max(m.width, m.radius))))
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

func (m *rim) area() int {
	sum := 0
	for _, p := range m.parts() {
		sum += p.Dx() * p.Dy()
	}
	return sum
}

// show shows a part of a rim whose corner is at corner, in pixels. What is there already stays. It tells whether there
// was memory.
func (s *strip) show(m rim, part image.Rectangle, corner image.Point, scale float32) bool {
	if s.image.Image == nil || s.rim != m || s.part != part {
		s.clear()
		if !s.loan.take(4 * part.Dx() * part.Dy()) {
			return false
		}
		s.rim, s.part = m, part
		s.image.Image = m.draw(part)
		s.image.Refresh()
	}
	at := corner.Add(part.Min)
	s.image.Move(fyne.NewPos(float32(at.X)/scale, float32(at.Y)/scale))
	s.image.Resize(fyne.NewSize(float32(part.Dx())/scale, float32(part.Dy())/scale))
	return true
}

func (s *strip) clear() {
	s.loan.giveBack()
	s.image.Image = nil
}
