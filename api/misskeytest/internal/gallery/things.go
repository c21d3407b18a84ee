package gallery

import (
	"math"

	"mejiro/api/misskeytest/internal/sketch"
)

// things are the Unicode emoji that are no faces.
func things() map[string]func(*sketch.Sketch) {
	all := map[string]func(*sketch.Sketch){
		"❤": hearts("#dd2e44"), "💚": hearts("#78b159"), "💙": hearts("#5dadec"), "💛": hearts("#fdcb58"), "💜": hearts("#aa8ed6"), "🧡": hearts("#f4900c"), "🖤": hearts("#31373d"),
		"👍": thumb, "👎": upsideDown(thumb), "👏": clap, "🙏": pray, "🙌": clap, "👋": wavingHand, "✌": wavingHand, "👀": lookingEyes,
		"🎉": popper, "🎊": popper, "🎂": cake, "🍰": cake, "🍮": pudding, "☕": cup("#8a5a3a"), "🍵": cup("#8fb54a"), "🍜": bowl, "🍲": bowl, "🍣": sushi, "🍙": onigiri, "🍞": bread, "🥐": bread, "🥖": bread,
		"🍎": fruit("#dd3a4a"), "🍅": fruit("#e8503a"), "🍑": fruit("#ffa98f"), "🍏": fruit("#8fc44a"), "🍊": fruit("#f4900c"), "🍋": fruit("#fdd83a"), "🌸": blossom("#f7a8c4", "#e0557f"), "🌼": blossom("#fff", "#f6c63a"), "💮": blossom("#fff", "#f09a3c"), "🌻": blossom("#f7c53a", "#8a5a2a"), "💐": blossom("#c98fe0", "#f6d95a"),
		"🌺": blossom("#f0506f", "#f6d95a"), "🌷": blossom("#f0657f", "#f6d95a"), "🌹": blossom("#d9303e", "#8f1f2a"), "🌱": sprout, "🌿": sprout, "🍀": sprout, "🎋": sprout, "🍁": sprout, "🍂": sprout, "🌲": tree, "🌳": tree, "🎄": tree,
		"⭐": star("#ffac33"), "🌟": star("#ffd23f"), "✨": sparkles, "💫": sparkles, "🔥": fire, "💢": anger, "💦": drops, "💧": drops, "☔": umbrella, "☂": umbrella, "🌧": cloud(true), "☁": cloud(false), "⛅": cloud(false), "❄": snow, "⛄": snow,
		"☀": sun, "🌞": sun, "🌅": sun, "🌙": moon, "🌕": moon, "🌈": rainbow, "🌊": wave, "🏔": mountain, "🗻": mountain, "⛰": mountain, "🌋": mountain,
		"🐱": animal("cat"), "🐈": animal("cat"), "😺": animal("cat"), "😸": animal("cat"), "🐻": animal("bear"), "🐼": animal("panda"), "🦊": animal("fox"), "🐸": animal("frog"), "🐰": animal("rabbit"), "🐧": animal("penguin"), "🦉": animal("owl"), "🐦": animal("mejiro"), "🐤": animal("mejiro"), "🤖": animal("robot"), "👻": animal("ghost"),
		"🎵": note, "🎶": note, "🎧": headphones, "📷": camera, "📸": camera, "💻": laptop, "🖥": laptop, "⌨": laptop, "📖": book, "📚": book, "📝": book, "📕": book, "✏": pencil, "🎨": palette,
		"🚲": bicycle, "🚃": train, "🚄": train, "🚆": train, "🏠": house, "🏡": house, "⛩": torii, "🔒": lock, "💡": bulb, "✅": check, "✔": check, "❓": mark("?", "#dd2e44"), "❗": mark("!", "#dd2e44"), "⁉": mark("!?", "#dd2e44"), "💯": mark("100", "#dd2e44"), "🆗": mark("OK", "#3b88c3"), "🥇": star("#ffac33"), "🏆": trophy, "🎁": present, "🎈": balloon, "🚀": rocket, "📌": pin, "💤": mark("Zzz", "#5dadec"), "💭": cloud(false), "🫖": cup("#8fb54a"), "🌾": sprout, "🪴": sprout,
	}
	for r := '0'; r <= '9'; r++ {
		all[string(r)+"\u20e3"] = keycap(string(r))
	}
	return all
}

func hearts(colour string) func(*sketch.Sketch) {
	return func(s *sketch.Sketch) { heart(s, 50, 54, 47, sketch.Plain(colour)) }
}

func star(colour string) func(*sketch.Sketch) {
	return func(s *sketch.Sketch) { s.Fill(sketch.Star(50, 54, 50, 21, 5), sketch.Plain(colour)) }
}

