package feed

import (
	"time"

	"fyne.io/fyne/v2"
)

const (
	pullEdge  = 12   // units within the edges from where a drag pulls: the pointer cannot leave a window that fills the screen
	pullPace  = 9    // how much faster, in units a second, for each unit further out
	pullLeast = 40   // units a second
	pullMost  = 2400 // units a second
	pullEase  = 8    // how fast the speed follows, as a share of what is lacking, a second
	pullCycle = time.Second
)

// pull scrolls while a drag in a row is beyond the upper or the lower edge of the feed, the faster the further out, as
// far as there is more of the row.
type pull struct {
	row   fyne.CanvasObject
	moved func()
	out   float32 // how far out the pointer is; negative above
	speed float32 // units a second, downwards
	at    float32 // of the cycle
	anim  *fyne.Animation
}

// Pull scrolls softly for a drag within row that is at a place of the window, until the drag comes back or stop is
// called. Whenever it has scrolled it calls moved.
func (f *Feed) Pull(row fyne.CanvasObject, at fyne.Position, moved func()) (stop func()) {
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(f).Y
	f.pull.row, f.pull.moved, f.pull.out = row, moved, 0
	if above := at.Y - top - pullEdge; above < 0 {
		f.pull.out = above
	} else if below := at.Y - top - f.size.Height + pullEdge; below > 0 {
		f.pull.out = below
	}
	if f.pull.out == 0 {
		f.endPull()
	} else if f.pull.anim == nil {
		f.glide.stop()
		f.pull.anim = &fyne.Animation{
			Duration: pullCycle, Curve: fyne.AnimationLinear, RepeatCount: fyne.AnimationRepeatForever, Tick: f.pullTick,
		}
		f.pull.anim.Start()
	}
	return f.endPull
}

func (f *Feed) endPull() {
	if f.pull.anim != nil {
		f.pull.anim.Stop()
	}
	f.pull = pull{}
}

// pullTick goes on to at of the cycle.
func (f *Feed) pullTick(at float32) {
	if f.pull.anim == nil {
		return
	}
	passed := at - f.pull.at
	if passed < 0 {
		passed++
	}
	f.pull.at = at
	f.pullFor(passed)
}

// pullFor scrolls for so many seconds.
func (f *Feed) pullFor(passed float32) {
	p := &f.pull
	rest := f.restOf(p.row, p.out)
	if rest == 0 {
		p.speed = 0
		return
	}
	wanted := clamp(pullPace*p.out, pullMost)
	if abs(wanted) < pullLeast {
		wanted = clamp(wanted*pullLeast/abs(wanted), pullLeast)
	}
	p.speed += (wanted - p.speed) * min(1, pullEase*passed)
	f.scroll(clamp(p.speed*passed, abs(rest)))
	if p.moved != nil {
		p.moved()
	}
}

// restOf is how far the feed can be scrolled until the end of a row comes into sight: downwards for out above 0,
// otherwise upwards, which is negative.
func (f *Feed) restOf(row fyne.CanvasObject, out float32) float32 {
	at, ok := f.slotOf(row)
	switch {
	case !ok:
		return 0
	case out > 0:
		return max(0, at.y+at.height-f.size.Height)
	}
	return min(0, at.y)
}

// slotOf is where a row is that has a view.
func (f *Feed) slotOf(view fyne.CanvasObject) (slot, bool) {
	for i, at := range f.strip.slots {
		if i < len(f.stage.live) && f.stage.live[i].view == view {
			return at, true
		}
	}
	return slot{}, false
}

// RevealIn scrolls softly as far as is needed to see a stretch of a row, from y on.
func (f *Feed) RevealIn(row fyne.CanvasObject, y, height float32) {
	at, ok := f.slotOf(row)
	if !ok {
		return
	}
	top := at.y + y - f.glide.left - pullEdge
	if under := top + height + 2*pullEdge - f.size.Height; top < 0 {
		f.ease(top)
	} else if under > 0 {
		f.ease(under)
	}
}
