package flow

import "strings"

// ellipsize makes room for … at the end of the current line and puts it there.
func (b *breaker) ellipsize() {
	b.open = true
	face := b.text.spans[b.strut].face
	room := b.width - face.ellipsis
	for len(b.frags) > b.first {
		f := &b.frags[len(b.frags)-1]
		s := &b.text.spans[f.span]
		if f.x+f.width <= room {
			if !f.picture && f.box == nil && !b.text.directed {
				f.text = strings.TrimRightFunc(s.text[f.start:f.end], isSpace) + "…"
				f.width += s.face.ellipsis
				return
			}
			break
		}
		if b.cutBox(f) {
			return
		}
		if f.picture || !b.shorten(f, room) {
			b.frags = b.frags[:len(b.frags)-1]
		}
	}
	b.putEllipsis()
}

// putEllipsis adds a frag of its own for …, in the look of the text at the end of the line.
func (b *breaker) putEllipsis() {
	x := float32(0)
	if n := len(b.frags); n > b.first {
		x = b.frags[n-1].x + b.frags[n-1].width
	}
	b.frags = append(b.frags, frag{span: b.strut, x: x, width: b.text.spans[b.strut].face.ellipsis, text: "…"})
}

// shorten cuts f at a character so that it ends before room, and tells whether anything is left.
func (b *breaker) shorten(f *frag, room float32) bool {
	s := &b.text.spans[f.span]
	w, end := float32(0), f.start
	for _, c := range split(s, f.start, f.end) {
		if f.x+w+c.width > room {
			break
		}
		w, end = w+c.width, c.end
	}
	f.end, f.width = end, w
	return end > f.start
}
