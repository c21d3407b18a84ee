package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets/look"
)

// Ground is a rectangle in colours of the theme, which it follows.
type Ground struct {
	widget.BaseWidget

	// Fill and Line are names of colours; "" draws none. Line is one unit wide.
	Fill, Line fyne.ThemeColorName
	// Radius rounds the corners, in device-independent units.
	Radius float32
	// Least is the size it asks for.
	Least fyne.Size
}

// NewGround returns a filled rectangle.
func NewGround(fill fyne.ThemeColorName, radius float32) *Ground {
	g := &Ground{Fill: fill, Radius: radius}
	g.ExtendBaseWidget(g)
	return g
}

// NewHairline returns a line one unit thick that parts what stands above and
// below it.
func NewHairline() *Ground {
	g := NewGround(look.ColorDivider, 0)
	g.Least = fyne.NewSize(0, 1)
	return g
}

// CreateRenderer implements fyne.Widget.
func (g *Ground) CreateRenderer() fyne.WidgetRenderer {
	r := &groundRenderer{ground: g, rectangle: canvas.NewRectangle(color.Transparent)}
	r.paint()
	return r
}

type groundRenderer struct {
	ground    *Ground
	rectangle *canvas.Rectangle
}

func (r *groundRenderer) paint() {
	g := r.ground
	r.rectangle.FillColor, r.rectangle.StrokeColor, r.rectangle.StrokeWidth = color.Transparent, color.Transparent, 0
	if g.Fill != "" {
		r.rectangle.FillColor = look.Color(g.Fill)
	}
	if g.Line != "" {
		r.rectangle.StrokeColor, r.rectangle.StrokeWidth = look.Color(g.Line), 1
	}
	r.rectangle.CornerRadius = g.Radius
}

// Refresh implements fyne.WidgetRenderer.
func (r *groundRenderer) Refresh() {
	r.paint()
	r.rectangle.Refresh()
}

// Layout implements fyne.WidgetRenderer.
func (r *groundRenderer) Layout(size fyne.Size) { r.rectangle.Resize(size) }

// MinSize implements fyne.WidgetRenderer.
func (r *groundRenderer) MinSize() fyne.Size { return r.ground.Least }

// Objects implements fyne.WidgetRenderer.
func (r *groundRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rectangle} }

// Destroy implements fyne.WidgetRenderer.
func (r *groundRenderer) Destroy() {}
