package gallery

import "mejiro/api/misskeytest/internal/sketch"

// creature draws the head of an animal in a box of 100 by 100.
func creature(s *sketch.Sketch, kind string, l look) {
	switch kind {
	case "cat":
		cat(s, l, "#ffcc4d", "#f4a63a")
	case "greycat":
		cat(s, l, "#aab4bd", "#8d99a3")
	case "blackcat":
		blackCat(s, l)
	case "fox":
		fox(s, l)
	case "bear":
		bear(s, l)
	case "frog":
		frog(s, l)
	case "panda":
		panda(s, l)
	case "rabbit":
		rabbit(s, l)
	case "penguin":
		penguin(s, l)
	case "mejiro":
		mejiro(s, l)
	case "owl":
		owl(s, l)
	case "robot":
		robot(s, l)
	case "ghost":
		ghost(s, l)
	default:
		blob(s, "#ffcc4d")
		face(s, l, ink)
	}
}

// blob is a soft body.
func blob(s *sketch.Sketch, colour string) {
	s.Fill(sketch.Path{}.MoveTo(6, 62).CubeTo(4, 24, 24, 6, 50, 6).CubeTo(76, 6, 96, 24, 94, 62).
		CubeTo(94, 86, 76, 95, 50, 95).CubeTo(24, 95, 6, 86, 6, 62).Close(), sketch.Plain(colour))
}

func ears(s *sketch.Sketch, outer, inner string) {
	s.Fill(sketch.Path{}.MoveTo(8, 52).QuadTo(4, 14, 14, 3).QuadTo(30, 8, 44, 24).Close(), sketch.Plain(outer))
	s.Fill(sketch.Path{}.MoveTo(92, 52).QuadTo(96, 14, 86, 3).QuadTo(70, 8, 56, 24).Close(), sketch.Plain(outer))
	s.Fill(sketch.Path{}.MoveTo(14, 34).QuadTo(12, 20, 17, 12).QuadTo(26, 16, 33, 24).Close(), sketch.Plain(inner))
	s.Fill(sketch.Path{}.MoveTo(86, 34).QuadTo(88, 20, 83, 12).QuadTo(74, 16, 67, 24).Close(), sketch.Plain(inner))
}

func whiskers(s *sketch.Sketch) {
	for _, side := range []float64{-1, 1} {
		for i := range 2 {
			y := 60 + 9*float64(i)
			s.Line(sketch.Path{}.MoveTo(50+side*36, y).LineTo(50+side*50, y-3+6*float64(i)), 2.2, sketch.Plain(inkDim))
		}
	}
}

func cat(s *sketch.Sketch, l look, fur, stripe string) {
	ears(s, fur, "#ff9bb0")
	blob(s, fur)
	for i := range 3 {
		x := 38 + 12*float64(i)
		s.Line(sketch.Path{}.MoveTo(x, 10).LineTo(x, 22), 5, sketch.Plain(stripe))
	}
	whiskers(s)
	face(s, l, ink)
}

func blackCat(s *sketch.Sketch, l look) {
	ears(s, "#3b3a4a", "#8d6f86")
	blob(s, "#3b3a4a")
	s.Fill(sketch.Ellipse(50, 72, 24, 17), sketch.Plain("#55536a"))
	face(s, l, "#ffe28a")
}

func fox(s *sketch.Sketch, l look) {
	ears(s, "#ee8140", "#5b4636")
	blob(s, "#ee8140")
	s.Fill(sketch.Path{}.MoveTo(6, 60).QuadTo(30, 56, 50, 74).QuadTo(70, 56, 94, 60).CubeTo(94, 86, 76, 95, 50, 95).
		CubeTo(24, 95, 6, 86, 6, 60).Close(), sketch.Plain("#fff3e4"))
	s.Fill(sketch.Ellipse(50, 66, 6, 4.5), sketch.Plain(ink))
	l.mouth = orFace(l.mouth, "cat")
	face(s, l, ink)
}

