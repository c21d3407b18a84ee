package motion

import "time"

const (
	maxStretch = 5    // as Misskey has it
	maxShift   = 1000 // em, far beyond any card
)

// Flip mirrors: H left to right, V top to bottom.
type Flip struct{ H, V bool }

// Scale stretches about the centre, up to five times; negative mirrors, and 0 has it vanish.
type Scale struct{ X, Y float32 }

// Shift moves by multiples of the text size.
type Shift struct{ X, Y float32 }

// Rotate turns clockwise about the centre.
type Rotate struct{ Degrees float32 }

// Gradient paints text in the colours of the rainbow from the left to the right, in place of Rainbow where nothing
// moves.
type Gradient struct{}

// Blur makes illegible.
type Blur struct{}

// Pose implements Effect.
func (e Flip) Pose(f Frame, _ time.Duration) Pose {
	x, y := float32(1), float32(1)
	if e.H {
		x = -1
	}
	if e.V {
		y = -1
	}
	return pose(Stretch(x, y).About(f.Width/2, f.Height/2))
}

// Moves implements Effect.
func (Flip) Moves() bool { return false }

// Pose implements Effect.
func (e Scale) Pose(f Frame, _ time.Duration) Pose {
	x, y := min(max(e.X, -maxStretch), maxStretch), min(max(e.Y, -maxStretch), maxStretch)
	return pose(Stretch(x, y).About(f.Width/2, f.Height/2))
}

// Moves implements Effect.
func (Scale) Moves() bool { return false }

// Pose implements Effect.
func (e Shift) Pose(f Frame, _ time.Duration) Pose {
	x, y := min(max(e.X, -maxShift), maxShift), min(max(e.Y, -maxShift), maxShift)
	return pose(Translate(x*f.Em, y*f.Em))
}

// Moves implements Effect.
func (Shift) Moves() bool { return false }

// Pose implements Effect.
func (e Rotate) Pose(f Frame, _ time.Duration) Pose {
	return pose(Turn(e.Degrees).About(f.Width/2, f.Height/2))
}

// Moves implements Effect.
func (Rotate) Moves() bool { return false }

// Pose implements Effect.
func (Gradient) Pose(Frame, time.Duration) Pose { return Pose{Matrix: Identity(), Rainbow: true} }

// Moves implements Effect.
func (Gradient) Moves() bool { return false }

// Pose implements Effect. The deviation is that of Misskey Web, 6.
func (Blur) Pose(Frame, time.Duration) Pose { return Pose{Matrix: Identity(), Blur: 6} }

// Moves implements Effect.
func (Blur) Moves() bool { return false }
