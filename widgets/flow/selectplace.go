package flow

import (
	"fyne.io/fyne/v2"

	"mejiro/widgets/motion"
)

// area is a rectangle in a layout.
type area struct {
	at   fyne.Position
	size fyne.Size
	over bool // it shows what would hide a mark behind it
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
	from, to := s.extent(l, f)
	switch {
	case f.opens():
		return s.nearest(f.box.inner, p.SubtractXY(f.x, f.y).Subtract(f.box.innerAt))
	case f.reads():
		words, at := f.box.read()
		return min(from+words.position(p.SubtractXY(f.x, f.y).Subtract(at)), to)
	case f.box != nil || f.picture:
		if p.X > f.x+f.width/2 {
			return to
		}
		return from
	case from == to:
		return from
	}
	x := p.X - f.x
	if sp.way.level.RightToLeft() {
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
	return from + Position(at-f.start)
}

// opens tells a box whose text is selected character by character.
func (f *frag) opens() bool { return f.box != nil && f.box.inner != nil && !f.box.isSolid() }

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

// reads tells a box whose content is.
func (f *frag) reads() bool {
	if f.box == nil {
		return false
	}
	words, _ := f.box.read()
	return words != nil
}

// lastOf is where the text that l shows ends.
func (s *story) lastOf(l *Layout) Position {
	for i := len(l.lines) - 1; i >= 0; i-- {
		last, found := Position(0), false
		for j := l.lines[i].first; j < l.lines[i].end; j++ {
			if f := &l.frags[j]; !f.isEllipsis() {
				_, end := s.extent(l, f)
				last, found = max(last, end), true
			}
		}
		if found {
			return last
		}
	}
	return s.starts[l.text][0]
}

// extent is where the text of a frag begins and ends.
func (s *story) extent(l *Layout, f *frag) (from, to Position) {
	start := s.starts[l.text][f.span]
	switch {
	case f.opens() || f.box != nil && f.box.inner != nil && f.box.truncated:
		return start, s.lastOf(f.box.inner)
	case f.box != nil && f.box.isSolid():
		w, _ := s.solidAt(start)
		return start, w.end
	case f.box != nil && f.box.spoken() != nil:
		return start, start + f.box.readTo()
	case f.box != nil || f.picture:
		return start, start + Position(len(l.text.spans[f.span].text))
	case l.text.spans[f.span].aside:
		return start, start
	case f.isEllipsis():
		end := s.lastOf(l)
		return end, end
	}
	return start + Position(f.start), start + Position(f.end)
}

// within is as much of the area as lies within limits.
func (a area) within(limits motion.Rect) area {
	r := intersection(motion.Rect{
		Left: a.at.X, Top: a.at.Y, Right: a.at.X + a.size.Width, Bottom: a.at.Y + a.size.Height,
	}, limits)
	a.at, a.size = fyne.NewPos(r.Left, r.Top), fyne.NewSize(r.Right-r.Left, r.Bottom-r.Top)
	return a
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
			corner := at.AddXY(f.x, f.y)
			switch {
			case f.opens():
				as = s.areas(as, f.box.inner, corner.Add(f.box.innerAt), from, to)
			case f.reads():
				start, _ := s.extent(l, f)
				as = f.box.readAreas(as, corner, a-start, z-start)
			case f.box != nil && f.box.Effect != nil:
				as = append(as, f.box.area(corner))
			default:
				x0, x1 := s.edge(l, f, a), s.edge(l, f, z)
				as = append(as, area{
					at:   at.AddXY(min(x0, x1), ln.top),
					size: fyne.NewSize(max(x0, x1)-min(x0, x1), ln.height),
					over: f.picture || f.box != nil && f.box.inner == nil,
				})
			}
		}
	}
	return as
}

// area is what a box under an effect takes, the corner of whose margin is at at: where it is drawn if it stands still,
// otherwise where it would.
func (b *nested) area(at fyne.Position) area {
	corner, size := b.frame()
	at = at.Add(corner)
	if !b.Effect.Moves() {
		pose := b.Effect.Pose(motion.Frame{Width: size.Width, Height: size.Height, Em: b.em}, 0)
		r := pose.Matrix.BoundingBox(motion.Rect{Right: size.Width, Bottom: size.Height})
		if !r.Empty() {
			at, size = at.AddXY(r.Left, r.Top), fyne.NewSize(r.Right-r.Left, r.Bottom-r.Top)
		}
	}
	return area{at: at, size: size, over: true}
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
	if l.text.spans[f.span].way.level.RightToLeft() && f.box == nil && !f.picture {
		x = f.width - x
	}
	return f.x + x
}

// caret is the place of p as a line without width, and the direction of the text there.
func (l *Layout) caret(p Position) (a area, way direction) {
	return l.text.story().caret(l, fyne.Position{}, p)
}

func (s *story) caret(l *Layout, at fyne.Position, p Position) (a area, way direction) {
	i, f := s.fragAt(l, p)
	if f == nil {
		return a, way
	}
	if f.opens() {
		return s.caret(f.box.inner, at.AddXY(f.x, f.y).Add(f.box.innerAt), p)
	}
	if f.reads() {
		words, in := f.box.read()
		from, _ := s.extent(l, f)
		a, way = words.caret(p - from)
		a.at = a.at.Add(at).AddXY(f.x, f.y).Add(in)
		return a, way
	}
	return area{at: at.AddXY(s.edge(l, f, p), l.lines[i].top), size: fyne.NewSize(0, l.lines[i].height)}, l.text.way(f)
}

// fragAt is the frag that shows the character at p, or else the last one before, or else the first, and its line.
func (s *story) fragAt(l *Layout, p Position) (line int, best *frag) {
	last := Position(-1)
	for i := range l.lines {
		for j := l.lines[i].first; j < l.lines[i].end; j++ {
			f := &l.frags[j]
			from, to := s.extent(l, f)
			if from <= p && p < to {
				return i, f
			}
			if best == nil || to <= p && to >= last {
				line, best = i, f
				if to <= p {
					last = to
				}
			}
		}
	}
	return line, best
}
