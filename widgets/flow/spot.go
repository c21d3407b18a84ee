package flow

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"mejiro/widgets"
	"mejiro/widgets/motion"
)

// spot is where a link can be tapped: one for each line that a link touches.
type spot struct {
	widgets.Tipped
	owner *renderer
	link  *Link
	line  *canvas.Rectangle
	veil  *veil // that it lies on; nil for none
	over  bool

	plate *plate      // that its part of the link is drawn on; nil for none
	area  motion.Rect // of that part, in the view, where it stands
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
func (s *spot) Tapped(e *fyne.PointEvent) {
	seen := s.seen(e.Position)
	if seen == nil {
		s.owner.hand.Tapped(s.inView(e))
		return
	}
	if do := s.owner.view.OnLink; do != nil && seen.link != nil && !s.owner.hand.swallowed {
		do(*seen.link)
	}
}

// TappedSecondary asks what else can be done with the link.
func (s *spot) TappedSecondary(e *fyne.PointEvent) {
	seen := s.seen(e.Position)
	if seen == nil {
		s.owner.hand.TappedSecondary(s.inView(e))
		return
	}
	if do := s.owner.view.OnSecondary; do != nil && seen.link != nil {
		do(*seen.link, e)
	}
}

// inView is a tap on the spot as one on the view.
func (s *spot) inView(e *fyne.PointEvent) *fyne.PointEvent {
	return &fyne.PointEvent{Position: e.Position.Add(s.Position()), AbsolutePosition: e.AbsolutePosition}
}

// Cursor is the pointing hand on the link.
func (s *spot) Cursor() desktop.Cursor {
	if s.plate == nil || s.owner.pointed != nil {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// MouseIn underlines the link, in every line it touches.
func (s *spot) MouseIn(e *desktop.MouseEvent) {
	s.owner.view.Governor.Hovered(true)
	s.owner.point(s.seen(e.Position), e)
}

// MouseMoved does what MouseIn does when the spot changed under a resting pointer.
func (s *spot) MouseMoved(e *desktop.MouseEvent) { s.MouseIn(e) }

// MouseOut takes the line away again.
func (s *spot) MouseOut() {
	s.owner.view.Governor.Hovered(false)
	s.owner.point(nil, nil)
}

// seen is the spot whose part of a link is seen at a point of this one. Where there are effects that may be another,
// as they lie one over the other then, or none: nil.
func (s *spot) seen(at fyne.Position) *spot {
	r := s.owner
	if r.shown == nil || !r.shown.text.effects {
		return s
	}
	at = at.Add(s.Position())
	spots := r.spots.inUse()
	for i := len(spots) - 1; i >= 0; i-- {
		if spots[i].holds(at) {
			return spots[i]
		}
	}
	return nil
}

// holds reports whether the spot's part of its link is seen at a point of the view.
func (s *spot) holds(at fyne.Position) bool {
	from, to := s.Position(), s.Position().Add(s.Size())
	return at.X >= from.X && at.Y >= from.Y && at.X < to.X && at.Y < to.Y && (s.plate == nil || s.plate.holds(s.area, at))
}

// point says what spot the pointer is on; nil for none.
func (r *renderer) point(to *spot, e *desktop.MouseEvent) {
	was := r.pointed
	if r.pointed = to; was != nil && was != to {
		was.leave()
	}
	switch {
	case to == nil:
	case to.over:
		to.Tipped.MouseMoved(e)
	default:
		to.enter(e)
	}
}

func (s *spot) enter(e *desktop.MouseEvent) {
	s.over = true
	s.veil.set(true)
	s.owner.hover(s.link, true)
	s.Tipped.MouseIn(e)
}

func (s *spot) leave() {
	s.over = false
	s.veil.set(false)
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
