package flow

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Selection is what is selected in the pages that share it: one stretch of the text of one of them, or nothing. It
// stays while the page shows something else, and is there again when a page shows that text again. The zero value is
// ready.
type Selection struct {
	// Now is the clock that clicks are counted by; nil is time.Now.
	Now func() time.Time

	page         *Page // that shows it; nil while none does
	key          any   // of the page
	said         *wording
	fixed, moves Position // the ends: moves is where the next key or drag acts

	first    [2]Position // the unit that a drag began with
	kind     unitKind
	clicks   int
	clicked  time.Time
	clickedX fyne.Position // where, in the window

	pointer fyne.Position // where, in the window, a drag is
	letGo   func()        // ends what goes on while a drag lasts; nil for nothing
}

// Text is what is selected, "" for nothing.
func (s *Selection) Text() string {
	if s.said == nil {
		return ""
	}
	return s.said.between(s.fixed, s.moves)
}

// Parts tells from which sources what is selected came, for each text that some of is selected in, from the first to
// the last.
func (s *Selection) Parts() [][]Part {
	var all [][]Part
	if s.said == nil {
		return nil
	}
	for i, l := range s.said.layouts {
		if from, to := s.said.part(i, s.fixed, s.moves); from < to {
			all = append(all, l.Parts(from, to))
		}
	}
	return all
}

// Clear selects nothing, and tells whether anything was selected.
func (s *Selection) Clear() bool {
	was := s.Text() != ""
	p := s.page
	s.page, s.key, s.said = nil, nil, nil
	p.mark()
	s.Release()
	return was
}

// SelectAll selects all of the page that was clicked last and tells whether any was.
func (s *Selection) SelectAll() bool {
	if s.said == nil {
		return false
	}
	s.clicks = 0
	s.set(0, Position(len(s.said.text)))
	return true
}

// turnTo has what is selected from now on be in a page.
func (s *Selection) turnTo(p *Page) {
	if s.page != p {
		s.Clear()
	}
	s.page, s.key, s.said = p, p.key, p.wording()
}

// set selects what is between two places.
func (s *Selection) set(fixed, moves Position) {
	s.fixed, s.moves = fixed, moves
	s.page.mark()
}

// press begins to select in a page at what place tells, or goes on with shift. It tells whether that was more than a
// click.
func (s *Selection) press(page *Page, e *desktop.MouseEvent, place func() Position) bool {
	same := s.page == page
	goesOn := same && e.Modifier&fyne.KeyModifierShift != 0
	if !goesOn {
		s.count(same, e.AbsolutePosition)
	}
	s.turnTo(page)
	p := place()
	if goesOn {
		s.clicks, s.kind, s.first = 0, byCharacter, [2]Position{s.fixed, s.fixed}
		s.set(s.fixed, p)
		return true
	}
	s.kind = unitKind(s.clicks - 1)
	from, to := s.said.unitAt(p, s.kind)
	s.first = [2]Position{from, to}
	s.set(from, to)
	return s.clicks > 1
}

const (
	clickTime  = 400 * time.Millisecond // from one click of several to the next
	clickReach = 4                      // units that the pointer may move between them
)

// count counts clicks on one place, up to three.
func (s *Selection) count(same bool, at fyne.Position) {
	now := time.Now
	if s.Now != nil {
		now = s.Now
	}
	moved := at.Subtract(s.clickedX)
	again := same && now().Sub(s.clicked) <= clickTime &&
		max(moved.X, -moved.X) <= clickReach && max(moved.Y, -moved.Y) <= clickReach
	if !again || s.clicks == int(byParagraph)+1 {
		s.clicks = 0
	}
	s.clicks++
	s.clicked, s.clickedX = now(), at
}

// Drag selects up to a point of the window, by whole words or paragraphs where that is what the drag began with. While
// the page is out of sight it does nothing.
func (s *Selection) Drag(at fyne.Position) {
	s.pointer, s.clicks = at, 0
	if s.page == nil {
		return
	}
	s.Again()
	if s.page.Pull != nil {
		s.letGo = s.page.Pull(at)
	}
}

// Again selects up to where the pointer is, after the page has moved under it.
func (s *Selection) Again() {
	if s.page == nil {
		return
	}
	from, to := s.said.unitAt(s.page.placeAt(s.pointer), s.kind)
	if from < s.first[0] {
		s.set(s.first[1], from)
	} else {
		s.set(s.first[0], max(to, s.first[1]))
	}
}

// Release ends a drag.
func (s *Selection) Release() {
	if s.letGo != nil {
		s.letGo()
		s.letGo = nil
	}
}

// follow keeps what is selected in a page that shows something else now, as far as it is still there, and finds it
// again where it is shown once more.
func (s *Selection) follow(p *Page) {
	switch {
	case s.said == nil || s.page != p && (s.page != nil || p.key == nil || p.key != s.key):
		return
	case p.key != s.key:
		s.page = nil
		p.mark()
		return
	}
	now, end := p.wording(), max(s.fixed, s.moves, s.first[1])
	if !now.begins(s.said, end) {
		s.Clear()
		return
	}
	s.page, s.said = p, now
	p.mark()
}
