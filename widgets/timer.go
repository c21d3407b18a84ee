package widgets

import (
	"time"

	"fyne.io/fyne/v2"
)

// Timer calls f once on the Fyne goroutine when d has passed, unless stop was called before. It is itself called there.
type Timer func(d time.Duration, f func()) (stop func())

// AnimationTimer is the [Timer] of real windows. An animation's ticks come on the Fyne goroutine, so no other is needed to wait on; it draws nothing.
// In Fyne's test driver, whose animations are over at once, f is called at once.
func AnimationTimer(d time.Duration, f func()) (stop func()) {
	stopped := false
	wait := &fyne.Animation{Duration: d, Curve: fyne.AnimationLinear, Tick: func(at float32) {
		if at >= 1 && !stopped {
			stopped = true
			f()
		}
	}}
	wait.Start()
	return func() {
		if !stopped {
			stopped = true
			wait.Stop()
		}
	}
}
