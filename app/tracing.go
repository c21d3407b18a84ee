package app

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// traced is an object that calls drawn when it is drawn.
func traced(drawn func()) fyne.CanvasObject {
	return canvas.NewRaster(func(_, _ int) image.Image {
		drawn()
		return image.NewNRGBA(image.Rect(0, 0, 1, 1))
	})
}

// frameTracer is one transparent pixel whose drawing is written down.
func (a *App) frameTracer() fyne.CanvasObject {
	return container.NewGridWrap(fyne.NewSize(1, 1), traced(a.trace.Frame))
}

// traceFrames writes down the times between frames, a line a second. An
// animation ticks once for each turn of Fyne's loop, which a slow frame holds
// up; that draws nothing by itself.
func (a *App) traceFrames() {
	last := time.Now()
	begun := last
	var times []time.Duration
	ticks := fyne.NewAnimation(time.Second, func(float32) {
		now := time.Now()
		times = append(times, now.Sub(last))
		last = now
		if now.Sub(begun) >= time.Second {
			a.trace.Frames(times)
			begun, times = now, nil
		}
	})
	ticks.RepeatCount = fyne.AnimationRepeatForever
	ticks.Start()
}
