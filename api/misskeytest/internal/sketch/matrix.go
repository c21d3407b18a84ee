package sketch

import "math"

// Matrix is a change of place, size and direction.
type Matrix struct{ a, b, c, d, e, f float64 }

// Same changes nothing.
func Same() Matrix { return Matrix{a: 1, d: 1} }

// Move shifts by (x, y).
func Move(x, y float64) Matrix { return Matrix{a: 1, d: 1, e: x, f: y} }

// Scale stretches around the origin.
func Scale(x, y float64) Matrix { return Matrix{a: x, d: y} }

// Turn rotates clockwise around (x, y), in turns.
func Turn(turns, x, y float64) Matrix {
	sin, cos := math.Sincos(2 * math.Pi * turns)
	return Matrix{cos, sin, -sin, cos, x - cos*x + sin*y, y - sin*x - cos*y}
}

// Then does m first and n after it.
func (m Matrix) Then(n Matrix) Matrix {
	return Matrix{
		n.a*m.a + n.c*m.b, n.b*m.a + n.d*m.b,
		n.a*m.c + n.c*m.d, n.b*m.c + n.d*m.d,
		n.a*m.e + n.c*m.f + n.e, n.b*m.e + n.d*m.f + n.f,
	}
}

func (m Matrix) apply(p Point) Point {
	return Point{m.a*p.X + m.c*p.Y + m.e, m.b*p.X + m.d*p.Y + m.f}
}

// size is how much m stretches lengths, on average.
func (m Matrix) size() float64 { return math.Sqrt(math.Abs(m.a*m.d - m.b*m.c)) }
