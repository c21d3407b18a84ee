package sketch

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
)

// Paint is what a shape is filled with.
type Paint struct {
	stops []stop
	kind  paintKind
	from  Point // start of a linear gradient, centre of a radial one
	to    Point
	r     float64
}

type paintKind int

const (
	plain paintKind = iota
	linear
	radial
)

// stop is a colour at a place of a gradient, 0 to 1.
type stop struct {
	at float64
	c  color.NRGBA
}

// Hex is a colour as CSS writes it: #rgb, #rrggbb or #rrggbbaa. Anything else
// panics.
func Hex(s string) color.NRGBA {
	if len(s) == 4 {
		s = "#" + s[1:2] + s[1:2] + s[2:3] + s[2:3] + s[3:4] + s[3:4]
	}
	if len(s) == 7 {
		s += "ff"
	}
	v, err := strconv.ParseUint(s[1:], 16, 32)
	if err != nil || len(s) != 9 {
		panic(fmt.Sprintf("sketch: colour %q", s))
	}
	return color.NRGBA{uint8(v >> 24), uint8(v >> 16), uint8(v >> 8), uint8(v)}
}

// Plain is one colour.
func Plain(hex string) Paint { return Paint{stops: []stop{{0, Hex(hex)}}} }

// Tint is one colour.
func Tint(c color.NRGBA) Paint { return Paint{stops: []stop{{0, c}}} }

// Linear goes through colours, evenly spaced, from one point to another.
func Linear(x0, y0, x1, y1 float64, hexes ...string) Paint {
	return Paint{kind: linear, from: Pt(x0, y0), to: Pt(x1, y1), stops: spaced(hexes)}
}

// Radial goes through colours, evenly spaced, from a centre to radius r.
func Radial(x, y, r float64, hexes ...string) Paint {
	return Paint{kind: radial, from: Pt(x, y), r: r, stops: spaced(hexes)}
}

func spaced(hexes []string) []stop {
	stops := make([]stop, len(hexes))
	for i, h := range hexes {
		stops[i] = stop{float64(i) / float64(max(len(hexes)-1, 1)), Hex(h)}
	}
	return stops
}

// Mix is a colour between two, t of the way.
func Mix(a, b color.NRGBA, t float64) color.NRGBA {
	blend := func(x, y uint8) uint8 { return uint8(math.Round(float64(x) + (float64(y)-float64(x))*t)) }
	return color.NRGBA{blend(a.R, b.R), blend(a.G, b.G), blend(a.B, b.B), blend(a.A, b.A)}
}

// Hue is a colour by its hue in turns, saturation and lightness, 0 to 1.
func Hue(h, s, l float64) color.NRGBA {
	h -= math.Floor(h)
	part := func(n float64) uint8 {
		k := math.Mod(n+h*12, 12)
		return uint8(math.Round(255 * (l - s*min(l, 1-l)*max(-1, min(k-3, 9-k, 1)))))
	}
	return color.NRGBA{part(0), part(8), part(4), 255}
}

// CSS writes a colour as #rrggbb or #rrggbbaa.
func CSS(c color.NRGBA) string {
	if c.A == 255 {
		return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B)
	}
	return fmt.Sprintf("#%02x%02x%02x%02x", c.R, c.G, c.B, c.A)
}

// at is the colour t of the way through the stops.
func (p Paint) at(t float64) color.NRGBA {
	last := p.stops[0]
	for _, s := range p.stops {
		if t < s.at {
			if s.at == last.at {
				return s.c
			}
			return Mix(last.c, s.c, max((t-last.at)/(s.at-last.at), 0))
		}
		last = s
	}
	return last.c
}

// under moves a gradient as a shape moves.
func (p Paint) under(m Matrix) Paint {
	p.from, p.to, p.r = m.apply(p.from), m.apply(p.to), p.r*m.size()
	return p
}
