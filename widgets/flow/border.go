package flow

import (
	"image/color"

	"fyne.io/fyne/v2"

	"mejiro/widgets/flow/internal/outline"
)

// showBorder draws the border of a box whose frame is at at. What is more than lines of one colour is drawn in pixels,
// as far as there may be more of them; the rest is solid.
func (l *layer) showBorder(b *nested, at fyne.Position, size fyne.Size, c color.Color) {
	f := ring{at.X, at.Y, size.Width, size.Height, b.radius(size)}
	w, style := b.border, b.Border.Style
	if rim, ok := style.rim(); ok && l.showRim(f, w, rim, c) {
		return
	}
	if style == LineDouble {
		scale := l.pixels()
		if third := round(w*scale/3) / scale; w*scale >= 3 {
			l.solid(f, third, c)
			l.solid(f.shrunk(w-third), third, c)
			return
		}
	}
	l.solid(f, w, c)
}

// rim is the style in pixels. It tells whether there is one: the others are lines of one colour.
func (s LineStyle) rim() (style outline.Style, ok bool) {
	switch s {
	case LineDotted:
		return outline.Dotted, true
	case LineDashed:
		return outline.Dashed, true
	case LineGroove:
		return outline.Groove, true
	case LineRidge:
		return outline.Ridge, true
	case LineInset:
		return outline.Inset, true
	case LineOutset:
		return outline.Outset, true
	}
	return 0, false
}

// ring is the outer edge of a line around something.
type ring struct{ x, y, width, height, radius float32 }

func (f ring) shrunk(by float32) ring {
	return ring{f.x + by, f.y + by, max(0, f.width-2*by), max(0, f.height-2*by), max(0, f.radius-by)}
}

// solid draws a ring w thick.
func (l *layer) solid(f ring, w float32, c color.Color) {
	w = min(w, f.width/2, f.height/2)
	if !(w > 0) {
		return
	}
	if f.radius > 0 {
		o := l.grounds.next()
		place(o, f.x, f.y, f.width, f.height, f.radius, barely(c))
		o.StrokeWidth, o.StrokeColor = w, c
		return
	}
	side := func(x, y, width, height float32) { place(l.grounds.next(), x, y, width, height, 0, c) }
	side(f.x, f.y, f.width, w)
	side(f.x, f.y+w, w, f.height-w)
	side(f.x+w, f.y+f.height-w, f.width-w, w)
	side(f.x+f.width-w, f.y+w, w, f.height-2*w)
}

// barely is c as good as clear. Where a line meets what it surrounds the driver mixes their colours, even those of what
// is clear, and nothing would mix like black.
func barely(c color.Color) color.NRGBA {
	faint := color.NRGBAModel.Convert(c).(color.NRGBA)
	faint.A = min(faint.A, 1)
	return faint
}

// pixels is how many a unit has in what the layer is drawn to.
func (l *layer) pixels() float32 {
	if l.plate != nil {
		return l.plate.sketch.pixels
	}
	return l.owner.view.scale()
}
