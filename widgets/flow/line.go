package flow

import (
	"math"

	"fyne.io/fyne/v2"
)

// endLine places the frags of the current line around its baseline.
func (b *breaker) endLine() {
	if !b.open {
		return
	}
	ln := line{first: b.first, end: len(b.frags), top: b.size.Height}
	above, below := b.text.spans[b.strut].around(b.opt)
	for i := b.first; i < len(b.frags); i++ {
		a, z := b.extent(&b.frags[i])
		above, below = max(above, a), max(below, z)
	}
	above = round(above)
	ln.baseline, ln.height = ln.top+above, round(above+below)
	for i := b.first; i < len(b.frags); i++ {
		f := &b.frags[i]
		s := &b.text.spans[f.span]
		switch {
		case f.box != nil:
			f.y = ln.baseline - f.box.above
		case f.picture:
			_, up := s.emoji.place(s.face.key.size, b.width)
			f.y = ln.baseline - up
		default:
			f.y, f.height = ln.baseline-s.face.ascent, s.face.height
			if f.text == "" {
				f.text = s.text[f.start:f.end]
			}
		}
		ln.width = f.x + f.width
	}
	if b.text.directed && b.first < len(b.frags) {
		reorder(b.text, b.frags[b.first:])
	}
	b.addLine(ln, max(1, b.tall))
	b.x, b.open, b.gaps, b.tall, b.below = 0, false, b.gaps[:0], 0, 0
}

// addLine adds a line that counts for so many.
func (b *breaker) addLine(ln line, count int) {
	b.lines = append(b.lines, ln)
	b.count += count
	b.size = fyne.NewSize(max(b.size.Width, ln.width), ln.top+ln.height)
	b.first = len(b.frags)
}

// extent tells how far f reaches above and below the baseline, its text's line height included.
func (b *breaker) extent(f *frag) (above, below float32) {
	s := &b.text.spans[f.span]
	above, below = s.around(b.opt)
	if f.box != nil {
		return max(above, f.box.above), max(below, f.box.size.Height-f.box.above)
	}
	if f.picture {
		size, up := s.emoji.place(s.face.key.size, b.width)
		above, below = max(above, up), max(below, size.Height-up)
	}
	return above, below
}

// low is how far below the middle of its line the face has the middle of what is written, in em.
const low = 0.06

// around tells how far the line height of the span's text reaches above and below the baseline, with as much room above
// capitals as below the baseline.
func (s *span) around(opt Options) (above, below float32) {
	em := s.face.key.size
	lead := (em*opt.LineHeight - s.face.height) / 2
	return s.face.ascent + lead - low*em, s.face.height - s.face.ascent + lead + low*em
}

// align moves the lines as the options ask for.
func (b *breaker) align(snug bool) {
	if b.opt.Align == fyne.TextAlignLeading {
		if b.text.directed && (b.opt.ByDirection || snug) {
			b.toTheRight(snug)
		}
		return
	}
	if b.opt.Width < math.MaxFloat32 && !snug {
		b.size.Width = max(b.opt.Width, b.size.Width)
	}
	for _, ln := range b.lines {
		b.push(ln, b.opt.Align)
	}
}

// push moves a line to the middle or the end of the width.
func (b *breaker) push(ln line, align fyne.TextAlign) {
	dx := b.size.Width - ln.width
	if align == fyne.TextAlignCenter {
		dx /= 2
	}
	for i := ln.first; i < ln.end; i++ {
		b.frags[i].x += dx
	}
}

func round(v float32) float32 {
	return float32(math.Round(float64(v)))
}
