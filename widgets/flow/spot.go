package flow

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"mejiro/widgets"
)

// spot is where a link can be tapped: one for each line that a link touches.
type spot struct {
	widgets.Tipped
	owner *renderer
	link  *Link
	line  *canvas.Rectangle
	veil  *veil // that it lies on; nil for none
	over  bool
}

var (
	_ fyne.Tappable          = (*spot)(nil)
	_ fyne.SecondaryTappable = (*spot)(nil)
	_ desktop.Cursorable     = (*spot)(nil)
	_ desktop.Hoverable      = (*spot)(nil)
	_ desktop.Mouseable      = (*spot)(nil)
	_ fyne.Draggable         = (*spot)(nil)
)

func newSpot(owner *renderer) *spot {
	s := &spot{owner: owner, line: canvas.NewRectangle(color.Transparent)}
	s.line.Hide()
	s.ExtendBaseWidget(s)
	return s
}

// bind makes the spot lead to link; nothing of the former one stays.
func (s *spot) bind(link *Link) {
	if s.link == link {
		return
	}
	s.Tipped.MouseOut()
	s.link, s.over = link, false
	s.underline(false)
	s.SetToolTip("")
	if link != nil {
		s.SetToolTip(link.Tooltip)
	}
}

func (s *spot) underline(on bool) {
	if s.line.Hidden == on {
		s.line.Hidden = !on
		canvas.Refresh(s)
	}
}

// Tapped follows the link.
func (s *spot) Tapped(*fyne.PointEvent) {
	if do := s.owner.view.OnLink; do != nil && s.link != nil && !s.owner.hand.swallowed {
		do(*s.link)
	}
}

// TappedSecondary asks what else can be done with the link.
func (s *spot) TappedSecondary(e *fyne.PointEvent) {
	if do := s.owner.view.OnSecondary; do != nil && s.link != nil {
		do(*s.link, e)
	}
}

// Cursor is the pointing hand.
func (s *spot) Cursor() desktop.Cursor {
	return desktop.PointerCursor
}

// MouseIn underlines the link, in every line it touches.
func (s *spot) MouseIn(e *desktop.MouseEvent) {
	s.over = true
	s.veil.set(true)
	s.owner.view.Governor.Hovered(true)
	s.owner.hover(s.link, true)
	s.Tipped.MouseIn(e)
}

// MouseMoved does what MouseIn does when the spot changed under a resting pointer.
func (s *spot) MouseMoved(e *desktop.MouseEvent) {
	if !s.over {
		s.MouseIn(e)
		return
	}
	s.Tipped.MouseMoved(e)
}

// MouseOut takes the line away again.
func (s *spot) MouseOut() {
	s.over = false
	s.veil.set(false)
	s.owner.view.Governor.Hovered(false)
	s.owner.hover(s.link, false)
	s.Tipped.MouseOut()
}

// MouseDown may begin to select.
func (s *spot) MouseDown(e *desktop.MouseEvent) { s.owner.hand.press(e, e.Position.Add(s.Position())) }

// MouseUp ends what MouseDown began.
func (s *spot) MouseUp(*desktop.MouseEvent) { s.owner.hand.DragEnd() }

// Dragged selects.
func (s *spot) Dragged(e *fyne.DragEvent) { s.owner.hand.Dragged(e) }

// DragEnd ends what Dragged began.
func (s *spot) DragEnd() { s.owner.hand.DragEnd() }

// CreateRenderer is called by Fyne.
func (s *spot) CreateRenderer() fyne.WidgetRenderer {
	return &spotRenderer{objects: []fyne.CanvasObject{s.line}}
}

// spotRenderer draws the line under a link; the view's renderer puts it in its place.
type spotRenderer struct{ objects []fyne.CanvasObject }

func (r *spotRenderer) Layout(fyne.Size)             {}
func (r *spotRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *spotRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *spotRenderer) Refresh()                     {}
func (r *spotRenderer) Destroy()                     {}
