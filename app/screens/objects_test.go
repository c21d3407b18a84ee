package screens_test

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets"
)

// buttonIn finds a button by what it says, or nil.
func buttonIn(o fyne.CanvasObject, text string) fyne.Tappable {
	for _, o := range test.LaidOutObjects(o) {
		switch b := o.(type) {
		case *widget.Button:
			if b.Text == text && b.Visible() {
				return b
			}
		case *widgets.TextButton:
			if b.Visible() && says(b, text) {
				return b
			}
		}
	}
	return nil
}

// says reports whether an object holds a text just so.
func says(o fyne.CanvasObject, text string) bool {
	for _, inner := range test.LaidOutObjects(o) {
		if t, ok := inner.(*canvas.Text); ok && t.Text == text {
			return true
		}
	}
	return false
}
