package flow

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// veil is where the pointer takes an effect away. Taps are left to what lies behind.
type veil struct {
	widget.BaseWidget
	owner *renderer
	outer *veil // the one around it; nil for none
	box   *nested
	over  bool
}

var _ desktop.Hoverable = (*veil)(nil)

func newVeil(owner *renderer) *veil {
	v := &veil{owner: owner}
	v.ExtendBaseWidget(v)
	return v
}

// showVeil puts a veil on a box, and tells whether it is lifted. It is the innermost from now on.
func (r *renderer) showVeil(l *layer, b *nested, at fyne.Position) bool {
	v := r.veils.next()
	if v.box != b {
		v.box, v.over = b, false
	}
	v.outer, r.veil = r.veil, v
	corner, size := b.frame()
	l.put(v, at.Add(corner), size)
	return v.lifted()
}

// lifted reports whether the pointer is on the veil, or on one within.
func (v *veil) lifted() bool {
	for _, w := range v.owner.veils.made {
		if !w.over {
			continue
		}
		for ; w != nil; w = w.outer {
			if w == v {
				return true
			}
		}
	}
	return false
}

// set says whether the pointer is on the veil or on something before it.
func (v *veil) set(over bool) {
	if v != nil && v.over != over && v.box != nil {
		v.over = over
		v.owner.arrange()
		v.owner.view.repaint()
	}
}

func (v *veil) clear() { v.box, v.outer, v.over = nil, nil, false }

// MouseIn implements desktop.Hoverable.
func (v *veil) MouseIn(*desktop.MouseEvent) {
	v.owner.view.Governor.Hovered(true)
	v.set(true)
}

// MouseMoved does what MouseIn does when the veil changed under a resting pointer.
func (v *veil) MouseMoved(e *desktop.MouseEvent) { v.MouseIn(e) }

// MouseOut implements desktop.Hoverable.
func (v *veil) MouseOut() {
	v.owner.view.Governor.Hovered(false)
	v.set(false)
}

// CreateRenderer is called by Fyne.
func (v *veil) CreateRenderer() fyne.WidgetRenderer { return &spotRenderer{} }
