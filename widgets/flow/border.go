package flow

import (
	"image/color"
	"math"

	"fyne.io/fyne/v2"
)

const (
	// maxDashes bounds the dots or dashes of one border: beyond, they are longer.
	maxDashes = 200
	// maxAllDashes bounds those of all borders of a view: beyond, borders are solid.
	maxAllDashes = 2000
)

// showBorder draws the border of a box whose frame is at at.
func (l *layer) showBorder(b *nested, at fyne.Position, size fyne.Size, c color.Color) {
	f := ring{at.X, at.Y, size.Width, size.Height, b.radius(size)}
	w := b.border
	third, half := max(1, round(w/3)), max(1, round(w/2))
	switch style := b.Border.Style; {
	case style == LineDouble && w >= 3:
		l.solid(f, third, c, c)
		l.solid(f.shrunk(w-third), third, c, c)
	case style == LineGroove:
		l.solid(f, half, darker(c), c)
		l.solid(f.shrunk(half), w-half, c, darker(c))
	case style == LineRidge:
		l.solid(f, half, c, darker(c))
		l.solid(f.shrunk(half), w-half, darker(c), c)
	case style == LineInset:
		l.solid(f, w, darker(c), c)
	case style == LineOutset:
		l.solid(f, w, c, darker(c))
	case style == LineDotted:
		l.dashed(f, w, 1, c)
	case style == LineDashed:
		l.dashed(f, w, 2, c)
	default:
		l.solid(f, w, c, c)
	}
}

// ring is the outer edge of a line around something.
type ring struct{ x, y, width, height, radius float32 }

func (f ring) shrunk(by float32) ring {
	return ring{f.x + by, f.y + by, max(0, f.width-2*by), max(0, f.height-2*by), max(0, f.radius-by)}
}

// solid draws a ring w thick, in one colour above and at the left and in another below and at the right. Round corners
// have one colour.
func (l *layer) solid(f ring, w float32, above, below color.Color) {
	w = min(w, f.width/2, f.height/2)
	if !(w > 0) {
		return
	}
	if f.radius > 0 {
		o := l.grounds.next()
		place(o, f.x, f.y, f.width, f.height, f.radius, barely(above))
		o.StrokeWidth, o.StrokeColor = w, above
		return
	}
	side := func(x, y, width, height float32, c color.Color) {
		place(l.grounds.next(), x, y, width, height, 0, c)
	}
	side(f.x, f.y, f.width, w, above)
	side(f.x, f.y+w, w, f.height-w, above)
	side(f.x+w, f.y+f.height-w, f.width-w, w, below)
	side(f.x+f.width-w, f.y+w, w, f.height-2*w, below)
}

// barely is c as good as clear. Where a line meets what it surrounds the driver mixes their colours, even those of what
// is clear, and nothing would mix like black.
func barely(c color.Color) color.NRGBA {
	faint := color.NRGBAModel.Convert(c).(color.NRGBA)
	faint.A = min(faint.A, 1)
	return faint
}

// dashed draws a ring of dashes w thick and ratio times as long. Dots and the dashes of round corners are round.
func (l *layer) dashed(f ring, w, ratio float32, c color.Color) {
	w = min(w, f.width/2, f.height/2)
	long := max(w*ratio, (f.width+f.height)/(maxDashes/4))
	across, upright := spread(f.width-2*f.radius, long, w), spread(f.height-2*f.radius, long, w)
	corner := between(spread(f.radius*math.Pi/2, max(w, long/ratio), w))
	round := float32(0)
	if ratio == 1 {
		round = w / 2
	}
	if round > 0 && f.radius == 0 {
		upright = between(upright) // the dots in the corners are there
	}
	if l.owner.dashes += 2*len(across) + 2*len(upright) + 4*len(corner); l.owner.dashes > maxAllDashes {
		l.solid(f, w, c, c)
		return
	}
	right, bottom := f.x+f.width-w, f.y+f.height-w
	for _, d := range across {
		place(l.grounds.next(), f.x+f.radius+d, f.y, long, w, round, c)
		place(l.grounds.next(), f.x+f.radius+d, bottom, long, w, round, c)
	}
	for _, d := range upright {
		place(l.grounds.next(), f.x, f.y+f.radius+d, w, long, round, c)
		place(l.grounds.next(), right, f.y+f.radius+d, w, long, round, c)
	}
	l.dots(f, w, corner, c)
}

// dots draws dots along the round corners of a ring w thick.
func (l *layer) dots(f ring, w float32, along []float32, c color.Color) {
	right, bottom := f.x+f.width-w, f.y+f.height-w
	for _, d := range along {
		sin, cos := math.Sincos(float64(d / f.radius))
		x, y := (f.radius-w/2)*float32(1-cos), (f.radius-w/2)*float32(1-sin)
		for _, at := range []fyne.Position{
			{X: f.x + x, Y: f.y + y}, {X: right - x, Y: f.y + y}, {X: f.x + x, Y: bottom - y}, {X: right - x, Y: bottom - y},
		} {
			place(l.grounds.next(), at.X, at.Y, w, w, w/2, c)
		}
	}
}

// between is all but the first and the last.
func between(at []float32) []float32 {
	if len(at) < 3 {
		return nil
	}
	return at[1 : len(at)-1]
}

// spread says where dashes begin that are long each, about gap apart, and fill a length from end to end.
func spread(length, long, gap float32) []float32 {
	if length < long {
		return nil
	}
	n := int((length-long)/(long+gap) + 0.5)
	at := make([]float32, n+1)
	for i := range at {
		if n > 0 {
			at[i] = (length - long) * float32(i) / float32(n)
		}
	}
	return at
}
