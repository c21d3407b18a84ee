package media

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/gif"
	"image/png"
)

// header is what a picture says of itself before it is decoded.
type header struct {
	size        image.Point // as stored, before orientation
	memory      int64       // bytes its decoder will take, estimated high
	orientation int         // EXIF, 1 to 8; 1 is upright
}

// oriented is the size as shown.
func (h header) oriented() image.Point {
	if h.orientation >= 5 {
		return image.Pt(h.size.Y, h.size.X)
	}
	return h.size
}

func (h header) check(lim Limits) error {
	pixels := int64(h.size.X) * int64(h.size.Y)
	switch {
	case h.size.X <= 0 || h.size.Y <= 0:
		return fmt.Errorf("%w: no pixels", ErrDamaged)
	case pixels > lim.Pixels:
		return fmt.Errorf("%w: %d×%d pixels", ErrTooLarge, h.size.X, h.size.Y)
	case h.memory > lim.Memory:
		return fmt.Errorf("%w: decoding needs %d MiB", ErrTooLarge, h.memory>>20)
	default:
		return nil
	}
}

// readHeader does not decode anything. For SVG see vector.
func readHeader(f format, data []byte) (header, error) {
	switch f {
	case formatPNG:
		cfg, err := png.DecodeConfig(bytes.NewReader(data))
		return stillHeader(cfg), err
	case formatGIF:
		cfg, err := gif.DecodeConfig(bytes.NewReader(data))
		h := stillHeader(cfg)
		h.memory = 5 * area(h.size) // the frame's indices and, where it is smaller, the screen it lies on
		return h, err
	case formatJPEG:
		return jpegHeader(data)
	case formatWebP:
		return webpHeader(data)
	default:
		return header{}, ErrUnsupported
	}
}

func stillHeader(cfg image.Config) header {
	size := image.Pt(cfg.Width, cfg.Height)
	return header{size: size, memory: bytesPerPixel(cfg.ColorModel) * area(size), orientation: 1}
}

func area(p image.Point) int64 { return int64(p.X) * int64(p.Y) }

func bytesPerPixel(m color.Model) int64 {
	switch m {
	case color.RGBA64Model, color.NRGBA64Model:
		return 8
	case color.Gray16Model:
		return 2
	case color.GrayModel:
		return 1
	default:
		if _, ok := m.(color.Palette); ok {
			return 1
		}
		return 4
	}
}
