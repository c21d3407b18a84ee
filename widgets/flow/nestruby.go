package flow

import "unicode"

// spread sets the only line of a layout apart, so that it becomes that wide: with as much room between its characters
// all along and half of it at either end, as readings are set in CSS (ruby-align: space-around). Words stay together. What
// cannot be set apart comes to stand in the middle.
func (l *Layout) spread(width float32) {
	slack := width - l.size.Width
	if slack <= 0 || len(l.lines) == 0 {
		return
	}
	units := 1
	if len(l.lines) == 1 && !l.text.directed && !l.truncated {
		units = l.loosen()
	}
	room := slack / float32(units)
	x, unit := room/2, 0
	for i := range l.frags {
		f := &l.frags[i]
		f.x += x + room*float32(unit)
		if i+1 < len(l.frags) && units > 1 && l.parts(f, &l.frags[i+1]) {
			f.width += room
			unit++
		}
	}
	l.size.Width = width
	for i := range l.lines {
		l.lines[i].width += slack
	}
}

// loosen breaks the frags of the only line wherever room may come to stand, and says how many pieces it then is made of.
func (l *Layout) loosen() (units int) {
	frags := make([]frag, 0, len(l.frags))
	for i := range l.frags {
		frags = l.broken(frags, &l.frags[i])
	}
	l.frags, l.lines[0].first, l.lines[0].end = frags, 0, len(frags)
	units = 1
	for i := 1; i < len(frags); i++ {
		if l.parts(&frags[i-1], &frags[i]) {
			units++
		}
	}
	return units
}

// broken adds a frag in pieces.
func (l *Layout) broken(to []frag, f *frag) []frag {
	if f.box != nil || f.picture {
		return append(to, *f)
	}
	text := l.text.spans[f.span].text
	next := *f
	next.end, next.width = f.start, 0
	for _, c := range l.text.shares(f) {
		if next.end > next.start && mayPart(text[next.start:next.end], text[next.end:c.end]) {
			to = append(to, next)
			next.x, next.start, next.width = next.x+next.width, next.end, 0
		}
		next.end, next.width = c.end, next.width+c.width
		next.text = text[next.start:next.end]
	}
	return append(to, next)
}

// parts reports whether room may come between two frags.
func (l *Layout) parts(a, b *frag) bool {
	return mayPart(l.said(a), l.said(b))
}

func (l *Layout) said(f *frag) string {
	if f.box != nil || f.picture {
		return ""
	}
	return f.text
}

// mayPart reports whether room may come between two texts: at spaces, and around the characters of Chinese and Japanese.
func mayPart(before, after string) bool {
	var last, first rune
	for _, r := range before {
		last = r
	}
	for _, r := range after {
		first = r
		break
	}
	return unicode.IsSpace(last) || loose(last) || loose(first)
}

func loose(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) || r >= 0x3000 && r < 0x3100 || r >= 0xff00 && r < 0xfff0
}
