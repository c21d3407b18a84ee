package postform

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mejiro/widgets/look"
)

// newColumn stacks objects from top to bottom. The keyboard goes through them
// in an order of its own.
func newColumn(fromTop, byTab []fyne.CanvasObject) *fyne.Container {
	return container.New(column{fromTop}, byTab...)
}

type column struct{ fromTop []fyne.CanvasObject }

const columnGap = look.Space1

// Layout implements fyne.Layout.
func (c column) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range c.fromTop {
		if !o.Visible() {
			continue
		}
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height)) // what wraps may need another height now
		o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		o.Move(fyne.NewPos(0, y))
		y += o.MinSize().Height + columnGap
	}
}

// MinSize implements fyne.Layout.
func (c column) MinSize([]fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range c.fromTop {
		if o.Visible() {
			least := o.MinSize()
			size.Width = max(size.Width, least.Width)
			size.Height += least.Height + columnGap
		}
	}
	size.Height = max(0, size.Height-columnGap)
	return size
}
