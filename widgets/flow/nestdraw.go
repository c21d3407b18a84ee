package flow

import (
	"fyne.io/fyne/v2"
)

// drawBox draws a box as it stands, the corner of its margin at at.
func (l *layer) drawBox(b *nested, at fyne.Position) {
	corner, size := b.frame()
	corner = corner.Add(at)
	if b.Tooltip != "" {
		l.showTip(b.Tooltip, corner, size)
	}
	l.showGround(b, corner, size)
	if !b.clipped() {
		l.showInside(b, at)
		return
	}
	c := l.clips.next()
	corner, size = corner.AddXY(b.border, b.border), size.SubtractWidthHeight(2*b.border, 2*b.border)
	c.begin(l, corner, size)
	c.open(l, b, corner, size)
	c.layer.showInside(b, at.Subtract(corner))
	c.layer.finish()
}

// clipped tells whether the box needs something to cut what is in it: what is drawn as it stands is within the box
// anyway.
func (b *nested) clipped() bool {
	return b.cut || b.Clip && b.inner != nil && b.inner.text.effects
}

// showInside draws what is within a box, the corner of whose margin is at at.
func (l *layer) showInside(b *nested, at fyne.Position) {
	if b.inner != nil {
		l.show(b.inner, at.Add(b.innerAt))
	} else {
		o := l.owner.stock.of(b.Content)
		o.Move(at.Add(b.innerAt))
		o.Resize(b.content)
		l.contents = append(l.contents, o)
	}
	if b.reading != nil {
		l.show(b.reading, at.Add(b.readingAt))
	}
}

// showGround draws fill, border and bar of a box, on whole units.
func (l *layer) showGround(b *nested, at fyne.Position, size fyne.Size) {
	size = fyne.NewSize(round(at.X+size.Width)-round(at.X), round(at.Y+size.Height)-round(at.Y))
	at = fyne.NewPos(round(at.X), round(at.Y))
	if c := b.Fill.color(); c != nil {
		place(l.grounds.next(), at.X, at.Y, size.Width, size.Height, b.radius(size), c)
	}
	if b.bar > 0 {
		if c := b.BarPaint.color(); c != nil {
			place(l.grounds.next(), at.X+b.border, at.Y+b.border, b.bar, size.Height-2*b.border, 0, c)
		}
	}
	if c := b.Border.Paint.color(); c != nil && b.border > 0 {
		l.showBorder(b, at, size, c)
	}
}

// radius is that of the corners.
func (b *nested) radius(size fyne.Size) float32 {
	return min(within(b.Radius, 0, maxNatural), size.Width/2, size.Height/2)
}

func (l *layer) showTip(text string, at fyne.Position, size fyne.Size) {
	t := l.owner.tips.next()
	t.SetToolTip(text)
	l.put(t, at, size)
}
