package media

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
)

// decoder turns bodies into pictures, a few at a time. Safe for use from any goroutine but Fyne's.
type decoder struct {
	lim    Limits
	places *gate
	large  *gate // for those that need much memory
}

func newDecoder(lim Limits) *decoder {
	return &decoder{lim: lim, places: newGate(decodesAtOnce()), large: newGate(1)}
}

// picture is a decoded picture at the size it was wanted.
type picture struct {
	img    image.Image // an *image.RGBA whose Pix holds its pixels and nothing else, or a *motion.Film of such
	aspect float32     // width by height of the whole picture, upright
}

// decode waits for its turn, reads the body, decodes and scales it for t.
func (d *decoder) decode(ctx context.Context, t target, read func() ([]byte, error)) (picture, error) {
	if err := d.places.enter(ctx); err != nil {
		return picture{}, err
	}
	defer d.places.leave()
	data, err := read()
	if err != nil {
		return picture{}, err
	}
	limited, cancel := context.WithTimeout(ctx, d.lim.Decode)
	defer cancel()
	p, err := d.pixels(limited, data, t)
	switch {
	case err == nil:
		return p, nil
	case ctx.Err() != nil:
		return picture{}, ctx.Err()
	case limited.Err() != nil:
		return picture{}, fmt.Errorf("%w: decoding takes too long", ErrTooLarge)
	case errors.Is(err, ErrTooLarge), errors.Is(err, ErrUnsupported), errors.Is(err, ErrDamaged):
		return picture{}, err
	default:
		return picture{}, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
}

// pixels decodes data, whose decoders may panic: they are many, and the data is hostile.
func (d *decoder) pixels(ctx context.Context, data []byte, t target) (p picture, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("%w: %v", ErrDamaged, r)
		}
	}()
	f := sniff(data)
	if f == formatSVG {
		img, err := vector(ctx, data, t)
		if err != nil {
			return picture{}, err
		}
		return fitted(img, img.Bounds().Size(), 1, t), nil
	}
	h, err := readHeader(f, data)
	if err != nil {
		return picture{}, err
	}
	if err := h.check(d.lim); err != nil {
		return picture{}, err
	}
	if t.moving {
		if c, ok := takeApart(f, data); ok {
			if p, ok := film(ctx, d.lim.Film, f, c, t); ok {
				return p, nil
			}
		}
	}
	if h.memory > largeDecode {
		if err := d.large.enter(ctx); err != nil {
			return picture{}, err
		}
		defer d.large.leave()
	}
	img, err := decodeStill(f, data, func(b []byte) io.Reader { return &ctxReader{ctx, bytes.NewReader(b)} })
	if err != nil {
		return picture{}, err
	}
	if img.Bounds().Size() != h.size {
		return picture{}, fmt.Errorf("%w: not of the size it says", ErrDamaged)
	}
	return fitted(img, h.oriented(), h.orientation, t), nil
}

func decodeStill(f format, data []byte, reader func([]byte) io.Reader) (image.Image, error) {
	switch f {
	case formatPNG:
		return png.Decode(reader(data))
	case formatJPEG:
		return jpeg.Decode(reader(data))
	case formatGIF:
		return decodeGIF(data, reader)
	case formatWebP:
		return decodeWebP(data, reader)
	default:
		return nil, ErrUnsupported
	}
}

// decodeGIF decodes the first frame and lays it on the screen it belongs to.
func decodeGIF(data []byte, reader func([]byte) io.Reader) (image.Image, error) {
	cfg, err := gif.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	frame, err := gif.Decode(reader(data))
	screen := image.Rect(0, 0, cfg.Width, cfg.Height)
	if err != nil || frame.Bounds() == screen {
		return frame, err
	}
	whole := image.NewRGBA(screen)
	draw.Draw(whole, frame.Bounds(), frame, frame.Bounds().Min, draw.Src)
	return whole, nil
}

// fitted scales a picture that is shown with size natural once it is upright.
func fitted(img image.Image, natural image.Point, orientation int, t target) picture {
	crop, out := t.layout(natural)
	if orientation >= 5 {
		crop = image.Rect(crop.Min.Y, crop.Min.X, crop.Max.Y, crop.Max.X)
		out = image.Pt(out.Y, out.X)
	}
	small := scaled(img, crop.Add(img.Bounds().Min), out)
	return picture{img: upright(small, orientation), aspect: float32(natural.X) / float32(natural.Y)}
}

// ctxReader makes a decoder stop with its context.
type ctxReader struct {
	ctx context.Context
	r   io.Reader
}

func (r *ctxReader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	return r.r.Read(p)
}
