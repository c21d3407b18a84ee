package media

import (
	"image"
	"time"
)

// clip is an animation taken apart.
type clip struct {
	size  image.Point
	times int // it is played; 0 is for ever
	cells []cell
}

// cell is one frame of a clip.
type cell struct {
	file   func() []byte   // it alone, as a still picture of the clip's format
	at     image.Rectangle // in the clip
	delay  time.Duration
	over   bool // what is below shines through; otherwise it is replaced
	remove disposal
}

// disposal is what becomes of a frame when its time is over.
type disposal int

const (
	stays     disposal = iota
	clears             // its place is empty
	goesAgain          // what was there before is there again
)

// maxCells bounds the frames looked at. Most of so many would not be shown.
const maxCells = 2000

// takeApart returns the frames of an animation as far as they are whole; ok is false for a still picture and where there
// are fewer than two.
func takeApart(f format, data []byte) (c clip, ok bool) {
	switch f {
	case formatGIF:
		c = gifClip(data)
	case formatPNG:
		c = pngClip(data)
	case formatWebP:
		c = webpClip(data)
	}
	return c, len(c.cells) > 1
}

// add takes in a frame, unless it is misplaced or one too many; then it reports false.
func (c *clip) add(next cell) bool {
	if next.at.Empty() || !next.at.In(image.Rectangle{Max: c.size}) || len(c.cells) >= maxCells {
		return false
	}
	c.cells = append(c.cells, next)
	return true
}
