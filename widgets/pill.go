package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mejiro/widgets/look"
)

const pillHeight = 30

// Pill is a small round accent-coloured button with an arrow up: it floats over a list and tells what has come above.
type Pill struct {
	pressable
	ground *canvas.Rectangle
	text   *canvas.Text
	icon   *canvas.Image
}

// NewPill returns a pill without a text.
func NewPill(onTap func()) *Pill {
	p := &Pill{
		pressable: pressable{OnTap: onTap, glow: newGlow(canvas.RadiusMaximum)},
		ground:    canvas.NewRectangle(nil),
		text:      canvas.NewText("", nil),
		icon:      &canvas.Image{FillMode: canvas.ImageFillContain},
	}
	p.ground.CornerRadius = canvas.RadiusMaximum
	p.text.TextSize = look.TextSecondary
	p.text.TextStyle.Bold = true
	p.changed = p.colour
	p.ExtendBaseWidget(p)
	p.colour()
	return p
}

// SetText changes the text. A pill that is placed keeps its middle.
func (p *Pill) SetText(text string) {
	if p.text.Text == text {
		return
	}
	p.text.Text = text
	p.text.Refresh()
	before, size := p.Size(), p.MinSize()
	if !before.IsZero() {
		p.Move(p.Position().AddXY((before.Width-size.Width)/2, 0))
		p.Resize(size)
	}
}

// Show shows the pill.
func (p *Pill) Show() {
	p.pressable.Show()
	repaint(p)
}

// Text returns the text.
func (p *Pill) Text() string {
	return p.text.Text
}

func (p *Pill) colour() {
	p.text.Color = look.Color(look.ColorOnAccent)
	p.text.Refresh()
	p.icon.Resource = look.IconIn(look.IconArrowUp, look.ColorOnAccent)
	p.icon.Refresh()
	p.ground.FillColor = look.Color(look.ColorAccent)
	p.ground.Shadow = canvas.Shadow{Color: look.Color(look.ColorShadow), BlurRadius: 6, Offset: fyne.NewPos(0, 2)}
	p.ground.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (p *Pill) CreateRenderer() fyne.WidgetRenderer {
	return pillRenderer{p}
}

type pillRenderer struct{ pill *Pill }

func (r pillRenderer) Layout(size fyne.Size) {
	p := r.pill
	text := p.text.MinSize()
	p.ground.Resize(size)
	p.glow.Resize(size)
	p.text.Resize(text)
	p.text.Move(fyne.NewPos(look.Space4, (size.Height-text.Height)/2))
	p.icon.Resize(fyne.NewSquareSize(look.TextTitle))
	p.icon.Move(fyne.NewPos(look.Space4+text.Width+look.Space1, (size.Height-look.TextTitle)/2))
}

func (r pillRenderer) MinSize() fyne.Size {
	return fyne.NewSize(look.Space4+r.pill.text.MinSize().Width+look.Space1+look.TextTitle+look.Space3, pillHeight)
}

func (r pillRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.pill.ground, r.pill.glow, r.pill.text, r.pill.icon}
}

func (r pillRenderer) Refresh() {
	r.pill.colour()
	r.pill.colourGlow()
}

func (r pillRenderer) Destroy() {}
