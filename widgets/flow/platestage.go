package flow

import (
	"time"

	"fyne.io/fyne/v2"

	"mejiro/widgets/motion"
)

// stage is an effect on all that stands in a box.
type stage struct {
	outer  *stage // the effect on the box around; nil for none
	effect motion.Effect
	frame  motion.Frame
	at     fyne.Position // of the frame in the view, where it stands
}

func newStage(outer *stage, b *nested, at fyne.Position) *stage {
	corner, size := b.frame()
	return &stage{
		outer: outer, effect: b.Effect, at: at.Add(corner),
		frame: motion.Frame{Width: size.Width, Height: size.Height, Em: b.em},
	}
}

// instant is when things are drawn. At rest nothing moves that could.
type instant struct {
	at   time.Duration
	rest bool
}

// pose is what the effect alone does.
func (s *stage) pose(t instant) motion.Pose {
	if t.rest && s.effect.Moves() {
		return motion.Pose{Matrix: motion.Identity()}
	}
	return s.effect.Pose(s.frame, t.at)
}

// matrix is what the effect and those around it do to points of the view.
func (s *stage) matrix(t instant) motion.Matrix {
	m := motion.Identity()
	for ; s != nil; s = s.outer {
		m = s.pose(t).Matrix.About(s.at.X, s.at.Y).Mul(m)
	}
	return m
}

// moves reports whether any of them moves.
func (s *stage) moves() bool {
	for ; s != nil; s = s.outer {
		if s.effect.Moves() {
			return true
		}
	}
	return false
}

// blur is how far what is in the box is blurred, in device-independent units.
func (s *stage) blur() float32 {
	var most float32
	for ; s != nil; s = s.outer {
		most = max(most, s.pose(instant{rest: true}).Blur)
	}
	return most
}

// gradient is the innermost stage that paints text as a rainbow; nil for none.
func (s *stage) gradient() *stage {
	for ; s != nil; s = s.outer {
		if s.pose(instant{rest: true}).Rainbow {
			return s
		}
	}
	return nil
}

// tint is a turn of colours.
type tint struct{ hue, vivid float32 }

// tints appends those of the moment, the innermost first.
func (s *stage) tints(list []tint, t instant) []tint {
	for ; s != nil; s = s.outer {
		if p := s.pose(t); p.Hue != 0 || p.Vivid != 0 {
			list = append(list, tint{p.Hue, p.Vivid})
		}
	}
	return list
}
