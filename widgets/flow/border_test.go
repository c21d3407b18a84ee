package flow

import (
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
