package sketch

import (
	"image"
	"image/color"
	"image/draw"
	"math"

	"golang.org/x/image/vector"
)

// Image draws the sketch into a picture of w by h pixels.
func (s *Sketch) Image(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	b := brush{img: img, mask: make([]uint8, w*h), raster: vector.NewRasterizer(w, h)}
	m := Scale(float64(w)/s.W, float64(h)/s.H)
	for _, sh := range s.shapes {
		b.lay(sh.path.under(m), sh.paint.under(m), sh.width*m.size())
	}
	return img
}

// brush puts shapes on a picture.
type brush struct {
	img    *image.RGBA
	mask   []uint8
	raster *vector.Rasterizer
}

func (b *brush) lay(p Path, paint Paint, width float64) {
	if width > 0 {
		p = p.stroke(width)
	}
	box := p.bounds().Intersect(b.img.Rect)
	if box.Empty() {
		return
	}
	size := image.Rect(0, 0, box.Dx(), box.Dy())
	mask := &image.Alpha{Pix: b.mask, Stride: box.Dx(), Rect: size}
	b.raster.Reset(box.Dx(), box.Dy())
	b.raster.DrawOp = draw.Src
	b.trace(p.under(Move(-float64(box.Min.X), -float64(box.Min.Y))))
	b.raster.Draw(mask, size, image.Opaque, image.Point{})
	b.blend(mask, box, paint)
}

func (b *brush) trace(p Path) {
	for _, o := range p.ops {
		x, y := float32(o.p[0].X), float32(o.p[0].Y)
		switch o.kind {
		case 'M':
			b.raster.MoveTo(x, y)
		case 'L':
			b.raster.LineTo(x, y)
		case 'Q':
			b.raster.QuadTo(x, y, float32(o.p[1].X), float32(o.p[1].Y))
		case 'C':
			b.raster.CubeTo(x, y, float32(o.p[1].X), float32(o.p[1].Y), float32(o.p[2].X), float32(o.p[2].Y))
		case 'Z':
			b.raster.ClosePath()
		}
	}
}

// blend lays paint over the picture where the mask lets it through.
func (b *brush) blend(mask *image.Alpha, box image.Rectangle, paint Paint) {
	ramp := newRamp(paint)
	for y := box.Min.Y; y < box.Max.Y; y++ {
		masks := mask.Pix[(y-box.Min.Y)*mask.Stride:][:box.Dx()]
		pixels := b.img.Pix[b.img.PixOffset(box.Min.X, y):]
		for i, m := range masks {
			if m == 0 {
				continue
			}
			c := ramp.at(float64(box.Min.X+i)+0.5, float64(y)+0.5)
			over(pixels[4*i:4*i+4:4*i+4], c, uint32(m))
		}
	}
}

// over lays a premultiplied colour with coverage m over one pixel.
func over(pixel []uint8, c color.RGBA, m uint32) {
	rest := 255*255 - uint32(c.A)*m
	mix := func(under, above uint8) uint8 {
		return uint8((uint32(above)*m*255 + uint32(under)*rest + 255*255/2) / (255 * 255))
	}
	pixel[0], pixel[1], pixel[2], pixel[3] = mix(pixel[0], c.R), mix(pixel[1], c.G), mix(pixel[2], c.B), mix(pixel[3], c.A)
}

// ramp is a paint with its colours looked up beforehand.
type ramp struct {
	paint  Paint
	colors [256]color.RGBA
	scale  float64
	dx, dy float64
}

func newRamp(p Paint) *ramp {
	r := &ramp{paint: p}
	if p.kind == plain {
		r.colors[0] = premultiplied(p.stops[0].c)
		return r
	}
	for i := range r.colors {
		r.colors[i] = premultiplied(p.at(float64(i) / 255))
	}
	r.dx, r.dy = p.to.X-p.from.X, p.to.Y-p.from.Y
	if length := r.dx*r.dx + r.dy*r.dy; length > 0 {
		r.scale = 255 / length
	}
	return r
}

func premultiplied(c color.NRGBA) color.RGBA {
	return color.RGBAModel.Convert(c).(color.RGBA)
}

func (r *ramp) at(x, y float64) color.RGBA {
	t := 0.0
	switch r.paint.kind {
	case linear:
		t = ((x-r.paint.from.X)*r.dx + (y-r.paint.from.Y)*r.dy) * r.scale
	case radial:
		t = 255 * math.Hypot(x-r.paint.from.X, y-r.paint.from.Y) / r.paint.r
	}
	return r.colors[int(max(0, min(t, 255)))]
}

// bounds is the pixels a path may touch.
func (p Path) bounds() image.Rectangle {
	low, high := Pt(math.Inf(1), math.Inf(1)), Pt(math.Inf(-1), math.Inf(-1))
	for _, o := range p.ops {
		for k := range o.points() {
			low = Pt(min(low.X, o.p[k].X), min(low.Y, o.p[k].Y))
			high = Pt(max(high.X, o.p[k].X), max(high.Y, o.p[k].Y))
		}
	}
	if low.X > high.X {
		return image.Rectangle{}
	}
	return image.Rect(int(math.Floor(low.X)), int(math.Floor(low.Y)), int(math.Ceil(high.X))+1, int(math.Ceil(high.Y))+1)
}
