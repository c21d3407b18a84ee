package flow

// box adds the inline box of piece i. The line of one that is cut is the last.
func (b *breaker) box(i int) {
	p := &b.text.pieces[i]
	if b.x > 0 && b.x+b.pieceWidth(p) > b.width {
		if b.newLine(i); b.full {
			return
		}
		b.open = true
	}
	b.fillGaps()
	n := b.addBox(p, b.x, false)
	b.x += n.size.Width
	b.tall = max(b.tall, n.lines)
	if n.truncated {
		b.full, b.truncated = true, true
		b.endLine()
	}
}

// block adds the block of piece i, between two lines. Its margin and that of a block right before it lie one on the
// other.
func (b *breaker) block(i int) {
	if b.open {
		if b.newLine(i); b.full {
			return
		}
	}
	n := b.addBox(&b.text.pieces[i], 0, b.opt.more || i+1 < len(b.text.pieces))
	ln := line{first: b.first, end: len(b.frags), top: b.size.Height - min(b.below, n.margin.Top), width: n.size.Width}
	ln.height, ln.baseline = n.size.Height, ln.top+n.above
	b.frags[b.first].y = ln.top
	b.addLine(ln, n.lines)
	b.below = n.margin.Bottom
	if n.truncated || b.count >= b.opt.MaxLines && i+1 < len(b.text.pieces) {
		b.full, b.truncated = true, true
	}
}

// addBox lays the box of p in what is left of the lines and adds it at x. It tells the box whether more follows.
func (b *breaker) addBox(p *piece, x float32, more bool) *nested {
	s := &b.text.spans[p.span]
	opt := b.opt
	opt.MaxLines -= b.count
	opt.more = more
	n := s.box.lay(s.face.key.size, b.opt.Width, opt)
	f := frag{box: n, span: p.span, x: x, width: n.size.Width, height: n.size.Height}
	if n.Content != nil {
		f.text = s.text
	}
	b.frags = append(b.frags, f)
	return n
}

// cutBox has the text of a box at the end of the last line end in …. False when there is none.
func (b *breaker) cutBox(f *frag) bool {
	if f.box == nil || f.box.inner == nil || len(f.box.inner.frags) == 0 {
		return false
	}
	opt := b.opt
	opt.MaxLines, opt.more = f.box.lines, true
	f.box = f.box.lay(f.box.em, b.opt.Width-f.x, opt)
	f.width, f.height = f.box.size.Width, f.box.size.Height
	return true
}
