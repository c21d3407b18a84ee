package gallery

import (
	"maps"
	"math/rand/v2"
	"slices"
	"strings"

	"mejiro/api/misskeytest/internal/sketch"
)

// scene is what a photo shows, drawn in any size.
type scene struct {
	w, h int
	draw func(s *sketch.Sketch, r *rand.Rand)
	flat bool
}

// scenes are the photos people take. Each has as many variants as wanted.
func scenes() map[string]scene {
	return map[string]scene{
		"sea":       {960, 640, sea, false},
		"dusk":      {960, 640, dusk, false},
		"fuji":      {960, 640, fuji, false},
		"hills":     {1200, 675, hills, false},
		"panorama":  {1500, 500, hills, false},
		"night":     {960, 640, nightCity, false},
		"street":    {720, 960, street, false},
		"sakura":    {960, 720, sakura, false},
		"bamboo":    {720, 960, bambooGrove, false},
		"bird":      {900, 900, birdOnBranch, false},
		"coffee":    {800, 800, coffeeTable, false},
		"ramen":     {800, 800, ramenBowl, false},
		"bread":     {960, 640, loaf, false},
		"cake":      {800, 800, slice, false},
		"cat":       {960, 720, catAtWindow, false},
		"rain":      {720, 960, rainyWindow, false},
		"stars":     {960, 640, starrySky, false},
		"aurora":    {960, 640, aurora, false},
		"snow":      {960, 640, snowfall, false},
		"flowers":   {900, 900, flowerBed, false},
		"paris":     {720, 960, parisRoofs, false},
		"terraces":  {960, 640, terraces, false},
		"desk":      {960, 640, deskAtNight, false},
		"code":      {1100, 700, codeScreen, true},
		"train":     {960, 640, trainRide, false},
		"books":     {800, 800, bookshelf, false},
		"poster":    {700, 1000, poster, true},
		"pixel":     {64, 64, pixelArt, true},
		"tall":      {420, 1500, tower, false},
		"blueprint": {1000, 620, chart, true},
	}
}

// Photos are the kinds of photo that Open knows, sorted.
func Photos() []string { return slices.Sorted(maps.Keys(scenes())) }

// photo opens "sea/2": a scene and which of its variants.
func photo(what string) (Drawing, bool) {
	name, _, _ := strings.Cut(what, "/")
	sc, ok := scenes()[name]
	if !ok {
		return Drawing{}, false
	}
	s := sketch.New(float64(sc.w), float64(sc.h))
	sc.draw(s, dice("photo "+what))
	return still(sc.w, sc.h, sc.format(), s), true
}

// format is JPEG, but PNG for what is flat and sharp.
func (sc scene) format() Format {
	if sc.flat {
		return PNG
	}
	return JPEG
}

// Describe tells of a photo, "photo/sea/2", without drawing it: its size in
// pixels and what kind of file it makes.
func Describe(name string) (w, h int, format Format, ok bool) {
	what, isPhoto := strings.CutPrefix(name, "photo/")
	kind, _, _ := strings.Cut(what, "/")
	sc, ok := scenes()[kind]
	return sc.w, sc.h, sc.format(), ok && isPhoto
}

// banner is the wide picture above a profile.
func banner(what string) Drawing {
	s := sketch.New(1500, 500)
	r := dice("banner " + what)
	if what == "server" {
		grove(s, r)
	} else {
		pick(r, hills, sea, dusk, starrySky, flowerBed, fuji)(s, r)
	}
	return still(1500, 500, JPEG, s)
}

// sky fills the picture with the colours of a time of day.
func sky(s *sketch.Sketch, hour string) {
	colours := map[string][]string{
		"dawn":  {"#5f7fb8", "#f3b6a0", "#ffe3c2"},
		"day":   {"#4d96d8", "#9fd0f0", "#e6f5fb"},
		"gold":  {"#5a86b8", "#f0c987", "#ffe9b8"},
		"dusk":  {"#2f2f63", "#b0567c", "#ff9d63", "#ffd79a"},
		"night": {"#0b1030", "#1d2b5a", "#3d4f86"},
		"grey":  {"#8b99a6", "#b9c4cc", "#dfe5e8"},
	}[hour]
	s.Background(sketch.Linear(0, 0, 0, s.H*0.8, colours...))
}

func glow(s *sketch.Sketch, x, y, r float64, core, halo string) {
	s.Fill(sketch.Circle(x, y, r*4), sketch.Radial(x, y, r*4, halo+"b0", halo+"50", halo+"00"))
	s.Fill(sketch.Circle(x, y, r), sketch.Plain(core))
}

