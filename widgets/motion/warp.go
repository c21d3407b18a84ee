package motion

import (
	"encoding/binary"
	"image"
	"math"
)

// Warp draws src into dst as m moves it, between the pixels evenly. Both are premultiplied, m takes places in src to
// places in dst, in pixels, and every pixel of dst is written: beyond src it is transparent.
func Warp(dst, src *image.RGBA, m Matrix) {
	inverse, ok := m.Invert()
	// from the corner of dst to the corner of src, and from the middle of a pixel to the middle of one
	inverse = Translate(-float32(src.Rect.Min.X)-0.5, -float32(src.Rect.Min.Y)-0.5).Mul(inverse).
		Mul(Translate(float32(dst.Rect.Min.X)+0.5, float32(dst.Rect.Min.Y)+0.5))
	if !ok || src.Rect.Empty() || !inverse.finite() {
		wipe(dst)
		return
	}
	s := sampler{pix: src.Pix, stride: src.Stride, width: src.Rect.Dx(), height: src.Rect.Dy()}
	flat := inverse.affine()
	for y := range dst.Rect.Dy() {
		line := row(dst, dst.Rect.Min.Y+y)
		if flat {
			s.flatRow(line, inverse, y)
		} else {
			s.deepRow(line, inverse, y)
		}
	}
}

// row is the pixels of img at y.
func row(img *image.RGBA, y int) []byte {
	at := img.PixOffset(img.Rect.Min.X, y)
	return img.Pix[at : at+4*img.Rect.Dx()]
}

func wipe(img *image.RGBA) {
	for y := img.Rect.Min.Y; y < img.Rect.Max.Y; y++ {
		clear(row(img, y))
	}
}

// sampler reads a picture between its pixels. Places are in 1/65536 of a pixel.
type sampler struct {
	pix                   []byte
	stride, width, height int
}

const one = 1 << 16

// flatRow draws a row of dst where m, which takes dst to src, is affine.
func (s *sampler) flatRow(line []byte, m Matrix, y int) {
	u, v := float64(m[1])*float64(y)+float64(m[2]), float64(m[4])*float64(y)+float64(m[5])
	du, dv := float64(m[0]), float64(m[3])
	from, to := within(0, len(line)/4, u, du, s.width)
	from, to = within(from, to, v, dv, s.height)
	clear(line[:4*from])
	clear(line[4*to:])
	if from == to {
		return
	}
	x, step := int((u+du*float64(from))*one), int(du*one)
	z, fall := int((v+dv*float64(from))*one), int(dv*one)
	for at := 4 * from; at < 4*to; at += 4 {
		binary.LittleEndian.PutUint32(line[at:], s.at(x, z))
		x += step
		z += fall
	}
}

// within narrows from up to to down to the steps for which start + step·n lies less than a pixel beyond those from 0 to
// size.
func within(from, to int, start, step float64, size int) (int, int) {
	if math.Abs(step) < 1e-9 {
		if start > -1 && start < float64(size) {
			return from, to
		}
		return from, from
	}
	a, b := (-1-start)/step, (float64(size)-start)/step
	if a > b {
		a, b = b, a
	}
	low, high := float64(from), float64(to)
	first, end := int(min(max(math.Floor(a), low), high)), int(min(max(math.Ceil(b)+1, low), high))
	return first, max(first, end)
}

// deepRow draws a row of dst where m, which takes dst to src, is in perspective.
func (s *sampler) deepRow(line []byte, m Matrix, y int) {
	u, v, w := m[1]*float32(y)+m[2], m[4]*float32(y)+m[5], m[7]*float32(y)+m[8]
	width, height := float32(s.width), float32(s.height)
	for x := range len(line) / 4 {
		n := float32(x)
		var c uint32
		if depth := w + m[6]*n; depth > 0 && depth <= 1/near {
			d := 1 / depth
			if a, b := (u+m[0]*n)*d, (v+m[3]*n)*d; a > -1 && a < width && b > -1 && b < height {
				c = s.at(int(a*one), int(b*one))
			}
		}
		binary.LittleEndian.PutUint32(line[4*x:], c)
	}
}

// at is the colour at (x, y). Two pixels of eight bits a channel are mixed at a time, each channel in sixteen.
func (s *sampler) at(x, y int) uint32 {
	col, line := x>>16, y>>16
	var above, below uint64
	if uint(col) < uint(s.width-1) && uint(line) < uint(s.height-1) {
		at := line*s.stride + col*4
		above, below = binary.LittleEndian.Uint64(s.pix[at:]), binary.LittleEndian.Uint64(s.pix[at+s.stride:])
	} else {
		above = s.pixel(col, line) | s.pixel(col+1, line)<<32
		below = s.pixel(col, line+1) | s.pixel(col+1, line+1)<<32
	}
	if above|below == 0 {
		return 0
	}
	const even = 0x00ff00ff00ff00ff
	down, right := uint64(y>>8&0xff), uint64(x>>8&0xff)
	evens := ((above&even)*(256-down) + (below&even)*down) >> 8 & even
	odds := ((above>>8&even)*(256-down) + (below>>8&even)*down) >> 8 & even
	const half = 0x00ff00ff
	evens = ((evens&half)*(256-right) + (evens>>32)*right) >> 8 & half
	odds = ((odds&half)*(256-right) + (odds>>32)*right) & (half << 8)
	return uint32(evens | odds)
}

// pixel is transparent beyond the picture.
func (s *sampler) pixel(x, y int) uint64 {
	if uint(x) >= uint(s.width) || uint(y) >= uint(s.height) {
		return 0
	}
	return uint64(binary.LittleEndian.Uint32(s.pix[y*s.stride+x*4:]))
}
