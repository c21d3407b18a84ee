package gallery

import (
	"math"
	"math/rand/v2"

	"mejiro/api/misskeytest/internal/sketch"
)

// table fills the picture with boards seen from above.
func table(s *sketch.Sketch, r *rand.Rand, light, dark string) {
	s.Background(sketch.Linear(0, 0, s.W, s.H, light, dark))
	for i := range 7 {
		y := s.H * float64(i) / 7
		s.Line(sketch.Path{}.MoveTo(0, y).LineTo(s.W, y+between(r, -4, 4)), 3, sketch.Plain("#00000020"))
		for range 4 {
			x := between(r, 0, s.W)
			s.Line(sketch.Path{}.MoveTo(x, y+between(r, 10, 90)).LineTo(x+between(r, 40, 200), y+between(r, 10, 90)), 2, sketch.Plain("#0000000e"))
		}
	}
}

func shadow(s *sketch.Sketch, x, y, r float64) {
	s.Fill(sketch.Circle(x, y, r), sketch.Radial(x, y, r, "#00000060", "#00000058", "#00000000"))
}

func coffeeTable(s *sketch.Sketch, r *rand.Rand) {
	table(s, r, pick(r, "#c99a6b", "#a87850", "#d8b48a"), "#8a5f3f")
	x, y, size := s.W*between(r, 0.42, 0.58), s.H*between(r, 0.42, 0.55), s.W*0.25
	shadow(s, x+20, y+26, size*1.75)
	s.Fill(sketch.Circle(x, y, size*1.4), sketch.Radial(x, y, size*1.4, "#fdfaf5", "#f4ede2", "#e3d8c8"))
	s.Line(sketch.Arc(x+size*1.05, y, size*0.3, size*0.26, 0.7, 1.3), size*0.16, sketch.Plain("#f0e8dc"))
	s.Fill(sketch.Circle(x, y, size), sketch.Plain("#f7f1e7"))
	s.Fill(sketch.Circle(x, y, size*0.88), sketch.Radial(x, y, size*0.88, "#c58a55", "#a8693a", "#7a4526"))
	if r.IntN(2) == 0 {
		s.Fill(sketch.Circle(x, y, size*0.6), sketch.Plain("#e9c79a"))
		heart(s, x, y+size*0.05, size*0.42, sketch.Plain("#fbf0dc"))
	} else {
		for i := range 4 {
			s.Line(sketch.Arc(x, y+size*(0.32-0.2*float64(i)), size*(0.16+0.1*float64(i)), size*0.14, 0.55, 0.95), size*0.07, sketch.Plain("#fbf0dc"))
		}
		s.Line(sketch.Path{}.MoveTo(x, y-size*0.55).LineTo(x, y+size*0.55), size*0.05, sketch.Plain("#a8693a"))
	}
	s.With(sketch.Turn(0.06, s.W*0.85, s.H*0.75), func() {
		s.Fill(sketch.RoundRect(s.W*0.74, s.H*0.66, s.W*0.3, s.H*0.42, 10), sketch.Plain("#35506b"))
		s.Fill(sketch.RoundRect(s.W*0.755, s.H*0.675, s.W*0.27, s.H*0.4, 8), sketch.Plain("#f5f0e3"))
	})
	cookie(s, r, s.W*0.16, s.H*0.82, s.W*0.09)
}

func cookie(s *sketch.Sketch, r *rand.Rand, x, y, size float64) {
	shadow(s, x+6, y+8, size*1.3)
	s.Fill(sketch.Circle(x, y, size), sketch.Plain("#d8a05f"))
	for range 8 {
		at := sketch.Along(x, y, size*between(r, 0, 0.75), size*between(r, 0, 0.75), r.Float64())
		s.Fill(sketch.Circle(at.X, at.Y, size*0.12), sketch.Plain("#5a3320"))
	}
}

