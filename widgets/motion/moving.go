package motion

import "time"

// What moves goes round in a time Speed, and begins after Delay; a negative Delay has it under way from the beginning.
// A Speed of less than 50 ms, 0 among them, stands still.

// Tada wobbles and pulses; Misskey Web takes 1 s.
type Tada struct{ Speed, Delay time.Duration }

// Jelly is squashed like a rubber band; Misskey Web takes 1 s.
type Jelly struct{ Speed, Delay time.Duration }

// Twitch jumps about by some units; Misskey Web takes 0.5 s.
type Twitch struct{ Speed, Delay time.Duration }

// Shake trembles; Misskey Web takes 0.5 s.
type Shake struct{ Speed, Delay time.Duration }

// Jump hops twice, the second time less high; Misskey Web takes 0.75 s.
type Jump struct{ Speed, Delay time.Duration }

// Bounce hops and is squashed where it lands; Misskey Web takes 0.75 s.
type Bounce struct{ Speed, Delay time.Duration }

// Rainbow turns the hue of everything and has it more vivid; Misskey Web takes 1 s. For text that stands still there is
// [Gradient].
type Rainbow struct{ Speed, Delay time.Duration }

// Pose implements Effect.
func (e Tada) Pose(f Frame, t time.Duration) Pose {
	return f.centred(cycle{e.Speed, e.Delay}, t, tadaKeys, nil)
}

// Moves implements Effect.
func (e Tada) Moves() bool { return cycle{e.Speed, e.Delay}.moves() }

// Pose implements Effect.
func (e Jelly) Pose(f Frame, t time.Duration) Pose {
	return f.centred(cycle{e.Speed, e.Delay}, t, jellyKeys, nil)
}

// Moves implements Effect.
func (e Jelly) Moves() bool { return cycle{e.Speed, e.Delay}.moves() }

// Pose implements Effect.
func (e Twitch) Pose(f Frame, t time.Duration) Pose {
	return f.centred(cycle{e.Speed, e.Delay}, t, twitchKeys, ease)
}

// Moves implements Effect.
func (e Twitch) Moves() bool { return cycle{e.Speed, e.Delay}.moves() }

// Pose implements Effect.
func (e Shake) Pose(f Frame, t time.Duration) Pose {
	return f.centred(cycle{e.Speed, e.Delay}, t, shakeKeys, ease)
}

// Moves implements Effect.
func (e Shake) Moves() bool { return cycle{e.Speed, e.Delay}.moves() }

// Pose implements Effect.
func (e Jump) Pose(f Frame, t time.Duration) Pose {
	return f.centred(cycle{e.Speed, e.Delay}, t, jumpKeys, nil)
}

// Moves implements Effect.
func (e Jump) Moves() bool { return cycle{e.Speed, e.Delay}.moves() }

// Pose implements Effect. What is squashed stays on the ground.
func (e Bounce) Pose(f Frame, t time.Duration) Pose {
	share, _, on := cycle{e.Speed, e.Delay}.at(t)
	if !on {
		return rest()
	}
	return pose(between(bounceKeys, share, nil).About(f.Width/2, f.Height))
}

// Moves implements Effect.
func (e Bounce) Moves() bool { return cycle{e.Speed, e.Delay}.moves() }

// Pose implements Effect.
func (e Rainbow) Pose(_ Frame, t time.Duration) Pose {
	p := rest()
	if share, _, on := (cycle{e.Speed, e.Delay}).at(t); on {
		p.Hue, p.Vivid = 360*share, 1.5
	}
	return p
}

// Moves implements Effect.
func (e Rainbow) Moves() bool { return cycle{e.Speed, e.Delay}.moves() }

// centred is the pose that keys have about the centre at time t.
func (f Frame) centred(c cycle, t time.Duration, keys []key, timing func(float32) float32) Pose {
	share, _, on := c.at(t)
	if !on {
		return rest()
	}
	return pose(between(keys, share, timing).About(f.Width/2, f.Height/2))
}

// rest is the pose of what no effect touches.
func rest() Pose { return Pose{Matrix: Identity()} }

// pose is m, or none where the frame was no good.
func pose(m Matrix) Pose {
	if !m.finite() {
		return rest()
	}
	return Pose{Matrix: m}
}
