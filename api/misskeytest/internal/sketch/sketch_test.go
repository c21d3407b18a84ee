package sketch

import (
	"image"
	"image/color"
	"math"
	"testing"

	"github.com/stretchr/testify/assert"
)

var (
	red  = color.RGBA{255, 0, 0, 255}
	none = color.RGBA{}
)

// filled is how many pixels have any colour.
func filled(img *image.RGBA) int {
	n := 0
	for i := 3; i < len(img.Pix); i += 4 {
		if img.Pix[i] > 127 {
			n++
		}
	}
	return n
}

func TestFill(t *testing.T) {
	s := New(10, 10)
	s.Fill(Rect(2, 2, 6, 6), Plain("#f00"))
	img := s.Image(100, 100)
	assert.Equal(t, red, img.RGBAAt(50, 50))
	assert.Equal(t, none, img.RGBAAt(10, 10))
	assert.Equal(t, 60*60, filled(img))
}

func TestShapesCoverTheirArea(t *testing.T) {
	for name, test := range map[string]struct {
		path Path
		area float64
	}{
		"circle":    {Circle(50, 50, 40), math.Pi * 1600},
		"ellipse":   {Ellipse(50, 50, 40, 20), math.Pi * 800},
		"triangle":  {Poly(10, 10, 90, 10, 10, 90), 3200},
		"round":     {RoundRect(10, 10, 80, 80, 10), 6400 - 4*100/6.0},
		"two":       {Rect(0, 0, 10, 10).Join(Rect(20, 20, 10, 10)), 200},
		"with hole": {Rect(0, 0, 50, 50).Join(Path{}.MoveTo(10, 10).LineTo(10, 40).LineTo(40, 40).LineTo(40, 10).Close()), 1600},
		"curve":     {Path{}.MoveTo(0, 0).CubeTo(0, 0, 100, 0, 100, 0).LineTo(100, 50).QuadTo(50, 50, 0, 50).Close(), 5000},
	} {
		s := New(100, 100)
		s.Fill(test.path, Plain("#f00"))
		assert.InDelta(t, test.area, float64(filled(s.Image(100, 100))), 60, name)
	}
}

func TestLine(t *testing.T) {
	s := New(100, 100)
	s.Line(Path{}.MoveTo(20, 50).LineTo(80, 50), 10, Plain("#f00"))
	img := s.Image(100, 100)
	assert.InDelta(t, 600+math.Pi*25, float64(filled(img)), 20, "with round ends")
	s = New(100, 100)
	s.Line(Circle(50, 50, 30), 10, Plain("#f00"))
	img = s.Image(100, 100)
	assert.Equal(t, none, img.RGBAAt(50, 50), "a ring is open")
	assert.InDelta(t, math.Pi*(35*35-25*25), float64(filled(img)), 60)
	s = New(100, 100)
	s.Line(Path{}.MoveTo(50, 50).LineTo(50, 50), 20, Plain("#f00"))
	assert.InDelta(t, math.Pi*100, float64(filled(s.Image(100, 100))), 20, "a dot")
}

func TestGradients(t *testing.T) {
	s := New(100, 100)
	s.Background(Linear(0, 0, 100, 0, "#000000", "#ffffff"))
	img := s.Image(100, 100)
	for x, want := range map[int]uint8{0: 1, 50: 128, 99: 254} {
		assert.InDelta(t, want, img.RGBAAt(x, 50).R, 3)
	}
	s = New(100, 100)
	s.Background(Radial(50, 50, 50, "#ffffff", "#000000"))
	img = s.Image(200, 200)
	assert.InDelta(t, 255, img.RGBAAt(100, 100).R, 4)
	assert.InDelta(t, 128, img.RGBAAt(150, 100).R, 4)
	assert.Zero(t, img.RGBAAt(1, 1).R)
}