func animal(kind string) func(*sketch.Sketch) {
	return func(s *sketch.Sketch) { creature(s, kind, look{}) }
}

func mark(words, colour string) func(*sketch.Sketch) {
	return func(s *sketch.Sketch) { s.Fill(sketch.Centred(words, 50, 50, 100, 96), sketch.Plain(colour)) }
}

func keycap(digit string) func(*sketch.Sketch) {
	return func(s *sketch.Sketch) {
		s.Fill(sketch.RoundRect(4, 4, 92, 92, 16), sketch.Plain("#3b88c3"))
		s.Fill(sketch.Centred(digit, 50, 50, 72, 0), sketch.Plain("#fff"))
	}
}

func upsideDown(draw func(*sketch.Sketch)) func(*sketch.Sketch) {
	return func(s *sketch.Sketch) { s.With(sketch.Scale(1, -1).Then(sketch.Move(0, 100)), func() { draw(s) }) }
}

const (
	skin     = "#ffdc5d"
	skinDark = "#ef9645"
)

func thumb(s *sketch.Sketch) {
	s.Fill(sketch.Path{}.MoveTo(28, 48).CubeTo(44, 40, 46, 24, 48, 10).QuadTo(62, 4, 64, 20).QuadTo(65, 30, 60, 42).LineTo(84, 42).
		QuadTo(96, 46, 90, 56).QuadTo(96, 64, 88, 70).QuadTo(92, 78, 84, 83).QuadTo(84, 94, 72, 94).LineTo(40, 94).LineTo(28, 88).Close(), sketch.Plain(skin))
	for i := range 3 {
		s.Line(sketch.Path{}.MoveTo(66, 56+13*float64(i)).LineTo(88-3*float64(i), 56+14*float64(i)), 2.5, sketch.Plain(skinDark))
	}
	s.Fill(sketch.RoundRect(8, 46, 20, 46, 5), sketch.Plain("#3b88c3"))
}

func palm(s *sketch.Sketch, x, y, turn float64, shade string) {
	s.With(sketch.Turn(turn, 0, 0).Then(sketch.Move(x, y)), func() {
		s.Fill(sketch.RoundRect(-16, -14, 32, 34, 14), sketch.Plain(shade))
		for i := range 4 {
			s.Fill(sketch.RoundRect(-16+8.2*float64(i), -42+2*math.Abs(float64(i)-1.5), 7.4, 40, 3.7), sketch.Plain(shade))
		}
		s.Fill(sketch.RoundRect(12, -12, 16, 9, 4.5), sketch.Plain(shade))
	})
}

func wavingHand(s *sketch.Sketch) {
	s.With(sketch.Scale(1.45, 1.45).Then(sketch.Move(-20, -28)), func() { palm(s, 48, 64, 0.06, skin) })
}

func clap(s *sketch.Sketch) {
	palm(s, 60, 66, 0.05, skinDark)
	palm(s, 42, 66, -0.07, skin)
	for i := range 3 {
		at := sketch.Along(52, 40, 44, 38, 0.66+0.09*float64(i))
		s.Fill(sketch.Circle(at.X, at.Y, 4), sketch.Plain("#f4900c"))
	}
}

func pray(s *sketch.Sketch) {
	s.Fill(sketch.Path{}.MoveTo(49, 6).CubeTo(36, 20, 34, 50, 30, 64).LineTo(14, 92).LineTo(38, 96).LineTo(49, 76).Close(), sketch.Plain(skin))
	s.Fill(sketch.Path{}.MoveTo(51, 6).CubeTo(64, 20, 66, 50, 70, 64).LineTo(86, 92).LineTo(62, 96).LineTo(51, 76).Close(), sketch.Plain(skinDark))
	s.Fill(sketch.Poly(10, 86, 36, 98, 30, 100, 6, 98), sketch.Plain("#5dadec"))
	s.Fill(sketch.Poly(90, 86, 64, 98, 70, 100, 94, 98), sketch.Plain("#5dadec"))
}

func lookingEyes(s *sketch.Sketch) {
	for _, x := range []float64{26, 74} {
		s.Fill(sketch.Ellipse(x, 50, 23, 34), sketch.Plain("#f5f8fa"))
		s.Line(sketch.Ellipse(x, 50, 23, 34), 2, sketch.Plain("#99aab5"))
		s.Fill(sketch.Ellipse(x-8, 50, 10, 15), sketch.Plain("#292f33"))
	}
}