func orFace(mouth, instead string) string {
	if mouth == "" {
		return instead
	}
	return mouth
}

func bear(s *sketch.Sketch, l look) {
	for _, x := range []float64{20, 80} {
		s.Fill(sketch.Circle(x, 20, 17), sketch.Plain("#b0714a"))
		s.Fill(sketch.Circle(x, 20, 9), sketch.Plain("#e3a987"))
	}
	blob(s, "#b0714a")
	s.Fill(sketch.Ellipse(50, 71, 25, 19), sketch.Plain("#f0d2b8"))
	s.Fill(sketch.Ellipse(50, 61, 8, 6), sketch.Plain("#3d2b22"))
	face(s, l, "#3d2b22")
}

func panda(s *sketch.Sketch, l look) {
	for _, x := range []float64{18, 82} {
		s.Fill(sketch.Circle(x, 19, 16), sketch.Plain("#33333d"))
	}
	blob(s, "#fbfbf7")
	s.With(sketch.Turn(-0.06, 32, 46), func() { s.Fill(sketch.Ellipse(31, 47, 13, 17), sketch.Plain("#33333d")) })
	s.With(sketch.Turn(0.06, 68, 46), func() { s.Fill(sketch.Ellipse(69, 47, 13, 17), sketch.Plain("#33333d")) })
	s.Fill(sketch.Ellipse(50, 62, 7, 5), sketch.Plain("#33333d"))
	eye(s, l.eyes, 33, 45, sketch.Plain("#fff"), false)
	eye(s, l.eyes, 67, 45, sketch.Plain("#fff"), true)
	mouth(s, orFace(l.mouth, "cat"), sketch.Plain("#33333d"))
	extras(s, l.extra)
}

func frog(s *sketch.Sketch, l look) {
	for _, x := range []float64{26, 74} {
		s.Fill(sketch.Circle(x, 22, 20), sketch.Plain("#7cb942"))
		s.Fill(sketch.Circle(x, 22, 13), sketch.Plain("#fff"))
		s.Fill(sketch.Circle(x, 23, 7), sketch.Plain("#2f3b22"))
	}
	s.Fill(sketch.Ellipse(50, 62, 47, 35), sketch.Plain("#7cb942"))
	s.Fill(sketch.Ellipse(50, 80, 30, 14), sketch.Plain("#cfe6a0"))
	s.Line(sketch.Path{}.MoveTo(18, 60).QuadTo(50, 82, 82, 60), 5, sketch.Plain("#2f3b22"))
	extras(s, orFace(l.extra, "blush"))
}

func rabbit(s *sketch.Sketch, l look) {
	for _, x := range []float64{32, 68} {
		s.Fill(sketch.Ellipse(x, 22, 12, 30), sketch.Plain("#fffaf4"))
		s.Fill(sketch.Ellipse(x, 24, 6, 21), sketch.Plain("#ffb7c3"))
	}
	s.Fill(sketch.Ellipse(50, 64, 42, 34), sketch.Plain("#fffaf4"))
	s.With(sketch.Move(0, 12), func() {
		s.Fill(sketch.Ellipse(50, 56, 5, 3.5), sketch.Plain("#f0809a"))
		face(s, l, ink)
	})
}

func penguin(s *sketch.Sketch, l look) {
	blob(s, "#39465c")
	s.Fill(sketch.Path{}.MoveTo(50, 36).CubeTo(40, 20, 12, 26, 14, 56).CubeTo(16, 90, 34, 95, 50, 95).
		CubeTo(66, 95, 84, 90, 86, 56).CubeTo(88, 26, 60, 20, 50, 36).Close(), sketch.Plain("#fdfdfb"))
	eye(s, l.eyes, 33, 48, sketch.Plain("#2a2f3a"), false)
	eye(s, l.eyes, 67, 48, sketch.Plain("#2a2f3a"), true)
	s.Fill(sketch.Path{}.MoveTo(36, 62).QuadTo(50, 54, 64, 62).QuadTo(50, 78, 36, 62).Close(), sketch.Plain("#f6a63c"))
	s.Line(sketch.Path{}.MoveTo(38, 63).QuadTo(50, 67, 62, 63), 2, sketch.Plain("#c47a1f"))
	extras(s, orFace(l.extra, "blush"))
}