func TestOver(t *testing.T) {
	s := New(10, 10)
	s.Background(Plain("#ffffff"))
	s.Background(Plain("#ff000080"))
	c := s.Image(10, 10).RGBAAt(5, 5)
	assert.InDelta(t, 255, c.R, 1)
	assert.InDelta(t, 127, c.G, 2)
	assert.EqualValues(t, 255, c.A)
}

func TestWith(t *testing.T) {
	s := New(100, 100)
	s.With(Scale(2, 2).Then(Move(10, 10)), func() {
		s.With(Turn(0.25, 10, 10), func() { s.Fill(Rect(10, 5, 10, 10), Plain("#f00")) })
	})
	s.Fill(Rect(0, 0, 5, 5), Plain("#f00"))
	img := s.Image(100, 100)
	assert.Equal(t, red, img.RGBAAt(30, 40))
	assert.Equal(t, red, img.RGBAAt(2, 2), "the move ends with what it was for")
	assert.Equal(t, 400+25, filled(img))
}

func TestAdd(t *testing.T) {
	small := New(10, 10)
	small.Background(Plain("#f00"))
	s := New(100, 100)
	s.Add(small, 20, 30, 40, 50)
	assert.Equal(t, 2000, filled(s.Image(100, 100)))
}

func TestText(t *testing.T) {
	for _, words := range []string{"Mejiro", "ありがとう", "대박", "草"} {
		p, width := Text(words, 0, 100, 100)
		assert.Greater(t, width, 40.0, words)
		s := New(width, 130)
		s.Fill(p, Plain("#f00"))
		share := float64(filled(s.Image(int(width), 130))) / width / 130
		assert.Greater(t, share, 0.1, words)
		assert.Less(t, share, 0.7, words)
	}
	p, width := Text("\u2603", 0, 0, 100)
	assert.Empty(t, p.ops, "an unknown character is blank")
	assert.EqualValues(t, space, width)
	assert.LessOrEqual(t, Centred("a very long line of words", 50, 50, 100, 90).bounds().Dx(), 95)
}

func TestParse(t *testing.T) {
	p := Parse("M10 10H90V90L10,90ZM1 1Q2 2 3 3C4 4 5 5 6 6 7 7 8 8 9 9")
	assert.Equal(t, Parse("M10 10L90 10L90 90L10 90ZM1 1Q2 2 3 3C4 4 5 5 6 6C7 7 8 8 9 9"), p)
	assert.Equal(t, Path{}.MoveTo(10, 10).LineTo(90, 10).Close(), Parse("M10 10H90Z"))
	assert.Panics(t, func() { Parse("M a b") })
}

func TestColours(t *testing.T) {
	assert.Equal(t, color.NRGBA{0x11, 0x22, 0x33, 255}, Hex("#123"))
	assert.Equal(t, color.NRGBA{1, 2, 3, 4}, Hex("#01020304"))
	assert.Equal(t, "#010203", CSS(color.NRGBA{1, 2, 3, 255}))
	assert.Equal(t, "#01020304", CSS(color.NRGBA{1, 2, 3, 4}))
	assert.Equal(t, color.NRGBA{255, 0, 0, 255}, Hue(0, 1, 0.5))
	assert.Equal(t, color.NRGBA{0, 255, 0, 255}, Hue(1+1.0/3, 1, 0.5))
	assert.Equal(t, color.NRGBA{100, 100, 100, 255}, Mix(Hex("#000"), Hex("#c8c8c8"), 0.5))
	assert.Panics(t, func() { Hex("red") })
}

func BenchmarkImage(b *testing.B) {
	s := New(960, 640)
	s.Background(Linear(0, 0, 0, 640, "#2b3a67", "#f2a56f", "#ffe0b2"))
	s.Fill(Circle(600, 330, 160), Radial(600, 330, 160, "#ffffff", "#ffd27f00"))
	s.Outlined(Centred("ありがとうございます", 480, 500, 90, 900), Plain("#e0457b"), 16, Plain("#fff"))
	for b.Loop() {
		s.Image(960, 640)
	}
}