func popper(s *sketch.Sketch) {
	s.Fill(sketch.Poly(8, 94, 30, 30, 70, 70), sketch.Plain("#ffac33"))
	s.Fill(sketch.Poly(14, 76, 20, 58, 46, 80, 28, 88), sketch.Plain("#dd2e44"))
	for i, c := range []string{"#dd2e44", "#5dadec", "#78b159", "#aa8ed6", "#fdcb58", "#f4900c"} {
		at := sketch.Along(46, 54, 44, 46, 0.72+0.055*float64(i))
		s.Fill(sketch.Circle(at.X, at.Y, 5), sketch.Plain(c))
	}
	s.Line(sketch.Path{}.MoveTo(56, 40).CubeTo(52, 24, 66, 22, 62, 6), 5, sketch.Plain("#5dadec"))
	s.Line(sketch.Path{}.MoveTo(62, 46).CubeTo(80, 50, 78, 36, 94, 42), 5, sketch.Plain("#aa8ed6"))
}

func cake(s *sketch.Sketch) {
	s.Fill(sketch.RoundRect(8, 48, 84, 44, 10), sketch.Plain("#f6dcb4"))
	s.Fill(sketch.Path{}.MoveTo(8, 58).LineTo(8, 52).QuadTo(8, 44, 18, 44).LineTo(82, 44).QuadTo(92, 44, 92, 54).LineTo(92, 62).
		QuadTo(85, 74, 78, 62).QuadTo(71, 54, 64, 64).QuadTo(57, 76, 50, 64).QuadTo(43, 54, 36, 64).QuadTo(28, 74, 22, 62).QuadTo(15, 54, 8, 58).Close(), sketch.Plain("#f5a3b8"))
	for i := range 3 {
		x := 28 + 22*float64(i)
		s.Fill(sketch.Rect(x-2.5, 24, 5, 22), sketch.Plain("#5dadec"))
		drop(s, x, 16, 6, sketch.Plain("#ffac33"))
	}
}

func pudding(s *sketch.Sketch) {
	s.Fill(sketch.Ellipse(50, 84, 46, 11), sketch.Plain("#ccd6dd"))
	s.Fill(sketch.Path{}.MoveTo(28, 28).LineTo(72, 28).LineTo(84, 80).QuadTo(50, 92, 16, 80).Close(), sketch.Plain("#ffd983"))
	s.Fill(sketch.Path{}.MoveTo(28, 28).LineTo(72, 28).LineTo(76, 46).QuadTo(64, 54, 56, 46).QuadTo(46, 56, 38, 48).QuadTo(30, 54, 24, 46).Close(), sketch.Plain("#8a4b2a"))
	s.Fill(sketch.Ellipse(50, 28, 22, 6), sketch.Plain("#a3592f"))
}

func cup(tea string) func(*sketch.Sketch) {
	return func(s *sketch.Sketch) {
		s.Line(sketch.Arc(76, 58, 16, 15, 0.72, 1.28), 8, sketch.Plain("#dfe6ea"))
		s.Fill(sketch.Path{}.MoveTo(12, 40).LineTo(80, 40).QuadTo(80, 92, 54, 92).LineTo(38, 92).QuadTo(12, 92, 12, 40).Close(), sketch.Plain("#f1f5f7"))
		s.Fill(sketch.Ellipse(46, 41, 34, 10), sketch.Plain("#dfe6ea"))
		s.Fill(sketch.Ellipse(46, 42, 29, 7), sketch.Plain(tea))
		for i := range 2 {
			x := 36 + 18*float64(i)
			s.Line(sketch.Path{}.MoveTo(x, 26).CubeTo(x-8, 18, x+8, 12, x, 4), 4, sketch.Plain("#b8c4cc"))
		}
	}
}

func bowl(s *sketch.Sketch) {
	s.Line(sketch.Path{}.MoveTo(60, 36).LineTo(94, 4), 4, sketch.Plain("#a86a3a"))
	s.Line(sketch.Path{}.MoveTo(68, 38).LineTo(98, 12), 4, sketch.Plain("#a86a3a"))
	s.Fill(sketch.Ellipse(50, 46, 44, 15), sketch.Plain("#f2c86a"))
	s.Fill(sketch.Circle(36, 42, 9), sketch.Plain("#fff"))
	s.Fill(sketch.Circle(36, 42, 5), sketch.Plain("#f6a53a"))
	s.Fill(sketch.Ellipse(60, 44, 12, 6), sketch.Plain("#6fa04a"))
	s.Fill(sketch.Path{}.MoveTo(4, 46).QuadTo(50, 66, 96, 46).QuadTo(92, 86, 64, 94).LineTo(36, 94).QuadTo(8, 86, 4, 46).Close(), sketch.Plain("#d8433a"))
	s.Line(sketch.Path{}.MoveTo(10, 62).QuadTo(50, 80, 90, 62), 3, sketch.Plain("#ffffff90"))
}

