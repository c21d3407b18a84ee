package flow

import (
	"sort"
	"strings"

	"fyne.io/fyne/v2"
)

// wording is what the texts of a page say as far as they are shown, one after the other with a line break between them.
// It is never changed.
type wording struct {
	layouts []*Layout
	starts  []Position // of the layouts
	text    string
}

func newWording(views []*View) *wording {
	w := &wording{}
	var b strings.Builder
	for i, v := range views {
		if i > 0 {
			b.WriteByte('\n')
		}
		l := v.layout
		if l == nil {
			l = &Layout{text: &Text{}}
		}
		w.layouts = append(w.layouts, l)
		w.starts = append(w.starts, Position(b.Len()))
		b.WriteString(l.shown())
	}
	w.text = b.String()
	return w
}

// shown is as much of its text as a layout shows.
func (l *Layout) shown() string {
	s := l.text.story()
	return s.text[:s.lastOf(l)]
}

// bounded puts two places in order and within the text.
func (w *wording) bounded(from, to Position) (Position, Position) {
	last := Position(len(w.text))
	return max(0, min(from, to, last)), max(0, min(max(from, to), last))
}

func (w *wording) between(from, to Position) string {
	from, to = w.bounded(from, to)
	return w.text[from:to]
}

// begins reports whether up to end it says what before said.
func (w *wording) begins(before *wording, end Position) bool {
	return int(end) <= len(w.text) && int(end) <= len(before.text) && w.text[:end] == before.text[:end]
}

// of is the text that a place is in, and where in it.
func (w *wording) of(p Position) (i int, within Position) {
	i = max(0, sort.Search(len(w.starts), func(i int) bool { return w.starts[i] > p })-1)
	return i, min(p-w.starts[i], w.end(i)-w.starts[i])
}

// end is where a text ends.
func (w *wording) end(i int) Position {
	if i+1 < len(w.starts) {
		return w.starts[i+1] - 1
	}
	return Position(len(w.text))
}

// part is what of a text is between two places.
func (w *wording) part(i int, from, to Position) (Position, Position) {
	from, to = w.bounded(from, to)
	start, end := w.starts[i], w.end(i)
	return min(max(from, start), end) - start, min(max(to, start), end) - start
}

// placeIn is the place nearest to a point of a text.
func (w *wording) placeIn(i int, at fyne.Position) Position {
	return min(w.starts[i]+w.layouts[i].position(at), w.end(i))
}

// unitAt is the word or the paragraph that a place is in; of characters there is nothing to take in.
func (w *wording) unitAt(p Position, kind unitKind) (from, to Position) {
	i, within := w.of(p)
	from, to = w.layouts[i].text.story().unitAt(within, kind)
	return min(w.starts[i]+from, w.end(i)), min(w.starts[i]+to, w.end(i))
}

// after is the place one character on, and before the one back; the next text is one character on from the end of one.
func (w *wording) after(p Position) Position {
	i, within := w.of(p)
	if p >= w.end(i) {
		return min(p+1, Position(len(w.text)))
	}
	return min(w.starts[i]+w.layouts[i].text.story().after(within), w.end(i))
}

func (w *wording) before(p Position) Position {
	i, within := w.of(p)
	if within <= 0 {
		return max(0, p-1)
	}
	return w.starts[i] + w.layouts[i].text.story().before(within)
}

// wordAfter is where the word ends that a place is in or before, and wordBefore where it begins.
func (w *wording) wordAfter(p Position) Position {
	for p < Position(len(w.text)) {
		_, to := w.unitAt(p, byWord)
		if to > p && strings.TrimSpace(w.text[p:to]) != "" {
			return to
		}
		p = max(w.after(p), to)
	}
	return p
}

func (w *wording) wordBefore(p Position) Position {
	for p > 0 {
		back := w.before(p)
		from, _ := w.unitAt(back, byWord)
		if from = min(from, back); strings.TrimSpace(w.text[from:p]) != "" {
			return from
		}
		p = from
	}
	return p
}
