package flow

import (
	"math"

	"mejiro/widgets/look"
)

// tolerance lets a text laid out at the very width it was found to take keep its lines.
const tolerance = 0.01

// breaker fills the lines of one layout.
type breaker struct {
	*Layout
	opt   Options
	width float32
	first int     // frag the current line begins with
	x     float32 // where the next piece goes
	open  bool    // whether the current line holds anything yet
	strut int32   // span whose text height the line has at least
	gaps  []gap   // spaces that hang over the end unless something follows in the line
	full  bool    // MaxLines are there
	apart int     // piece before which words may be taken apart, the current one being longer than a line
	tall  int     // how many lines the current one counts for, when more than one
	below float32 // the margin under the block that ended the line before
}

// gap is a row of spaces of one span.
type gap struct {
	span, start, end int32
	width            float32
}

// Lay fills lines. It costs a few microseconds where the widths are known already.
func (t *Text) Lay(opt Options) *Layout {
	return t.lay(opt.sane(), false)
}

// lay fills lines with sane options. With snug they are aligned within the longest of them.
func (t *Text) lay(opt Options, snug bool) *Layout {
	t.refresh()
	b := breaker{Layout: &Layout{text: t}, opt: opt}
	b.width = b.opt.Width + tolerance
	b.frags = make([]frag, 0, len(t.spans)+len(t.pieces)/8)
	b.lines = make([]line, 0, 1+len(t.pieces)/16)
	for i := 0; i < len(t.pieces) && !b.full; {
		i = b.word(i)
	}
	if !b.full {
		if b.opt.more && b.open && b.lastLine() {
			b.ellipsize()
			b.truncated = true
		}
		b.endLine()
	}
	b.truncated = b.truncated || t.cut
	b.align(snug)
	return b.Layout
}

func (o Options) sane() Options {
	if !(o.Width > 0) {
		o.Width = math.MaxFloat32
	}
	if o.MaxLines <= 0 {
		o.MaxLines = defaultMaxLines
	}
	if !(o.LineHeight > 0) {
		o.LineHeight = look.LineHeight
	}
	return o
}

// word adds the pieces from i up to the next break opportunity and returns the index after them.
func (b *breaker) word(i int) int {
	t := b.text
	if p := &t.pieces[i]; p.solid && t.spans[p.span].isBlock() {
		b.block(i)
		return i + 1
	}
	end, w := b.reach(i)
	if w > b.width && end > b.apart {
		b.apart = end
		end, w = b.reach(i)
	}
	if b.x > 0 && b.x+w > b.width {
		b.newLine(i)
	}
	fits := b.x+w <= b.width
	for ; i < end && !b.full; i++ {
		p := &t.pieces[i]
		b.open, b.strut = true, p.span
		if fits || p.solid {
			b.piece(i)
		} else {
			b.clusters(i)
		}
		b.space(p)
	}
	if !b.full && t.pieces[end-1].hard {
		b.newLine(end)
	}
	return end
}

// reach is the index after the pieces from i up to the next break opportunity, and how wide they are.
func (b *breaker) reach(i int) (end int, w float32) {
	for end = i; ; {
		p := &b.text.pieces[end]
		b.text.measure(end)
		w += b.pieceWidth(p)
		end++
		if p.last || p.weak && i < b.apart {
			return end, w
		}
	}
}

// space moves on over the spaces after p.
func (b *breaker) space(p *piece) {
	end := p.tail
	if p.hard {
		end-- // the line feed
	}
	if end > p.end {
		b.gaps = append(b.gaps, gap{p.span, p.end, end, p.space})
		b.x += p.space
	}
}

func (b *breaker) pieceWidth(p *piece) float32 {
	if p.solid {
		return min(p.width, b.width)
	}
	return p.width
}

// piece adds all that is visible of piece i.
func (b *breaker) piece(i int) {
	p := &b.text.pieces[i]
	if !p.solid {
		b.put(p.span, p.start, p.end, p.width)
		return
	}
	s := &b.text.spans[p.span]
	if s.box != nil {
		b.box(i)
		return
	}
	size, _ := s.emoji.place(s.face.key.size, b.width)
	if b.x > 0 && b.x+size.Width > b.width {
		if b.newLine(i); b.full {
			return
		}
		b.open = true
	}
	b.fillGaps()
	b.frags = append(b.frags, frag{
		text: s.text, picture: true, span: p.span, x: b.x, width: size.Width, height: size.Height,
	})
	b.x += size.Width
}

// clusters adds a piece that is too long for a line, breaking it anywhere.
func (b *breaker) clusters(i int) {
	p := &b.text.pieces[i]
	start := p.start
	for _, c := range b.text.clustersOf(i) {
		if b.x > 0 && b.x+c.width > b.width {
			if b.newLine(i); b.full {
				return
			}
			b.open = true
		}
		b.put(p.span, start, c.end, c.width)
		start = c.end
	}
}

// put adds a stretch of text.
func (b *breaker) put(span, start, end int32, w float32) {
	if start == end {
		return
	}
	b.fillGaps()
	b.extend(span, start, end, b.x, w)
	b.x += w
}

// fillGaps makes the spaces before what comes next part of the line.
func (b *breaker) fillGaps() {
	x := b.x
	for _, g := range b.gaps {
		x -= g.width
	}
	for _, g := range b.gaps {
		b.extend(g.span, g.start, g.end, x, g.width)
		x += g.width
	}
	b.gaps = b.gaps[:0]
}

// extend adds text at x, to the frag before it when that is of the same span.
func (b *breaker) extend(span, start, end int32, x, w float32) {
	if n := len(b.frags); n > b.first && b.frags[n-1].span == span && !b.text.parts(&b.frags[n-1], start) {
		f := &b.frags[n-1]
		f.end, f.width = end, x+w-f.x
		return
	}
	b.frags = append(b.frags, frag{span: span, x: x, width: w, start: start, end: end})
}

// newLine ends the line before piece next. A line feed at the very end begins none, and where no line may follow the
// text ends in ….
func (b *breaker) newLine(next int) {
	if next == len(b.text.pieces) {
		return
	}
	if b.lastLine() {
		b.ellipsize()
		b.full, b.truncated = true, true
	}
	b.endLine()
}

// lastLine tells whether no line may follow the current one.
func (b *breaker) lastLine() bool {
	return b.count+max(1, b.tall) >= b.opt.MaxLines
}
