package flow

import (
	"image"

	"fyne.io/fyne/v2"

	"mejiro/widgets/flow/internal/outline"
	"mejiro/widgets/motion"
)

// porthole is the inside of a box that cuts what reaches beyond it, where effects are on the box: what effects do to
// things in the box is seen through it.
type porthole struct {
	outer  *porthole // the one around it; nil for none
	stage  *stage    // the effect on the box
	area   motion.Rect
	radius float32
}

// open has what stands in a box seen through the box: its inside is at at in the layer below.
func (c *clip) open(below *layer, b *nested, at fyne.Position, size fyne.Size) {
	if below.plate == nil {
		return // the clip does it, for what effects show as well
	}
	at = at.Add(below.at)
	c.layer.opening = &porthole{
		outer: below.opening, stage: below.stage(), area: rectangle(at, size),
		radius: max(0, min(b.radius(size.AddWidthHeight(2*b.border, 2*b.border))-b.border, size.Width/2, size.Height/2)),
	}
}

func rectangle(at fyne.Position, size fyne.Size) motion.Rect {
	return motion.Rect{Left: at.X, Top: at.Y, Right: at.X + size.Width, Bottom: at.Y + size.Height}
}

// matrices are what is done to the opening at t, and to those around it.
func (o *porthole) matrices(t instant) []motion.Matrix {
	var all []motion.Matrix
	for ; o != nil; o = o.outer {
		all = append(all, o.stage.matrix(t))
	}
	return all
}

// within is what may be seen of a part of the view.
func (o *porthole) within(box motion.Rect, matrices []motion.Matrix) motion.Rect {
	for _, m := range matrices {
		box = intersection(box, m.BoundingBox(o.area))
		o = o.outer
	}
	return box
}

// holds reports whether a point of the view lies in the opening at t, and in those around it.
func (o *porthole) holds(at fyne.Position, t instant) bool {
	for ; o != nil; o = o.outer {
		if !o.stage.holds(o.area, at, t) {
			return false
		}
	}
	return true
}

// cut clears what is not seen through the opening of a picture whose corner is at corner of the view, in pixels.
func (o *porthole) cut(img *image.RGBA, corner image.Point, scale float32, matrices []motion.Matrix) {
	for _, m := range matrices {
		shape := outline.Rounded(o.area.Left, o.area.Top, o.area.Right, o.area.Bottom, o.radius)
		seen := motion.Stretch(scale, scale).Mul(m).Outline(shape)
		keep(img, outline.Cover(img.Rect.Add(corner), seen))
		o = o.outer
	}
}

// keep leaves of a picture what a mask of the same size covers.
func keep(img *image.RGBA, mask *image.Alpha) {
	for i, share := range mask.Pix {
		if share == 255 {
			continue
		}
		pixel := img.Pix[4*i : 4*i+4]
		for c := range pixel {
			pixel[c] = uint8(int(pixel[c]) * int(share) / 255)
		}
	}
}
