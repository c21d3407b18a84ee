package flow

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// hand is where text is selected by the pointer: it lies over all of a view and under its links. It draws nothing and
// hands on what it has no use for. Double clicks are counted in [Selection]: fyne.DoubleTappable would delay all taps.
type hand struct {
	view      *View
	size      fyne.Size
	swallowed bool       // the press that goes on selects, and is no tap
	held      *Selection // that a press that goes on selects into, also when the view shows something else by now
}

var (
	_ fyne.CanvasObject      = (*hand)(nil)
	_ fyne.Draggable         = (*hand)(nil)
	_ fyne.Tappable          = (*hand)(nil)
	_ fyne.SecondaryTappable = (*hand)(nil)
	_ desktop.Cursorable     = (*hand)(nil)
	_ desktop.Mouseable      = (*hand)(nil)
)

// MinSize implements fyne.CanvasObject.
func (h *hand) MinSize() fyne.Size { return fyne.Size{} }

// Move implements fyne.CanvasObject. A hand stays at the corner of its view.
func (h *hand) Move(fyne.Position) {}

// Position implements fyne.CanvasObject.
func (h *hand) Position() fyne.Position { return fyne.Position{} }

// Resize implements fyne.CanvasObject.
func (h *hand) Resize(to fyne.Size) { h.size = to }

// Size implements fyne.CanvasObject.
func (h *hand) Size() fyne.Size { return h.size }

// Show implements fyne.CanvasObject. A hand that is not wanted is taken out of its view.
func (h *hand) Show() {}

// Hide implements fyne.CanvasObject.
func (h *hand) Hide() {}

// Visible implements fyne.CanvasObject.
func (h *hand) Visible() bool { return true }

// Refresh implements fyne.CanvasObject.
func (h *hand) Refresh() {}

// MouseDown implements desktop.Mouseable.
func (h *hand) MouseDown(e *desktop.MouseEvent) {
	h.press(e, e.Position)
	h.tell(e, true)
}

// MouseUp implements desktop.Mouseable.
func (h *hand) MouseUp(e *desktop.MouseEvent) {
	h.DragEnd()
	h.tell(e, false)
}

func (h *hand) tell(e *desktop.MouseEvent, down bool) {
	if do := h.view.OnPressed; do != nil && e.Button == desktop.MouseButtonPrimary {
		do(e, down)
	}
}

// Dragged implements fyne.Draggable.
func (h *hand) Dragged(e *fyne.DragEvent) {
	if h.held != nil {
		h.held.Drag(e.AbsolutePosition)
	}
}

// DragEnd implements fyne.Draggable.
func (h *hand) DragEnd() {
	if h.held != nil {
		h.held.Release()
		h.held = nil
	}
}

// Tapped implements fyne.Tappable.
func (h *hand) Tapped(e *fyne.PointEvent) {
	if do := h.view.OnTapped; do != nil && !h.swallowed {
		do(e)
	}
}

// TappedSecondary implements fyne.SecondaryTappable.
func (h *hand) TappedSecondary(e *fyne.PointEvent) {
	if do := h.view.OnTappedSecondary; do != nil {
		do(e)
	}
}

// Cursor implements desktop.Cursorable.
func (h *hand) Cursor() desktop.Cursor {
	if c := h.view.Cursor; c != nil {
		return c
	}
	return desktop.TextCursor
}

// press begins to select at a point of the view.
func (h *hand) press(e *desktop.MouseEvent, at fyne.Position) {
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	h.swallowed, h.held = false, nil
	if p := h.view.page; p != nil && h.view.layout != nil {
		h.held = p.selection
		h.swallowed = h.held.press(p, e, func() Position { return p.wording().placeIn(p.indexOf(h.view), at) })
	}
}
