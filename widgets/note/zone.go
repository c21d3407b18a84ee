package note

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"mejiro/widgets/look"
)

// zone is a place of a card that can be pressed. It draws nothing: what is
// under the pointer is lit by the card's one glow. So it needs no renderer,
// and dozens of them cost a frame next to nothing.
type zone struct {
	card  *Card
	shown Zone
	pos   fyne.Position
	size  fyne.Size
}

var (
	_ fyne.CanvasObject      = (*zone)(nil)
	_ fyne.Tappable          = (*zone)(nil)
	_ fyne.SecondaryTappable = (*zone)(nil)
	_ desktop.Hoverable      = (*zone)(nil)
	_ desktop.Mouseable      = (*zone)(nil)
	_ desktop.Cursorable     = (*zone)(nil)
)

// show implements part.
func (z *zone) show(s Zone) {
	z.shown = s
	z.pos, z.size = s.Pos, s.Size
}

func (z *zone) object() fyne.CanvasObject { return z }

// MinSize implements fyne.CanvasObject.
func (z *zone) MinSize() fyne.Size { return fyne.Size{} }

// Move implements fyne.CanvasObject.
func (z *zone) Move(to fyne.Position) { z.pos = to }

// Position implements fyne.CanvasObject.
func (z *zone) Position() fyne.Position { return z.pos }

// Resize implements fyne.CanvasObject.
func (z *zone) Resize(to fyne.Size) { z.size = to }

// Size implements fyne.CanvasObject.
func (z *zone) Size() fyne.Size { return z.size }

// Show implements fyne.CanvasObject. A zone that is not wanted is taken out
// of its card.
func (z *zone) Show() {}

// Hide implements fyne.CanvasObject.
func (z *zone) Hide() {}

// Visible implements fyne.CanvasObject.
func (z *zone) Visible() bool { return true }

// Refresh implements fyne.CanvasObject.
func (z *zone) Refresh() {}

// Tapped implements fyne.Tappable.
func (z *zone) Tapped(e *fyne.PointEvent) {
	z.card.hideTip()
	if z.shown.Press != nil {
		z.shown.Press(z.card.actions, z)
		return
	}
	z.card.Tapped(e)
}

// TappedSecondary implements fyne.SecondaryTappable.
func (z *zone) TappedSecondary(e *fyne.PointEvent) {
	z.card.hideTip()
	z.card.menu(z, e.Position)
}

// MouseIn implements desktop.Hoverable.
func (z *zone) MouseIn(e *desktop.MouseEvent) { z.card.hover(z, e) }

// MouseMoved implements desktop.Hoverable. The zone may have come under the
// pointer by itself.
func (z *zone) MouseMoved(e *desktop.MouseEvent) {
	if z.card.hot != z {
		z.card.hover(z, e)
		return
	}
	z.card.tip.MouseMoved(e)
}

// MouseOut implements desktop.Hoverable.
func (z *zone) MouseOut() {
	if z.card.hot == z {
		z.card.leave()
	}
}

// MouseDown implements desktop.Mouseable.
func (z *zone) MouseDown(e *desktop.MouseEvent) {
	if e.Button == desktop.MouseButtonPrimary {
		z.card.light(z, look.ColorPressed)
	}
}

// MouseUp implements desktop.Mouseable.
func (z *zone) MouseUp(*desktop.MouseEvent) {
	if z.card.hot == z {
		z.card.light(z, look.ColorHover)
		return
	}
	z.card.dim()
}

// Cursor implements desktop.Cursorable.
func (z *zone) Cursor() desktop.Cursor {
	if z.shown.Press != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// glow lights what the pointer is on.
func newGlow() *canvas.Rectangle {
	g := canvas.NewRectangle(nil)
	g.Hidden = true
	return g
}

// hover makes z what the pointer is on.
func (c *Card) hover(z *zone, e *desktop.MouseEvent) {
	c.leave()
	c.governor.Hovered(true)
	c.hot = z
	c.tip.SetToolTip(z.shown.Label)
	c.tip.MouseIn(e)
	c.light(z, look.ColorHover)
}

// leave forgets what the pointer was on.
func (c *Card) leave() {
	if c.hot == nil {
		return
	}
	c.hot = nil
	c.governor.Hovered(false)
	c.hideTip()
	c.dim()
}

func (c *Card) hideTip() { c.tip.MouseOut() }

// light shows the glow in the shape of z, if that is to be lit at all.
func (c *Card) light(z *zone, tint fyne.ThemeColorName) {
	if z.shown.Plain || z.shown.Press == nil {
		c.dim()
		return
	}
	c.glow.FillColor, c.glow.CornerRadius = look.Color(tint), z.shown.Radius
	c.glow.Move(z.shown.Shape.Pos)
	c.glow.Resize(z.shown.Shape.Size)
	c.glow.Hidden = false
	c.glow.Refresh()
}

func (c *Card) dim() {
	if c.glow.Visible() {
		c.glow.Hide()
	}
}
