package motion

import (
	"time"

	"fyne.io/fyne/v2"
)

// Ticks calls f on the Fyne goroutine for each frame the driver may draw, from the next one on until stop is called.
type Ticks func(f func()) (stop func())

// AnimationTicks are the ticks of real windows. They draw nothing themselves. In Fyne's test driver, which has no
// frames, none come.
func AnimationTicks(f func()) (stop func()) {
	started := false
	frames := &fyne.Animation{Duration: time.Second, RepeatCount: fyne.AnimationRepeatForever, Tick: func(float32) {
		if started {
			f()
		}
	}}
	frames.Start()
	started = true
	return frames.Stop
}
