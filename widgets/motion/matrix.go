package motion

import "math"

// Rect is a rectangle in whatever units its maker speaks of.
type Rect struct{ Left, Top, Right, Bottom float32 }

// Empty reports whether nothing lies in r.
func (r Rect) Empty() bool { return !(r.Left < r.Right && r.Top < r.Bottom) }

// Translate moves by (x, y).
func Translate(x, y float32) Matrix { return Matrix{1, 0, x, 0, 1, y, 0, 0, 1} }

// Stretch scales about the origin.
func Stretch(x, y float32) Matrix { return Matrix{x, 0, 0, 0, y, 0, 0, 0, 1} }

// Turn rotates clockwise about the origin.
func Turn(degrees float32) Matrix {
	s, c := sinCos(degrees)
	return Matrix{c, -s, 0, s, c, 0, 0, 0, 1}
}

// TurnX rotates about the horizontal axis through the origin, seen from a distance.
func TurnX(degrees, distance float32) Matrix {
	s, c := sinCos(degrees)
	return Matrix{1, 0, 0, 0, c, 0, 0, -s / distance, 1}
}

// TurnY rotates about the vertical axis through the origin, seen from a distance.
func TurnY(degrees, distance float32) Matrix {
	s, c := sinCos(degrees)
	return Matrix{c, 0, 0, 0, 1, 0, s / distance, 0, 1}
}

// sinCos is exact at quarter turns.
func sinCos(degrees float32) (sin, cos float32) {
	d := math.Mod(float64(degrees), 360)
	if q := d / 90; q == math.Trunc(q) {
		quarters := [4]float32{0, 1, 0, -1}
		i := (int(q) + 4) % 4
		return quarters[i], quarters[(i+1)%4]
	}
	s, c := math.Sincos(d * math.Pi / 180)
	return float32(s), float32(c)
}

// About has m happen about the point (x, y) instead of the origin.
func (m Matrix) About(x, y float32) Matrix {
	return Translate(x, y).Mul(m).Mul(Translate(-x, -y))
}

// Mul first does n, then m.
func (m Matrix) Mul(n Matrix) Matrix {
	var p Matrix
	for r := 0; r < 9; r += 3 {
		for c := range 3 {
			p[r+c] = m[r]*n[c] + m[r+1]*n[c+3] + m[r+2]*n[c+6]
		}
	}
	return p
}

// Apply moves a point. Where w is not above 0 the point is behind the viewer and x and y mean nothing.
func (m Matrix) Apply(x, y float32) (X, Y, w float32) {
	w = m[6]*x + m[7]*y + m[8]
	return (m[0]*x + m[1]*y + m[2]) / w, (m[3]*x + m[4]*y + m[5]) / w, w
}

// Invert returns what undoes m; ok is false where nothing does, as m leaves a line or a point, or is not finite.
func (m Matrix) Invert() (inverse Matrix, ok bool) {
	var f [9]float64
	for i, v := range m {
		f[i] = float64(v)
	}
	minors := [9]float64{
		f[4]*f[8] - f[5]*f[7], f[2]*f[7] - f[1]*f[8], f[1]*f[5] - f[2]*f[4],
		f[5]*f[6] - f[3]*f[8], f[0]*f[8] - f[2]*f[6], f[2]*f[3] - f[0]*f[5],
		f[3]*f[7] - f[4]*f[6], f[1]*f[6] - f[0]*f[7], f[0]*f[4] - f[1]*f[3],
	}
	det := f[0]*minors[0] + f[1]*minors[3] + f[2]*minors[6]
	if !(math.Abs(det) > 1e-9) {
		return Matrix{}, false
	}
	for i, v := range minors {
		inverse[i] = float32(v / det)
	}
	return inverse, inverse.finite()
}

// finite reports whether m has neither infinities nor what is not a number.
func (m Matrix) finite() bool {
	for _, v := range m {
		if !(v-v == 0) {
			return false
		}
	}
	return true
}

// affine reports whether m keeps parallels parallel.
func (m Matrix) affine() bool { return m[6] == 0 && m[7] == 0 && m[8] == 1 }

// near is the least w that is drawn: what is closer to the viewer is cut off, as it would be sixteen times as large.
const near = 1. / 16

