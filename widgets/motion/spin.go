package motion

import "time"

// Axis is what something spins about.
type Axis int

// The axes through the centre.
const (
	AxisZ Axis = iota // towards the viewer: it turns in its plane
	AxisX             // horizontal
	AxisY             // vertical
)

// Spin turns without end; Misskey Web takes 1.5 s for a turn.
type Spin struct {
	Speed, Delay time.Duration
	Axis         Axis
	// Left turns the other way round, Alternate back after each turn; Left wins.
	Left, Alternate bool
}

// perspective is how far from the viewer what spins in depth is, in device-independent units.
const perspective = 128

// Pose implements Effect.
func (e Spin) Pose(f Frame, t time.Duration) Pose {
	share, rounds, on := cycle{e.Speed, e.Delay}.at(t)
	if !on {
		return rest()
	}
	if e.Left || e.Alternate && rounds%2 == 1 {
		share = 1 - share
	}
	var m Matrix
	switch e.Axis {
	case AxisX:
		m = TurnX(360*share, perspective)
	case AxisY:
		m = TurnY(360*share, perspective)
	default:
		m = Turn(360 * share)
	}
	return pose(m.About(f.Width/2, f.Height/2))
}

// Moves implements Effect.
func (e Spin) Moves() bool { return cycle{e.Speed, e.Delay}.moves() }
