package flow

import (
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mejiro/widgets/flow/internal/outline"
)

const (
	// maxRim bounds the pixels of one border: a larger one is drawn in fewer.
	maxRim = 1 << 18
	// maxAllRims bounds those of all borders of a view.
	maxAllRims = 1 << 20
	// maxRims bounds how many borders of a view are drawn in pixels: each takes about a tenth of a millisecond.
	maxRims = 200
)

// strip is a part of a rim, which is drawn in up to four so that what it surrounds takes no memory.
type strip struct {
	image *canvas.Image
	loan  loan
	rim   outline.Rim
	part  image.Rectangle
}

func newStrip(owner *renderer) *strip {
	return &strip{image: &canvas.Image{ScaleMode: canvas.ImageScaleFastest}, loan: loan{owner: owner}}
}

// showRim draws a border w thick in pixels. It tells whether that was not too much.
func (l *layer) showRim(f ring, w float32, style outline.Style, c color.Color) bool {
	r, scale := l.owner, l.pixels()
	m := newRim(f, w, style, c, scale)
	if area := m.Area(); area > maxRim {
		scale *= float32(math.Sqrt(maxRim / float64(area)))
		m = newRim(f, w, style, c, scale)
	}
	if m.Size.X < 1 || m.Size.Y < 1 {
		return true
	}
	r.rims++
	if r.rimmed += m.Area(); r.rims > maxRims || r.rimmed > maxAllRims {
		return false
	}
	corner := image.Pt(int(round(f.x*scale)), int(round(f.y*scale)))
	for i, part := range m.Parts() {
		if !l.strips.next().show(m, part, corner, scale) {
			l.strips.used -= i + 1
			return false
		}
	}
	return true
}

// newRim is a border w thick along f, in pixels.
func newRim(f ring, w float32, style outline.Style, c color.Color, scale float32) outline.Rim {
	m := outline.Rim{
		Style: style, Color: color.NRGBAModel.Convert(c).(color.NRGBA), Radius: f.radius * scale,
		Size: image.Pt(int(round(f.width*scale)), int(round(f.height*scale))),
	}
	half := float32(min(m.Size.X, m.Size.Y)) / 2
	m.Width = min(max(1, round(w*scale)), half)
	m.Radius = min(m.Radius, half)
	return m
}

// show shows a part of a rim whose corner is at corner, in pixels. What is there already stays. It tells whether there
// was memory.
func (s *strip) show(m outline.Rim, part image.Rectangle, corner image.Point, scale float32) bool {
	if s.image.Image == nil || s.rim != m || s.part != part {
		s.clear()
		if !s.loan.take(4 * part.Dx() * part.Dy()) {
			return false
		}
		s.rim, s.part = m, part
		s.image.Image = m.Draw(part)
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