func clouds(s *sketch.Sketch, r *rand.Rand, n int, colour string, low, high float64) {
	for range n {
		x, y, size := between(r, 0, s.W), between(r, low, high)*s.H, between(r, 0.03, 0.07)*s.W
		for k := range 5 {
			s.Fill(sketch.Ellipse(x+size*(float64(k)-2)*0.9, y-size*0.3*between(r, 0, 1), size*between(r, 0.7, 1.2), size*0.38),
				sketch.Plain(colour))
		}
	}
}

func starDots(s *sketch.Sketch, r *rand.Rand, n int, low float64) {
	for range n {
		size := between(r, 0.6, 2.2)
		s.Fill(sketch.Circle(between(r, 0, s.W), between(r, 0, low)*s.H, size), sketch.Plain(pick(r, "#ffffffe0", "#ffffff80", "#fff2c8d0")))
	}
}

// ridge is a line of hills from edge to edge, down to the bottom.
func ridge(s *sketch.Sketch, r *rand.Rand, level, height float64, bumps int, paint sketch.Paint, soft bool) {
	y := level * s.H
	p := sketch.Path{}.MoveTo(0, s.H).LineTo(0, y-between(r, 0, height)*s.H)
	step := s.W / float64(bumps)
	for i := range bumps {
		x := step * float64(i)
		top, end := y-between(r, 0.4, 1)*height*s.H, y-between(r, 0, 0.5)*height*s.H
		if soft {
			p = p.CubeTo(x+step*0.3, top, x+step*0.7, top, x+step, end)
		} else {
			p = p.LineTo(x+step*between(r, 0.3, 0.7), top).LineTo(x+step, end)
		}
	}
	s.Fill(p.LineTo(s.W, s.H).Close(), paint)
}

func sea(s *sketch.Sketch, r *rand.Rand) {
	hour := pick(r, "day", "dusk", "gold", "dawn")
	sky(s, hour)
	sunX, level := between(r, 0.25, 0.75)*s.W, 0.6*s.H
	if hour != "day" {
		glow(s, sunX, level-0.06*s.H, 0.045*s.H, "#fff3d0", "#ffd08a")
	}
	clouds(s, r, 4, "#ffffff40", 0.1, 0.4)
	deep, bright := "#1f4f7f", "#6fb3cf"
	if hour != "day" {
		deep, bright = "#3a2f5c", "#e79a78"
	}
	s.Fill(sketch.Rect(0, level, s.W, s.H-level), sketch.Linear(0, level, 0, s.H, bright, deep))
	for i := range 60 {
		y := level + (s.H-level)*between(r, 0.02, 1)
		spread := (y-level)*0.9 + 20
		x := sunX + between(r, -spread, spread)
		if i > 40 {
			x = between(r, 0, s.W)
		}
		w := between(r, 0.01, 0.04) * s.W * (0.4 + (y-level)/s.H)
		s.Line(sketch.Path{}.MoveTo(x-w, y).LineTo(x+w, y), 2, sketch.Plain("#ffffff70"))
	}
	if r.IntN(2) == 0 {
		boat(s, between(r, 0.2, 0.8)*s.W, level+0.05*s.H, 0.05*s.H)
	}
	s.Fill(sketch.Path{}.MoveTo(0, s.H).LineTo(0, s.H*0.9).CubeTo(s.W*0.3, s.H*0.84, s.W*0.6, s.H*0.98, s.W, s.H*0.92).LineTo(s.W, s.H).Close(),
		sketch.Plain("#e9d3a6"))
}

func boat(s *sketch.Sketch, x, y, size float64) {
	s.Fill(sketch.Poly(x-size, y, x+size, y, x+size*0.6, y+size*0.4, x-size*0.7, y+size*0.4), sketch.Plain("#5a3a2c"))
	s.Fill(sketch.Poly(x, y-size*0.1, x, y-size*1.8, x+size*0.9, y-size*0.2), sketch.Plain("#fdf6ea"))
	s.Fill(sketch.Poly(x-size*0.1, y-size*0.1, x-size*0.1, y-size*1.3, x-size*0.7, y-size*0.2), sketch.Plain("#e8584f"))
}

func dusk(s *sketch.Sketch, r *rand.Rand) {
	sky(s, "dusk")
	glow(s, between(r, 0.3, 0.7)*s.W, 0.55*s.H, 0.05*s.H, "#fff1d0", "#ffb067")
	clouds(s, r, 6, "#ffb08a38", 0.15, 0.5)
	for i, c := range []string{"#8a5a86", "#5f4374", "#3b2f57", "#231f3d"} {
		ridge(s, r, 0.68+0.09*float64(i), 0.16, 4+i, sketch.Plain(c), false)
	}
}

