package widgets

import "fyne.io/fyne/v2"

// repaint has the window of o drawn again. Refreshing what has just appeared is not enough: Fyne knows the window of an object only when it has been
// drawn in the last minute. If o is not known either, all windows are drawn.
func repaint(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(o); c != nil {
		setDirty(c)
		return
	}
	for _, w := range driver.AllWindows() {
		setDirty(w.Canvas())
	}
}

func setDirty(c fyne.Canvas) {
	if c, ok := c.(interface{ SetDirty() }); ok {
		c.SetDirty()
	}
}
