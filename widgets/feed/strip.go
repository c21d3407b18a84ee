package feed

import "math"

// overscan is how far beyond both edges of the viewport rows are kept bound.
const overscan = 160

// slot is a row on or near the screen.
type slot struct {
	index  int
	id     string
	y      float32 // of its upper edge, from the top of the viewport
	height float32
}

// sight is what of the row is seen through a viewport, from its upper edge.
func (s slot) sight(viewport float32) (top, bottom float32) {
	top, bottom = max(0, -s.y), min(s.height, viewport-s.y)
	if bottom <= top {
		return 0, 0
	}
	return top, bottom
}

// strip is the geometry of a feed: rows one under another, seen through a viewport and held at an anchor row. It knows no widgets.
type strip struct {
	ids     []string
	heights heights
	measure func(id string) float32 // at the current width; a sane height
	view    float32                 // height of the viewport
	pixel   float32                 // size of a device pixel
	anchor  int                     // index of the row that keeps its place
	y       float32                 // place of its upper edge, from the top of the viewport
	rest    float32                 // scrolled, but less than a pixel yet
	top     bool                    // nothing is above the viewport
	arrived int                     // rows at the head that came after the reader had left it and were not seen yet
	slots   []slot                  // as of the last settle, from top to bottom; none of height 0
}

// setIDs replaces the rows and keeps what is being read in place; with follow a strip that is at its top stays there.
func (s *strip) setIDs(d diff, follow bool) {
	top := len(d.old) == 0 || follow && s.top
	anchor, y := s.keep(d)
	if !top {
		s.arrived, _ = d.indexFrom(s.arrived)
	}
	s.heights.carry(d)
	s.ids = d.next
	s.anchor, s.y = anchor, y
	if top {
		s.toTop()
	}
}

// keep finds the row that keeps its place through a change: the anchor; if that is gone, the nearest row that was on the screen too; if none of
// them is left, the next row that is takes the anchor's place.
func (s *strip) keep(d diff) (index int, y float32) {
	if len(d.old) == 0 {
		return 0, 0
	}
	if j, ok := d.index(s.anchor); ok {
		return j, s.y
	}
	best := -1
	for _, at := range s.slots {
		j, ok := d.index(at.index)
		if !ok || at.y+at.height <= 0 || at.y >= s.view {
			continue
		}
		if far := abs(2*(at.index-s.anchor) - 1); best < 0 || far < best { // of two equally near rows the lower one
			best, index, y = far, j, at.y
		}
	}
	if best >= 0 {
		return index, y
	}
	if j, ok := d.indexFrom(s.anchor); ok {
		return j, s.y
	}
	if j, ok := d.indexBack(s.anchor); ok {
		return j, min(s.y, 0)
	}
	return 0, 0
}

// height returns the height of row i, measuring it if need be.
func (s *strip) height(i int) float32 {
	id := s.ids[i]
	if v, ok := s.heights.get(i, id); ok {
		return v
	}
	v := s.measure(id)
	s.heights.set(i, id, v)
	return v
}

// settle works out which rows are on the screen and where, keeps the rows within the viewport at both ends, and chooses the anchor.
func (s *strip) settle() []slot {
	s.slots = s.slots[:0]
	if len(s.ids) == 0 || s.view <= 0 {
		return s.slots
	}
	first, y := s.first(s.anchor, s.y)
	if end, ok := s.end(first, y); ok && end < s.view {
		first, y = s.first(first, y+s.view-end)
	}
	if first == 0 && y > 0 {
		y = 0
	}
	s.fill(first, y)
	s.choose()
	s.arrived = min(s.arrived, s.firstVisible())
	return s.slots
}

// first walks from row i at y to the first row that is on the screen, and on upwards if the rows leave room above.
func (s *strip) first(i int, y float32) (int, float32) {
	for y > 0 && i > 0 {
		i--
		y -= s.height(i)
	}
	for i < len(s.ids)-1 {
		h := s.height(i)
		if y+h > 0 {
			break
		}
		y += h
		i++
	}
	return i, y
}

// end returns the lower edge of the last row, if that is on the screen or above it.
func (s *strip) end(i int, y float32) (float32, bool) {
	for ; i < len(s.ids); i++ {
		if y > s.view {
			return y, false
		}
		y += s.height(i)
	}
	return y, true
}