func ramenBowl(s *sketch.Sketch, r *rand.Rand) {
	table(s, r, "#6b4a3a", "#3f2a22")
	x, y, size := s.W*0.5, s.H*0.52, s.W*0.38
	shadow(s, x+16, y+24, size*1.25)
	s.Fill(sketch.Circle(x, y, size), sketch.Plain(pick(r, "#c8322f", "#2f4a7a", "#33333a")))
	s.Fill(sketch.Circle(x, y, size*0.93), sketch.Plain("#f6efe3"))
	s.Fill(sketch.Circle(x, y, size*0.86), sketch.Radial(x, y, size*0.86, "#f0c268", "#d99a3f", "#b8752c"))
	for range 26 {
		px, py := x+size*between(r, -0.55, 0.55), y+size*between(r, -0.4, 0.6)
		s.Line(sketch.Path{}.MoveTo(px, py).CubeTo(px+40, py-30, px+60, py+40, px+between(r, 70, 120), py+between(r, -20, 20)), 7, sketch.Plain("#fbe3a0"))
	}
	for i := range 3 {
		cx, cy := x-size*0.35+size*0.14*float64(i), y-size*0.42+size*0.1*float64(i)
		s.Fill(sketch.Circle(cx, cy, size*0.25), sketch.Plain("#c98a6a"))
		s.Fill(sketch.Circle(cx, cy, size*0.18), sketch.Plain("#e8b89a"))
	}
	s.Fill(sketch.Ellipse(x+size*0.36, y-size*0.28, size*0.2, size*0.25), sketch.Plain("#fdfaf0"))
	s.Fill(sketch.Circle(x+size*0.36, y-size*0.26, size*0.12), sketch.Plain("#f5992f"))
	s.Fill(sketch.Poly(x+size*0.5, y+size*0.1, x+size*0.9, y-size*0.1, x+size*0.95, y+size*0.25, x+size*0.56, y+size*0.42), sketch.Plain("#22332a"))
	for range 24 {
		at := sketch.Along(x-size*0.1, y+size*0.2, size*between(r, 0, 0.35), size*between(r, 0, 0.3), r.Float64())
		s.Line(sketch.Circle(at.X, at.Y, 7), 4, sketch.Plain("#6faf4a"))
	}
	s.Fill(sketch.Star(x-size*0.5, y+size*0.4, size*0.15, size*0.12, 12), sketch.Plain("#fff"))
	s.Line(sketch.Arc(x-size*0.5, y+size*0.4, size*0.06, size*0.06, 0, 0.8), 6, sketch.Plain("#f06f8f"))
	for i := range 2 {
		k := 22 * float64(i)
		s.Line(sketch.Path{}.MoveTo(s.W*0.62+k, s.H*0.97).LineTo(s.W*0.98+k, s.H*0.62), 9, sketch.Plain("#8a2f2a"))
	}
}

func loaf(s *sketch.Sketch, r *rand.Rand) {
	table(s, r, "#e6d2b5", "#bfa27c")
	for i := range 3 {
		x, y := s.W*(0.26+0.25*float64(i)), s.H*between(r, 0.48, 0.6)
		s.With(sketch.Turn(between(r, -0.06, 0.06), x, y), func() {
			shadow(s, x+10, y+20, 190)
			s.Fill(sketch.Ellipse(x, y, 150, 100), sketch.Linear(x, y-100, x, y+100, "#e3a85f", "#a8642c"))
			for k := range 3 {
				s.Line(sketch.Arc(x-60+60*float64(k), y, 34, 70, 0.6, 0.9), 12, sketch.Plain("#f7deae"))
			}
		})
	}
	for range 60 {
		s.Fill(sketch.Circle(between(r, 0, s.W), between(r, 0, s.H), between(r, 1, 4)), sketch.Plain("#fff8ea90"))
	}
}

func slice(s *sketch.Sketch, r *rand.Rand) {
	s.Background(sketch.Linear(0, 0, 0, s.H, pick(r, "#f7d7de", "#d9e8f5", "#e6f0d8"), "#fdf8f2"))
	x, y := s.W*0.5, s.H*0.6
	s.Fill(sketch.Ellipse(x, y+150, 320, 90), sketch.Plain("#ffffff"))
	s.Line(sketch.Ellipse(x, y+150, 320, 90), 4, sketch.Plain("#e3dcd2"))
	s.Fill(sketch.Poly(x-230, y-40, x+230, y-110, x+230, y+90, x-230, y+150), sketch.Plain("#f9e1a8"))
	for i := range 2 {
		k := 62 * float64(i)
		s.Fill(sketch.Poly(x-230, y+20+k, x+230, y-50+k, x+230, y-28+k, x-230, y+44+k), sketch.Plain("#fffaf2"))
	}
	s.Fill(sketch.Poly(x-230, y-40, x+30, y-170, x+230, y-110), sketch.Plain("#fffdf8"))
	s.Fill(sketch.Path{}.MoveTo(x+20, y-230).CubeTo(x+90, y-240, x+80, y-150, x+24, y-130).CubeTo(x-30, y-150, x-40, y-240, x+20, y-230).Close(), sketch.Plain("#e0384a"))
	leaf(s, x+16, y-224, 46, -0.2, "#5f9f4a")
	leaf(s, x+16, y-224, 46, -0.36, "#5f9f4a")
}

