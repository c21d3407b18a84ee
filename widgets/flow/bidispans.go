package flow

import (
	"unicode/utf8"

	"mejiro/widgets/flow/internal/bidi"
	"mejiro/widgets/flow/internal/linebreak"
)

// direction says where a span goes in its line.
type direction struct {
	base  bidi.Level // of the paragraph
	level bidi.Level // of the span, within its isolate if it stands in one
	// isolate counts the isolates of a text from 1; 0 is none. Each link is one, so that what it says cannot reorder
	// what stands around it; so is each box, in which a text of its own stands.
	isolate int32
	outer   bidi.Level // of the isolate in its paragraph
}

// direct finds the direction of everything and cuts the spans where it changes.
func (p *preparer) direct() {
	d := director{text: p.text, runes: p.cleaner.runes, ways: make([]direction, len(p.cleaner.runes))}
	d.markIsolates()
	for from := 0; from < len(d.runes); {
		to := from
		for to < len(d.runes) && d.runes[to] != '\n' && !d.block[to] {
			to++
		}
		d.paragraph(from, to)
		from = to + 1
	}
	d.cut()
	p.text.directed = true
}

// director directs one text. ways and block are by the index of the rune.
type director struct {
	leveller bidi.Leveller
	text     *Text
	runes    []rune
	ways     []direction
	block    map[int]bool // which runes stand for blocks
	outer    []rune       // a paragraph with a picture for each isolate
}

// markIsolates counts the links and finds the blocks.
func (d *director) markIsolates() {
	d.block = map[int]bool{}
	var link *Link
	var isolate int32
	at := 0
	for i := range d.text.spans {
		s := &d.text.spans[i]
		if s.link != link && s.link != nil {
			isolate++
		}
		link = s.link
		d.block[at] = s.isBlock()
		for range s.characters() {
			if link != nil {
				d.ways[at].isolate = isolate
			}
			at++
		}
	}
}

// characters is how many runes a span is among those in which break opportunities are sought.
func (s *span) characters() int {
	if s.emoji != nil || s.box != nil {
		return 1
	}
	return utf8.RuneCountInString(s.text)
}

// paragraph directs the runes between two indices.
func (d *director) paragraph(from, to int) {
	d.outer = d.outer[:0]
	for i := from; i < to; i = d.next(i, to) {
		if d.ways[i].isolate == 0 {
			d.outer = append(d.outer, d.runes[i])
		} else {
			d.outer = append(d.outer, linebreak.Picture)
		}
	}
	base := bidi.FirstStrong(d.outer)
	levels := d.leveller.Levels(d.outer, base)
	for i, n := from, 0; i < to; n++ {
		end := d.next(i, to)
		for j := i; j < end; j++ {
			w := &d.ways[j]
			w.base, w.level, w.outer = base, levels[n], levels[n]
		}
		i = end
	}
	for i := from; i < to; {
		end := d.next(i, to)
		if d.ways[i].isolate != 0 {
			d.isolate(i, end)
		}
		i = end
	}
}

// next is the index after the rune, or after the whole isolate, that begins at i.
func (d *director) next(i, to int) int {
	isolate := d.ways[i].isolate
	i++
	for isolate != 0 && i < to && d.ways[i].isolate == isolate {
		i++
	}
	return i
}

// isolate levels what stands in an isolate by itself.
func (d *director) isolate(from, to int) {
	base := bidi.FirstStrong(d.runes[from:to])
	for i, l := range d.leveller.Levels(d.runes[from:to], base) {
		d.ways[from+i].level = l
	}
}

// cut makes the spans anew, each of one direction.
func (d *director) cut() {
	spans := make([]span, 0, 2*len(d.text.spans))
	at := 0
	for i := range d.text.spans {
		s := d.text.spans[i]
		n := s.characters()
		if s.emoji != nil || s.box != nil {
			s.way = d.ways[at]
			spans = append(spans, s)
		} else {
			spans = d.cutText(spans, s, at)
		}
		at += n
	}
	d.text.spans = spans
}

// cutText adds the parts of a span of text. Right-to-left text is also cut between letters and other characters: those
// may come from another font, and Fyne sets the pieces of different fonts from left to right.
func (d *director) cutText(spans []span, s span, at int) []span {
	text, from := s.text, 0
	way, letters := d.ways[at], bidi.IsRightToLeftLetter(d.runes[at])
	for i, r := range text {
		now, letter := d.ways[at], bidi.IsRightToLeftLetter(r)
		if isSpace(r) || isMark(r) {
			letter = letters
		}
		at++
		if now == way && (letter == letters || !now.level.RightToLeft()) {
			letters = letter
			continue
		}
		if i > from {
			s.text, s.way = text[from:i], way
			spans = append(spans, s)
		}
		from, way, letters = i, now, letter
	}
	s.text, s.way = text[from:], way
	return append(spans, s)
}

// rightToLeftMark makes Fyne take all that stands between two of it for text from right to left.
const rightToLeftMark = "\u200f"

// drawn is what to give Fyne to have text of the span's direction drawn. The space behind right-to-left text is from the
// text face, and so has letters of another face stand on the same baseline. The spaces around text of a lesser face have
// Fyne draw what hangs over at its ends.
func (s *span) drawn(text string) string {
	first, _ := utf8.DecodeRuneInString(text)
	switch {
	case text == "":
		return ""
	case s.face.pad > 0:
		return " " + text + " "
	case s.way.level.RightToLeft():
		return rightToLeftMark + text + rightToLeftMark + " "
	case bidi.IsRightToLeft(first): // Arabic digits
		return text + rightToLeftMark + " "
	}
	return text
}
