package gallery

import (
	"math"
	"math/rand/v2"

	"mejiro/api/misskeytest/internal/sketch"
)

// branch grows from a point and gives where its ends are.
func branch(s *sketch.Sketch, r *rand.Rand, x, y, turns, length, width float64, depth int) []sketch.Point {
	at := sketch.Along(x, y, length, length, turns)
	bend := sketch.Along((x+at.X)/2, (y+at.Y)/2, length*0.16, length*0.16, turns+0.25*between(r, -1, 1))
	s.Line(sketch.Path{}.MoveTo(x, y).QuadTo(bend.X, bend.Y, at.X, at.Y), width, sketch.Plain("#5a3f35"))
	if depth == 0 {
		return []sketch.Point{at}
	}
	ends := []sketch.Point{at}
	for range 2 + r.IntN(2) {
		ends = append(ends, branch(s, r, at.X, at.Y, turns+between(r, -0.11, 0.11), length*between(r, 0.6, 0.8), width*0.62, depth-1)...)
	}
	return ends
}

func flower(s *sketch.Sketch, x, y, size, turn float64, petal, heart string) {
	for i := range 5 {
		at := sketch.Along(x, y, size*0.55, size*0.55, turn+float64(i)/5)
		s.Fill(sketch.Circle(at.X, at.Y, size*0.46), sketch.Plain(petal))
	}
	s.Fill(sketch.Circle(x, y, size*0.24), sketch.Plain(heart))
}

func sakura(s *sketch.Sketch, r *rand.Rand) {
	s.Background(sketch.Linear(0, 0, 0, s.H, "#8fc3ea", "#d9eefa"))
	for range 10 {
		x, y, size := between(r, 0, s.W), between(r, 0, s.H), between(r, 0.05, 0.14)*s.W
		s.Fill(sketch.Circle(x, y, size), sketch.Radial(x, y, size, "#ffffff50", "#ffc8dc30", "#ffc8dc00"))
	}
	ends := branch(s, r, -20, s.H*between(r, 0.2, 0.6), between(r, -0.03, 0.08), s.W*0.3, 26, 4)
	ends = append(ends, branch(s, r, s.W+20, -10, 0.4, s.W*0.24, 18, 3)...)
	for _, at := range ends {
		for range 4 {
			flower(s, at.X+between(r, -45, 45), at.Y+between(r, -40, 40), between(r, 13, 24), r.Float64(), pick(r, "#ffdbe7", "#ffc6d9", "#fff0f5"), "#e8638f")
		}
	}
	petals(s, r, 30, 0.1, 1)
}

func bambooGrove(s *sketch.Sketch, r *rand.Rand) { grove(s, r) }

func grove(s *sketch.Sketch, r *rand.Rand) {
	s.Background(sketch.Linear(0, 0, 0, s.H, "#e9f4c4", "#9fc46a", "#4f7f3a"))
	glow(s, s.W*0.5, s.H*0.18, s.H*0.08, "#fffff0", "#fbffd0")
	for layer := range 3 {
		tone := [][2]string{{"#b5d08a", "#93b868"}, {"#86ad54", "#638f3c"}, {"#5d8a35", "#3f6a26"}}[layer]
		for range 9 {
			x, w := between(r, 0, s.W), s.H*(0.012+0.012*float64(layer))
			s.Fill(sketch.Rect(x, 0, w, s.H), sketch.Linear(x, 0, x+w, 0, tone[0], tone[1]))
			for y := between(r, 0, 60); y < s.H; y += s.H * 0.11 {
				s.Line(sketch.Path{}.MoveTo(x-1, y).LineTo(x+w+1, y), 3, sketch.Plain(tone[1]))
			}
			for range 3 {
				leaf(s, x, between(r, 0, 0.7)*s.H, s.H*between(r, 0.05, 0.1), pick(r, -0.06, 0.04, 0.44, 0.54), tone[0])
			}
		}
	}
	s.Fill(sketch.Poly(s.W*0.44, s.H*0.72, s.W*0.56, s.H*0.72, s.W*0.8, s.H, s.W*0.2, s.H), sketch.Linear(0, s.H*0.72, 0, s.H, "#d8cfa0", "#a8966a"))
}

