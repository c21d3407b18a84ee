package flow

import (
	"image"
	"image/color"
	"reflect"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"mejiro/widgets/motion"
)

var rimStyles = map[string]LineStyle{
	"dotted": LineDotted, "dashed": LineDashed, "groove": LineGroove,
	"ridge": LineRidge, "inset": LineInset, "outset": LineOutset,
}

// rims are the borders that are drawn in pixels.
func rims() map[string][]Run {
	all := map[string][]Run{}
	for name, style := range rimStyles {
		all[name] = bordered(style)
	}
	return all
}

func TestBordersInPictures(t *testing.T) {
	newApp(t)
	green := Paint{Ink: color.NRGBA{R: 0x86, G: 0xb3, A: 255}}
	for name, style := range rimStyles {
		var runs []Run
		for _, b := range []Box{
			{Border: Border{Style: style, Width: 1, Paint: green}},
			{Border: Border{Style: style, Width: 4, Paint: green}},
			{Border: Border{Style: style, Width: 20, Paint: green}},
			{Border: Border{Style: style, Width: 5, Paint: green}, Radius: 12},
		} {
			b.Runs = text("border")
			runs = append(runs, boxed(b), Run{Text: " "})
		}
		v := NewView(nil)
		w := test.NewTempWindow(t, container.NewWithoutLayout(v))
		w.Canvas().(interface{ SetScale(float32) }).SetScale(2)
		w.SetPadded(false)
		v.SetLayout(Lay(runs, Options{}))
		v.Resize(v.Layout().Size())
		v.Move(fyne.NewPos(4, 4))
		w.Resize(v.Layout().Size().AddWidthHeight(8, 8))
		test.AssertRendersToImage(t, "border_"+name+".png", w.Canvas())
	}
}

func TestSidesOfBorders(t *testing.T) {
	for _, c := range []struct{ colour, lit, shaded color.NRGBA }{
		{color.NRGBA{0x86, 0xb3, 0, 255}, color.NRGBA{0xbf, 0xff, 0, 255}, color.NRGBA{0x47, 0x5f, 0, 255}},
		{color.NRGBA{A: 255}, color.NRGBA{0x54, 0x54, 0x54, 255}, color.NRGBA{A: 255}},
		{color.NRGBA{255, 255, 255, 9}, color.NRGBA{255, 255, 255, 9}, color.NRGBA{171, 171, 171, 9}},
	} {
		assert.Equal(t, c.lit, lit(c.colour))
		assert.Equal(t, c.shaded, shaded(c.colour))
	}
	m := rim{style: LineInset, size: image.Pt(40, 20), width: 6, color: color.NRGBA{0x86, 0xb3, 0, 255}}
	img := m.draw(image.Rectangle{Max: m.size})
	dark, light := color.RGBA{0x47, 0x5f, 0, 255}, color.RGBA{0xbf, 0xff, 0, 255}
	for _, c := range []struct {
		x, y int
		want color.RGBA
	}{{20, 0, dark}, {0, 10, dark}, {20, 19, light}, {39, 10, light}, {20, 10, color.RGBA{}}, {36, 1, dark}, {38, 3, light}} {
		assert.Equal(t, c.want, img.RGBAAt(c.x, c.y), "%d, %d", c.x, c.y)
	}
}

func TestDashesFillTheirSides(t *testing.T) {
	for length := range 200 {
		line := newTrack([2]float32{0, 0}, [2]float32{float32(length + 1), 0})
		n, long, period := line.spread(6, 3)
		assert.InDelta(t, line.length(), period*float32(n-1)+long, 0.01, "from corner to corner")
		line.closed = true
		if n, long, period = line.spread(6, 3); n > 1 {
			assert.InDelta(t, line.length(), period*float32(n), 0.01, "and around")
		}
		assert.LessOrEqual(t, long, line.length()+0.01+6)
	}
	line := newTrack([2]float32{0, 0}, [2]float32{1e6, 0})
	n, _, _ := line.spread(2, 2)
	assert.LessOrEqual(t, n, maxDashes+1)
}

func TestBordersTakeLittleMemory(t *testing.T) {
	newApp(t)
	line := Border{Style: LineGroove, Width: 9, Paint: accent}
	v, _ := theatre(t, newCinema(motion.Off), nil, 0, boxed(Box{Content: &shape{width: 3000, height: 3000}, Border: line}))
	r := rendererOf(v)
	assert.NotZero(t, r.held)
	assert.LessOrEqual(t, r.held, 4*maxRim)
	runs := make([]Run, 2*maxRims)
	for i := range runs {
		runs[i] = boxed(Box{Runs: text("some words that have a border"), Border: line})
	}
	perform(v, runs...)
	assert.LessOrEqual(t, r.held, 4*maxAllRims)
	assert.NotZero(t, len(r.grounds.inUse()), "the rest is solid")
	perform(v, Run{Text: "plain"})
	assert.Zero(t, r.held)
}

func TestBordersThatStayAreKept(t *testing.T) {
	newApp(t)
	v, w := theatre(t, newCinema(motion.Off), nil, 0, bordered(LineRidge)...)
	s := rendererOf(v).strips.inUse()[0]
	was := s.image.Image
	rendererOf(v).arrange()
	assert.Same(t, was, s.image.Image)
	before := w.Canvas().Capture()
	perform(v, bordered(LineInset)...)
	perform(v, bordered(LineRidge)...)
	assert.True(t, reflect.DeepEqual(before, w.Canvas().Capture()))
}