func catAtWindow(s *sketch.Sketch, r *rand.Rand) {
	s.Background(sketch.Linear(0, 0, 0, s.H, "#efe0cc", "#d8bf9f"))
	inner := sketch.New(600, 520)
	pick(r, hills, sakura, snowfall, dusk)(inner, r)
	s.Fill(sketch.Rect(s.W*0.1, s.H*0.06, s.W*0.66, s.H*0.72), sketch.Plain("#fff"))
	s.Add(inner, s.W*0.12, s.H*0.09, s.W*0.62, s.H*0.66)
	s.Fill(sketch.Rect(s.W*0.42, s.H*0.06, s.W*0.02, s.H*0.72), sketch.Plain("#fff"))
	s.Fill(sketch.Rect(0, s.H*0.78, s.W, s.H*0.05), sketch.Plain("#fbf6ee"))
	s.Fill(sketch.Rect(0, s.H*0.83, s.W, s.H*0.17), sketch.Plain("#cdb08c"))
	x, y := s.W*between(r, 0.3, 0.55), s.H*0.79
	fur := pick(r, "#f0a94f", "#8d99a3", "#3b3a4a", "#f4ede2")
	s.Line(sketch.Path{}.MoveTo(x+70, y-20).CubeTo(x+150, y-10, x+140, y+70, x+110, y+100), 24, sketch.Plain(fur))
	s.Fill(sketch.Path{}.MoveTo(x-90, y+4).CubeTo(x-110, y-150, x-60, y-210, x, y-210).CubeTo(x+60, y-210, x+110, y-150, x+90, y+4).Close(), sketch.Plain(fur))
	s.Fill(sketch.Circle(x, y-240, 74), sketch.Plain(fur))
	s.Fill(sketch.Poly(x-72, y-250, x-66, y-340, x-14, y-306), sketch.Plain(fur))
	s.Fill(sketch.Poly(x+72, y-250, x+66, y-340, x+14, y-306), sketch.Plain(fur))
	s.Fill(sketch.Rect(s.W*0.84, s.H*0.62, s.W*0.1, s.H*0.17), sketch.Plain("#c8684a"))
	for i := range 6 {
		leaf(s, s.W*0.89, s.H*0.63, s.H*0.24, -0.05-0.08*float64(i), pick(r, "#5f9a4a", "#7fb85a"))
	}
}

func rainyWindow(s *sketch.Sketch, r *rand.Rand) {
	s.Background(sketch.Linear(0, 0, 0, s.H, "#4a5a70", "#6f8297", "#39465a"))
	for range 26 {
		x, y, size := between(r, 0, s.W), between(r, 0.3, 0.9)*s.H, between(r, 0.03, 0.1)*s.W
		c := pick(r, "#ffcf8a", "#ff9f7a", "#9fd0ff", "#ffe9b8")
		s.Fill(sketch.Circle(x, y, size), sketch.Radial(x, y, size, c+"a0", c+"60", c+"00"))
	}
	for range 130 {
		x, y, size := between(r, 0, s.W), between(r, 0, s.H), between(r, 2, 8)
		s.Fill(sketch.Ellipse(x, y, size*0.8, size), sketch.Linear(x, y-size, x, y+size, "#ffffff30", "#ffffff90"))
	}
	for range 14 {
		x, y := between(r, 0, s.W), between(r, 0, 0.6)*s.H
		s.Line(sketch.Path{}.MoveTo(x, y).LineTo(x+between(r, -6, 6), y+between(r, 60, 240)), 4, sketch.Plain("#ffffff38"))
	}
	frame := sketch.Plain("#2b2f3a")
	s.Line(sketch.Rect(0, 0, s.W, s.H), 40, frame)
	s.Line(sketch.Path{}.MoveTo(s.W/2, 0).LineTo(s.W/2, s.H), 18, frame)
}