func birdOnBranch(s *sketch.Sketch, r *rand.Rand) {
	s.Background(sketch.Linear(0, 0, s.W, s.H, "#cfe3c0", "#f3e6ee", "#e6b8cc"))
	for range 12 {
		x, y, size := between(r, 0, s.W), between(r, 0, s.H), between(r, 0.06, 0.16)*s.W
		s.Fill(sketch.Circle(x, y, size), sketch.Radial(x, y, size, pick(r, "#ffffff60", "#f7b7cd60", "#c8dc9060"), "#ffffff00"))
	}
	y := s.H * 0.74
	s.Line(sketch.Path{}.MoveTo(-20, y+40).CubeTo(s.W*0.3, y-10, s.W*0.6, y+30, s.W+20, y-50), 26, sketch.Plain("#6b4a3c"))
	for range 16 {
		x := between(r, 0, s.W)
		flower(s, x, y+between(r, -70, 60), between(r, 16, 34), r.Float64(), pick(r, "#ffc6d9", "#ff9fbf", "#fff0f5"), "#c83f6f")
	}
	bird(s, s.W*between(r, 0.38, 0.58), y-10, s.W*0.34)
	for range 7 {
		flower(s, between(r, 0, s.W), y+between(r, 20, 90), between(r, 18, 30), r.Float64(), pick(r, "#ffc6d9", "#ffb0cb"), "#c83f6f")
	}
}

// bird is a white-eye seen from the side, standing at (x, y).
func bird(s *sketch.Sketch, x, y, size float64) {
	s.With(sketch.Scale(size/100, size/100).Then(sketch.Move(x-size/2, y-size*0.98)), func() {
		s.Line(sketch.Path{}.MoveTo(46, 88).LineTo(44, 100), 3, sketch.Plain("#6a6258"))
		s.Line(sketch.Path{}.MoveTo(56, 88).LineTo(56, 100), 3, sketch.Plain("#6a6258"))
		s.Fill(sketch.Path{}.MoveTo(78, 66).LineTo(112, 92).LineTo(104, 98).LineTo(66, 82).Close(), sketch.Plain("#6f8a2e"))
		s.Fill(sketch.Path{}.MoveTo(12, 40).CubeTo(12, 16, 40, 10, 52, 26).CubeTo(72, 32, 90, 52, 84, 74).CubeTo(72, 96, 34, 98, 24, 76).
			CubeTo(18, 64, 12, 54, 12, 40).Close(), sketch.Linear(0, 10, 0, 96, "#9dbd42", "#87a838"))
		s.Fill(sketch.Path{}.MoveTo(16, 50).CubeTo(26, 60, 40, 60, 46, 70).CubeTo(52, 86, 62, 90, 60, 92).CubeTo(40, 98, 28, 88, 24, 76).
			CubeTo(20, 66, 15, 58, 16, 50).Close(), sketch.Plain("#f2ecca"))
		s.Fill(sketch.Path{}.MoveTo(15, 46).CubeTo(22, 56, 34, 58, 40, 50).CubeTo(32, 50, 22, 48, 15, 46).Close(), sketch.Plain("#e9d04a"))
		s.Fill(sketch.Path{}.MoveTo(46, 46).CubeTo(64, 44, 84, 58, 88, 76).CubeTo(72, 84, 52, 74, 46, 46).Close(), sketch.Plain("#6f8f2c"))
		s.Fill(sketch.Circle(29, 33, 8.5), sketch.Plain("#fff"))
		s.Fill(sketch.Circle(29, 33, 5), sketch.Plain("#2a2418"))
		s.Fill(sketch.Circle(27.5, 31.5, 1.7), sketch.Plain("#fff"))
		s.Fill(sketch.Poly(14, 36, -2, 42, 14, 44), sketch.Plain("#4a4438"))
	})
}

func starrySky(s *sketch.Sketch, r *rand.Rand) {
	s.Background(sketch.Linear(0, 0, 0, s.H, "#070b24", "#16204d", "#3a3f7a"))
	for i := range 70 {
		k := float64(i) / 70
		x, y, size := s.W*k+between(r, -40, 40), s.H*(0.75-0.6*k)+between(r, -40, 40), between(r, 0.05, 0.1)*s.W
		s.Fill(sketch.Circle(x, y, size), sketch.Radial(x, y, size, "#b8b0ff16", "#b8b0ff00"))
	}
	starDots(s, r, 320, 0.9)
	ridge(s, r, 0.9, 0.1, 5, sketch.Plain("#0a0d20"), false)
	for range 12 {
		pine(s, between(r, 0, s.W), s.H*between(r, 0.92, 1), between(r, 0.08, 0.2)*s.H)
	}
}

func aurora(s *sketch.Sketch, r *rand.Rand) {
	sky(s, "night")
	starDots(s, r, 160, 0.7)
	for band := range 3 {
		colour := pick(r, "#5affb0", "#6affd8", "#b08aff")
		y := s.H * (0.28 + 0.1*float64(band))
		phase := r.Float64() * 6
		for i := range 120 {
			x := s.W * float64(i) / 119
			top := y + 40*math.Sin(x/150+phase) - s.H*0.2
			s.Fill(sketch.Rect(x, top, s.W/110, s.H*0.34), sketch.Linear(0, top, 0, top+s.H*0.34, colour+"00", colour+"48", colour+"00"))
		}
	}
	ridge(s, r, 0.84, 0.12, 5, sketch.Plain("#1b2a4a"), false)
	s.Fill(sketch.Rect(0, s.H*0.86, s.W, s.H), sketch.Linear(0, s.H*0.86, 0, s.H, "#dfe9f5", "#9fb4d0"))
}

