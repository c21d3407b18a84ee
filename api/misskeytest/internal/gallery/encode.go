package gallery

import (
	"bytes"
	"cmp"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"maps"
	"slices"
	"time"
)

// Encode makes the drawing's file, in the size it is meant for.
func (d Drawing) Encode() ([]byte, error) {
	frames := make([]*image.RGBA, len(d.Frames))
	for i, f := range d.Frames {
		frames[i] = f.Image(d.W, d.H)
	}
	var out bytes.Buffer
	var err error
	switch d.Format {
	case JPEG:
		err = jpeg.Encode(&out, frames[0], &jpeg.Options{Quality: 86})
	case GIF:
		err = encodeGIF(&out, frames, d.Delay)
	case APNG:
		err = encodeAPNG(&out, frames, d.Delay)
	default:
		err = (&png.Encoder{CompressionLevel: png.BestSpeed}).Encode(&out, frames[0])
	}
	if err != nil {
		return nil, fmt.Errorf("encode drawing: %w", err)
	}
	return out.Bytes(), nil
}

func encodeGIF(out *bytes.Buffer, frames []*image.RGBA, delay time.Duration) error {
	g := &gif.GIF{}
	for _, f := range frames {
		g.Image = append(g.Image, paletted(f))
		g.Delay = append(g.Delay, int(delay.Milliseconds()/10))
		g.Disposal = append(g.Disposal, gif.DisposalBackground)
	}
	return gif.EncodeAll(out, g)
}

// paletted is a picture in its own most frequent colours; what is mostly
// transparent becomes wholly so.
func paletted(img *image.RGBA) *image.Paletted {
	counts := map[color.RGBA]int{}
	for i := 0; i < len(img.Pix); i += 4 {
		if img.Pix[i+3] >= 128 {
			counts[coarse(img.Pix[i:])]++
		}
	}
	colours := slices.SortedFunc(maps.Keys(counts), func(a, b color.RGBA) int {
		return cmp.Or(counts[b]-counts[a], int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B))
	})
	palette := color.Palette{color.RGBA{}}
	for _, c := range colours[:min(len(colours), 255)] {
		palette = append(palette, c)
	}
	p := image.NewPaletted(img.Rect, palette)
	known := map[color.RGBA]uint8{}
	for i := range p.Pix {
		if img.Pix[4*i+3] < 128 {
			continue
		}
		c := coarse(img.Pix[4*i:])
		index, ok := known[c]
		if !ok {
			index = uint8(palette[1:].Index(c) + 1)
			known[c] = index
		}
		p.Pix[i] = index
	}
	return p
}

// coarse is the opaque colour of a premultiplied pixel with five bits each.
func coarse(pixel []uint8) color.RGBA {
	a := uint32(pixel[3])
	part := func(v uint8) uint8 {
		full := min(uint32(v)*255/a, 255)
		return uint8(full&0xf8 | full>>5)
	}
	return color.RGBA{part(pixel[0]), part(pixel[1]), part(pixel[2]), 255}
}
