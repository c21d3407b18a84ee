package motion

import (
	"encoding/binary"
	"image"
	"math"
)

// maxBlur bounds a deviation, in pixels.
const maxBlur = 64

// Reach is how far a blur of that deviation spreads, in the same unit.
func Reach(deviation float32) float32 { return 3 * deviation }

// Soften blurs img in place, with three boxes that make a Gaussian of that deviation in pixels. What is spread beyond
// img is lost; see [Reach].
func Soften(img *image.RGBA, deviation float32) {
	if !(deviation > 0) || img.Rect.Empty() {
		return
	}
	width := int(min(deviation, maxBlur)*3*float32(math.Sqrt(2*math.Pi))/4 + 0.5)
	if width < 2 {
		return
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	line, spare := make([]uint64, max(w, h)), make([]uint64, max(w, h))
	for y := range h {
		blurLine(img.Pix[y*img.Stride:], 4, width, line[:w], spare[:w])
	}
	for x := range w {
		blurLine(img.Pix[4*x:], img.Stride, width, line[:h], spare[:h])
	}
}

// blurLine runs three boxes over the pixels that stand step bytes apart. As boxes of an even width have no middle, the
// second then leans the other way and the third is wider by one, as SVG has it.
func blurLine(pix []byte, step, width int, line, spare []uint64) {
	seen := uint64(0)
	for i := range line {
		c := binary.LittleEndian.Uint32(pix[i*step:])
		line[i] = spread(c)
		seen |= line[i]
	}
	if seen == 0 {
		return
	}
	if width%2 == 1 {
		box(spare, line, width/2, width)
		box(line, spare, width/2, width)
		box(spare, line, width/2, width)
	} else {
		box(spare, line, width/2, width)
		box(line, spare, width/2-1, width)
		box(spare, line, width/2, width+1)
	}
	for i, c := range spare {
		binary.LittleEndian.PutUint32(pix[i*step:], uint32(c)&0xff|uint32(c>>24)&0xff00|uint32(c)&0xff0000|uint32(c>>24)&0xff000000)
	}
}

// spread gives each channel of a pixel sixteen bits: the first and the third, then the second and the fourth.
func spread(c uint32) uint64 {
	const even = 0x00ff00ff
	return uint64(c&even) | uint64(c>>8&even)<<32
}

// box makes each pixel of to the mean of width ones of from, beginning with the one that stands left before it. All
// channels are summed at once, as width is so small that none spills into the next.
func box(to, from []uint64, left, width int) {
	var sum uint64
	for _, c := range from[:min(width-left-1, len(from))] {
		sum += c
	}
	const low = 0x0000ffff0000ffff
	share, half := uint64((1<<16+width/2)/width), uint64(0x0000800000008000)
	for i := range to {
		if in := i - left + width - 1; in < len(from) {
			sum += from[in]
		}
		to[i] = (sum&low*share+half)>>16&low | (sum>>16&low*share+half)&^low
		if out := i - left; out >= 0 {
			sum -= from[out]
		}
	}
}
