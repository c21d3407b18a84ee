package mfm

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// sideWheel takes the wheel over its place while Shift is held, and is not there otherwise: a driver gives the wheel to
// the innermost object that takes it, and the list all this stands in would never move.
type sideWheel struct {
	widget.BaseWidget
	move func(by float32)
}

var _ fyne.Scrollable = (*sideWheel)(nil)

func newSideWheel(move func(by float32)) *sideWheel {
	w := &sideWheel{move: move}
	w.ExtendBaseWidget(w)
	return w
}

// Visible implements fyne.CanvasObject.
func (w *sideWheel) Visible() bool {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0 && w.BaseWidget.Visible()
}

// Scrolled implements fyne.Scrollable.
func (w *sideWheel) Scrolled(e *fyne.ScrollEvent) {
	w.move(wheelStep * (e.Scrolled.DX + e.Scrolled.DY))
}

// wheelStep has a notch of the wheel move a few characters: Fyne's is 25 units.
const wheelStep = 2

// CreateRenderer is called by Fyne.
func (w *sideWheel) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}
