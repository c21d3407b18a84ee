package gallery

import "mejiro/api/misskeytest/internal/sketch"

// portrait is how somebody's avatar looks: an animal or a person.
type portrait struct {
	back   [2]string // background, above and below
	animal string
	skin   string
	hair   string
	style  string // long, bob, short, bun, twin, curly, spiky, beanie, hood
	shirt  string
	extra  string // glasses, flower, headphones, ribbon, beard, scarf
	look   look
}

// avatar draws somebody's avatar. Names without a portrait of their own get
// one by chance.
func avatar(name string) *sketch.Sketch {
	p, ok := portraits()[name]
	if !ok {
		p = chancePortrait(name)
	}
	s := sketch.New(100, 100)
	s.Background(sketch.Linear(0, 0, 30, 100, p.back[0], p.back[1]))
	backdrop(s, name)
	if p.animal != "" {
		s.With(sketch.Scale(0.8, 0.8).Then(sketch.Move(10, 17)), func() { creature(s, p.animal, p.look) })
		return s
	}
	person(s, p)
	return s
}

func portraits() map[string]portrait {
	return map[string]portrait{
		"alice":  {back: [2]string{"#ffd9e4", "#ff9fbd"}, skin: "#ffe0cc", hair: "#f6c667", style: "long", shirt: "#5d8fd6", extra: "ribbon", look: look{extra: "blush"}},
		"bob":    {back: [2]string{"#cfe8ff", "#86b9ee"}, animal: "bear"},
		"carol":  {back: [2]string{"#e9ffd0", "#b5dd7c"}, animal: "cat", look: look{mouth: "cat", extra: "blush"}},
		"dave":   {back: [2]string{"#d6dbe6", "#8f9bb5"}, animal: "penguin", look: look{eyes: "shades"}},
		"frank":  {back: [2]string{"#ffe9c4", "#f2b768"}, skin: "#e8b48c", hair: "#4a3328", style: "short", shirt: "#3f6b4f", extra: "beard"},
		"hana":   {back: [2]string{"#fff1f6", "#f7b7cd"}, skin: "#ffe3d3", hair: "#3c2f3f", style: "bob", shirt: "#fff", extra: "flower", look: look{eyes: "happy", extra: "blush"}},
		"minjun": {back: [2]string{"#dff5f0", "#7fc9b8"}, skin: "#f6d3b4", hair: "#2c2a33", style: "spiky", shirt: "#f0c648", extra: "headphones"},
		"sofia":  {back: [2]string{"#f1e4ff", "#b796e8"}, skin: "#c98d66", hair: "#5a2f22", style: "curly", shirt: "#e8584f", look: look{mouth: "open"}},
		"rin":    {back: [2]string{"#2f3a63", "#7c6cb4"}, skin: "#ffe6d8", hair: "#8fb8e8", style: "twin", shirt: "#2f3553", look: look{eyes: "big"}},
		"dewi":   {back: [2]string{"#ffe5c9", "#ff9d6b"}, skin: "#d9a27a", hair: "#2f2320", style: "bun", shirt: "#1f8a83", extra: "flower"},
		"lucien": {back: [2]string{"#e3ecf5", "#9db3cc"}, skin: "#f5d2b8", hair: "#a8572e", style: "beanie", shirt: "#31486b", extra: "glasses"},
		"weilin": {back: [2]string{"#fdeccb", "#e3a14f"}, skin: "#fadfc3", hair: "#231f26", style: "long", shirt: "#b3313f", extra: "glasses"},
		"tanaka": {back: [2]string{"#e0f0e0", "#94b894"}, animal: "owl"},
		"noor":   {back: [2]string{"#dcefff", "#6fa8dc"}, skin: "#c68c5f", hair: "#2f7f86", style: "hood", shirt: "#2f7f86"},
		"yuki":   {back: [2]string{"#eef6ff", "#bcd4ee"}, animal: "rabbit", look: look{extra: "blush"}},
		"kai":    {back: [2]string{"#ffe7dc", "#f39b7f"}, animal: "fox"},
		"momo":   {back: [2]string{"#ffe3ec", "#ffb3c7"}, animal: "frog"},
		"suzume": {back: [2]string{"#eef7d2", "#bcd66e"}, animal: "mejiro"},
		"teabot": {back: [2]string{"#d9e4ec", "#a3b6c6"}, animal: "robot", look: look{eyes: "happy"}},
		"kuro":   {back: [2]string{"#3a3350", "#8d6fae"}, animal: "blackcat", look: look{mouth: "cat"}},
		"obake":  {back: [2]string{"#4b3f72", "#1f1b38"}, animal: "ghost", look: look{eyes: "big", mouth: "o", extra: "blush"}},
		"pan":    {back: [2]string{"#e8f6e3", "#9ed48e"}, animal: "panda"},
	}
}

