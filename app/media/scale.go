package media

import (
	"image"
	"image/draw"
	"math"

	xdraw "golang.org/x/image/draw"
)

// target is the place a picture is wanted for, in device pixels. An edge of zero follows from the other one and the
// picture's aspect; both zero mean the natural size.
type target struct {
	w, h   int
	cover  bool
	moving bool // all of an animation
}

// layout says which part of a picture of the given natural size is shown, and how large. Pictures are never enlarged:
// that is left to the graphics card, which does it as well from a smaller texture.
func (t target) layout(natural image.Point) (crop image.Rectangle, out image.Point) {
	crop = image.Rectangle{Max: natural}
	if t.cover && t.w > 0 && t.h > 0 {
		crop = centred(natural, aspectCrop(natural, t))
	}
	return crop, bounded(crop.Size(), min(t.factor(crop.Size()), 1))
}

// factor scales a size to the target.
func (t target) factor(size image.Point) float64 {
	fx, fy := float64(t.w)/float64(size.X), float64(t.h)/float64(size.Y)
	switch {
	case t.w == 0 && t.h == 0:
		return 1
	case t.w == 0:
		return fy
	case t.h == 0:
		return fx
	case t.cover:
		return max(fx, fy)
	default:
		return min(fx, fy)
	}
}

// aspectCrop is the largest size within natural that has the target's aspect.
func aspectCrop(natural image.Point, t target) image.Point {
	f := min(float64(natural.X)/float64(t.w), float64(natural.Y)/float64(t.h))
	return image.Pt(within(float64(t.w)*f, natural.X), within(float64(t.h)*f, natural.Y))
}

func centred(in, size image.Point) image.Rectangle {
	at := in.Sub(size).Div(2)
	return image.Rectangle{Min: at, Max: at.Add(size)}
}

// bounded is size times f, smaller if that is more than a texture may be.
func bounded(size image.Point, f float64) image.Point {
	w, h := float64(size.X), float64(size.Y)
	f = min(f, maxEdge/w, maxEdge/h, math.Sqrt(maxArea/(w*h)))
	return image.Pt(within(w*f, maxEdge), within(h*f, maxEdge))
}

func within(v float64, most int) int { return min(max(int(math.Round(v)), 1), most) }

// scaled draws the crop of src at the size out. Halving until the last step is at most a halving keeps every pixel's
// share, at a fraction of what a wide kernel costs.
func scaled(src image.Image, crop image.Rectangle, out image.Point) *image.RGBA {
	for crop.Dx() > 2*out.X || crop.Dy() > 2*out.Y {
		half := image.Pt(max((crop.Dx()+1)/2, out.X), max((crop.Dy()+1)/2, out.Y))
		src = resampled(src, crop, half)
		crop = src.Bounds()
	}
	return resampled(src, crop, out)
}

func resampled(src image.Image, crop image.Rectangle, out image.Point) *image.RGBA {
	dst := image.NewRGBA(image.Rectangle{Max: out})
	if crop.Size() == out {
		draw.Draw(dst, dst.Rect, src, crop.Min, draw.Src)
	} else {
		xdraw.ApproxBiLinear.Scale(dst, dst.Rect, src, crop, xdraw.Src, nil)
	}
	return dst
}

// upright undoes an EXIF orientation.
func upright(src *image.RGBA, orientation int) *image.RGBA {
	if orientation <= 1 || orientation > 8 {
		return src
	}
	w, h := src.Rect.Dx(), src.Rect.Dy()
	size := image.Pt(w, h)
	if orientation >= 5 {
		size = image.Pt(h, w)
	}
	dst := image.NewRGBA(image.Rectangle{Max: size})
	for y := range h {
		for x := range w {
			to := placeOf(x, y, w, h, orientation)
			copy(dst.Pix[dst.PixOffset(to.X, to.Y):][:4], src.Pix[src.PixOffset(x, y):][:4])
		}
	}
	return dst
}

// placeOf is where the stored pixel (x, y) of a w×h picture is shown.
func placeOf(x, y, w, h, orientation int) image.Point {
	switch orientation {
	case 2:
		return image.Pt(w-1-x, y)
	case 3:
		return image.Pt(w-1-x, h-1-y)
	case 4:
		return image.Pt(x, h-1-y)
	case 5:
		return image.Pt(y, x)
	case 6:
		return image.Pt(h-1-y, x)
	case 7:
		return image.Pt(h-1-y, w-1-x)
	case 8:
		return image.Pt(y, w-1-x)
	default:
		return image.Pt(x, y)
	}
}
