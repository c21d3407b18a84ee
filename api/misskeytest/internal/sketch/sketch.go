package sketch

// Sketch is a picture made of shapes, the later over the earlier.
type Sketch struct {
	W, H   float64 // in the units that shapes are drawn in
	shapes []shape
	matrix Matrix
}

// shape is a path with its paint; width is that of a line, 0 fills.
type shape struct {
	path  Path
	paint Paint
	width float64
}

// New is an empty sketch.
func New(w, h float64) *Sketch { return &Sketch{W: w, H: h, matrix: Same()} }

// Fill fills a path.
func (s *Sketch) Fill(p Path, paint Paint) { s.lay(p, paint, 0) }

// Line draws along a path, with round ends.
func (s *Sketch) Line(p Path, width float64, paint Paint) { s.lay(p, paint, width) }

// Outlined fills a path over a wider line around it, as for letters.
func (s *Sketch) Outlined(p Path, paint Paint, width float64, outline Paint) {
	s.Line(p, width, outline)
	s.Fill(p, paint)
}

// Background fills the whole sketch.
func (s *Sketch) Background(paint Paint) { s.Fill(Rect(0, 0, s.W, s.H), paint) }

// With draws what do draws, moved by m.
func (s *Sketch) With(m Matrix, do func()) {
	before := s.matrix
	s.matrix = m.Then(before)
	do()
	s.matrix = before
}

// Add draws another sketch into the box at (x, y) of the given size.
func (s *Sketch) Add(other *Sketch, x, y, w, h float64) {
	s.With(Scale(w/other.W, h/other.H).Then(Move(x, y)), func() {
		for _, sh := range other.shapes {
			s.lay(sh.path, sh.paint, sh.width)
		}
	})
}

func (s *Sketch) lay(p Path, paint Paint, width float64) {
	s.shapes = append(s.shapes, shape{p.under(s.matrix), paint.under(s.matrix), width * s.matrix.size()})
}