// mejiro is the white-eye that the client is named after.
func mejiro(s *sketch.Sketch, l look) {
	s.Fill(sketch.Path{}.MoveTo(10, 60).CubeTo(8, 26, 28, 10, 52, 10).CubeTo(78, 10, 94, 30, 92, 60).
		CubeTo(90, 84, 74, 95, 50, 95).CubeTo(26, 95, 12, 84, 10, 60).Close(), sketch.Plain("#93b53c"))
	s.Fill(sketch.Path{}.MoveTo(20, 72).QuadTo(50, 58, 80, 72).CubeTo(76, 90, 66, 95, 50, 95).CubeTo(34, 95, 24, 90, 20, 72).Close(),
		sketch.Plain("#f6efc9"))
	s.Fill(sketch.Ellipse(50, 62, 17, 9), sketch.Plain("#e9cf4a"))
	for _, x := range []float64{31, 69} {
		s.Fill(sketch.Circle(x, 44, 14), sketch.Plain("#fff"))
	}
	l.eyes = orFace(l.eyes, "dots")
	s.With(sketch.Scale(1.12, 1.12).Then(sketch.Move(-6, -6.5)), func() {
		eye(s, l.eyes, 33, 45, sketch.Plain("#37301f"), false)
		eye(s, l.eyes, 67, 45, sketch.Plain("#37301f"), true)
	})
	s.Fill(sketch.Path{}.MoveTo(42, 56).LineTo(58, 56).LineTo(50, 72).Close(), sketch.Plain("#4a4436"))
	extras(s, l.extra)
}

func owl(s *sketch.Sketch, l look) {
	ears(s, "#8a6a4e", "#8a6a4e")
	blob(s, "#8a6a4e")
	for _, x := range []float64{31, 69} {
		s.Fill(sketch.Circle(x, 46, 23), sketch.Plain("#f3e3c7"))
		s.Fill(sketch.Circle(x, 46, 14), sketch.Plain("#f4b942"))
		s.Fill(sketch.Circle(x, 46, 8), sketch.Plain("#2d241c"))
		s.Fill(sketch.Circle(x-3, 43, 3), sketch.Plain("#fff"))
	}
	s.Fill(sketch.Path{}.MoveTo(43, 56).LineTo(57, 56).LineTo(50, 70).Close(), sketch.Plain("#e8913a"))
	extras(s, l.extra)
}

func robot(s *sketch.Sketch, l look) {
	s.Line(sketch.Path{}.MoveTo(50, 6).LineTo(50, 20), 4, sketch.Plain("#7d8a97"))
	s.Fill(sketch.Circle(50, 7, 6), sketch.Plain("#f2646f"))
	s.Fill(sketch.RoundRect(2, 44, 14, 26, 6), sketch.Plain("#7d8a97"))
	s.Fill(sketch.RoundRect(84, 44, 14, 26, 6), sketch.Plain("#7d8a97"))
	s.Fill(sketch.RoundRect(10, 18, 80, 76, 20), sketch.Plain("#c3ccd6"))
	s.Fill(sketch.RoundRect(18, 28, 64, 56, 14), sketch.Plain("#26313d"))
	face(s, l, "#6fe3d6")
}

func ghost(s *sketch.Sketch, l look) {
	s.Fill(sketch.Path{}.MoveTo(14, 96).LineTo(14, 48).CubeTo(14, 18, 30, 4, 50, 4).CubeTo(70, 4, 86, 18, 86, 48).LineTo(86, 96).
		QuadTo(77, 84, 68, 96).QuadTo(59, 84, 50, 96).QuadTo(41, 84, 32, 96).QuadTo(23, 84, 14, 96).Close(), sketch.Plain("#f4f1fb"))
	face(s, l, "#5a5370")
}
