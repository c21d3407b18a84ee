package sketch

import "math"

// stroke is the outline of a line of a width along p, with round ends and
// corners.
func (p Path) stroke(width float64) Path {
	var out Path
	for _, line := range p.flatten() {
		for i, at := range line {
			out.ops = append(out.ops, dot(at, width/2).ops...)
			if i > 0 {
				out.ops = append(out.ops, bar(line[i-1], at, width/2).ops...)
			}
		}
	}
	return out
}

// dot is a small circle, turning the same way as bar does.
func dot(at Point, r float64) Path {
	n := max(8, min(int(r*2), 32))
	var p Path
	for i := range n {
		sin, cos := math.Sincos(2 * math.Pi * float64(i) / float64(n))
		x, y := at.X+r*cos, at.Y+r*sin
		if i == 0 {
			p = p.MoveTo(x, y)
		} else {
			p = p.LineTo(x, y)
		}
	}
	return p.Close()
}

// bar is the straight line from a to b, r to both sides, clockwise.
func bar(a, b Point, r float64) Path {
	length := math.Hypot(b.X-a.X, b.Y-a.Y)
	if length == 0 {
		return Path{}
	}
	nx, ny := -(b.Y-a.Y)/length*r, (b.X-a.X)/length*r
	return Poly(a.X-nx, a.Y-ny, b.X-nx, b.Y-ny, b.X+nx, b.Y+ny, a.X+nx, a.Y+ny)
}

// flatten is p as lines of points.
func (p Path) flatten() [][]Point {
	var lines [][]Point
	var line []Point
	end := func() {
		if len(line) > 0 {
			lines = append(lines, line)
		}
		line = nil
	}
	for _, o := range p.ops {
		switch o.kind {
		case 'M':
			end()
			line = []Point{o.p[0]}
		case 'L':
			line = append(line, o.p[0])
		case 'Q', 'C':
			line = append(line, o.curve(line[len(line)-1])...)
		case 'Z':
			if len(line) > 0 {
				line = append(line, line[0])
			}
			end()
		}
	}
	end()
	return lines
}

// curve is points along a curve that starts at from.
func (o op) curve(from Point) []Point {
	last := o.p[o.points()-1]
	steps := max(4, min(int(math.Hypot(last.X-from.X, last.Y-from.Y)/3)+4, 40))
	points := make([]Point, steps)
	for i := range points {
		t := float64(i+1) / float64(steps)
		u := 1 - t
		if o.kind == 'Q' {
			points[i] = Pt(u*u*from.X+2*u*t*o.p[0].X+t*t*o.p[1].X, u*u*from.Y+2*u*t*o.p[0].Y+t*t*o.p[1].Y)
			continue
		}
		points[i] = Pt(
			u*u*u*from.X+3*u*u*t*o.p[0].X+3*u*t*t*o.p[1].X+t*t*t*o.p[2].X,
			u*u*u*from.Y+3*u*u*t*o.p[0].Y+3*u*t*t*o.p[1].Y+t*t*t*o.p[2].Y)
	}
	return points
}
