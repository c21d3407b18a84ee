package gallery

import "mejiro/api/misskeytest/internal/sketch"

func note(s *sketch.Sketch) {
	blue := sketch.Plain("#5dadec")
	s.Fill(sketch.Ellipse(28, 80, 17, 13), blue)
	s.Fill(sketch.Ellipse(76, 70, 17, 13), blue)
	s.Line(sketch.Path{}.MoveTo(42, 80).LineTo(42, 20).LineTo(90, 10).LineTo(90, 70), 7, blue)
	s.Line(sketch.Path{}.MoveTo(42, 28).LineTo(90, 18), 12, blue)
}

func headphones(s *sketch.Sketch) {
	s.Line(sketch.Arc(50, 54, 38, 42, 0.48, 1.02), 9, sketch.Plain("#31373d"))
	s.Fill(sketch.RoundRect(4, 50, 22, 40, 10), sketch.Plain("#55acee"))
	s.Fill(sketch.RoundRect(74, 50, 22, 40, 10), sketch.Plain("#55acee"))
}

func camera(s *sketch.Sketch) {
	s.Fill(sketch.RoundRect(30, 14, 40, 24, 8), sketch.Plain("#31373d"))
	s.Fill(sketch.RoundRect(4, 26, 92, 62, 12), sketch.Plain("#31373d"))
	s.Fill(sketch.Circle(50, 57, 25), sketch.Plain("#ccd6dd"))
	s.Fill(sketch.Circle(50, 57, 18), sketch.Plain("#3b88c3"))
	s.Fill(sketch.Circle(43, 50, 6), sketch.Plain("#bddbf0"))
	s.Fill(sketch.RoundRect(76, 34, 12, 8, 3), sketch.Plain("#ffd23f"))
}

func laptop(s *sketch.Sketch) {
	s.Fill(sketch.RoundRect(12, 14, 76, 56, 6), sketch.Plain("#31373d"))
	s.Fill(sketch.Rect(18, 20, 64, 44), sketch.Plain("#5dadec"))
	for i, w := range []float64{40, 26, 46, 20} {
		s.Line(sketch.Path{}.MoveTo(25, 29+9*float64(i)).LineTo(25+w, 29+9*float64(i)), 3.4, sketch.Plain("#ffffffc0"))
	}
	s.Fill(sketch.RoundRect(2, 72, 96, 14, 6), sketch.Plain("#99aab5"))
}

func book(s *sketch.Sketch) {
	s.Fill(sketch.RoundRect(2, 20, 96, 66, 6), sketch.Plain("#a0541e"))
	s.Fill(sketch.Path{}.MoveTo(50, 24).QuadTo(30, 12, 8, 18).LineTo(8, 78).QuadTo(30, 72, 50, 82).Close(), sketch.Plain("#f5f8fa"))
	s.Fill(sketch.Path{}.MoveTo(50, 24).QuadTo(70, 12, 92, 18).LineTo(92, 78).QuadTo(70, 72, 50, 82).Close(), sketch.Plain("#e1e8ed"))
	for i := range 4 {
		y := 32 + 10*float64(i)
		s.Line(sketch.Path{}.MoveTo(16, y-1).LineTo(42, y+3), 2.4, sketch.Plain("#99aab5"))
		s.Line(sketch.Path{}.MoveTo(58, y+3).LineTo(84, y-1), 2.4, sketch.Plain("#99aab5"))
	}
}

func pencil(s *sketch.Sketch) {
	s.With(sketch.Turn(0.125, 50, 50), func() {
		s.Fill(sketch.RoundRect(38, 2, 24, 12, 5), sketch.Plain("#ea596e"))
		s.Fill(sketch.Rect(38, 12, 24, 60), sketch.Plain("#ffd983"))
		s.Fill(sketch.Poly(38, 72, 62, 72, 50, 98), sketch.Plain("#e6aaaa"))
		s.Fill(sketch.Poly(45, 88, 55, 88, 50, 98), sketch.Plain("#31373d"))
	})
}

