package flow

import (
	"math"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"mejiro/widgets/flow/internal/bidi"
)

// unit is what changes place as a whole: a frag, or all frags of an isolate.
type unit struct {
	first, end int
	level      bidi.Level
}

// reorder moves the frags of a line, which are in the order of the text and stay so, to where they are read.
func reorder(t *Text, frags []frag) {
	order := make([]int, 0, len(frags))
	units := make([]unit, 0, len(frags))
	for i := 0; i < len(frags); {
		w := t.way(&frags[i])
		u := unit{first: i, end: i + 1, level: w.level}
		if w.isolate != 0 {
			u.level = w.outer
			for u.end < len(frags) && t.way(&frags[u.end]).isolate == w.isolate {
				u.end++
			}
		}
		units = append(units, u)
		i = u.end
	}
	bidi.Reorder(units, levelOf)
	for _, u := range units {
		order = append(order, t.within(frags, u)...)
	}
	x := frags[0].x
	for _, i := range order {
		frags[i].x = x
		x += frags[i].width
	}
}

// within orders the frags of one unit.
func (t *Text) within(frags []frag, u unit) []int {
	units := make([]unit, 0, u.end-u.first)
	for i := u.first; i < u.end; i++ {
		units = append(units, unit{first: i, level: t.way(&frags[i]).level})
	}
	bidi.Reorder(units, levelOf)
	order := make([]int, len(units))
	for i := range units {
		order[i] = units[i].first
	}
	return order
}

func levelOf(u unit) bidi.Level { return u.level }

// way is the direction of a frag; the … at the end of a cut text is at the end of the paragraph.
func (t *Text) way(f *frag) direction {
	w := t.spans[f.span].way
	if f.isEllipsis() {
		return direction{base: w.base, level: w.base}
	}
	return w
}

// isEllipsis tells a … of its own.
func (f *frag) isEllipsis() bool {
	return f.start == f.end && !f.picture && f.box == nil
}

// toTheRight moves the lines of right-to-left paragraphs to the right end.
func (b *breaker) toTheRight(snug bool) {
	for _, ln := range b.lines {
		if ln.first == ln.end || b.text.spans[b.frags[ln.first].span].way.base == 0 {
			continue
		}
		if b.opt.Width < math.MaxFloat32 && !snug {
			b.size.Width = max(b.opt.Width, b.size.Width)
		}
		b.push(ln, fyne.TextAlignTrailing)
	}
}

// parts tells whether the text from a byte on is drawn apart from the frag before it: in right-to-left text words are,
// for the spaces between them may be from another font than those that were measured.
func (t *Text) parts(before *frag, start int32) bool {
	s := &t.spans[before.span]
	if !s.way.level.RightToLeft() {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s.text[:before.end])
	next, _ := utf8.DecodeRuneInString(s.text[start:])
	return isSpace(last) != isSpace(next)
}
