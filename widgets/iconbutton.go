package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mejiro/widgets/look"
)

const (
	iconButtonSide = 32
	iconButtonPad  = (iconButtonSide - look.IconSize) / 2
)

// IconButton is a button with an icon, and beside it a count or other short text if it has one.
type IconButton struct {
	pressable
	icon  *canvas.Image
	name  look.IconName
	tint  fyne.ThemeColorName
	count *canvas.Text
}

// NewIconButton returns a button with an icon; tooltip says what it does, for lack of a caption.
func NewIconButton(icon look.IconName, tooltip string, onTap func()) *IconButton {
	b := &IconButton{
		pressable: pressable{OnTap: onTap, glow: newGlow(look.RadiusCard)},
		icon:      &canvas.Image{FillMode: canvas.ImageFillContain},
		name:      icon,
		tint:      look.ColorTextFaint,
		count:     canvas.NewText("", nil),
	}
	b.count.TextSize = look.TextSecondary
	b.changed = b.colour
	b.ExtendBaseWidget(b)
	b.SetToolTip(tooltip)
	b.colour()
	return b
}

// SetIcon changes the icon.
func (b *IconButton) SetIcon(icon look.IconName) {
	if b.name != icon {
		b.name = icon
		b.colour()
	}
}

// SetTint changes the colour of icon and count; the usual one is look.ColorTextFaint.
func (b *IconButton) SetTint(tint fyne.ThemeColorName) {
	if b.tint != tint {
		b.tint = tint
		b.colour()
	}
}

// SetCount sets the text beside the icon; empty for none.
func (b *IconButton) SetCount(text string) {
	if b.count.Text == text {
		return
	}
	b.count.Text = text
	b.count.Refresh()
	b.lay(b.Size())
}

// colour draws icon and count in their colour.
func (b *IconButton) colour() {
	tint := b.tint
	if b.disabled {
		tint = look.ColorDisabled
	}
	b.icon.Resource = look.IconIn(b.name, tint)
	b.icon.Refresh()
	b.count.Color = look.Color(tint)
	b.count.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *IconButton) CreateRenderer() fyne.WidgetRenderer {
	return &iconButtonRenderer{button: b, objects: []fyne.CanvasObject{b.glow, b.icon, b.count}}
}

func (b *IconButton) lay(size fyne.Size) {
	b.glow.Resize(size)
	b.icon.Resize(fyne.NewSquareSize(look.IconSize))
	b.icon.Move(fyne.NewPos(iconButtonPad, (size.Height-look.IconSize)/2))
	text := b.count.MinSize()
	b.count.Resize(text)
	b.count.Move(fyne.NewPos(iconButtonPad+look.IconSize+look.Space1, (size.Height-text.Height)/2))
}

type iconButtonRenderer struct {
	button  *IconButton
	objects []fyne.CanvasObject
}

func (r *iconButtonRenderer) Layout(size fyne.Size) { r.button.lay(size) }

func (r *iconButtonRenderer) MinSize() fyne.Size {
	width := float32(iconButtonSide)
	if r.button.count.Text != "" {
		width += look.Space1 + r.button.count.MinSize().Width
	}
	return fyne.NewSize(width, iconButtonSide)
}

func (r *iconButtonRenderer) Objects() []fyne.CanvasObject { return r.objects }

func (r *iconButtonRenderer) Refresh() {
	r.button.colour()
	r.button.colourGlow()
}

func (r *iconButtonRenderer) Destroy() {}
