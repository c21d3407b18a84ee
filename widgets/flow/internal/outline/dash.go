package outline

import (
	"image"
	"math"
)

// maxDashes bounds the dots or dashes along one side of a border, or around a round one: beyond, they are longer.
const maxDashes = 500

// drawDashes draws a line of dots or dashes.
func (m *Rim) drawDashes(part image.Rectangle) *image.RGBA {
	near := part.Inset(-int(m.Width) - 1)
	var shapes []Polygon
	for _, t := range m.tracks() {
		shapes = m.dash(shapes, t, near)
	}
	mask := Cover(part, shapes...)
	to := image.NewRGBA(mask.Rect)
	for i, share := range mask.Pix {
		mix(to.Pix[4*i:4*i+4], m.Color, 255*int(share), m.Color, 0)
	}
	return to
}

// tracks are what the middle of the line runs along: each side by itself, or all of one with round corners.
func (m *Rim) tracks() []track {
	w, h, half := float32(m.Size.X), float32(m.Size.Y), m.Width/2
	if m.Radius <= 0 {
		upper, lower := newTrack([2]float32{0, half}, [2]float32{w, half}), newTrack([2]float32{0, h - half}, [2]float32{w, h - half})
		left, right := newTrack([2]float32{half, 0}, [2]float32{half, h}), newTrack([2]float32{w - half, 0}, [2]float32{w - half, h})
		left.shared, right.shared = true, true
		return []track{upper, lower, left, right}
	}
	shape := Rounded(half, half, w-half, h-half, max(m.Radius-half, 0.01))
	t := newTrack(append(shape, shape[0])...)
	t.closed = true
	return []track{t}
}

// dash adds the dots or dashes along a track that are near something.
func (m *Rim) dash(shapes []Polygon, t track, near image.Rectangle) []Polygon {
	long, gap := m.Width, m.Width
	if m.Style == Dashed {
		long *= 2
		if m.Width < 3 {
			long, gap = 3*m.Width, 2*m.Width
		}
	}
	n, long, period := t.spread(long, gap)
	dots := m.Style == Dotted && m.Width > 3 // smaller ones would be blurs
	for i := range n {
		from := period * float32(i)
		switch at, _ := t.at(from + long/2); {
		case !touches(at, long, near), dots && t.shared && (i == 0 || i == n-1):
		case dots:
			shapes = append(shapes, circle(at, m.Width/2))
		default:
			shapes = append(shapes, t.stretch(from, from+long, m.Width/2))
		}
	}
	return shapes
}

// touches reports whether what reaches so far around a place may lie in r.
func touches(at [2]float32, reach float32, r image.Rectangle) bool {
	return at[0]+reach > float32(r.Min.X) && at[0]-reach < float32(r.Max.X) &&
		at[1]+reach > float32(r.Min.Y) && at[1]-reach < float32(r.Max.Y)
}

func circle(at [2]float32, radius float32) Polygon {
	return Rounded(at[0]-radius, at[1]-radius, at[0]+radius, at[1]+radius, radius)
}

// track is a line through points.
type track struct {
	points Polygon
	at0    []float32 // how far each point is from the first, along the line
	closed bool
	shared bool // the dots at its ends are those of other tracks
}

func newTrack(points ...[2]float32) track {
	t := track{points: points, at0: make([]float32, len(points))}
	for i := 1; i < len(points); i++ {
		x, y := points[i][0]-points[i-1][0], points[i][1]-points[i-1][1]
		t.at0[i] = t.at0[i-1] + float32(math.Hypot(float64(x), float64(y)))
	}
	return t
}

func (t *track) length() float32 { return t.at0[len(t.at0)-1] }

// spread says how many dashes of about that length, as far apart as gap or nearly so, fill a track from end to end, and
// how far one begins after the other.
func (t *track) spread(dash, gap float32) (n int, long, period float32) {
	length := t.length()
	if most := length / (dash + gap); most > maxDashes {
		dash, gap = dash*most/maxDashes, gap*most/maxDashes
	}
	room, gaps := length+gap, -1
	if t.closed {
		room, gaps = length, 0
	}
	few := int(room / (dash + gap))
	if few+gaps < 1 {
		if 2*dash > length {
			return 1, length, length
		}
		few = 1 - gaps
	}
	n = few
	loose, tight := (length-float32(few)*dash)/float32(few+gaps), (length-float32(few+1)*dash)/float32(few+1+gaps)
	if tight > 0 && math.Abs(float64(tight-gap)) < math.Abs(float64(loose-gap)) {
		n, loose = few+1, tight
	}
	return n, dash, dash + max(0, loose)
}

// at is a place along the track, and the direction there.
func (t *track) at(far float32) (place, way [2]float32) {
	i := 1
	for i < len(t.points)-1 && t.at0[i] < far {
		i++
	}
	a, b := t.points[i-1], t.points[i]
	length := max(t.at0[i]-t.at0[i-1], 1e-6)
	way = [2]float32{(b[0] - a[0]) / length, (b[1] - a[1]) / length}
	rest := far - t.at0[i-1]
	return [2]float32{a[0] + way[0]*rest, a[1] + way[1]*rest}, way
}

// stretch is a part of the track, as wide as half on each side.
func (t *track) stretch(from, to, half float32) Polygon {
	marks := []float32{from}
	for _, d := range t.at0 {
		if d > from && d < to {
			marks = append(marks, d)
		}
	}
	marks = append(marks, to)
	shape := make(Polygon, 2*len(marks))
	for i, d := range marks {
		p, way := t.at(d)
		x, y := way[1]*half, -way[0]*half
		shape[i] = [2]float32{p[0] + x, p[1] + y}
		shape[len(shape)-1-i] = [2]float32{p[0] - x, p[1] - y}
	}
	return shape
}