func sushi(s *sketch.Sketch) {
	s.Fill(sketch.RoundRect(6, 50, 88, 36, 16), sketch.Plain("#f8f7f2"))
	s.Fill(sketch.Path{}.MoveTo(4, 56).CubeTo(8, 26, 40, 22, 96, 44).QuadTo(100, 60, 92, 62).QuadTo(50, 44, 8, 64).Close(), sketch.Plain("#f47b52"))
	for i := range 4 {
		x := 22 + 18*float64(i)
		s.Line(sketch.Path{}.MoveTo(x, 34).LineTo(x+10, 50), 3, sketch.Plain("#fbb795"))
	}
}

func onigiri(s *sketch.Sketch) {
	s.Line(sketch.Poly(50, 22, 82, 78, 18, 78), 24, sketch.Plain("#f4f7f8"))
	s.Fill(sketch.Poly(50, 22, 82, 78, 18, 78), sketch.Plain("#f4f7f8"))
	s.Fill(sketch.RoundRect(32, 56, 36, 34, 3), sketch.Plain("#33463a"))
}

func bread(s *sketch.Sketch) {
	s.Fill(sketch.Path{}.MoveTo(14, 90).LineTo(14, 50).CubeTo(-6, 36, 10, 12, 32, 18).QuadTo(50, 8, 68, 18).CubeTo(90, 12, 106, 36, 86, 50).LineTo(86, 90).Close(), sketch.Plain("#c1733a"))
	s.Fill(sketch.Path{}.MoveTo(22, 82).LineTo(22, 46).CubeTo(8, 38, 18, 22, 34, 26).QuadTo(50, 18, 66, 26).CubeTo(82, 22, 92, 38, 78, 46).LineTo(78, 82).Close(), sketch.Plain("#f6d9a8"))
}

func fruit(colour string) func(*sketch.Sketch) {
	return func(s *sketch.Sketch) {
		s.Fill(sketch.Circle(36, 60, 34), sketch.Plain(colour))
		s.Fill(sketch.Circle(64, 60, 34), sketch.Plain(colour))
		s.Line(sketch.Path{}.MoveTo(50, 32).QuadTo(50, 16, 58, 6), 6, sketch.Plain("#6b4a32"))
		leaf(s, 56, 18, 34, -0.05, "#78b159")
	}
}

func blossom(petal, heart string) func(*sketch.Sketch) {
	return func(s *sketch.Sketch) {
		for i := range 5 {
			at := sketch.Along(50, 50, 27, 27, float64(i)/5-0.25)
			s.Fill(sketch.Circle(at.X, at.Y, 23), sketch.Plain(petal))
		}
		for i := range 5 {
			at := sketch.Along(50, 50, 20, 20, float64(i)/5-0.25)
			s.Line(sketch.Path{}.MoveTo(50, 50).LineTo(at.X, at.Y), 3, sketch.Plain(heart))
		}
		s.Fill(sketch.Circle(50, 50, 9), sketch.Plain(heart))
	}
}

func sprout(s *sketch.Sketch) {
	s.Line(sketch.Path{}.MoveTo(50, 96).QuadTo(50, 70, 50, 50), 8, sketch.Plain("#5f9a3a"))
	leaf(s, 50, 54, 56, -0.1, "#78b159")
	leaf(s, 50, 54, 52, -0.4, "#8fc46a")
}

func tree(s *sketch.Sketch) {
	s.Fill(sketch.Rect(43, 78, 14, 20), sketch.Plain("#7a4f32"))
	for i := range 3 {
		y := 4 + 22*float64(i)
		w := 22 + 10*float64(i)
		s.Fill(sketch.Poly(50, y, 50+w, y+38, 50-w, y+38), sketch.Plain([]string{"#5c913b", "#4f8233", "#41702a"}[i]))
	}
}

func sparkles(s *sketch.Sketch) {
	sparkle(s, 56, 56, 42)
	sparkle(s, 18, 26, 18)
	sparkle(s, 24, 84, 13)
}

func fire(s *sketch.Sketch) {
	s.Fill(sketch.Path{}.MoveTo(50, 2).CubeTo(56, 24, 90, 36, 86, 68).CubeTo(84, 90, 66, 98, 50, 98).CubeTo(32, 98, 14, 88, 14, 66).
		CubeTo(14, 50, 24, 42, 26, 28).QuadTo(36, 36, 38, 44).QuadTo(52, 28, 50, 2).Close(), sketch.Plain("#f4700c"))
	s.Fill(sketch.Path{}.MoveTo(52, 46).CubeTo(56, 60, 72, 66, 70, 80).QuadTo(66, 96, 50, 96).QuadTo(32, 96, 31, 80).QuadTo(32, 68, 40, 62).QuadTo(50, 58, 52, 46).Close(), sketch.Plain("#ffcc4d"))
}