func chancePortrait(name string) portrait {
	r := dice(name)
	hue := r.Float64()
	p := portrait{
		back: [2]string{sketch.CSS(sketch.Hue(hue, 0.7, 0.9)), sketch.CSS(sketch.Hue(hue+0.05, 0.6, 0.68))},
		look: look{eyes: pick(r, "", "", "happy", "big"), mouth: pick(r, "", "cat", "open"), extra: pick(r, "", "blush")},
	}
	if r.IntN(2) == 0 {
		p.animal = pick(r, "cat", "greycat", "fox", "bear", "panda", "rabbit", "penguin", "frog", "owl", "ghost")
		return p
	}
	p.skin = pick(r, "#ffe3d3", "#f6d3b4", "#e0ac80", "#c68c5f", "#94613f")
	p.hair = pick(r, "#2c2a33", "#5a3a28", "#a8572e", "#f0c060", "#8fb8e8", "#e88fb0", "#8a8fa0")
	p.style = pick(r, "long", "bob", "short", "bun", "twin", "curly", "spiky", "beanie")
	p.shirt = sketch.CSS(sketch.Hue(hue+0.5, 0.5, 0.5))
	p.extra = pick(r, "", "", "glasses", "flower", "headphones", "scarf")
	return p
}

// backdrop strews soft dots over the background.
func backdrop(s *sketch.Sketch, name string) {
	r := dice("backdrop " + name)
	for range 7 {
		s.Fill(sketch.Circle(between(r, 0, 100), between(r, 0, 60), between(r, 2, 9)), sketch.Plain("#ffffff3a"))
	}
}

func person(s *sketch.Sketch, p portrait) {
	hair, skin := sketch.Plain(p.hair), sketch.Plain(p.skin)
	shade := sketch.Tint(sketch.Mix(sketch.Hex(p.skin), sketch.Hex("#a04a2a"), 0.22))
	hairBehind(s, p, hair)
	s.Fill(sketch.Path{}.MoveTo(14, 102).CubeTo(16, 82, 34, 80, 50, 80).CubeTo(66, 80, 84, 82, 86, 102).Close(), sketch.Plain(p.shirt))
	s.Fill(sketch.Path{}.MoveTo(41, 68).LineTo(59, 68).LineTo(60, 82).QuadTo(50, 90, 40, 82).Close(), shade)
	s.Fill(sketch.Path{}.MoveTo(26, 48).CubeTo(26, 26, 36, 20, 50, 20).CubeTo(64, 20, 74, 26, 74, 48).
		CubeTo(74, 66, 62, 76, 50, 76).CubeTo(38, 76, 26, 66, 26, 48).Close(), skin)
	for _, x := range []float64{26, 74} {
		s.Fill(sketch.Circle(x, 51, 5), skin)
	}
	s.With(sketch.Scale(0.5, 0.5).Then(sketch.Move(25, 29)), func() { face(s, p.look, "#4a352c") })
	hairAbove(s, p, hair)
	accessory(s, p)
}

func hairBehind(s *sketch.Sketch, p portrait, hair sketch.Paint) {
	switch p.style {
	case "long":
		s.Fill(sketch.RoundRect(20, 16, 60, 76, 26), hair)
	case "bob":
		s.Fill(sketch.RoundRect(20, 15, 60, 58, 26), hair)
	case "bun":
		s.Fill(sketch.Circle(50, 11, 11), hair)
		s.Fill(sketch.RoundRect(23, 15, 54, 44, 24), hair)
	case "twin":
		s.Fill(sketch.Ellipse(15, 56, 11, 29), hair)
		s.Fill(sketch.Ellipse(85, 56, 11, 29), hair)
		s.Fill(sketch.RoundRect(21, 14, 58, 50, 25), hair)
	case "curly":
		for i := range 11 {
			a := float64(i) / 10
			at := sketch.Along(50, 44, 30, 27, 0.42+a*0.66)
			s.Fill(sketch.Circle(at.X, at.Y, 12), hair)
		}
	case "hood":
		s.Fill(sketch.RoundRect(18, 10, 64, 84, 31), hair)
	default:
		s.Fill(sketch.RoundRect(23, 14, 54, 42, 24), hair)
	}
}