func palette(s *sketch.Sketch) {
	s.Fill(sketch.Ellipse(50, 52, 48, 40), sketch.Plain("#d99e6f"))
	s.Fill(sketch.Circle(66, 74, 9), sketch.Plain("#fff"))
	for i, c := range []string{"#dd2e44", "#fdcb58", "#78b159", "#5dadec", "#aa8ed6"} {
		at := sketch.Along(50, 50, 31, 24, 0.42+0.125*float64(i))
		s.Fill(sketch.Circle(at.X, at.Y, 8), sketch.Plain(c))
	}
}

func bicycle(s *sketch.Sketch) {
	for _, x := range []float64{24, 76} {
		s.Line(sketch.Circle(x, 66, 20), 5, sketch.Plain("#31373d"))
	}
	frame := sketch.Plain("#dd2e44")
	s.Line(sketch.Path{}.MoveTo(24, 66).LineTo(38, 38).LineTo(66, 38).LineTo(50, 66).LineTo(24, 66), 5, frame)
	s.Line(sketch.Path{}.MoveTo(50, 66).LineTo(36, 30).LineTo(28, 30), 5, frame)
	s.Line(sketch.Path{}.MoveTo(76, 66).LineTo(62, 24).LineTo(74, 22), 5, sketch.Plain("#66757f"))
}

func train(s *sketch.Sketch) {
	s.Fill(sketch.RoundRect(16, 8, 68, 76, 18), sketch.Plain("#e1e8ed"))
	s.Fill(sketch.Rect(16, 58, 68, 10), sketch.Plain("#78b159"))
	s.Fill(sketch.RoundRect(24, 22, 24, 26, 5), sketch.Plain("#3b88c3"))
	s.Fill(sketch.RoundRect(52, 22, 24, 26, 5), sketch.Plain("#3b88c3"))
	s.Fill(sketch.Circle(32, 75, 5), sketch.Plain("#ffd23f"))
	s.Fill(sketch.Circle(68, 75, 5), sketch.Plain("#ffd23f"))
	s.Line(sketch.Path{}.MoveTo(28, 86).LineTo(16, 98), 5, sketch.Plain("#66757f"))
	s.Line(sketch.Path{}.MoveTo(72, 86).LineTo(84, 98), 5, sketch.Plain("#66757f"))
}

func house(s *sketch.Sketch) {
	s.Fill(sketch.Rect(18, 46, 64, 46), sketch.Plain("#f5e6cf"))
	s.Fill(sketch.Poly(50, 8, 98, 50, 2, 50), sketch.Plain("#c1694f"))
	s.Fill(sketch.Rect(42, 62, 18, 30), sketch.Plain("#7a4f32"))
	s.Fill(sketch.Rect(24, 58, 13, 13), sketch.Plain("#5dadec"))
	s.Fill(sketch.Rect(65, 58, 13, 13), sketch.Plain("#5dadec"))
}

func torii(s *sketch.Sketch) {
	red := sketch.Plain("#d8403a")
	s.Fill(sketch.Path{}.MoveTo(2, 12).QuadTo(50, 22, 98, 12).LineTo(94, 28).QuadTo(50, 34, 6, 28).Close(), red)
	s.Fill(sketch.Rect(12, 42, 76, 9), red)
	s.Fill(sketch.Poly(24, 28, 34, 28, 31, 98, 19, 98), red)
	s.Fill(sketch.Poly(66, 28, 76, 28, 81, 98, 69, 98), red)
	s.Fill(sketch.Rect(45, 28, 10, 16), sketch.Plain("#8a2a26"))
}

func lock(s *sketch.Sketch) {
	s.Line(sketch.Path{}.MoveTo(28, 50).LineTo(28, 32).CubeTo(28, 4, 72, 4, 72, 32).LineTo(72, 50), 10, sketch.Plain("#99aab5"))
	s.Fill(sketch.RoundRect(14, 44, 72, 52, 10), sketch.Plain("#ffac33"))
	s.Fill(sketch.Circle(50, 66, 7), sketch.Plain("#7a4f1a"))
	s.Fill(sketch.Rect(47, 66, 6, 16), sketch.Plain("#7a4f1a"))
}

