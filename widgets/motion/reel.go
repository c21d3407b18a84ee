package motion

import (
	"image"
	"time"
)

// Reel plays a film for one who shows it. It is a Mover.
type Reel struct {
	film     *Film
	show     func(image.Image)
	governor *Governor
	leave    func()
	playing  bool
	began    time.Duration
	next     time.Duration // frame, on the governor's clock
	frame    image.Image   // shown
}

// Play shows the film's frames one after the other, the first of them in Play, as g has it; until Stop. A film that goes
// on for ever is in step with all others of its kind.
func Play(g *Governor, f *Film, show func(frame image.Image)) *Reel {
	r := &Reel{film: f, show: show, governor: g, leave: func() {}}
	if g.Mode() != On {
		r.Still()
	} else {
		r.Move(g.Now())
	}
	if g.Mode() != Off {
		r.leave = g.Join(r)
	}
	return r
}

// Move implements Mover.
func (r *Reel) Move(now time.Duration) {
	if !r.playing {
		r.playing, r.next, r.began = true, 0, 0
		if !r.film.Endless() {
			r.began = now
		}
	}
	if now < r.next {
		return
	}
	frame, next := r.film.FrameAt(now - r.began)
	r.next = r.began + next
	if next == Forever {
		r.next = Forever
		if r.governor.Mode() == On { // under the pointer it begins anew
			r.leave()
		}
	}
	r.reveal(frame)
}

// Still implements Mover: it shows the first frame.
func (r *Reel) Still() {
	r.playing = false
	r.reveal(r.film.frames[0])
}

func (r *Reel) reveal(frame image.Image) {
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
