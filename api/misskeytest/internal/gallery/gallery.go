package gallery

import (
	"hash/fnv"
	"image"
	"math/rand/v2"
	"strings"
	"time"

	"mejiro/api/misskeytest/internal/sketch"
)

// Drawing is a picture that is ready to be turned into pixels.
type Drawing struct {
	W, H   int // pixels it is meant for
	Frames []*sketch.Sketch
	Delay  time.Duration // between frames
	Format Format
}

// Format is the kind of file a drawing makes.
type Format string

// The formats.
const (
	PNG  Format = "image/png"
	JPEG Format = "image/jpeg"
	GIF  Format = "image/gif"
	APNG Format = "image/apng"
)

// Image is the first frame in the given size.
func (d Drawing) Image(w, h int) *image.RGBA { return d.Frames[0].Image(w, h) }

// Open gives the drawing of a name: a kind, a slash and what of that kind,
// such as "emoji/blobcat", "avatar/alice" or "photo/sea/2". Icons and avatars
// are drawn for any name; ok is false for what no drawing exists of.
func Open(name string) (d Drawing, ok bool) {
	kind, what, _ := strings.Cut(name, "/")
	switch kind {
	case "emoji":
		return emojiDrawing(what)
	case "avatar":
		return still(320, 320, PNG, avatar(what)), true
	case "photo":
		return photo(what)
	case "banner":
		return banner(what), true
	case "icon":
		return still(256, 256, PNG, icon(what)), true
	}
	return Drawing{}, false
}

func still(w, h int, format Format, s *sketch.Sketch) Drawing {
	return Drawing{W: w, H: h, Frames: []*sketch.Sketch{s}, Format: format}
}

// dice is the chance that belongs to a name.
func dice(name string) *rand.Rand {
	h := fnv.New64a()
	_, _ = h.Write([]byte(name))
	return rand.New(rand.NewPCG(h.Sum64(), 0x6d656a69))
}

// between is a random number from a to b.
func between(r *rand.Rand, a, b float64) float64 { return a + (b-a)*r.Float64() }

// pick is a random one of choices.
func pick[T any](r *rand.Rand, choices ...T) T { return choices[r.IntN(len(choices))] }
