package media

import (
	"bytes"
	"context"
	"image"
	"image/draw"
	"image/gif"
	"io"
	"time"

	"mejiro/widgets/motion"
)

const (
	filmCanvas = 3 << 20               // pixels of an animation; of larger ones the first frame is shown
	filmPixels = 11 << 20              // of all frames as they are kept
	filmStep   = 40 * time.Millisecond // between frames that are kept; no one draws faster
)

// film decodes an animation into frames as t wants them, for about as long as limit; ok is false if it comes to less than
// two.
func film(ctx context.Context, limit time.Duration, f format, c clip, t target) (p picture, ok bool) {
	if area(c.size) > filmCanvas {
		return picture{}, false
	}
	_, out := t.layout(c.size)
	step := filmStepOf(c, out)
	canvas := &screen{pixels: image.NewRGBA(image.Rectangle{Max: c.size})}
	var stills []motion.Still
	var at, due time.Duration
	for began := time.Now(); len(c.cells) > 0 && time.Since(began) < limit; c.cells = c.cells[1:] {
		next := c.cells[0]
		img, err := decodeCell(f, next.file(), func(b []byte) io.Reader { return &ctxReader{ctx, bytes.NewReader(b)} })
		if err != nil {
			break // as far as it goes
		}
		canvas.show(img, next)
		delay := motion.Delay(next.delay)
		if at >= due {
			p = fitted(canvas.pixels, c.size, 1, t)
			stills = append(stills, motion.Still{Image: p.img})
			due = at + step
		}
		stills[len(stills)-1].Delay += delay
		at += delay
	}
	if len(stills) < 2 || ctx.Err() != nil {
		return picture{}, false
	}
	p.img = motion.NewFilm(stills, c.times)
	return p, true
}

// decodeCell is the frame without the clip around it.
func decodeCell(f format, file []byte, reader func([]byte) io.Reader) (image.Image, error) {
	if f == formatGIF {
		return gif.Decode(reader(file))
	}
	return decodeStill(f, file, reader)
}

// filmStepOf is the time between frames to keep, such that not too many are.
func filmStepOf(c clip, out image.Point) time.Duration {
	var whole time.Duration
	for _, next := range c.cells {
		whole += motion.Delay(next.delay)
	}
	frames := min(motion.MaxFrames, filmPixels/max(1, area(out))) - 1
	return max(filmStep, whole/time.Duration(max(1, frames)))
}

// screen is what an animation is drawn on.
type screen struct {
	pixels *image.RGBA
	last   cell
	before *image.RGBA // what was in the place of the last frame, if it is needed again
}

// show draws a frame, after what the last one leaves behind.
func (s *screen) show(img image.Image, c cell) {
	switch s.last.remove {
	case clears:
		draw.Draw(s.pixels, s.last.at, image.Transparent, image.Point{}, draw.Src)
	case goesAgain:
		draw.Draw(s.pixels, s.last.at, s.before, s.last.at.Min, draw.Src)
	case stays:
	}
	s.last, s.before = c, nil
	if c.remove == goesAgain {
		s.before = image.NewRGBA(c.at)
		draw.Draw(s.before, c.at, s.pixels, c.at.Min, draw.Src)
	}
	how := draw.Src
	if c.over {
		how = draw.Over
	}
	if p, ok := img.(*image.Paletted); ok && c.over && lay(s.pixels, p, c.at.Min) {
		return
	}
	draw.Draw(s.pixels, c.at, img, img.Bounds().Min, how)
}

// lay draws what is opaque of a picture of few colours, as draw.Over does but much faster; it reports false if some are
// neither opaque nor clear.
func lay(on *image.RGBA, p *image.Paletted, at image.Point) bool {
	const opaque = 0xffff
	var colours [256][4]uint8
	for i, c := range p.Palette {
		r, g, b, a := c.RGBA()
		if a != 0 && a != opaque {
			return false
		}
		colours[i] = [4]uint8{uint8(r >> 8), uint8(g >> 8), uint8(b >> 8), uint8(a >> 8)}
	}
	for y := range p.Rect.Dy() {
		line := on.Pix[on.PixOffset(at.X, at.Y+y):]
		for x, i := range p.Pix[y*p.Stride:][:p.Rect.Dx()] {
			if c := colours[i]; c[3] != 0 {
				copy(line[4*x:4*x+4], c[:])
			}
		}
	}
	return true
}
