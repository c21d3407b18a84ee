package flow

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mejiro/widgets"
)

// tip is where a box says something when the pointer rests on it. Taps are left to what lies behind.
type tip struct {
	widgets.Tipped
	owner *renderer
}

func newTip(owner *renderer) *tip {
	t := &tip{owner: owner}
	t.ExtendBaseWidget(t)
	return t
}

// MouseIn implements desktop.Hoverable.
func (t *tip) MouseIn(e *desktop.MouseEvent) {
	t.owner.view.Governor.Hovered(true)
	t.Tipped.MouseIn(e)
}

// MouseOut implements desktop.Hoverable.
func (t *tip) MouseOut() {
	t.owner.view.Governor.Hovered(false)
	t.Tipped.MouseOut()
}

// CreateRenderer is called by Fyne.
func (t *tip) CreateRenderer() fyne.WidgetRenderer { return &spotRenderer{} }
