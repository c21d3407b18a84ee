package gallery

import "mejiro/api/misskeytest/internal/sketch"

// look is the expression of a face.
type look struct {
	eyes  string // dots, happy, closed, wide, hearts, stars, sad, dizzy, shades, big
	mouth string // smile, open, flat, o, cat, wave
	extra string // blush, tears, hand, zzz
}

const (
	ink    = "#5b4636"
	inkDim = "#5b463699"
)

// face draws an expression in a box of 100 by 100, colour being that of the
// lines.
func face(s *sketch.Sketch, l look, colour string) {
	line := sketch.Plain(colour)
	eye(s, l.eyes, 33, 45, line, false)
	eye(s, l.eyes, 67, 45, line, true)
	mouth(s, l.mouth, line)
	extras(s, l.extra)
}

func eye(s *sketch.Sketch, kind string, x, y float64, line sketch.Paint, right bool) {
	switch kind {
	case "happy":
		s.Line(sketch.Arc(x, y+3, 8, 8, 0.55, 0.95), 4.5, line)
	case "closed":
		s.Line(sketch.Arc(x, y-3, 8, 7, 0.05, 0.45), 4.5, line)
	case "wide":
		s.Fill(sketch.Circle(x, y, 10), sketch.Plain("#fff"))
		s.Line(sketch.Circle(x, y, 10), 2, line)
		s.Fill(sketch.Circle(x, y, 4), line)
	case "big":
		s.Fill(sketch.Ellipse(x, y+2, 9, 11), line)
		s.Fill(sketch.Circle(x-3, y-2, 3.6), sketch.Plain("#fff"))
		s.Fill(sketch.Circle(x+3, y+6, 2), sketch.Plain("#fff"))
	case "hearts":
		heart(s, x, y, 13, sketch.Plain("#e8405a"))
	case "stars":
		s.Fill(sketch.Star(x, y, 12, 5.5, 5), sketch.Plain("#f2a100"))
	case "sad":
		s.Fill(sketch.Ellipse(x, y+2, 5.5, 7), line)
		lift := 4.0
		if right {
			lift = -4
		}
		s.Line(sketch.Path{}.MoveTo(x-8, y-11+lift).LineTo(x+8, y-11-lift), 3.5, line)
	case "dizzy":
		s.Line(sketch.Path{}.MoveTo(x-7, y-7).LineTo(x+7, y+7), 4, line)
		s.Line(sketch.Path{}.MoveTo(x+7, y-7).LineTo(x-7, y+7), 4, line)
	case "shades":
		s.Fill(sketch.RoundRect(x-15, y-8, 30, 17, 7), sketch.Plain("#26262e"))
		s.Line(sketch.Path{}.MoveTo(x-9, y+3).LineTo(x-3, y-4), 2.5, sketch.Plain("#ffffff66"))
		s.Line(sketch.Path{}.MoveTo(44, y-5).LineTo(56, y-5), 4, sketch.Plain("#26262e"))
	default:
		s.Fill(sketch.Ellipse(x, y, 5.5, 7.5), line)
		s.Fill(sketch.Circle(x-1.5, y-2.5, 1.8), sketch.Plain("#ffffffcc"))
	}
}

func mouth(s *sketch.Sketch, kind string, line sketch.Paint) {
	red := sketch.Plain("#d8505f")
	switch kind {
	case "open":
		s.Fill(sketch.Path{}.MoveTo(32, 60).QuadTo(50, 64, 68, 60).QuadTo(66, 84, 50, 84).QuadTo(34, 84, 32, 60).Close(), line)
		s.Fill(sketch.Path{}.MoveTo(39, 76).QuadTo(50, 68, 61, 76).QuadTo(57, 84, 50, 84).QuadTo(43, 84, 39, 76).Close(), red)
	case "flat":
		s.Line(sketch.Path{}.MoveTo(36, 70).LineTo(64, 70), 4.5, line)
	case "o":
		s.Fill(sketch.Ellipse(50, 71, 8, 10), line)
	case "cat":
		s.Line(sketch.Path{}.MoveTo(36, 62).QuadTo(40, 72, 50, 63).QuadTo(60, 72, 64, 62), 4, line)
	case "wave":
		s.Line(sketch.Path{}.MoveTo(32, 72).QuadTo(38, 64, 44, 71).QuadTo(50, 78, 56, 71).QuadTo(62, 64, 68, 72), 4.5, line)
	default:
		s.Line(sketch.Arc(50, 58, 19, 17, 0.06, 0.44), 4.5, line)
	}
}

func extras(s *sketch.Sketch, kind string) {
	water := sketch.Plain("#58b4ee")
	switch kind {
	case "blush":
		s.Fill(sketch.Ellipse(20, 62, 9, 6), sketch.Plain("#ff7d8a88"))
		s.Fill(sketch.Ellipse(80, 62, 9, 6), sketch.Plain("#ff7d8a88"))
	case "tears":
		s.Fill(sketch.Path{}.MoveTo(24, 52).LineTo(38, 52).LineTo(38, 92).QuadTo(31, 99, 24, 92).Close(), water)
		s.Fill(sketch.Path{}.MoveTo(62, 52).LineTo(76, 52).LineTo(76, 92).QuadTo(69, 99, 62, 92).Close(), water)
	case "hand":
		s.Fill(sketch.RoundRect(26, 82, 34, 16, 8), sketch.Plain("#f0a93f"))
		s.Line(sketch.Path{}.MoveTo(50, 84).LineTo(70, 74), 9, sketch.Plain("#f0a93f"))
	case "zzz":
		p, _ := sketch.Text("z", 78, 26, 30)
		s.Fill(p, sketch.Plain("#4a7dc0"))
		p, _ = sketch.Text("z", 92, 8, 20)
		s.Fill(p, sketch.Plain("#4a7dc0"))
	}
}

// heart draws a heart around (x, y), r being half its width.
func heart(s *sketch.Sketch, x, y, r float64, paint sketch.Paint) {
	s.Fill(heartPath(x, y, r), paint)
}

func heartPath(x, y, r float64) sketch.Path {
	return sketch.Path{}.MoveTo(x, y+r*0.95).
		CubeTo(x-r*1.5, y+r*0.1, x-r*1.05, y-r, x-r*0.5, y-r*0.85).CubeTo(x-r*0.2, y-r*0.8, x, y-r*0.55, x, y-r*0.35).
		CubeTo(x, y-r*0.55, x+r*0.2, y-r*0.8, x+r*0.5, y-r*0.85).CubeTo(x+r*1.05, y-r, x+r*1.5, y+r*0.1, x, y+r*0.95).Close()
}
