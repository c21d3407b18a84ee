package flow

import (
	"math"
	"strings"

	"fyne.io/fyne/v2"

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
}

// gap is a row of spaces of one span.
type gap struct {
	span, start, end int32
	width            float32
}

// Lay fills lines. It costs a few microseconds where the widths are known already.
func (t *Text) Lay(opt Options) *Layout {
	t.refresh()
	b := breaker{Layout: &Layout{text: t}, opt: opt.sane()}
	b.width = b.opt.Width + tolerance
	b.frags = make([]frag, 0, len(t.spans)+len(t.pieces)/8)
	for i := 0; i < len(t.pieces) && !b.full; {
		i = b.word(i)
	}
	if !b.full {
		b.endLine()
	}
	b.truncated = b.truncated || t.cut
	b.align()
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
	end, w := i, float32(0)
	for done := false; !done; end++ {
		p := &t.pieces[end]
		t.measure(end)
		w += b.pieceWidth(p)
		done = p.last
	}
	if b.x > 0 && b.x+w > b.width {
		b.newLine(i)
	}
	fits := b.x+w <= b.width
	for ; i < end && !b.full; i++ {
		p := &t.pieces[i]
		b.open, b.strut = true, p.span
		if fits || t.spans[p.span].emoji != nil {
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
	if e := b.text.spans[p.span].emoji; e != nil {
		return min(p.width, b.width)
	}
	return p.width
}

// piece adds all that is visible of piece i.
func (b *breaker) piece(i int) {
	p := &b.text.pieces[i]
	s := &b.text.spans[p.span]
	if s.emoji == nil {
		b.put(p.span, p.start, p.end, p.width)
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
	if n := len(b.frags); n > b.first && b.frags[n-1].span == span {
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
	if len(b.lines)+1 >= b.opt.MaxLines {
		b.ellipsize()
		b.full, b.truncated = true, true
	}
	b.endLine()
}

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
		if f.picture {
			_, up := s.emoji.place(s.face.key.size, b.width)
			f.y = ln.baseline - up
		} else {
			f.y, f.height = ln.baseline-s.face.ascent, s.face.height
			if f.text == "" {
				f.text = s.text[f.start:f.end]
			}
		}
		ln.width = f.x + f.width
	}
	b.lines = append(b.lines, ln)
	b.size = fyne.NewSize(max(b.size.Width, ln.width), ln.top+ln.height)
	b.first, b.x, b.open, b.gaps = len(b.frags), 0, false, b.gaps[:0]
}

// extent tells how far f reaches above and below the baseline, its text's line height included.
func (b *breaker) extent(f *frag) (above, below float32) {
	s := &b.text.spans[f.span]
	above, below = s.around(b.opt)
	if f.picture {
		size, up := s.emoji.place(s.face.key.size, b.width)
		above, below = max(above, up), max(below, size.Height-up)
	}
	return above, below
}

// around tells how far the line height of the span's text reaches above and below the baseline.
func (s *span) around(opt Options) (above, below float32) {
	lead := (s.face.key.size*opt.LineHeight - s.face.height) / 2
	return s.face.ascent + lead, s.face.height - s.face.ascent + lead
}

// align moves the lines as the options ask for.
func (b *breaker) align() {
	if b.opt.Align == fyne.TextAlignLeading {
		return
	}
	if b.opt.Width < math.MaxFloat32 {
		b.size.Width = max(b.opt.Width, b.size.Width)
	}
	for _, ln := range b.lines {
		dx := b.size.Width - ln.width
		if b.opt.Align == fyne.TextAlignCenter {
			dx /= 2
		}
		for i := ln.first; i < ln.end; i++ {
			b.frags[i].x += dx
		}
	}
}

// ellipsize makes room for … at the end of the current line and puts it there.
func (b *breaker) ellipsize() {
	b.open = true
	face := b.text.spans[b.strut].face
	room := b.width - face.ellipsis
	for len(b.frags) > b.first {
		f := &b.frags[len(b.frags)-1]
		s := &b.text.spans[f.span]
		if f.x+f.width <= room {
			if !f.picture {
				f.text = strings.TrimRightFunc(s.text[f.start:f.end], isSpace) + "…"
				f.width += s.face.ellipsis
				return
			}
			break
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

func round(v float32) float32 {
	return float32(math.Round(float64(v)))
}
