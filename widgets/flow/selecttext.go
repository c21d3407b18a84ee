package flow

import (
	"sort"
	"strings"
	"unicode/utf8"
)

// Position is a place between two characters of a text: how many bytes of it come before, in the order it is read and
// with the text of boxes where they stand. It means the same in every layout of the same runs.
type Position int

// Part is what is selected of the runs that came from one source.
type Part struct {
	Source any
	Text   string
	// Whole tells that nothing of the source is left out.
	Whole bool
}

// story is a text with all boxes in it, as one string. A reading stands in brackets behind what it is read for; what is
// shown aside is no part of it.
type story struct {
	text     string
	passages []passage
	solids   []solid
	starts   map[*Text][]Position // of the spans, and last the end
}

// solid is a stretch that is selected only as a whole: a box that is not drawn where it stands, or one with a reading.
// Solids do not hold one another.
type solid struct{ start, end Position }

// passage is what one span adds to the story, or the line feed at the edge of a block, which has no source.
type passage struct {
	start, end Position
	whole      bool // it can be selected only as a whole: a picture, or what is no text
	source     any
}

// story is made when it is first wanted: most texts are never selected.
func (t *Text) story() *story {
	if t.told == nil {
		s := &story{starts: map[*Text][]Position{}}
		var b strings.Builder
		s.add(t, &b)
		s.text, t.told = b.String(), s
	}
	return t.told
}

func (s *story) add(t *Text, b *strings.Builder) {
	starts := make([]Position, len(t.spans)+1)
	block := false // the span before was one
	for i := range t.spans {
		sp := &t.spans[i]
		if block || sp.isBlock() {
			s.endLine(b)
		}
		block = sp.isBlock()
		starts[i] = Position(b.Len())
		if sp.box != nil && sp.box.text != nil {
			s.add(sp.box.text, b)
			s.endBox(sp, starts[i], b)
			continue
		}
		if sp.aside {
			continue
		}
		text, whole := sp.said()
		b.WriteString(text)
		s.passages = append(s.passages, passage{start: starts[i], end: Position(b.Len()), source: sp.source, whole: whole})
	}
	starts[len(t.spans)] = Position(b.Len())
	s.starts[t] = starts
}

// said is what a span that holds no other text says, and whether it can be selected only as a whole.
func (s *span) said() (text string, whole bool) {
	if s.box != nil {
		if words := s.box.spoken(); words != nil {
			return words.shown(), false
		}
	}
	return s.text, s.emoji != nil || s.box != nil
}

// endBox adds what follows the text of a box that began at start.
func (s *story) endBox(sp *span, start Position, b *strings.Builder) {
	if sp.box.over != nil {
		from := Position(b.Len())
		b.WriteString("(" + sp.box.over.story().text + ")")
		s.passages = append(s.passages, passage{start: from, end: Position(b.Len()), source: sp.source, whole: true})
	}
	if !sp.box.isSolid() {
		return
	}
	for len(s.solids) > 0 && s.solids[len(s.solids)-1].start >= start {
		s.solids = s.solids[:len(s.solids)-1]
	}
	s.solids = append(s.solids, solid{start, Position(b.Len())})
}

// isSolid tells whether what stands in the box is selected only as a whole.
func (n *nest) isSolid() bool { return n.Effect != nil || n.over != nil }

// endLine sees to it that what follows begins a line.
func (s *story) endLine(b *strings.Builder) {
	if b.Len() > 0 && !strings.HasSuffix(b.String(), "\n") {
		b.WriteByte('\n')
	}
}

// bounded puts two positions in order and within the text, at the beginnings of characters.
func (s *story) bounded(from, to Position) (Position, Position) {
	from, to = min(from, to), max(from, to)
	last := Position(len(s.text))
	return s.whole(max(0, min(from, last))), s.whole(max(0, min(to, last)))
}

// whole moves a place within a character to its beginning.
func (s *story) whole(p Position) Position {
	for p > 0 && p < Position(len(s.text)) && !utf8.RuneStart(s.text[p]) {
		p--
	}
	return p
}

// passageAt is the passage that holds the character at p, or nil.
func (s *story) passageAt(p Position) *passage {
	i := sort.Search(len(s.passages), func(i int) bool { return s.passages[i].end > p })
	if i == len(s.passages) || s.passages[i].start > p {
		return nil
	}
	return &s.passages[i]
}

// solidAt is the stretch around the character at p that is selected only as a whole, if there is one.
func (s *story) solidAt(p Position) (solid, bool) {
	i := sort.Search(len(s.solids), func(i int) bool { return s.solids[i].end > p })
	if i < len(s.solids) && s.solids[i].start <= p {
		return s.solids[i], true
	}
	if w := s.passageAt(p); w != nil && w.whole {
		return solid{w.start, w.end}, true
	}
	return solid{}, false
}

// Text is what stands between two positions: lines as they were written, pictures as their run's Text.
func (l *Layout) Text(from, to Position) string {
	s := l.text.story()
	from, to = s.bounded(from, to)
	return s.text[from:to]
}

// Parts tells from which sources the text between two positions came, in its order. What has no source is a part by
// itself.
func (l *Layout) Parts(from, to Position) []Part {
	s := l.text.story()
	from, to = s.bounded(from, to)
	var parts []Part
	at := map[any]int{}
	left := map[any]bool{} // whether something of a source is not selected
	for _, p := range s.passages {
		a, z := max(p.start, from), min(p.end, to)
		if p.source == nil && a < z {
			parts = append(parts, Part{Text: s.text[a:z]})
		}
		if p.source == nil || p.start == p.end {
			continue
		}
		if a > p.start || z < p.end {
			left[p.source] = true
		}
		if a >= z {
			continue
		}
		i, known := at[p.source]
		if !known {
			i = len(parts)
			at[p.source] = i
			parts = append(parts, Part{Source: p.source})
		}
		parts[i].Text += s.text[a:z]
	}
	for i := range parts {
		parts[i].Whole = parts[i].Source != nil && !left[parts[i].Source]
	}
	return parts
}
