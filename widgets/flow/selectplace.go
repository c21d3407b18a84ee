package flow

import (
	"fyne.io/fyne/v2"
)

// area is a rectangle in a layout.
type area struct {
	at   fyne.Position
	size fyne.Size
}

// position is the place nearest to a point of the layout.
func (l *Layout) position(p fyne.Position) Position {
	return l.text.story().nearest(l, p)
}

func (s *story) nearest(l *Layout, p fyne.Position) Position {
	line := 0
	for line+1 < len(l.lines) && l.lines[line+1].top <= p.Y {
		line++
	}
	for line > 0 && l.lines[line].first == l.lines[line].end {
		line-- // an empty line is where the one before it ends
		p.X = l.size.Width
	}
	if len(l.lines) == 0 || l.lines[line].first == l.lines[line].end {
		return s.starts[l.text][0]
	}
	best, distance := l.lines[line].first, float32(-1)
	for i := best; i < l.lines[line].end; i++ {
		f := &l.frags[i]
		d := max(f.x-p.X, p.X-f.x-f.width, 0)
		if distance < 0 || d < distance {
			best, distance = i, d
		}
	}
	return s.within(l, &l.frags[best], p)
}

// within is the place nearest to a point in a frag.
func (s *story) within(l *Layout, f *frag, p fyne.Position) Position {
	sp := &l.text.spans[f.span]
	start := s.starts[l.text][f.span]
	switch {
	case f.box != nil && f.box.inner != nil:
		return s.nearest(f.box.inner, p.SubtractXY(f.x, f.y).Subtract(f.box.innerAt))
	case f.box != nil || f.picture:
		if p.X > f.x+f.width/2 {
			start += Position(len(sp.text))
		}
		return start
	case f.isEllipsis():
		return s.lastOf(l)
	}
	x := p.X - f.x
	if sp.way.level.rightToLeft() {
		x = f.width - x
	}
	at := f.start
	var left float32
	for _, c := range l.text.shares(f) {
		if x < left+c.width/2 {
			break
		}
		at, left = c.end, left+c.width
	}
	return start + Position(at)
}

// shares are the characters of a frag; together they are as wide as it, also where letters join.
func (t *Text) shares(f *frag) []cluster {
	cs := split(&t.spans[f.span], f.start, f.end)
	var sum float32
	for _, c := range cs {
		sum += c.width
	}
	if sum > 0 {
		for i := range cs {
			cs[i].width *= f.width / sum
		}
	}
	return cs
}

// lastOf is where the text that l shows ends.
func (s *story) lastOf(l *Layout) Position {
	for i := len(l.frags) - 1; i >= 0; i-- {
		if !l.frags[i].isEllipsis() {
			_, end := s.extent(l, &l.frags[i])
			return end
		}
	}
	return s.starts[l.text][0]
}

// extent is where the text of a frag begins and ends.
func (s *story) extent(l *Layout, f *frag) (from, to Position) {
	start := s.starts[l.text][f.span]
	switch {
	case f.box != nil && f.box.inner != nil:
		return start, s.lastOf(f.box.inner)
	case f.box != nil || f.picture:
		return start, start + Position(len(l.text.spans[f.span].text))
	case f.isEllipsis():
		end := s.lastOf(l)
		return end, end
	}
	return start + Position(f.start), start + Position(f.end)
}

// areas are what the text between two positions takes, one for each frag that shows some of it.
func (l *Layout) areas(from, to Position) []area {
	s := l.text.story()
	from, to = s.bounded(from, to)
	return s.areas(nil, l, fyne.Position{}, from, to)
}

func (s *story) areas(as []area, l *Layout, at fyne.Position, from, to Position) []area {
	for i := range l.lines {
		ln := &l.lines[i]
		for j := ln.first; j < ln.end; j++ {
			f := &l.frags[j]
			a, z := s.extent(l, f)
			if a, z = max(a, from), min(z, to); a >= z {
				continue
			}
			if f.box != nil && f.box.inner != nil {
				as = s.areas(as, f.box.inner, at.AddXY(f.x, f.y).Add(f.box.innerAt), from, to)
				continue
			}
			x0, x1 := s.edge(l, f, a), s.edge(l, f, z)
			as = append(as, area{
				at.AddXY(min(x0, x1), ln.top), fyne.NewSize(max(x0, x1)-min(x0, x1), ln.height),
			})
		}
	}
	return as
}

// edge is where in its layout the place p of a frag is.
func (s *story) edge(l *Layout, f *frag, p Position) float32 {
	from, to := s.extent(l, f)
	var x float32
	switch {
	case p <= from:
	case p >= to:
		x = f.width
	default:
		for _, c := range l.text.shares(f) {
			if from+Position(c.end-f.start) > p {
				break
			}
			x += c.width
		}
	}
	if l.text.spans[f.span].way.level.rightToLeft() && f.box == nil && !f.picture {
		x = f.width - x
	}
	return f.x + x
}

// caret is the place of p as a line without width, and the direction of the text there.
func (l *Layout) caret(p Position) (a area, way direction) {
	s := l.text.story()
	a, way, _ = s.caret(l, fyne.Position{}, p)
	return a, way
}

func (s *story) caret(l *Layout, at fyne.Position, p Position) (a area, way direction, found bool) {
	for i := range l.lines {
		ln := &l.lines[i]
		for j := ln.first; j < ln.end; j++ {
			f := &l.frags[j]
			from, to := s.extent(l, f)
			if p < from && found {
				return a, way, true
			}
			if f.box != nil && f.box.inner != nil {
				if p >= from && p <= to {
					return s.caret(f.box.inner, at.AddXY(f.x, f.y).Add(f.box.innerAt), p)
				}
				continue
			}
			a = area{at.AddXY(s.edge(l, f, p), ln.top), fyne.NewSize(0, ln.height)}
			way, found = l.text.way(f), true
			if p < to {
				return a, way, true
			}
		}
	}
	return a, way, found
}