func deskAtNight(s *sketch.Sketch, r *rand.Rand) {
	s.Background(sketch.Linear(0, 0, 0, s.H, "#2a2740", "#3d3552"))
	s.Fill(sketch.Rect(0, s.H*0.72, s.W, s.H*0.28), sketch.Linear(0, s.H*0.72, 0, s.H, "#8a5f46", "#5a3a2c"))
	x, y, w, h := s.W*0.28, s.H*0.16, s.W*0.46, s.H*0.44
	s.Fill(sketch.Circle(x+w/2, y+h/2, w*0.8), sketch.Radial(x+w/2, y+h/2, w*0.8, "#6fb0ff50", "#6fb0ff00"))
	s.Fill(sketch.RoundRect(x, y, w, h, 12), sketch.Plain("#17181f"))
	code := sketch.New(1100, 700)
	codeScreen(code, r)
	s.Add(code, x+10, y+10, w-20, h-20)
	s.Fill(sketch.Rect(x+w*0.44, y+h, w*0.12, s.H*0.09), sketch.Plain("#23242c"))
	s.Fill(sketch.RoundRect(x+w*0.3, y+h+s.H*0.08, w*0.4, 12, 6), sketch.Plain("#23242c"))
	s.Fill(sketch.RoundRect(s.W*0.34, s.H*0.8, s.W*0.34, s.H*0.1, 8), sketch.Plain("#e6e6ea"))
	for i := range 33 {
		s.Fill(sketch.RoundRect(s.W*0.35+float64(i%11)*s.W*0.0295, s.H*0.813+float64(i/11)*s.H*0.028, s.W*0.024, s.H*0.021, 3), sketch.Plain("#fdfdff"))
	}
	s.Fill(sketch.Rect(s.W*0.82, s.H*0.64, s.W*0.07, s.H*0.12), sketch.Plain("#e8584f"))
	s.Line(sketch.Path{}.MoveTo(s.W*0.1, s.H*0.74).LineTo(s.W*0.13, s.H*0.4).LineTo(s.W*0.2, s.H*0.3), 8, sketch.Plain("#d0d0d8"))
	glow(s, s.W*0.21, s.H*0.31, 22, "#fff6d8", "#ffd88a")
	s.With(sketch.Scale(1.25, 1.25).Then(sketch.Move(s.W*0.1, s.H*0.66)), func() { creature(s, "greycat", look{eyes: "closed", extra: "zzz"}) })
}

func codeScreen(s *sketch.Sketch, r *rand.Rand) {
	s.Background(sketch.Plain("#1f2430"))
	s.Fill(sketch.Rect(0, 0, s.W, 44), sketch.Plain("#171b24"))
	for i, c := range []string{"#ff5f56", "#ffbd2e", "#27c93f"} {
		s.Fill(sketch.Circle(26+26*float64(i), 22, 8), sketch.Plain(c))
	}
	s.Fill(sketch.Rect(0, 44, 190, s.H-44), sketch.Plain("#1a1f2a"))
	for i := range 14 {
		s.Fill(sketch.RoundRect(24+float64(i%3)*14, 70+40*float64(i), between(r, 60, 120), 12, 6), sketch.Plain("#59627a"))
	}
	indent := 0.0
	for i := range 20 {
		y := 72 + 31*float64(i)
		s.Fill(sketch.RoundRect(212, y, 18, 10, 4), sketch.Plain("#3b4357"))
		x := 250 + indent*34
		for range 2 + r.IntN(4) {
			w := between(r, 30, 150)
			s.Fill(sketch.RoundRect(x, y, w, 13, 6), sketch.Plain(pick(r, "#82aaff", "#c3e88d", "#ffcb6b", "#c792ea", "#d8dee9", "#f78c6c")))
			x += w + 14
		}
		indent = max(0, min(indent+pick(r, -1.0, 0, 0, 1), 5))
	}
}