func fuji(s *sketch.Sketch, r *rand.Rand) {
	sky(s, pick(r, "day", "dawn", "gold"))
	clouds(s, r, 5, "#ffffff70", 0.15, 0.45)
	x, top, base := s.W*between(r, 0.4, 0.6), s.H*0.22, s.H*0.78
	half := s.H * 0.72
	s.Fill(sketch.Path{}.MoveTo(x-half, base).CubeTo(x-half*0.4, base-s.H*0.1, x-half*0.2, top+s.H*0.1, x-s.H*0.05, top).
		LineTo(x+s.H*0.05, top).CubeTo(x+half*0.2, top+s.H*0.1, x+half*0.4, base-s.H*0.1, x+half, base).Close(),
		sketch.Linear(0, top, 0, base, "#5f7fa8", "#3f5f80"))
	snowLine := top + s.H*0.2
	s.Fill(sketch.Path{}.MoveTo(x-s.H*0.05, top).LineTo(x+s.H*0.05, top).QuadTo(x+s.H*0.1, top+s.H*0.12, x+s.H*0.15, snowLine).
		LineTo(x+s.H*0.09, snowLine-s.H*0.03).LineTo(x+s.H*0.04, snowLine+s.H*0.03).LineTo(x, snowLine-s.H*0.02).
		LineTo(x-s.H*0.05, snowLine+s.H*0.04).LineTo(x-s.H*0.09, snowLine-s.H*0.02).LineTo(x-s.H*0.15, snowLine).
		QuadTo(x-s.H*0.1, top+s.H*0.12, x-s.H*0.05, top).Close(), sketch.Plain("#fbfdff"))
	ridge(s, r, 0.8, 0.06, 6, sketch.Plain("#4f7a52"), true)
	s.Fill(sketch.Rect(0, s.H*0.84, s.W, s.H*0.16), sketch.Linear(0, s.H*0.84, 0, s.H, "#8fbcd8", "#4f83a8"))
	s.Fill(sketch.Poly(x-half*0.8, s.H*0.84, x+half*0.8, s.H*0.84, x+s.H*0.05, s.H), sketch.Plain("#3f5f8040"))
	petals(s, r, 26, 0, 1)
}

func petals(s *sketch.Sketch, r *rand.Rand, n int, low, high float64) {
	for range n {
		x, y, size := between(r, 0, s.W), between(r, low, high)*s.H, between(r, 0.006, 0.014)*s.W
		s.With(sketch.Scale(1, 0.6).Then(sketch.Turn(r.Float64(), 0, 0)).Then(sketch.Move(x, y)), func() {
			s.Fill(sketch.Circle(0, 0, size), sketch.Plain(pick(r, "#ffd5e3d0", "#ffb9d0c0", "#fff0f5d0")))
		})
	}
}

func hills(s *sketch.Sketch, r *rand.Rand) {
	sky(s, pick(r, "day", "dawn", "gold"))
	glow(s, between(r, 0.1, 0.9)*s.W, 0.22*s.H, 0.05*s.H, "#fffbe6", "#fff0b8")
	clouds(s, r, 5, "#ffffffa0", 0.1, 0.4)
	ridge(s, r, 0.62, 0.2, 5, sketch.Plain("#9fb8c8"), false)
	for i, c := range []string{"#a8c98a", "#8ab868", "#6fa34e", "#568a3d"} {
		ridge(s, r, 0.7+0.1*float64(i), 0.1, 3+i, sketch.Plain(c), true)
	}
	for range 14 {
		x, y := between(r, 0, s.W), between(r, 0.78, 0.96)*s.H
		pine(s, x, y, between(r, 0.05, 0.1)*s.H)
	}
}

func pine(s *sketch.Sketch, x, y, h float64) {
	s.Fill(sketch.Rect(x-h*0.05, y-h*0.2, h*0.1, h*0.2), sketch.Plain("#5a4030"))
	for i := range 3 {
		top := y - h + h*0.22*float64(i)
		w := h * (0.16 + 0.08*float64(i))
		s.Fill(sketch.Poly(x, top, x+w, top+h*0.38, x-w, top+h*0.38), sketch.Plain("#2f5f3a"))
	}
}