// fill lists the rows on and near the screen, given one at its top.
func (s *strip) fill(first int, y float32) {
	i := first
	for top := y; i > 0 && top > -overscan; y = top {
		i--
		top -= s.height(i)
	}
	s.top = i == 0 && y > -0.5
	for ; i < len(s.ids) && y < s.view+overscan; i++ {
		h := s.height(i)
		if h > 0 {
			s.slots = append(s.slots, slot{index: i, id: s.ids[i], y: y, height: h})
		}
		y += h
	}
}

// choose makes the first row that begins in the upper half of the viewport the anchor, or else the one that reaches into it from above.
func (s *strip) choose() {
	for _, at := range s.slots {
		if at.y >= s.view/2 {
			return
		}
		if at.y+at.height > 0 {
			s.anchor, s.y = at.index, at.y
		}
		if at.y >= 0 {
			return
		}
	}
}

// scroll moves the viewport down by dy, by whole pixels; what is left over is kept for the next time.
func (s *strip) scroll(dy float32) {
	s.rest += dy
	step := s.round(s.rest)
	s.rest -= step
	s.y -= step
}

func (s *strip) round(v float32) float32 {
	return float32(math.Round(float64(v/s.pixel))) * s.pixel
}

// toTop shows the first row at the top.
func (s *strip) toTop() {
	s.anchor, s.y, s.rest, s.arrived, s.top = 0, 0, 0, 0, true
}

// jump shows row i with its upper edge at y.
func (s *strip) jump(i int, y float32) {
	s.anchor, s.y, s.rest = i, s.round(y), 0
}

// toEnd shows the last row at the bottom.
func (s *strip) toEnd() {
	if n := len(s.ids); n > 0 {
		s.anchor, s.rest = n-1, 0
		s.y = s.round(s.view - s.height(n-1))
	}
}

// toFraction shows what is at t, from 0 (the top) to 1 (the end), of the estimated height: the point at t of the rows comes to t of the viewport.
func (s *strip) toFraction(t float32) {
	switch {
	case len(s.ids) == 0:
	case t <= 0:
		s.toTop()
	case t >= 1:
		s.toEnd()
	default:
		i, within := s.heights.at(float64(t) * float64(s.heights.total()))
		s.jump(i, t*s.view-within*s.height(i))
	}
}

// hold brings the anchor back when it has shrunk to where it cannot be seen, as a long note does that is folded from its middle.
func (s *strip) hold() {
	if s.anchor < len(s.ids) && s.y < 0 && s.y+s.height(s.anchor) <= 0 {
		s.y = 0
	}
}

// forget makes every row be measured anew, for another width or another look. A row that is read from its middle stays at about that place.
func (s *strip) forget() {
	if len(s.ids) == 0 {
		return
	}
	before := s.heights.of[s.anchor]
	s.heights.forget()
	if s.y < 0 && before > 0 {
		s.y = s.round(s.y / before * s.height(s.anchor))
	}
}

// above returns the estimated height of what is above the viewport.
func (s *strip) above() float32 {
	if len(s.ids) == 0 {
		return 0
	}
	return max(0, s.heights.upTo(s.anchor)-s.y)
}

// below returns the estimated height of what is below the viewport, or a number above limit if it is more than that.
func (s *strip) below(limit float32) float32 {
	if len(s.slots) == 0 {
		return 0
	}
	last := s.slots[len(s.slots)-1]
	sum := last.y + last.height - s.view
	for i := last.index + 1; i < len(s.ids) && sum <= limit; i++ {
		if h := s.heights.of[i]; h >= 0 {
			sum += h
		} else {
			sum += s.heights.estimate()
		}
	}
	return sum
}

// firstVisible returns the index of the first row any of which is on the screen.
func (s *strip) firstVisible() int {
	for _, at := range s.slots {
		if at.y+at.height > 0 {
			return at.index
		}
	}
	return s.anchor
}

func abs[T int | float32](v T) T {
	return max(v, -v)
}

// edge returns where the upper edge of row i is; meant for rows near the screen.
func (s *strip) edge(i int) float32 {
	y := s.y
	for j := s.anchor; j < i; j++ {
		y += s.height(j)
	}
	for j := s.anchor; j > i; j-- {
		y -= s.height(j - 1)
	}
	return y
}

// firstWhole returns the index of the first row whose upper edge is on the screen, or else of the first visible one.
func (s *strip) firstWhole() int {
	for _, at := range s.slots {
		if at.y >= 0 && at.y < s.view {
			return at.index
		}
	}
	return s.firstVisible()
}
