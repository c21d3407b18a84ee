package feed

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
)

const (
	glideTime  = 150 * time.Millisecond // after which the way is done, however far
	glidePace  = 30 * time.Millisecond  // in which what is left shrinks to about a third
	glideCycle = time.Second            // of the endless animation that gives the time
	glideEnd   = 0.5                    // units left that are not worth a frame
)

// glide moves the viewport softly: each frame goes a part of what is left, so a wheel that keeps turning keeps the rows moving. It goes by steps and
// not to a place, so rows may come and go meanwhile.
type glide struct {
	step  func(dy float32)
	then  func()        // at the end of the way
	left  float32       // to go
	since time.Duration // the way was last made longer
	at    float32       // of the cycle
	anim  *fyne.Animation
}

// start goes dy further than what is still left, and calls then, if any, at the end.
func (g *glide) start(dy float32, step func(dy float32), then func()) {
	g.left += dy
	g.since, g.step, g.then = 0, step, then
	if g.anim != nil {
		return
	}
	g.anim = &fyne.Animation{Duration: glideCycle, Curve: fyne.AnimationLinear, RepeatCount: fyne.AnimationRepeatForever}
	g.anim.Tick = g.tick
	g.anim.Start()
}

// tick goes on to at of the cycle.
func (g *glide) tick(at float32) {
	if g.anim == nil {
		return
	}
	part := at - g.at
	if part < 0 {
		part++
	}
	g.at = at
	passed := time.Duration(part * float32(glideCycle))
	if g.since += passed; g.since >= glideTime {
		g.finish()
		return
	}
	dy := g.left * float32(1-math.Exp(-float64(passed)/float64(glidePace)))
	g.left -= dy
	g.step(dy)
	if abs(g.left) < glideEnd {
		g.finish()
	}
}

// finish goes the rest of the way at once.
func (g *glide) finish() {
	if g.anim == nil {
		return
	}
	left, step, then := g.left, g.step, g.then
	g.stop()
	step(left)
	if then != nil {
		then()
	}
}

// stop stays where it is.
func (g *glide) stop() {
	if g.anim != nil {
		g.anim.Stop()
	}
	*g = glide{}
}