func anger(s *sketch.Sketch) {
	for i := range 4 {
		s.With(sketch.Turn(float64(i)/4, 50, 50), func() {
			s.Line(sketch.Path{}.MoveTo(60, 10).QuadTo(60, 40, 90, 40), 11, sketch.Plain("#dd2e44"))
		})
	}
}

func drops(s *sketch.Sketch) {
	drop(s, 34, 44, 20, sketch.Plain("#5dadec"))
	drop(s, 70, 66, 17, sketch.Plain("#5dadec"))
}

func umbrella(s *sketch.Sketch) {
	s.Line(sketch.Path{}.MoveTo(50, 8).LineTo(50, 84).QuadTo(50, 95, 60, 94).QuadTo(68, 93, 67, 84), 5, sketch.Plain("#66757f"))
	s.Fill(sketch.Path{}.MoveTo(4, 56).CubeTo(6, 0, 94, 0, 96, 56).QuadTo(86, 46, 73, 56).QuadTo(61, 46, 50, 56).QuadTo(38, 46, 27, 56).QuadTo(14, 46, 4, 56).Close(), sketch.Plain("#744eaa"))
}

func cloud(rain bool) func(*sketch.Sketch) {
	return func(s *sketch.Sketch) {
		for _, c := range [][3]float64{{30, 54, 20}, {52, 42, 26}, {74, 56, 18}} {
			s.Fill(sketch.Circle(c[0], c[1], c[2]), sketch.Plain("#e1e8ed"))
		}
		s.Fill(sketch.RoundRect(12, 52, 80, 22, 11), sketch.Plain("#e1e8ed"))
		if rain {
			for i := range 3 {
				drop(s, 30+20*float64(i), 88, 6, sketch.Plain("#5dadec"))
			}
		}
	}
}

func snow(s *sketch.Sketch) {
	for i := range 6 {
		s.With(sketch.Turn(float64(i)/6, 50, 50), func() {
			s.Line(sketch.Path{}.MoveTo(50, 50).LineTo(50, 6), 6, sketch.Plain("#88c9f9"))
			s.Line(sketch.Path{}.MoveTo(38, 12).LineTo(50, 24).LineTo(62, 12), 5, sketch.Plain("#88c9f9"))
		})
	}
}

func sun(s *sketch.Sketch) {
	s.Fill(sketch.Star(50, 50, 50, 36, 12), sketch.Plain("#ffac33"))
	s.Fill(sketch.Circle(50, 50, 30), sketch.Plain("#ffd23f"))
}

func moon(s *sketch.Sketch) {
	s.Fill(sketch.Path{}.MoveTo(64, 4).CubeTo(10, -4, -14, 72, 40, 94).CubeTo(62, 102, 86, 90, 94, 70).CubeTo(56, 82, 34, 40, 64, 4).Close(), sketch.Plain("#ffd983"))
}

func rainbow(s *sketch.Sketch) {
	for i, c := range []string{"#dd2e44", "#f4900c", "#fdcb58", "#78b159", "#5dadec", "#aa8ed6"} {
		r := 46 - 6*float64(i)
		s.Line(sketch.Arc(50, 78, r, r*1.4, 0.5, 1), 6.5, sketch.Plain(c))
	}
}

func wave(s *sketch.Sketch) {
	s.Fill(sketch.Path{}.MoveTo(0, 96).CubeTo(0, 30, 40, 4, 78, 16).QuadTo(94, 22, 96, 42).QuadTo(78, 28, 66, 40).CubeTo(54, 56, 70, 80, 100, 82).LineTo(100, 96).Close(), sketch.Plain("#3b88c3"))
	s.Line(sketch.Path{}.MoveTo(96, 42).QuadTo(78, 28, 66, 40).CubeTo(58, 52, 64, 70, 80, 78), 6, sketch.Plain("#dff1fb"))
}

func mountain(s *sketch.Sketch) {
	s.Fill(sketch.Poly(2, 92, 40, 18, 60, 18, 98, 92), sketch.Plain("#5d83b0"))
	s.Fill(sketch.Poly(40, 18, 60, 18, 74, 46, 62, 38, 54, 50, 46, 38, 36, 48, 26, 46), sketch.Plain("#fff"))
}
