package motion

import (
	"image"
	"image/color"
	"math"
	"time"
)

// Star is one of the sparks over something, at a moment. Lengths are in device-independent units.
type Star struct {
	X, Y   float32 // its middle, from the top left corner of the piece
	Radius float32 // from the middle to a point
	Turned float32 // degrees clockwise
	Colour color.RGBA
}

const (
	starEvery  = 750 * time.Millisecond // on average
	starStray  = 250 * time.Millisecond // later than that at the most
	starLeast  = time.Second            // that the smallest shines
	starMost   = 2 * time.Second        // that the largest shines
	starRadius = 32                     // of a star of size 1
)

// starColours are those of Misskey Web, in its proportions.
var starColours = [...]color.RGBA{
	{R: 0xff, G: 0x14, B: 0x93, A: 0xff},
	{G: 0xff, B: 0xff, A: 0xff},
	{R: 0xff, G: 0xe2, B: 0x02, A: 0xff},
	{R: 0xff, G: 0xe2, B: 0x02, A: 0xff},
	{R: 0xff, G: 0xe2, B: 0x02, A: 0xff},
}

// Stars appends the sparks that shine over a piece at time t to stars, no more than four. A star comes every half to
// whole second anywhere on the piece, grows, turns once and shrinks again within one or two. Where they come is decided
// by the seed.
func Stars(stars []Star, seed uint64, f Frame, t time.Duration) []Star {
	if t < 0 {
		return stars
	}
	for n := max(0, int64((t-starStray-starMost)/starEvery)); n <= int64(t/starEvery); n++ {
		c := chance(seed ^ uint64(n)*0x9e3779b97f4a7c15)
		born := time.Duration(n*int64(starEvery)) + time.Duration(c.next()*float32(starStray))
		size := c.next()
		lasts := starLeast + time.Duration(size*float32(starMost-starLeast))
		share := float32(t-born) / float32(lasts)
		if share < 0 || share >= 1 {
			continue
		}
		grown := 2 * min(share, 1-share)
		stars = append(stars, Star{
			X: c.next() * f.Width, Y: c.next() * f.Height,
			Radius: starRadius * (0.2 + 0.3*size) * grown, Turned: 360 * share,
			Colour: starColours[int(c.next()*float32(len(starColours)))%len(starColours)],
		})
	}
	return stars
}

// chance is a sequence of numbers that look random (SplitMix64).
type chance uint64

// next is at least 0 and less than 1.
func (c *chance) next() float32 {
	*c += 0x9e3779b97f4a7c15
	z := uint64(*c)
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return float32((z^z>>31)>>40) / (1 << 24)
}

// Draw draws the star alone into the middle of img, scale pixels to a unit.
func (s Star) Draw(img *image.RGBA, scale float32) {
	sin, cos := sinCos(s.Turned)
	radius := max(s.Radius*scale, 1e-3)
	// by symmetry all is within an eighth, bounded by the line from the point to the corner between two points
	const corner = 0.27
	length := float32(math.Hypot(corner, 1-corner))
	nx, ny := corner/length, (1-corner)/length
	w, h := img.Rect.Dx(), img.Rect.Dy()
	for y := range h {
		line := row(img, img.Rect.Min.Y+y)
		dy := float32(y) + 0.5 - float32(h)/2
		for x := range w {
			dx := float32(x) + 0.5 - float32(w)/2
			u, v := abs(cos*dx+sin*dy), abs(cos*dy-sin*dx)
			if u < v {
				u, v = v, u
			}
			cover := min(max((radius-u)*nx-v*ny+0.5, 0), 1)
			p := line[4*x : 4*x+4 : 4*x+4]
			p[0], p[1] = uint8(cover*float32(s.Colour.R)+0.5), uint8(cover*float32(s.Colour.G)+0.5)
			p[2], p[3] = uint8(cover*float32(s.Colour.B)+0.5), uint8(cover*float32(s.Colour.A)+0.5)
		}
	}
}

func abs(v float32) float32 { return float32(math.Abs(float64(v))) }
