package flow

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Selection is what is selected in the views that share it: one stretch of the text of one of them, or nothing. The
// zero value is ready.
type Selection struct {
	// Now is the clock that clicks are counted by; nil is time.Now.
	Now func() time.Time

	view         *View
	fixed, moves Position // the ends: moves is where the next key or drag acts

	first    [2]Position // the unit that a drag began with
	kind     unitKind
	clicks   int
	clicked  time.Time
	clickedX fyne.Position // where, in the window
}

// View is where something is selected; nil where nothing is.
func (s *Selection) View() *View {
	if s.Text() == "" {
		return nil
	}
	return s.view
}

// Text is what is selected, "" for nothing.
func (s *Selection) Text() string {
	if s.view == nil {
		return ""
	}
	return s.view.layout.Text(s.fixed, s.moves)
}

// Clear selects nothing, and tells whether anything was selected.
func (s *Selection) Clear() bool {
	was := s.Text() != ""
	if v := s.view; v != nil {
		s.view = nil
		v.showSelection()
	}
	return was
}

// SelectAll selects all of the text that was clicked last and tells whether any was.
func (s *Selection) SelectAll() bool {
	if s.view == nil {
		return false
	}
	l := s.view.layout
	from, to := Position(0), l.text.story().lastOf(l)
	s.set(s.view, from, to)
	return true
}

// set selects what is between two places of a view.
func (s *Selection) set(v *View, fixed, moves Position) {
	if s.view != nil && s.view != v {
		s.Clear()
	}
	s.view, s.fixed, s.moves = v, fixed, moves
	v.showSelection()
}

// press begins to select in a view at a point of it, or goes on with shift. It tells whether that was more than a
// click.
func (s *Selection) press(v *View, e *desktop.MouseEvent, at fyne.Position) bool {
	p := v.layout.position(at)
	if e.Modifier&fyne.KeyModifierShift != 0 && s.view == v {
		s.clicks = 0
		s.set(v, s.fixed, p)
		s.first, s.kind = [2]Position{s.fixed, s.fixed}, byCharacter
		return true
	}
	s.count(v, e.AbsolutePosition)
	s.kind = unitKind(s.clicks - 1)
	from, to := v.layout.text.story().unitAt(p, s.kind)
	s.first = [2]Position{from, to}
	s.set(v, from, to)
	return s.clicks > 1
}

const (
	clickTime  = 400 * time.Millisecond // from one click of several to the next
	clickReach = 4                      // units that the pointer may move between them
)

// count counts clicks on one place, up to three.
func (s *Selection) count(v *View, at fyne.Position) {
	now := time.Now
	if s.Now != nil {
		now = s.Now
	}
	moved := at.Subtract(s.clickedX)
	again := s.view == v && now().Sub(s.clicked) <= clickTime &&
		max(moved.X, -moved.X) <= clickReach && max(moved.Y, -moved.Y) <= clickReach
	if !again || s.clicks == int(byParagraph)+1 {
		s.clicks = 0
	}
	s.clicks++
	s.clicked, s.clickedX = now(), at
}

// drag selects up to a point, by whole words or paragraphs where that is what the drag began with.
func (s *Selection) drag(v *View, at fyne.Position) {
	if s.view != v {
		return
	}
	s.clicks = 0
	from, to := v.layout.text.story().unitAt(v.layout.position(at), s.kind)
	if from < s.first[0] {
		s.set(v, s.first[1], from)
	} else {
		s.set(v, s.first[0], max(to, s.first[1]))
	}
}

// follow keeps what is selected in a view that is given another layout, if that says the same.
func (s *Selection) follow(v *View, before, after *Layout) {
	if s.view != v {
		return
	}
	if after == nil || before == nil || before.text != after.text && before.text.story().text != after.text.story().text {
		s.view = nil
	}
}