func trainRide(s *sketch.Sketch, r *rand.Rand) {
	inner := sketch.New(900, 420)
	pick(r, sea, hills, fuji, dusk)(inner, r)
	s.Background(sketch.Plain("#d8d0c0"))
	s.Add(inner, s.W*0.06, s.H*0.08, s.W*0.88, s.H*0.56)
	frame := sketch.Plain("#9a968c")
	s.Line(sketch.RoundRect(s.W*0.06, s.H*0.08, s.W*0.88, s.H*0.56, 26), 16, frame)
	s.Line(sketch.Path{}.MoveTo(s.W*0.5, s.H*0.08).LineTo(s.W*0.5, s.H*0.64), 12, frame)
	for i := range 4 {
		x := s.W * (0.03 + 0.24*float64(i))
		s.Fill(sketch.RoundRect(x, s.H*0.66, s.W*0.22, s.H*0.4, 30), sketch.Linear(0, s.H*0.66, 0, s.H, "#3f8a5f", "#2c6646"))
	}
	for i := range 6 {
		x := s.W * (0.1 + 0.16*float64(i))
		s.Line(sketch.Path{}.MoveTo(x, 0).LineTo(x, s.H*0.05), 5, frame)
		s.Line(sketch.Circle(x, s.H*0.085, 20), 7, sketch.Plain("#f4f1ea"))
	}
}

func bookshelf(s *sketch.Sketch, r *rand.Rand) {
	s.Background(sketch.Plain("#6b4630"))
	for shelf := range 4 {
		top := s.H * (0.02 + 0.245*float64(shelf))
		s.Fill(sketch.Rect(s.W*0.03, top, s.W*0.94, s.H*0.22), sketch.Linear(0, top, 0, top+s.H*0.22, "#3a2418", "#4f3322"))
		for x := s.W * 0.04; x < s.W*0.93; {
			w, h := between(r, 18, 46), s.H*between(r, 0.13, 0.2)
			if r.IntN(9) == 0 {
				x += w
				continue
			}
			s.Fill(sketch.Rect(x, top+s.H*0.22-h, w, h), sketch.Tint(sketch.Hue(r.Float64(), between(r, 0.25, 0.6), between(r, 0.35, 0.65))))
			s.Fill(sketch.Rect(x+w*0.2, top+s.H*0.22-h*0.85, w*0.6, h*0.1), sketch.Plain("#fff6e0a0"))
			x += w + 2
		}
		s.Fill(sketch.Rect(s.W*0.03, top+s.H*0.22, s.W*0.94, s.H*0.025), sketch.Plain("#8a5f42"))
	}
}

func parisRoofs(s *sketch.Sketch, r *rand.Rand) {
	sky(s, pick(r, "gold", "dusk", "dawn"))
	clouds(s, r, 5, "#ffffff60", 0.08, 0.35)
	x, base, top := s.W*between(r, 0.35, 0.65), s.H*0.72, s.H*0.14
	iron := sketch.Plain("#5a4a44")
	s.Fill(sketch.Path{}.MoveTo(x-s.W*0.19, base).QuadTo(x-s.W*0.03, base-s.H*0.22, x-6, top).LineTo(x+6, top).
		QuadTo(x+s.W*0.03, base-s.H*0.22, x+s.W*0.19, base).LineTo(x+s.W*0.1, base).QuadTo(x, base-s.H*0.14, x-s.W*0.1, base).Close(), iron)
	for _, k := range []float64{0.12, 0.3} {
		w := s.W * (0.19 - 0.32*k)
		s.Fill(sketch.Rect(x-w, base-s.H*k, 2*w, s.H*0.014), iron)
	}
	for row := range 3 {
		y := s.H * (0.7 + 0.1*float64(row))
		for bx := -20.0; bx < s.W; {
			w := between(r, 90, 170)
			rise := between(r, 0, 50)
			s.Fill(sketch.Rect(bx, y-rise, w, s.H), sketch.Plain(pick(r, "#f0e2cc", "#e6d3b8", "#f6ecda")))
			s.Fill(sketch.Poly(bx-4, y-rise, bx+14, y-rise-46, bx+w-14, y-rise-46, bx+w+4, y-rise), sketch.Plain(pick(r, "#6f7f90", "#5f6f80")))
			for wx := bx + 16; wx < bx+w-20; wx += 34 {
				s.Fill(sketch.RoundRect(wx, y-rise+20, 16, 30, 4), sketch.Plain(pick(r, "#7a8a98", "#ffe2a0")))
			}
			s.Fill(sketch.Rect(bx+w*0.7, y-rise-66, 14, 26), sketch.Plain("#b8684a"))
			bx += w + 2
		}
	}
}

