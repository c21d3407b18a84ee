package mfm

import (
	"time"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/motion"
)

// moving gives the box of a function that moves, or of its still form, and whether n is one.
func (b *builder) moving(n mfm.Fn, st state) (box *flow.Box, inside state, ok bool) {
	effect, known := movement(n)
	if !known {
		return nil, st, false
	}
	if n.Name == "tada" && !b.opt.OneLine {
		st = st.sized(1.5)
	}
	switch {
	case b.moves():
		return &flow.Box{Effect: effect}, st, true
	case n.Name == "rainbow":
		return &flow.Box{Effect: motion.Gradient{}}, st, true
	}
	return &flow.Box{}, st, true
}

// movement is the effect of a function that moves.
func movement(n mfm.Fn) (motion.Effect, bool) {
	lasting := func(otherwise time.Duration) time.Duration { return duration(n, "speed", otherwise) }
	delay := duration(n, "delay", 0)
	switch n.Name {
	case "tada":
		return motion.Tada{Speed: lasting(time.Second), Delay: delay}, true
	case "jelly":
		return motion.Jelly{Speed: lasting(time.Second), Delay: delay}, true
	case "twitch":
		return motion.Twitch{Speed: lasting(time.Second / 2), Delay: delay}, true
	case "shake":
		return motion.Shake{Speed: lasting(time.Second / 2), Delay: delay}, true
	case "spin":
		return spin(n, lasting(time.Second*3/2), delay), true
	case "jump":
		return motion.Jump{Speed: lasting(time.Second * 3 / 4), Delay: delay}, true
	case "bounce":
		return motion.Bounce{Speed: lasting(time.Second * 3 / 4), Delay: delay}, true
	case "rainbow":
		return motion.Rainbow{Speed: lasting(time.Second), Delay: delay}, true
	}
	return nil, false
}

func spin(n mfm.Fn, speed, delay time.Duration) motion.Spin {
	e := motion.Spin{Speed: speed, Delay: delay, Left: has(n, "left"), Alternate: has(n, "alternate")}
	switch {
	case has(n, "x"):
		e.Axis = motion.AxisX
	case has(n, "y"):
		e.Axis = motion.AxisY
	}
	return e
}