func hairAbove(s *sketch.Sketch, p portrait, hair sketch.Paint) {
	switch p.style {
	case "hood":
		s.Line(sketch.Ellipse(50, 49, 25, 29), 6, hair)
	case "beanie":
		s.Fill(sketch.Path{}.MoveTo(23, 36).CubeTo(23, 10, 37, 6, 50, 6).CubeTo(63, 6, 77, 10, 77, 36).Close(), sketch.Plain("#d8574a"))
		s.Fill(sketch.RoundRect(21, 29, 58, 11, 5), sketch.Plain("#b8443a"))
		s.Fill(sketch.Circle(50, 6, 6), sketch.Plain("#f4e6d6"))
	case "spiky":
		s.Fill(sketch.Poly(24, 42, 22, 24, 32, 26, 34, 10, 45, 18, 54, 6, 60, 18, 72, 12, 70, 26, 79, 27, 75, 42, 68, 32, 60, 36, 52, 29, 42, 36, 34, 31), hair)
	case "curly":
		for _, x := range []float64{32, 44, 56, 68} {
			s.Fill(sketch.Circle(x, 25, 9), hair)
		}
	case "short":
		s.Fill(sketch.Path{}.MoveTo(24, 44).CubeTo(22, 20, 36, 12, 52, 13).CubeTo(68, 13, 78, 22, 76, 44).
			QuadTo(70, 30, 58, 29).QuadTo(40, 33, 30, 29).QuadTo(27, 36, 24, 44).Close(), hair)
	default:
		s.Fill(sketch.Path{}.MoveTo(23, 48).CubeTo(21, 20, 36, 12, 50, 12).CubeTo(64, 12, 79, 20, 77, 48).
			QuadTo(74, 36, 64, 32).QuadTo(60, 38, 54, 30).QuadTo(48, 39, 38, 32).QuadTo(28, 36, 23, 48).Close(), hair)
	}
}

func accessory(s *sketch.Sketch, p portrait) {
	switch p.extra {
	case "glasses":
		frame := sketch.Plain("#3a3540")
		s.Line(sketch.Circle(41, 52, 8), 2, frame)
		s.Line(sketch.Circle(59, 52, 8), 2, frame)
		s.Line(sketch.Path{}.MoveTo(49, 51).LineTo(51, 51), 2, frame)
	case "flower":
		for i := range 5 {
			at := sketch.Along(73, 26, 6, 6, float64(i)/5)
			s.Fill(sketch.Circle(at.X, at.Y, 5), sketch.Plain("#ff7fa5"))
		}
		s.Fill(sketch.Circle(73, 26, 4), sketch.Plain("#ffe08a"))
	case "headphones":
		s.Line(sketch.Arc(50, 46, 29, 32, 0.5, 1), 5, sketch.Plain("#3b4a5e"))
		s.Fill(sketch.RoundRect(17, 42, 11, 20, 5), sketch.Plain("#e8584f"))
		s.Fill(sketch.RoundRect(72, 42, 11, 20, 5), sketch.Plain("#e8584f"))
	case "ribbon":
		red := sketch.Plain("#3f6fc4")
		s.Fill(sketch.Path{}.MoveTo(50, 14).LineTo(30, 3).QuadTo(27, 14, 31, 24).Close(), red)
		s.Fill(sketch.Path{}.MoveTo(50, 14).LineTo(70, 3).QuadTo(73, 14, 69, 24).Close(), red)
		s.Fill(sketch.Circle(50, 14, 5), sketch.Plain("#2f5aa8"))
	case "beard":
		s.Fill(sketch.Path{}.MoveTo(27, 54).QuadTo(30, 66, 41, 63).QuadTo(50, 59, 59, 63).QuadTo(70, 66, 73, 54).
			CubeTo(74, 74, 62, 82, 50, 82).CubeTo(38, 82, 26, 74, 27, 54).Close(), sketch.Plain(p.hair))
		s.Line(sketch.Arc(50, 64, 7, 5, 0.06, 0.44), 2.2, sketch.Plain("#f7e3d6"))
	case "scarf":
		s.Fill(sketch.RoundRect(28, 74, 44, 14, 7), sketch.Plain("#d8574a"))
	}
}
