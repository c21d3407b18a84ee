package motion

import (
	"image"
	"image/color"
	"math"
	"slices"
	"time"
)

const (
	// MaxFrames is how many frames a film has at most.
	MaxFrames = 200
	// MaxFilmPixels is how many pixels the frames of a film have at most, together.
	MaxFilmPixels = 16 << 20
	// Forever is when nothing changes any more.
	Forever time.Duration = math.MaxInt64

	leastDelay = 20 * time.Millisecond
	usualDelay = 100 * time.Millisecond // of frames that have less than the least, as in browsers
)

// Still is a frame of a film and how long it is shown.
type Still struct {
	Image image.Image
	Delay time.Duration
}

// Film is an animated picture. As an image.Image it is its first frame, so that whoever knows nothing of films shows
// that. It does not change, and may be used from any goroutine.
type Film struct {
	frames []image.Image
	ends   []time.Duration // of the frames, since the beginning
	times  int             // it is played; 0 is for ever
}

var _ image.Image = (*Film)(nil)

// NewFilm returns a film that is played a number of times, 0 for ever. It is nil without a frame; what goes beyond
// MaxFrames and MaxFilmPixels is left out. Frames have the size of the first.
func NewFilm(stills []Still, times int) *Film {
	f := &Film{times: max(times, 0)}
	var end time.Duration
	pixels := 0
	for i, s := range stills {
		size := s.Image.Bounds().Size()
		pixels += size.X * size.Y
		if i > 0 && (i >= MaxFrames || pixels > MaxFilmPixels) {
			break
		}
		end += Delay(s.Delay)
		f.frames = append(f.frames, s.Image)
		f.ends = append(f.ends, end)
	}
	if len(f.frames) == 0 {
		return nil
	}
	return f
}

// Delay is how long a frame that says d is shown, as browsers have it.
func Delay(d time.Duration) time.Duration {
	if d < leastDelay {
		return usualDelay
	}
	return min(d, time.Hour)
}

// FrameAt is the frame shown at time t since the film began, and the time from which another one is shown,
// or Forever.
func (f *Film) FrameAt(t time.Duration) (frame image.Image, next time.Duration) {
	last := len(f.frames) - 1
	length := f.ends[last]
	t = max(t, 0)
	if last == 0 || f.times > 0 && t/length >= time.Duration(f.times) {
		return f.frames[last], Forever
	}
	began := t - t%length
	i, found := slices.BinarySearch(f.ends, t-began)
	if found {
		i++ // a frame is over at its end
	}
	return f.frames[i], began + f.ends[i]
}

// Endless reports whether the film is played for ever, so that all who show it may do so in step.
func (f *Film) Endless() bool { return f.times == 0 }

// Frames are the frames, in order.
func (f *Film) Frames() []image.Image { return f.frames }

// ColorModel implements image.Image.
func (f *Film) ColorModel() color.Model { return f.frames[0].ColorModel() }

// Bounds implements image.Image.
func (f *Film) Bounds() image.Rectangle { return f.frames[0].Bounds() }

// At implements image.Image.
func (f *Film) At(x, y int) color.Color { return f.frames[0].At(x, y) }