func snowfall(s *sketch.Sketch, r *rand.Rand) {
	sky(s, "grey")
	ridge(s, r, 0.6, 0.15, 5, sketch.Plain("#c3ced8"), true)
	s.Fill(sketch.Rect(0, s.H*0.62, s.W, s.H), sketch.Linear(0, s.H*0.62, 0, s.H, "#f4f8fb", "#d5e1ea"))
	for range 9 {
		x, y, h := between(r, 0, s.W), between(r, 0.66, 0.86)*s.H, between(r, 0.14, 0.26)*s.H
		pine(s, x, y, h)
		s.Fill(sketch.Poly(x, y-h, x+h*0.1, y-h*0.76, x-h*0.1, y-h*0.76), sketch.Plain("#fff"))
	}
	cottage(s, s.W*between(r, 0.3, 0.7), s.H*0.8, s.H*0.24)
	for range 170 {
		s.Fill(sketch.Circle(between(r, 0, s.W), between(r, 0, s.H), between(r, 1.5, 5)), sketch.Plain("#ffffffc0"))
	}
}

func cottage(s *sketch.Sketch, x, y, size float64) {
	s.Fill(sketch.Rect(x-size*0.5, y-size*0.5, size, size*0.5), sketch.Plain("#8a5a3f"))
	s.Fill(sketch.Poly(x-size*0.65, y-size*0.48, x, y-size*1.05, x+size*0.65, y-size*0.48), sketch.Plain("#fbfdff"))
	for _, k := range []float64{-0.3, 0.12} {
		s.Fill(sketch.Circle(x+size*(k+0.09), y-size*0.26, size*0.3), sketch.Radial(x+size*(k+0.09), y-size*0.26, size*0.3, "#ffd58a70", "#ffd58a00"))
		s.Fill(sketch.Rect(x+size*k, y-size*0.36, size*0.18, size*0.2), sketch.Plain("#ffe3a0"))
	}
}

func flowerBed(s *sketch.Sketch, r *rand.Rand) {
	s.Background(sketch.Linear(0, 0, 0, s.H, "#b8dcc0", "#5f9a5a", "#3f7a42"))
	palette := [][2]string{{"#8fa8f0", "#e8ecff"}, {"#c08fe8", "#f3e6ff"}, {"#f58fb0", "#ffe3ec"}, {"#ffd45a", "#8a5a2a"}, {"#fff", "#f6c63a"}}
	first, second := pick(r, palette...), pick(r, palette...)
	for i := range 130 {
		y := s.H * (0.12 + 0.9*float64(i)/130)
		size := s.W * (0.012 + 0.03*float64(i)/130)
		c := pick(r, first, first, second)
		x := between(r, 0, s.W)
		if i%3 == 0 {
			leaf(s, x, y, size*3, r.Float64(), pick(r, "#4f8a4a", "#6fae5a"))
		}
		flower(s, x, y, size, r.Float64(), c[0], c[1])
	}
}

func terraces(s *sketch.Sketch, r *rand.Rand) {
	sky(s, "dawn")
	clouds(s, r, 4, "#ffffff80", 0.1, 0.3)
	ridge(s, r, 0.5, 0.22, 3, sketch.Plain("#6f8f9a"), true)
	for i := range 8 {
		k := float64(i)
		y := 0.5 + 0.065*k
		ridge(s, r, y, 0.06, 2+i%3, sketch.Tint(sketch.Mix(sketch.Hex("#a8cf6a"), sketch.Hex("#4f8f3a"), k/8)), true)
		if i%2 == 0 {
			ridge(s, r, y+0.035, 0.03, 3, sketch.Plain("#bfe3f0b0"), true)
		}
	}
	for range 5 {
		palmTree(s, r, between(r, 0, s.W), s.H*between(r, 0.75, 1), s.H*between(r, 0.2, 0.34))
	}
}

func palmTree(s *sketch.Sketch, r *rand.Rand, x, y, h float64) {
	tip := x + h*between(r, -0.2, 0.2)
	s.Line(sketch.Path{}.MoveTo(x, y).QuadTo(x, y-h*0.5, tip, y-h), h*0.05, sketch.Plain("#6b4f35"))
	for i := range 8 {
		leaf(s, tip, y-h, h*0.5, float64(i)/8+0.03, pick(r, "#2f6f3a", "#3f8a48"))
	}
}