func poster(s *sketch.Sketch, r *rand.Rand) {
	hue := r.Float64()
	s.Background(sketch.Linear(0, 0, 0, s.H, sketch.CSS(sketch.Hue(hue, 0.6, 0.55)), sketch.CSS(sketch.Hue(hue+0.12, 0.65, 0.72))))
	for i := range 9 {
		s.Fill(sketch.Circle(s.W*between(r, 0, 1), s.H*between(r, 0, 0.7), s.W*(0.05+0.02*float64(i))), sketch.Plain("#ffffff26"))
	}
	s.With(sketch.Scale(4.4, 4.4).Then(sketch.Move(s.W/2-220, s.H*0.26)), func() {
		creature(s, pick(r, "cat", "fox", "panda", "rabbit", "mejiro"), look{eyes: pick(r, "happy", "big"), extra: "blush"})
	})
	s.Outlined(sketch.Centred(pick(r, "ねこのひ", "もりのお茶", "めじろの森", "おえかき"), s.W/2, s.H*0.84, 120, s.W*0.86), sketch.Plain("#fff"), 22, sketch.Tint(sketch.Hue(hue, 0.7, 0.35)))
	s.Fill(sketch.Centred("SPRING FAIR 2026", s.W/2, s.H*0.94, 40, s.W*0.8), sketch.Plain("#fffffff0"))
}

func pixelArt(s *sketch.Sketch, r *rand.Rand) {
	hue := r.Float64()
	s.Background(sketch.Tint(sketch.Hue(hue, 0.4, 0.85)))
	for y := range 12 {
		for x := range 6 {
			if r.IntN(5) < 3 {
				c := sketch.Tint(sketch.Hue(hue+0.1*between(r, 0, 3), 0.6, between(r, 0.35, 0.65)))
				s.Fill(sketch.Rect(8+4*float64(x), 8+4*float64(y), 4, 4), c)
				s.Fill(sketch.Rect(52-4*float64(x), 8+4*float64(y), 4, 4), c)
			}
		}
	}
}

func tower(s *sketch.Sketch, r *rand.Rand) {
	sky(s, pick(r, "day", "dusk"))
	clouds(s, r, 6, "#ffffff70", 0.05, 0.7)
	x, top := s.W/2, s.H*0.06
	for i := range 40 {
		y := top + (s.H-top)*float64(i)/40
		w := 10 + 130*math.Pow(float64(i)/40, 1.5)
		s.Fill(sketch.Poly(x-w*0.9, y, x+w*0.9, y, x+w, y+s.H/42, x-w, y+s.H/42), sketch.Plain([]string{"#e04a3a", "#f6f1ea"}[i/5%2]))
	}
	s.Fill(sketch.RoundRect(x-52, s.H*0.4, 104, 50, 10), sketch.Plain("#f6f1ea"))
	s.Fill(sketch.Rect(x-46, s.H*0.4+14, 92, 18), sketch.Plain("#3f6f9a"))
}

func chart(s *sketch.Sketch, r *rand.Rand) {
	s.Background(sketch.Plain("#fbfcf8"))
	for i := range 6 {
		y := 90 + 85*float64(i)
		s.Line(sketch.Path{}.MoveTo(90, y).LineTo(s.W-50, y), 2, sketch.Plain("#dde3d5"))
	}
	s.Fill(sketch.Centred("NOTES / DAY", s.W/2, 42, 34, 0), sketch.Plain("#4a5540"))
	bars := 12
	for i := range bars {
		h := between(r, 80, 410)
		x := 110 + float64(i)*(s.W-180)/float64(bars)
		s.Fill(sketch.RoundRect(x, 515-h, 46, h, 8), sketch.Linear(0, 515-h, 0, 515, "#a8cc57", "#6f9a37"))
	}
	p := sketch.Path{}.MoveTo(130, between(r, 200, 400))
	for i := range bars - 1 {
		p = p.LineTo(130+float64(i+1)*(s.W-180)/float64(bars), between(r, 150, 420))
	}
	s.Line(p, 6, sketch.Plain("#e8584f"))
	s.Line(sketch.Path{}.MoveTo(90, 60).LineTo(90, 517).LineTo(s.W-50, 517), 4, sketch.Plain("#7a856c"))
}
