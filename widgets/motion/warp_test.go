package motion

import (
	"image"
	"image/color"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

// noise is a picture with a hole in it.
func noise(r image.Rectangle) *image.RGBA {
	img := image.NewRGBA(r)
	random := rand.New(rand.NewPCG(1, 2))
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			if x%7 != 0 {
				img.Set(x, y, color.NRGBA{
					uint8(random.UintN(256)), uint8(random.UintN(256)), uint8(random.UintN(256)),
					uint8(random.UintN(256)),
				})
			}
		}
	}
	return img
}

// slowWarp is Warp as it is defined.
func slowWarp(dst, src *image.RGBA, m Matrix) {
	inverse, _ := m.Invert()
	for y := dst.Rect.Min.Y; y < dst.Rect.Max.Y; y++ {
		for x := dst.Rect.Min.X; x < dst.Rect.Max.X; x++ {
			u, v, w := inverse.Apply(float32(x)+0.5, float32(y)+0.5)
			if w <= 0 || w > 1/near {
				dst.SetRGBA(x, y, color.RGBA{})
				continue
			}
			dst.SetRGBA(x, y, mixed(src, float64(u)-0.5, float64(v)-0.5))
		}
	}
}

func mixed(src *image.RGBA, u, v float64) color.RGBA {
	x, y := math.Floor(u), math.Floor(v)
	var sum [4]float64
	for _, d := range [4][2]float64{{0, 0}, {1, 0}, {0, 1}, {1, 1}} {
		c := src.RGBAAt(int(x+d[0]), int(y+d[1]))
		share := (1 - math.Abs(u-x-d[0])) * (1 - math.Abs(v-y-d[1]))
		for i, p := range [4]uint8{c.R, c.G, c.B, c.A} {
			sum[i] += share * float64(p)
		}
	}
	return color.RGBA{uint8(sum[0]), uint8(sum[1]), uint8(sum[2]), uint8(sum[3])}
}

func TestWarpMixesPixelsEvenly(t *testing.T) {
	src := noise(image.Rect(5, 3, 45, 33))
	for name, m := range map[string]Matrix{
		"as it is":    Identity(),
		"shift":       Translate(7, -4),
		"half pixels": Translate(2.5, 1.25),
		"turn":        Turn(30).About(25, 18),
		"quarter":     Turn(90).About(25, 18),
		"mirror":      Stretch(-1, 1).About(25, 18),
		"larger":      Stretch(3, 2).About(25, 18),
		"smaller":     Stretch(0.3, 0.6).About(25, 18),
		"in depth":    TurnY(60, 64).About(25, 18),
		"behind":      TurnX(80, 10).About(25, 18),
	} {
		got, want := noise(image.Rect(-3, 2, 70, 50)), image.NewRGBA(image.Rect(-3, 2, 70, 50))
		Warp(got, src, m)
		slowWarp(want, src, m)
		var off, most int
		for i := range want.Pix {
			d := int(want.Pix[i]) - int(got.Pix[i])
			off, most = off+max(d, -d), max(most, d, -d)
		}
		assert.Less(t, float64(off)/float64(len(want.Pix)), 1.0, name)
		assert.LessOrEqual(t, most, 12, name)
		assertPremultiplied(t, got)
	}
}

func TestWarpLeavesNothingOfWhatWasThere(t *testing.T) {
	for _, m := range []Matrix{Stretch(0, 1), Translate(1000, 0), Translate(0, -1000), {}, Translate(float32(math.NaN()), 0)} {
		dst := noise(image.Rect(0, 0, 20, 20))
		Warp(dst, noise(image.Rect(0, 0, 10, 10)), m)
		assert.Equal(t, image.NewRGBA(dst.Rect).Pix, dst.Pix)
	}
}

func TestWarpKeepsWhatStaysInPlace(t *testing.T) {
	src, dst := noise(image.Rect(0, 0, 30, 30)), image.NewRGBA(image.Rect(0, 0, 30, 30))
	Warp(dst, src, Identity())
	assert.Equal(t, src.Pix, dst.Pix)
	Warp(dst, src, Stretch(-1, 1).About(15, 15))
	Warp(src, dst, Stretch(-1, 1).About(15, 15))
	assert.Equal(t, noise(image.Rect(0, 0, 30, 30)).Pix, src.Pix)
}

func FuzzWarp(f *testing.F) {
	f.Add(float32(1), float32(0), float32(3), float32(0), float32(1), float32(-2), float32(0), float32(0), float32(1))
	f.Add(float32(1e38), float32(1), float32(3e38), float32(-1e38), float32(1e-30), float32(0), float32(1), float32(2), float32(0))
	src := noise(image.Rect(0, 0, 9, 7))
	f.Fuzz(func(t *testing.T, a, b, c, d, e, g, h, i, j float32) {
		dst := image.NewRGBA(image.Rect(0, 0, 13, 11))
		Warp(dst, src, Matrix{a, b, c, d, e, g, h, i, j})
		assertPremultiplied(t, dst)
	})
}

func assertPremultiplied(t *testing.T, img *image.RGBA) {
	t.Helper()
	for i := 0; i < len(img.Pix); i += 4 {
		if p := img.Pix[i : i+4]; max(p[0], p[1], p[2]) > p[3] {
			t.Fatalf("%v at %d is brighter than it is opaque", p, i)
		}
	}
}

func BenchmarkWarp(b *testing.B) {
	src, dst := noise(image.Rect(0, 0, 200, 48)), image.NewRGBA(image.Rect(-20, -60, 220, 110))
	for name, m := range map[string]Matrix{
		"flat": Turn(20).About(100, 24), "deep": TurnY(40, 256).About(100, 24),
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Warp(dst, src, m)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(dst.Pix)/4), "ns/pixel")
		})
	}
}

func BenchmarkFilters(b *testing.B) {
	src := noise(image.Rect(0, 0, 200, 48))
	dst := image.NewRGBA(src.Rect)
	for name, do := range map[string]func(){
		"tint":    func() { Tint(dst, src, 77, 1.5) },
		"rainbow": func() { PaintRainbow(src, 0, 200) },
		"soften":  func() { Soften(dst, 12) },
		"star":    func() { Star{Radius: 12, Turned: 20, Colour: starColours[0]}.Draw(dst, 2) },
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				do()
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*len(dst.Pix)/4), "ns/pixel")
		})
	}
}

func BenchmarkPose(b *testing.B) {
	effects := moving(time.Second, 0)
	for b.Loop() {
		for _, e := range effects {
			e.Pose(frame, 333*time.Millisecond)
		}
	}
}
