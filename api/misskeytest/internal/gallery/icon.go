package gallery

import (
	"strings"

	"mejiro/api/misskeytest/internal/sketch"
)

// icon draws the badge of a role, the server's own icon, or the icon that
// belongs to a host.
func icon(name string) *sketch.Sketch {
	s := sketch.New(100, 100)
	switch name {
	case "server":
		s.Fill(sketch.RoundRect(0, 0, 100, 100, 24), sketch.Linear(0, 0, 60, 100, "#a8cc57", "#5f8a2f"))
		leaf(s, 14, 86, 46, -0.15, "#ffffff38")
		s.With(sketch.Scale(0.7, 0.7).Then(sketch.Move(15, 20)), func() { creature(s, "mejiro", look{}) })
	case "badge":
		s.Fill(sketch.Star(50, 50, 50, 40, 12), sketch.Plain("#5a8f3c"))
		leaf(s, 32, 72, 52, -0.125, "#eaf6d5")
	default:
		r := dice("icon " + name)
		hue := r.Float64()
		s.Fill(sketch.RoundRect(0, 0, 100, 100, 22), sketch.Linear(0, 0, 100, 100,
			sketch.CSS(sketch.Hue(hue, 0.55, 0.58)), sketch.CSS(sketch.Hue(hue+0.1, 0.6, 0.42))))
		s.Fill(sketch.Centred(strings.ToUpper(name[:min(1, len(name))]), 50, 50, 66, 0), sketch.Plain("#fff"))
	}
	return s
}

// leaf draws a leaf of a length from its stalk, towards an angle in turns.
func leaf(s *sketch.Sketch, x, y, length, turns float64, colour string) {
	s.With(sketch.Scale(length/100, length/100).Then(sketch.Turn(turns, 0, 0)).Then(sketch.Move(x, y)), func() {
		s.Fill(sketch.Path{}.MoveTo(0, 0).CubeTo(20, -34, 66, -34, 100, 0).CubeTo(66, 34, 20, 34, 0, 0).Close(), sketch.Plain(colour))
	})
}
