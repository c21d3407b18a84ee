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
	r := &groundRenderer{ground: g}
	for i := range r.parts {
		r.parts[i] = canvas.NewRectangle(color.Transparent)
	}
	r.paint()
	return r
}

// groundRenderer draws a ground: all of it as its first part, or, as round
// corners cost every pixel of a rectangle dearly where no graphics card draws
// them, the ends of a high one and a square body between.
type groundRenderer struct {
	ground *Ground
	parts  [3]*canvas.Rectangle
}

const (
	highGround = 4 // radii; from there on a ground is drawn in parts
	endsUnder  = 2 // units that the ends reach under the body, whose edge is sharp
)

func (r *groundRenderer) paint() {
	g := r.ground
	whole, foot, body := r.parts[0], r.parts[1], r.parts[2]
	fill, line, width := color.Color(color.Transparent), color.Color(color.Transparent), float32(0)
	if g.Fill != "" {
		fill = look.Color(g.Fill)
	}
	if g.Line != "" {
		line, width = look.Color(g.Line), 1
	}
	for _, p := range r.parts {
		p.FillColor = fill
	}
	whole.StrokeColor, whole.StrokeWidth = line, width
	size := g.Size()
	foot.Hidden = g.Radius <= 0 || width > 0 || !opaque(fill) || size.Height < highGround*g.Radius
	body.Hidden = foot.Hidden
	if foot.Hidden {
		round(whole, g.Radius, g.Radius)
		put(whole, 0, size.Width, size.Height)
		return
	}
	end := g.Radius + endsUnder
	round(whole, g.Radius, 0)
	round(foot, 0, g.Radius)
	put(whole, 0, size.Width, end)
	put(foot, size.Height-end, size.Width, end)
	put(body, g.Radius, size.Width, size.Height-2*g.Radius)
}

func round(o *canvas.Rectangle, top, bottom float32) {
	o.TopLeftCornerRadius, o.TopRightCornerRadius = top, top
	o.BottomLeftCornerRadius, o.BottomRightCornerRadius = bottom, bottom
}

func put(o *canvas.Rectangle, y, width, height float32) {
	o.Move(fyne.NewPos(0, y))
	o.Resize(fyne.NewSize(width, height))
}

func opaque(c color.Color) bool {
	_, _, _, a := c.RGBA()
	return a == 0xffff
}

// Refresh implements fyne.WidgetRenderer.
func (r *groundRenderer) Refresh() {
	r.paint()
	canvas.Refresh(r.ground)
}

// Layout implements fyne.WidgetRenderer.
func (r *groundRenderer) Layout(fyne.Size) { r.paint() }

// MinSize implements fyne.WidgetRenderer.
func (r *groundRenderer) MinSize() fyne.Size { return r.ground.Least }

// Objects implements fyne.WidgetRenderer.
func (r *groundRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.parts[0], r.parts[1], r.parts[2]}
}

// Destroy implements fyne.WidgetRenderer.
func (r *groundRenderer) Destroy() {}
