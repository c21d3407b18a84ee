package media

import (
	"image"
	"math"
)

// fullRange makes what the decoder of lossy WebP returns mean what image.YCbCr says it means. VP8 stores luma in 16–235
// and chroma in 16–240 (RFC 6386, 9.2); x/image/webp hands that out as if it were 0–255, so that black is grey and white
// is dull.
func fullRange(img image.Image) {
	var planes *image.YCbCr
	switch img := img.(type) {
	case *image.YCbCr:
		planes = img
	case *image.NYCbCrA:
		planes = &img.YCbCr
	default: // lossless
		return
	}
	luma, chroma := rangeTable(235, 0), rangeTable(240, 128)
	stretch(planes.Y, &luma)
	stretch(planes.Cb, &chroma)
	stretch(planes.Cr, &chroma)
}

// rangeTable stretches 16–to to the range of a byte; rest is the value that stays as it is, or 0 for 16 itself.
func rangeTable(to, rest int) (table [256]uint8) {
	const from = 16
	origin := max(from, rest)
	for v := range table {
		stretched := float64(rest) + float64((v-origin)*255)/float64(to-from)
		table[v] = uint8(min(max(math.Round(stretched), 0), 255))
	}
	return table
}

func stretch(plane []uint8, table *[256]uint8) {
	for i, v := range plane {
		plane[i] = table[v]
	}
}
