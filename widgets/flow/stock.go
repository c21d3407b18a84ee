package flow

import "fyne.io/fyne/v2"

// stock keeps what contents made for as long as they are shown.
type stock struct {
	items []shownContent
}

type shownContent struct {
	content Content
	object  fyne.CanvasObject
	used    bool
}

func (s *stock) rewind() {
	for i := range s.items {
		s.items[i].used = false
	}
}

// of gives what content is shown as: what it was shown as before, if it was.
func (s *stock) of(content Content) fyne.CanvasObject {
	for i := range s.items {
		if it := &s.items[i]; !it.used && it.content == content {
			it.used = true
			return it.object
		}
	}
	s.items = append(s.items, shownContent{content, content.New(), true})
	return s.items[len(s.items)-1].object
}

// trim lets go of what is not shown any more.
func (s *stock) trim() {
	kept := s.items[:0]
	for _, it := range s.items {
		if it.used {
			kept = append(kept, it)
		}
	}
	clear(s.items[len(kept):])
	s.items = kept
}
