package flow

import "fyne.io/fyne/v2"

// TypedKey moves the end of what is selected, or of the place that was clicked last, by a key pressed with shift. It
// tells whether it did.
func (s *Selection) TypedKey(e *fyne.KeyEvent) bool {
	if s.view == nil {
		return false
	}
	to, ok := s.step(e.Name)
	if ok {
		s.clicks = 0
		s.set(s.view, s.fixed, to)
	}
	return ok
}

// step is where a key leads.
func (s *Selection) step(key fyne.KeyName) (Position, bool) {
	l := s.view.layout
	caret, way := l.caret(s.moves)
	middle := caret.at.Y + caret.size.Height/2
	switch key {
	case fyne.KeyLeft, fyne.KeyRight:
		if (key == fyne.KeyRight) != way.level.rightToLeft() {
			return min(l.text.story().after(s.moves), l.text.story().lastOf(l)), true
		}
		return l.text.story().before(s.moves), true
	case fyne.KeyUp:
		if caret.at.Y <= 0 {
			return 0, true
		}
		return l.position(fyne.NewPos(caret.at.X, caret.at.Y-1)), true
	case fyne.KeyDown:
		below := caret.at.Y + caret.size.Height
		if below+1 >= l.size.Height {
			return l.text.story().lastOf(l), true
		}
		return l.position(fyne.NewPos(caret.at.X, below+1)), true
	case fyne.KeyHome, fyne.KeyEnd:
		if (key == fyne.KeyEnd) != (way.base == 1) {
			return l.position(fyne.NewPos(l.size.Width+1, middle)), true
		}
		return l.position(fyne.NewPos(-1, middle)), true
	}
	return 0, false
}
