// Package outline draws in pixels what runs along the edges of boxes: the borders that are more than lines of one
// colour, as the browsers draw them, and masks of shapes. All lengths are in pixels, counted from the top left corner of
// what is drawn. Pictures are drawn in parts, so that nobody has to keep what a border surrounds; the caller bounds how
// many pixels there are. Nothing here keeps anything.
package outline

import (
	"image"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// Polygon is an outline that ends where it begins.
type Polygon [][2]float32

// Rounded is a rectangle with round corners, clockwise from the top left. Without a radius above 0 they are square.
func Rounded(left, top, right, bottom, radius float32) Polygon {
	if !(radius > 0) {
		return Polygon{{left, top}, {right, top}, {right, bottom}, {left, bottom}}
	}
	steps := min(max(4, int(radius/2)), 24)
	shape := make(Polygon, 0, 4*steps+5)
	for corner, o := range [4][2]float32{
		{left + radius, top + radius}, {right - radius, top + radius}, {right - radius, bottom - radius}, {left + radius, bottom - radius},
	} {
		for i := range steps + 1 {
			sin, cos := math.Sincos(math.Pi/2*float64(corner) + math.Pi/2*float64(i)/float64(steps))
			shape = append(shape, [2]float32{o[0] - radius*float32(cos), o[1] - radius*float32(sin)})
		}
	}
	return shape
}

// Cover is how far the pixels of a part are covered by polygons that turn the same way. The mask begins at 0, 0.
func Cover(part image.Rectangle, shapes ...Polygon) *image.Alpha {
	z := vector.NewRasterizer(part.Dx(), part.Dy())
	z.DrawOp = draw.Src
	x, y := float32(part.Min.X), float32(part.Min.Y)
	for _, shape := range shapes {
		for i, p := range shape {
			if i == 0 {
				z.MoveTo(p[0]-x, p[1]-y)
			} else {
				z.LineTo(p[0]-x, p[1]-y)
			}
		}
		z.ClosePath()
	}
	mask := image.NewAlpha(image.Rectangle{Max: part.Size()})
	z.Draw(mask, mask.Rect, image.Opaque, image.Point{})
	return mask
}