func nightCity(s *sketch.Sketch, r *rand.Rand) {
	sky(s, "night")
	starDots(s, r, 60, 0.5)
	glow(s, between(r, 0.2, 0.8)*s.W, 0.2*s.H, 0.04*s.H, "#fdf3cf", "#c8cfff")
	for layer := range 3 {
		tone := []string{"#25305c", "#1a2347", "#101733"}[layer]
		for x := -10.0; x < s.W; {
			w := between(r, 0.05, 0.11) * s.W
			h := between(r, 0.2, 0.5) * s.H * (1 - 0.18*float64(layer))
			y := s.H*0.92 - h + 0.04*s.H*float64(layer)
			s.Fill(sketch.Rect(x, y, w, s.H-y), sketch.Plain(tone))
			windows(s, r, x, y, w, s.H*0.92-y)
			x += w + between(r, 0, 6)
		}
	}
	s.Fill(sketch.Rect(0, s.H*0.9, s.W, s.H*0.1), sketch.Linear(0, s.H*0.9, 0, s.H, "#2c3a70", "#0d1430"))
	for range 50 {
		x, y := between(r, 0, s.W), between(r, 0.91, 1)*s.H
		s.Line(sketch.Path{}.MoveTo(x, y).LineTo(x, y+between(r, 4, 18)), 2, sketch.Plain(pick(r, "#ffd27a80", "#ff8f7a60", "#8fd0ff60")))
	}
}

func windows(s *sketch.Sketch, r *rand.Rand, x, y, w, h float64) {
	const size, gap = 6, 13
	for wy := y + 10; wy < y+h-8; wy += gap {
		for wx := x + 7; wx < x+w-8; wx += gap {
			if r.IntN(5) < 2 {
				s.Fill(sketch.Rect(wx, wy, size, size+1), sketch.Plain(pick(r, "#ffd98a", "#ffe9b8", "#ffbf6a", "#a8d8ff")))
			}
		}
	}
}

func street(s *sketch.Sketch, r *rand.Rand) {
	sky(s, pick(r, "dusk", "night"))
	cx, horizon := s.W/2, s.H*0.58
	s.Fill(sketch.Poly(cx-20, horizon, cx+20, horizon, s.W, s.H, 0, s.H), sketch.Linear(0, horizon, 0, s.H, "#5a4a5c", "#332c3d"))
	for side := range 2 {
		for i := range 4 {
			k := float64(i)
			near, far := 1-k*0.23, 1-(k+1)*0.23
			x0, x1 := cx-near*cx, cx-far*cx
			if side == 1 {
				x0, x1 = s.W-x0, s.W-x1
			}
			tone := sketch.Tint(sketch.Mix(sketch.Hex("#4a3440"), sketch.Hex("#8a5f5a"), k/4))
			s.Fill(sketch.Poly(x0, s.H*0.5-near*s.H*0.42, x1, s.H*0.5-far*s.H*0.42, x1, horizon+far*s.H*0.3, x0, horizon+near*s.H*0.42), tone)
			for f := range 3 {
				y := s.H*0.5 - near*s.H*0.36 + near*s.H*0.16*float64(f)
				s.Fill(sketch.Rect(min(x0, x1)+6, y, max(x1-x0, x0-x1)-14, near*s.H*0.08), sketch.Plain(pick(r, "#ffd58ad0", "#ffe7b8c0", "#5a4450", "#6a505a")))
			}
			lantern(s, x1, s.H*0.5-far*s.H*0.1, 26*near)
		}
	}
	for range 5 {
		x := cx + between(r, -0.22, 0.22)*s.W
		walker(s, r, x, horizon+between(r, 0.08, 0.3)*s.H, between(r, 0.05, 0.09)*s.H)
	}
}

func lantern(s *sketch.Sketch, x, y, size float64) {
	s.Fill(sketch.Circle(x, y, size*2.2), sketch.Radial(x, y, size*2.2, "#ff7a4a90", "#ff7a4a00"))
	s.Fill(sketch.Ellipse(x, y, size*0.62, size*0.8), sketch.Plain("#ff6a45"))
	s.Fill(sketch.Rect(x-size*0.35, y-size*0.86, size*0.7, size*0.14), sketch.Plain("#3a2a2a"))
	s.Fill(sketch.Rect(x-size*0.35, y+size*0.72, size*0.7, size*0.14), sketch.Plain("#3a2a2a"))
}

func walker(s *sketch.Sketch, r *rand.Rand, x, y, h float64) {
	s.Fill(sketch.RoundRect(x-h*0.16, y-h*0.72, h*0.32, h*0.72, h*0.12), sketch.Plain(pick(r, "#26202f", "#3a2f45", "#2f3a4a")))
	s.Fill(sketch.Circle(x, y-h*0.84, h*0.13), sketch.Plain("#d8a888"))
	if r.IntN(2) == 0 {
		s.Fill(sketch.Path{}.MoveTo(x-h*0.5, y-h).QuadTo(x, y-h*1.7, x+h*0.5, y-h).Close(), sketch.Plain(pick(r, "#e8584f", "#5dadec", "#f2c94c")))
	}
}