func bulb(s *sketch.Sketch) {
	s.Fill(sketch.Path{}.MoveTo(50, 2).CubeTo(92, 2, 96, 44, 68, 62).LineTo(66, 74).LineTo(34, 74).LineTo(32, 62).CubeTo(4, 44, 8, 2, 50, 2).Close(), sketch.Plain("#ffd983"))
	s.Fill(sketch.RoundRect(34, 74, 32, 8, 4), sketch.Plain("#99aab5"))
	s.Fill(sketch.RoundRect(36, 84, 28, 12, 6), sketch.Plain("#66757f"))
}

func check(s *sketch.Sketch) {
	s.Fill(sketch.RoundRect(2, 2, 96, 96, 14), sketch.Plain("#77b255"))
	s.Line(sketch.Path{}.MoveTo(24, 52).LineTo(44, 72).LineTo(78, 28), 12, sketch.Plain("#fff"))
}

func trophy(s *sketch.Sketch) {
	s.Line(sketch.Circle(24, 28, 16), 6, sketch.Plain("#ffac33"))
	s.Line(sketch.Circle(76, 28, 16), 6, sketch.Plain("#ffac33"))
	s.Fill(sketch.Path{}.MoveTo(24, 6).LineTo(76, 6).CubeTo(78, 44, 64, 58, 56, 62).LineTo(58, 80).LineTo(42, 80).LineTo(44, 62).CubeTo(36, 58, 22, 44, 24, 6).Close(), sketch.Plain("#ffc93f"))
	s.Fill(sketch.RoundRect(28, 80, 44, 16, 4), sketch.Plain("#8a5a2a"))
}

func present(s *sketch.Sketch) {
	s.Fill(sketch.RoundRect(10, 42, 80, 54, 6), sketch.Plain("#fdcb58"))
	s.Fill(sketch.RoundRect(4, 28, 92, 20, 5), sketch.Plain("#fdd888"))
	red := sketch.Plain("#dd2e44")
	s.Fill(sketch.Rect(43, 28, 14, 68), red)
	s.Line(sketch.Path{}.MoveTo(50, 28).CubeTo(16, 30, 24, 0, 50, 28).CubeTo(76, 0, 84, 30, 50, 28), 7, red)
}

func balloon(s *sketch.Sketch) {
	s.Fill(sketch.Ellipse(50, 40, 33, 38), sketch.Plain("#dd2e44"))
	s.Fill(sketch.Ellipse(38, 28, 7, 11), sketch.Plain("#ffffff70"))
	s.Fill(sketch.Poly(50, 76, 58, 86, 42, 86), sketch.Plain("#bb1a34"))
	s.Line(sketch.Path{}.MoveTo(50, 86).QuadTo(42, 92, 50, 99), 2.5, sketch.Plain("#99aab5"))
}

func rocket(s *sketch.Sketch) {
	s.With(sketch.Turn(0.125, 50, 50), func() {
		s.Fill(sketch.Poly(38, 84, 62, 84, 50, 108), sketch.Plain("#f4900c"))
		s.Fill(sketch.Poly(30, 52, 14, 80, 34, 78), sketch.Plain("#a0041e"))
		s.Fill(sketch.Poly(70, 52, 86, 80, 66, 78), sketch.Plain("#a0041e"))
		s.Fill(sketch.Path{}.MoveTo(50, -8).CubeTo(80, 20, 72, 60, 66, 84).LineTo(34, 84).CubeTo(28, 60, 20, 20, 50, -8).Close(), sketch.Plain("#d1dce3"))
		s.Fill(sketch.Circle(50, 36, 10), sketch.Plain("#3b88c3"))
	})
}

func pin(s *sketch.Sketch) {
	s.Line(sketch.Path{}.MoveTo(44, 58).LineTo(12, 92), 5, sketch.Plain("#99aab5"))
	s.With(sketch.Turn(0.125, 60, 40), func() {
		s.Fill(sketch.RoundRect(40, 6, 40, 14, 6), sketch.Plain("#dd2e44"))
		s.Fill(sketch.Poly(48, 18, 72, 18, 76, 52, 44, 52), sketch.Plain("#be1931"))
		s.Fill(sketch.RoundRect(34, 50, 52, 12, 6), sketch.Plain("#dd2e44"))
	})
}
