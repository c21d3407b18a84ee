package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// tapArea lies over a widget that can be tapped. Hidden, it lets taps through to what lies below, which a widget with
// methods of its own for taps could not.
type tapArea struct {
	widget.BaseWidget
	tap       func()
	secondary func(*fyne.PointEvent)
}

func newTapArea() *tapArea {
	a := &tapArea{}
	a.ExtendBaseWidget(a)
	a.Hide()
	return a
}

// set hides the area when there is nothing to call.
func (a *tapArea) set(tap func(), secondary func(*fyne.PointEvent)) {
	a.tap, a.secondary = tap, secondary
	a.Hidden = tap == nil && secondary == nil
}

// CreateRenderer implements fyne.Widget.
func (a *tapArea) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(nil)) // draws nothing
}

// Tapped implements fyne.Tappable.
func (a *tapArea) Tapped(*fyne.PointEvent) {
	if a.tap != nil {
		a.tap()
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (a *tapArea) TappedSecondary(e *fyne.PointEvent) {
	if a.secondary != nil {
		a.secondary(e)
	}
}

// Cursor implements desktop.Cursorable.
func (a *tapArea) Cursor() desktop.Cursor {
	if a.tap == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}
