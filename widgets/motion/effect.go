// Package motion is how things are drawn otherwise than they stand: turned, stretched, in other colours, moving.
//
// An [Effect] gives the [Pose] of a piece at a moment and knows nothing of what the piece is. The laid-out place of a
// piece never changes by it.
package motion

import "time"

// Effect changes how a piece is drawn. It is a pure function of time.
type Effect interface {
	// Pose is the pose of a piece of the given frame at time t since its motion began.
	Pose(f Frame, t time.Duration) Pose
	// Moves reports whether the pose depends on time.
	Moves() bool
}

// Frame is what an effect may depend on, in device-independent units.
type Frame struct {
	Width, Height float32 // of the piece
	Em            float32 // the text size around it
}

// Pose is how a piece is drawn at one moment.
type Pose struct {
	// Matrix moves points of the piece, whose origin is its top left corner, in device-independent units.
	Matrix Matrix
	// Hue turns all colours, in degrees; 0 leaves them.
	Hue float32
	// Vivid raises contrast and saturation to this share as the rainbow does, 1.5 there; 0 leaves them.
	Vivid float32
	// Rainbow paints text that has no colour of its own in a gradient from red at the left to magenta at the right.
	Rainbow bool
	// Blur is the standard deviation in device-independent units; 0 is sharp.
	Blur float32
}

// Matrix is a homography, row by row: it takes (x, y, 1) to (X, Y, W), the point (X/W, Y/W).
type Matrix [9]float32

// Identity leaves everything where it is.
func Identity() Matrix { return Matrix{1, 0, 0, 0, 1, 0, 0, 0, 1} }
