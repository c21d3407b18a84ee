package feed

import (
	"math"
	"runtime"

	"fyne.io/fyne/v2"
)

const (
	notch      = 25  // what a notch of a wheel comes to in Fyne, except on macOS
	wheelGain  = 3   // a notch scrolls that much more
	maxScroll  = 3   // viewports that one event may scroll
	easedReach = 1.5 // viewports that are passed visibly on the way to the top
)

// Scrolled implements fyne.Scrollable. Notches of a wheel go further and softly, the small steps of a touchpad go straight.
func (f *Feed) Scrolled(ev *fyne.ScrollEvent) {
	if abs(ev.Scrolled.DX) > abs(ev.Scrolled.DY) {
		call(f.OnScrollAcross, ev)
		return
	}
	dy := -ev.Scrolled.DY
	limit := maxScroll * f.size.Height
	if !isWheel(dy) {
		f.glide.stop()
		f.scroll(clamp(dy, limit))
		return
	}
	f.ease(clamp(dy*wheelGain, limit))
}

// isWheel tells a wheel from a touchpad: it turns by whole notches. On macOS the system itself speeds up and softens either.
func isWheel(dy float32) bool {
	return runtime.GOOS != "darwin" && dy != 0 && math.Mod(float64(dy), notch) == 0
}

// ScrollBy scrolls softly by dy, in device-independent units; downwards if dy is positive.
func (f *Feed) ScrollBy(dy float32) {
	f.ease(dy)
}

// ScrollToTop goes to the very top; from far away it jumps and passes the last rows visibly.
func (f *Feed) ScrollToTop() {
	f.glide.stop()
	f.bar.flash()
	above, reach := f.strip.above(), easedReach*f.size.Height
	if f.ReduceMotion || f.strip.top {
		f.jumpToTop()
		return
	}
	if above > reach {
		f.strip.jump(0, -reach)
		f.place()
		above = reach
	}
	f.glide.start(-above, f.scroll, f.jumpToTop)
}

func (f *Feed) jumpToTop() {
	f.strip.toTop()
	f.place()
}

// ScrollToEnd goes to the end at once.
func (f *Feed) ScrollToEnd() {
	f.glide.stop()
	f.bar.flash()
	f.strip.toEnd()
	f.place()
}

// ease scrolls softly.
func (f *Feed) ease(dy float32) {
	if f.ReduceMotion {
		f.scroll(dy)
		return
	}
	f.glide.start(dy, f.scroll, nil)
}

// scroll scrolls at once.
func (f *Feed) scroll(dy float32) {
	f.bar.flash()
	f.strip.scroll(dy)
	f.place()
}

// dragTo follows the thumb of the scroll bar, from 0 to 1.
func (f *Feed) dragTo(t float32) {
	f.glide.stop()
	f.strip.toFraction(t)
	f.place()
}

func clamp(v, limit float32) float32 {
	return max(-limit, min(v, limit))
}
