package flow

import (
	"fyne.io/fyne/v2"

	"mejiro/widgets"
)

// tip is where a box says something when the pointer rests on it. Taps are left to what lies behind.
type tip struct {
	widgets.Tipped
}

func newTip() *tip {
	t := &tip{}
	t.ExtendBaseWidget(t)
	return t
}

// CreateRenderer is called by Fyne.
func (t *tip) CreateRenderer() fyne.WidgetRenderer { return &spotRenderer{} }
