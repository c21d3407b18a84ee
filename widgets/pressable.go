package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"mejiro/widgets/look"
)

// pressable is what the buttons of this package have in common: they are pressed by pointer or key, have a tooltip, and a glow that shows where
// pointer and focus are.
type pressable struct {
	Tipped

	// OnTap is called when the button is pressed.
	OnTap func()

	glow             *canvas.Rectangle
	hovered, focused bool
	disabled         bool
	changed          func() // when it was enabled or disabled
}

func newGlow(radius float32) *canvas.Rectangle {
	glow := canvas.NewRectangle(color.Transparent)
	glow.CornerRadius = radius
	return glow
}

// Tapped implements fyne.Tappable.
func (p *pressable) Tapped(*fyne.PointEvent) {
	p.press()
}

func (p *pressable) press() {
	p.hideTip()
	if p.OnTap != nil && !p.disabled {
		p.OnTap()
	}
}

// MouseIn implements desktop.Hoverable.
func (p *pressable) MouseIn(ev *desktop.MouseEvent) {
	p.Tipped.MouseIn(ev)
	p.hovered = true
	p.colourGlow()
}

// MouseOut implements desktop.Hoverable.
func (p *pressable) MouseOut() {
	p.Tipped.MouseOut()
	p.hovered = false
	p.colourGlow()
}

// Cursor implements desktop.Cursorable.
func (p *pressable) Cursor() desktop.Cursor {
	if p.disabled {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// FocusGained implements fyne.Focusable.
func (p *pressable) FocusGained() {
	p.focused = true
	p.colourGlow()
}

// FocusLost implements fyne.Focusable.
func (p *pressable) FocusLost() {
	p.focused = false
	p.colourGlow()
}

// TypedRune implements fyne.Focusable.
func (p *pressable) TypedRune(rune) {}

// TypedKey implements fyne.Focusable: Space and Enter press.
func (p *pressable) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		p.press()
	}
}

// Enable implements fyne.Disableable.
func (p *pressable) Enable() {
	p.setDisabled(false)
}

// Disable implements fyne.Disableable.
func (p *pressable) Disable() {
	p.setDisabled(true)
}

// Disabled implements fyne.Disableable.
func (p *pressable) Disabled() bool {
	return p.disabled
}

func (p *pressable) setDisabled(disabled bool) {
	if p.disabled == disabled {
		return
	}
	p.disabled = disabled
	p.colourGlow()
	p.changed()
}

// colourGlow shows hover and focus.
func (p *pressable) colourGlow() {
	p.glow.FillColor, p.glow.StrokeColor, p.glow.StrokeWidth = color.Transparent, color.Transparent, 0
	if p.hovered && !p.disabled {
		p.glow.FillColor = look.Color(look.ColorHover)
	}
	if p.focused {
		p.glow.StrokeColor, p.glow.StrokeWidth = look.Color(look.ColorAccent), focusWidth
	}
	p.glow.Refresh()
}

// focusWidth is the width of the ring round what has the focus.
const focusWidth = 1.5
