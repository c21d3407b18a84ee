package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mejiro/widgets/look"
)

// TextButton is a word or two in the accent colour that can be pressed: the action of a toast or a line.
type TextButton struct {
	pressable
	text *canvas.Text
}

// NewTextButton returns a button with a text.
func NewTextButton(text string, onTap func()) *TextButton {
	b := &TextButton{
		pressable: pressable{OnTap: onTap, glow: newGlow(look.RadiusCard / 2)},
		text:      canvas.NewText(text, nil),
	}
	b.text.TextSize = look.TextSecondary
	b.text.TextStyle.Bold = true
	b.text.Alignment = fyne.TextAlignCenter
	b.changed = b.colour
	b.ExtendBaseWidget(b)
	b.colour()
	return b
}

// SetText changes the text.
func (b *TextButton) SetText(text string) {
	if b.text.Text != text {
		b.text.Text = text
		b.text.Refresh()
	}
}

func (b *TextButton) colour() {
	tint := look.ColorAccent
	if b.disabled {
		tint = look.ColorDisabled
	}
	b.text.Color = look.Color(tint)
	b.text.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (b *TextButton) CreateRenderer() fyne.WidgetRenderer {
	return textButtonRenderer{b}
}

type textButtonRenderer struct{ button *TextButton }

func (r textButtonRenderer) Layout(size fyne.Size) {
	r.button.glow.Resize(size)
	r.button.text.Resize(size)
}

func (r textButtonRenderer) MinSize() fyne.Size {
	return r.button.text.MinSize().AddWidthHeight(2*look.Space2, 2*look.Space1)
}

func (r textButtonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.button.glow, r.button.text}
}

func (r textButtonRenderer) Refresh() {
	r.button.colour()
	r.button.colourGlow()
}

func (r textButtonRenderer) Destroy() {}
