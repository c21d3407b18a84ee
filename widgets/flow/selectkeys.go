package flow

import "fyne.io/fyne/v2"

// Move moves the end of what is selected, or of the place that was clicked last, as the arrows, Home and End do when
// they are pressed with shift; far, which is with control as well, by words and paragraphs and to the ends of the page.
// It tells whether there is such a place and key.
func (s *Selection) Move(key fyne.KeyName, far bool) bool {
	if s.said == nil || len(s.said.layouts) == 0 {
		return false
	}
	step := s.step
	if far {
		step = s.leap
	}
	to, ok := step(key)
	if ok {
		s.clicks = 0
		s.set(s.fixed, to)
		s.reveal()
	}
	return ok
}

// reveal tells the page where the end is that moves.
func (s *Selection) reveal() {
	if s.page == nil || s.page.Reveal == nil {
		return
	}
	i, within := s.said.of(s.moves)
	caret, _ := s.said.layouts[i].caret(within)
	s.page.Reveal(s.page.views[i].Position().Y+caret.at.Y, caret.size.Height)
}

// step is where a key leads.
func (s *Selection) step(key fyne.KeyName) (Position, bool) {
	i, within := s.said.of(s.moves)
	l := s.said.layouts[i]
	caret, way := l.caret(within)
	middle := caret.at.Y + caret.size.Height/2
	switch key {
	case fyne.KeyLeft, fyne.KeyRight:
		if (key == fyne.KeyRight) != way.level.RightToLeft() {
			return s.said.after(s.moves), true
		}
		return s.said.before(s.moves), true
	case fyne.KeyUp:
		if caret.at.Y > 0 {
			return s.said.placeIn(i, fyne.NewPos(caret.at.X, caret.at.Y-1)), true
		}
		return s.beside(i, -1, caret.at.X), true
	case fyne.KeyDown:
		below := caret.at.Y + caret.size.Height
		if below+1 < l.size.Height {
			return s.said.placeIn(i, fyne.NewPos(caret.at.X, below+1)), true
		}
		return s.beside(i, 1, caret.at.X), true
	case fyne.KeyHome, fyne.KeyEnd:
		if (key == fyne.KeyEnd) != (way.base == 1) {
			return s.said.placeIn(i, fyne.NewPos(l.size.Width+1, middle)), true
		}
		return s.said.placeIn(i, fyne.NewPos(-1, middle)), true
	}
	return 0, false
}

// beside is the place at x in the nearest line of the text before or after text i, or the end of the page where there is
// none.
func (s *Selection) beside(i, by int, x float32) Position {
	to := i + by
	switch {
	case to < 0:
		return 0
	case to == len(s.said.layouts):
		return Position(len(s.said.text))
	}
	if s.page != nil {
		x += s.page.views[i].Position().X - s.page.views[to].Position().X
	}
	y := float32(0)
	if by < 0 {
		y = s.said.layouts[to].size.Height
	}
	return s.said.placeIn(to, fyne.NewPos(x, y))
}

// leap is where a key leads that goes far.
func (s *Selection) leap(key fyne.KeyName) (Position, bool) {
	i, within := s.said.of(s.moves)
	switch key {
	case fyne.KeyLeft, fyne.KeyRight:
		_, way := s.said.layouts[i].caret(within)
		if (key == fyne.KeyRight) != way.level.RightToLeft() {
			return s.said.wordAfter(s.moves), true
		}
		return s.said.wordBefore(s.moves), true
	case fyne.KeyUp:
		from, _ := s.said.unitAt(s.said.before(s.moves), byParagraph)
		return from, true
	case fyne.KeyDown:
		_, to := s.said.unitAt(s.said.after(s.moves), byParagraph)
		return to, true
	case fyne.KeyHome:
		return 0, true
	case fyne.KeyEnd:
		return Position(len(s.said.text)), true
	}
	return 0, false
}
