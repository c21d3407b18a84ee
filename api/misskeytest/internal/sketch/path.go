package sketch

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// Point is a place; y grows downwards.
type Point struct{ X, Y float64 }

// Path is a set of closed outlines made of lines and curves. The path that a
// method extends is not to be extended a second time.
type Path struct{ ops []op }

// op is one step: "M" and "L" take one point, "Q" two, "C" three, "Z" none.
type op struct {
	kind byte
	p    [3]Point
}

// Pt is the point (x, y).
func Pt(x, y float64) Point { return Point{x, y} }

// MoveTo begins a new outline.
func (p Path) MoveTo(x, y float64) Path { return p.add('M', Pt(x, y)) }

// LineTo goes straight to a point.
func (p Path) LineTo(x, y float64) Path { return p.add('L', Pt(x, y)) }

// QuadTo bends to (x, y) by way of (cx, cy).
func (p Path) QuadTo(cx, cy, x, y float64) Path { return p.add('Q', Pt(cx, cy), Pt(x, y)) }

// CubeTo bends to (x, y) by way of (ax, ay) and (bx, by).
func (p Path) CubeTo(ax, ay, bx, by, x, y float64) Path {
	return p.add('C', Pt(ax, ay), Pt(bx, by), Pt(x, y))
}

// Close goes straight back to where the outline began.
func (p Path) Close() Path { return p.add('Z') }

// Join adds the outlines of other paths.
func (p Path) Join(others ...Path) Path {
	for _, o := range others {
		p.ops = append(p.ops, o.ops...)
	}
	return p
}

func (p Path) add(kind byte, points ...Point) Path {
	o := op{kind: kind}
	copy(o.p[:], points)
	p.ops = append(p.ops, o)
	return p
}

func (o op) points() int {
	switch o.kind {
	case 'M', 'L':
		return 1
	case 'Q':
		return 2
	case 'C':
		return 3
	}
	return 0
}

// under moves all points of p by m.
func (p Path) under(m Matrix) Path {
	moved := Path{ops: make([]op, len(p.ops))}
	for i, o := range p.ops {
		moved.ops[i].kind = o.kind
		for k := range o.points() {
			moved.ops[i].p[k] = m.apply(o.p[k])
		}
	}
	return moved
}

// Rect is a rectangle from its left upper corner.
func Rect(x, y, w, h float64) Path {
	return Path{}.MoveTo(x, y).LineTo(x+w, y).LineTo(x+w, y+h).LineTo(x, y+h).Close()
}

// RoundRect is a rectangle with corners of radius r.
func RoundRect(x, y, w, h, r float64) Path {
	r = min(r, w/2, h/2)
	return Path{}.MoveTo(x+r, y).LineTo(x+w-r, y).QuadTo(x+w, y, x+w, y+r).
		LineTo(x+w, y+h-r).QuadTo(x+w, y+h, x+w-r, y+h).
		LineTo(x+r, y+h).QuadTo(x, y+h, x, y+h-r).LineTo(x, y+r).QuadTo(x, y, x+r, y).Close()
}

// Circle is a circle around (x, y).
func Circle(x, y, r float64) Path { return Ellipse(x, y, r, r) }

// Ellipse is an ellipse around (x, y).
func Ellipse(x, y, rx, ry float64) Path {
	const k = 0.5522847498 // how far a quarter's handles reach
	kx, ky := rx*k, ry*k
	return Path{}.MoveTo(x+rx, y).
		CubeTo(x+rx, y+ky, x+kx, y+ry, x, y+ry).CubeTo(x-kx, y+ry, x-rx, y+ky, x-rx, y).
		CubeTo(x-rx, y-ky, x-kx, y-ry, x, y-ry).CubeTo(x+kx, y-ry, x+rx, y-ky, x+rx, y).Close()
}

// Poly joins points with straight lines: x, y, x, y …
func Poly(coords ...float64) Path {
	var p Path
	for i := 0; i+1 < len(coords); i += 2 {
		if i == 0 {
			p = p.MoveTo(coords[0], coords[1])
		} else {
			p = p.LineTo(coords[i], coords[i+1])
		}
	}
	return p.Close()
}

// Star is a star of n points around (x, y), the first straight up.
func Star(x, y, outer, inner float64, n int) Path {
	var coords []float64
	for i := range 2 * n {
		r := outer
		if i%2 == 1 {
			r = inner
		}
		a := math.Pi * (float64(i)/float64(n) - 0.5)
		coords = append(coords, x+r*math.Cos(a), y+r*math.Sin(a))
	}
	return Poly(coords...)
}

// Arc is an open line along a circle from angle a to angle b, in turns
// clockwise from the right, for strokes.
func Arc(x, y, rx, ry, a, b float64) Path {
	const steps = 24
	var p Path
	for i := range steps + 1 {
		t := 2 * math.Pi * (a + (b-a)*float64(i)/steps)
		px, py := x+rx*math.Cos(t), y+ry*math.Sin(t)
		if i == 0 {
			p = p.MoveTo(px, py)
		} else {
			p = p.LineTo(px, py)
		}
	}
	return p
}

// Parse reads a path in SVG's words, of which it knows M L H V Q C and Z with
// coordinates that are absolute. Anything else panics: paths are written by
// whoever wrote the drawing.
func Parse(d string) Path {
	var p Path
	var at Point
	tokens := strings.Fields(strings.ReplaceAll(separate(d), ",", " "))
	for i := 0; i < len(tokens); {
		kind := tokens[i][0]
		i++
		for more := true; more; more = i < len(tokens) && !isLetter(tokens[i][0]) {
			o := op{kind: kind}
			switch kind {
			case 'H':
				o.kind, o.p[0] = 'L', Pt(number(tokens[i]), at.Y)
				i++
			case 'V':
				o.kind, o.p[0] = 'L', Pt(at.X, number(tokens[i]))
				i++
			default:
				for k := range o.points() {
					o.p[k] = Pt(number(tokens[i]), number(tokens[i+1]))
					i += 2
				}
			}
			if n := o.points(); n > 0 {
				at = o.p[n-1]
			}
			p.ops = append(p.ops, o)
			if kind == 'M' {
				kind = 'L'
			}
		}
	}
	return p
}

func isLetter(b byte) bool { return b >= 'A' }

// separate puts spaces around letters.
func separate(d string) string {
	var b strings.Builder
	for _, r := range d {
		if r >= 'A' {
			b.WriteString(" " + string(r) + " ")
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

func number(s string) float64 {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		panic(fmt.Sprintf("sketch: path number %q", s))
	}
	return v
}

// Along is the point of an ellipse at an angle, in turns clockwise from the
// right.
func Along(x, y, rx, ry, turns float64) Point {
	sin, cos := math.Sincos(2 * math.Pi * turns)
	return Pt(x+rx*cos, y+ry*sin)
}
