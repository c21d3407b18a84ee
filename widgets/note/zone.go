package note

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets"
	"mejiro/widgets/look"
)

// zone is a place of a card that can be pressed.
type zone struct {
	widgets.Tipped
	card  *Card
	shown Zone
	glow  *canvas.Rectangle
}

var (
	_ fyne.Tappable          = (*zone)(nil)
	_ fyne.SecondaryTappable = (*zone)(nil)
	_ desktop.Hoverable      = (*zone)(nil)
	_ desktop.Cursorable     = (*zone)(nil)
)

func newZone(c *Card) *zone {
	z := &zone{card: c, glow: canvas.NewRectangle(color.Transparent)}
	z.ExtendBaseWidget(z)
	return z
}

func (z *zone) show(s Zone) {
	z.shown = s
	z.glow.CornerRadius = s.Radius
	z.SetToolTip(s.Label)
	z.leave()
	z.Move(s.Pos)
	z.Resize(s.Size)
}

// CreateRenderer implements fyne.Widget.
func (z *zone) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(z.glow) }

// Tapped implements fyne.Tappable.
func (z *zone) Tapped(*fyne.PointEvent) {
	if z.shown.Press != nil {
		z.shown.Press(z.card.actions, z)
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (z *zone) TappedSecondary(e *fyne.PointEvent) {
	z.card.menu(z, e.Position)
}

// MouseIn implements desktop.Hoverable.
func (z *zone) MouseIn(e *desktop.MouseEvent) {
	z.Tipped.MouseIn(e)
	if !z.shown.Plain && z.shown.Press != nil {
		z.glow.FillColor = look.Color(look.ColorHover)
		z.glow.Refresh()
	}
}

// MouseOut implements desktop.Hoverable.
func (z *zone) MouseOut() {
	z.Tipped.MouseOut()
	z.leave()
}

func (z *zone) leave() {
	if z.glow.FillColor != color.Transparent {
		z.glow.FillColor = color.Transparent
		z.glow.Refresh()
	}
}

// Cursor implements desktop.Cursorable.
func (z *zone) Cursor() desktop.Cursor {
	if z.shown.Press != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}