// BoundingBox is the least upright rectangle around the part of r that m leaves in front of the viewer. It is empty
// where there is none, and finite for a finite r and m.
func (m Matrix) BoundingBox(r Rect) Rect {
	corners := [4][3]float32{
		m.raw(r.Left, r.Top), m.raw(r.Right, r.Top), m.raw(r.Right, r.Bottom), m.raw(r.Left, r.Bottom),
	}
	b := Rect{math.MaxFloat32, math.MaxFloat32, -math.MaxFloat32, -math.MaxFloat32}
	for i, p := range corners {
		q := corners[(i+1)%4]
		if p[2] >= near {
			b.add(p)
		}
		if (p[2] >= near) != (q[2] >= near) {
			b.add(crossing(p, q))
		}
	}
	if b.Empty() || !(b.Right-b.Left < math.MaxFloat32) || !(b.Bottom-b.Top < math.MaxFloat32) {
		return Rect{}
	}
	return b
}

func (m Matrix) raw(x, y float32) [3]float32 {
	return [3]float32{m[0]*x + m[1]*y + m[2], m[3]*x + m[4]*y + m[5], m[6]*x + m[7]*y + m[8]}
}

// crossing is where the edge from p to q comes too near.
func crossing(p, q [3]float32) [3]float32 {
	at := (near - p[2]) / (q[2] - p[2])
	return [3]float32{p[0] + at*(q[0]-p[0]), p[1] + at*(q[1]-p[1]), near}
}

func (r *Rect) add(p [3]float32) {
	x, y := p[0]/p[2], p[1]/p[2]
	r.Left, r.Right = min(r.Left, x), max(r.Right, x)
	r.Top, r.Bottom = min(r.Top, y), max(r.Bottom, y)
}

// Shift is how far m moves everything; ok is false where it does anything else as well.
func (m Matrix) Shift() (x, y float32, ok bool) {
	return m[2], m[5], m == Translate(m[2], m[5])
}

// Whole rounds how far m moves where it otherwise only mirrors or turns by quarters, so that pixels come to lie on
// pixels.
func (m Matrix) Whole() Matrix {
	if !m.affine() {
		return m
	}
	whole := m
	for _, i := range [4]int{0, 1, 3, 4} {
		if whole[i] = round(m[i]); abs(whole[i]) > 1 || abs(whole[i]-m[i]) > 1e-5 {
			return m
		}
	}
	whole[2], whole[5] = round(m[2]), round(m[5])
	return whole
}

// Outline moves a polygon. What is behind the viewer, or too near, is cut off, and nothing is farther off than the most
// distant screen.
func (m Matrix) Outline(shape [][2]float32) [][2]float32 {
	var moved [][2]float32
	add := func(p [3]float32) {
		const most = 1 << 14
		moved = append(moved, [2]float32{min(max(p[0]/p[2], -most), most), min(max(p[1]/p[2], -most), most)})
	}
	for i, a := range shape {
		b := shape[(i+1)%len(shape)]
		p, q := m.raw(a[0], a[1]), m.raw(b[0], b[1])
		if p[2] >= near {
			add(p)
		}
		if (p[2] >= near) != (q[2] >= near) {
			add(crossing(p, q))
		}
	}
	return moved
}

// Stretches is how many times as long m makes what lies along either axis near (x, y).
func (m Matrix) Stretches(x, y float32) (across, down float32) {
	X, Y, w := m.Apply(x, y)
	if !(w > 0) {
		return 0, 0
	}
	across = float32(math.Hypot(float64(m[0]-X*m[6]), float64(m[3]-Y*m[6]))) / w
	down = float32(math.Hypot(float64(m[1]-X*m[7]), float64(m[4]-Y*m[7]))) / w
	return across, down
}

// Growth is how many times as large m makes things near (x, y), in the direction in which it makes them largest.
func (m Matrix) Growth(x, y float32) float32 {
	X, Y, w := m.Apply(x, y)
	if !(w > 0) {
		return 0
	}
	a, b := float64((m[0]-X*m[6])/w), float64((m[1]-X*m[7])/w)
	c, d := float64((m[3]-Y*m[6])/w), float64((m[4]-Y*m[7])/w)
	sum, det := a*a+b*b+c*c+d*d, a*d-b*c
	return float32(math.Sqrt((sum + math.Sqrt(max(0, sum*sum-4*det*det))) / 2))
}

func round(v float32) float32 { return float32(math.Round(float64(v))) }
