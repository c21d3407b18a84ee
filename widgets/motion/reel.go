package motion

import (
	"image"
	"time"
)

// Reel plays a film for one who shows it. It is a Mover.
type Reel struct {
	film  *Film
	show  func(image.Image)
	leave func()
	began time.Duration
	next  time.Duration // frame, on the governor's clock
	frame image.Image   // shown
}

// Play shows the film's frames one after the other, the first of them in Play, as g has it; until Stop. A film that goes
// on for ever is in step with all others of its kind.
func Play(g *Governor, f *Film, show func(frame image.Image)) *Reel {
	r := &Reel{film: f, show: show, leave: func() {}}
	if g.Mode() == Off {
		show(f.frames[0])
		return r
	}
	if !f.Endless() {
		r.began = g.Now()
	}
	r.Move(g.Now())
	r.leave = g.Join(r)
	return r
}

// Move implements Mover.
func (r *Reel) Move(now time.Duration) {
	if now < r.next {
		return
	}
	frame, next := r.film.FrameAt(now - r.began)
	r.next = r.began + next
	if next == Forever {
		r.next = Forever
		r.leave()
	}
	if frame != r.frame {
		r.frame = frame
		r.show(frame)
	}
}

// Stop ends it; the last frame stays. It may be called repeatedly, and of no reel.
func (r *Reel) Stop() {
	if r != nil {
		r.leave()
	}
}
