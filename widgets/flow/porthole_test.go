package flow

import (
	"image"
	"image/color"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets/motion"
)

// reds counts the red pixels of what a window shows.
func reds(w fyne.Window) int {
	img, n := w.Canvas().Capture(), 0
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if c := color.NRGBAModel.Convert(img.At(x, y)).(color.NRGBA); c.R > 200 && c.G < 90 {
				n++
			}
		}
	}
	return n
}

func TestBoxesCutWhatTurnsInThem(t *testing.T) {
	newApp(t)
	red := Box{Fill: Paint{Ink: color.NRGBA{R: 255, A: 255}}, Runs: text("a long word")}
	show := func(clip bool, outer, inner motion.Effect) int {
		red.Effect = inner
		around := under(outer, boxed(Box{Clip: clip, Runs: []Run{boxed(red)}}))
		_, w := theatre(t, newCinema(motion.On), nil, 100*time.Millisecond, around)
		w.Resize(fyne.NewSize(200, 120))
		return reds(w)
	}
	for _, outer := range []motion.Effect{motion.Rotate{Degrees: 30}, motion.Rotate{Degrees: 90}, motion.Spin{Speed: time.Second}} {
		all, cut := show(false, outer, motion.Scale{X: 1, Y: 2}), show(true, outer, motion.Scale{X: 1, Y: 2})
		assert.InDelta(t, all/2, cut, float64(all)/10, "%v: half of it reaches out", outer)
		whole := show(true, outer, motion.Flip{H: true})
		assert.InDelta(t, all/2, whole, float64(all)/10, "what is within is seen")
		assert.Zero(t, show(true, outer, motion.Shift{X: 50}))
	}
}

func TestRoundBoxesCutRoundly(t *testing.T) {
	s := newStage(nil, &nested{nest: &nest{Box: &Box{Effect: motion.Rotate{}}}, size: fyne.NewSize(20, 20)}, fyne.Position{})
	o := &porthole{stage: s, area: motion.Rect{Right: 20, Bottom: 20}, radius: 10}
	img := image.NewRGBA(image.Rect(0, 0, 20, 20))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	o.cut(img, image.Point{}, 1, o.matrices(instant{}))
	assert.Zero(t, img.RGBAAt(0, 0).A)
	assert.Equal(t, uint8(255), img.RGBAAt(10, 10).A)
	assert.Equal(t, uint8(255), img.RGBAAt(10, 1).A)
}

func TestTurnedLinksAreTappedWhereTheyAreSeen(t *testing.T) {
	newApp(t)
	link := func(s string) Run { return Run{Text: s, Link: &Link{Target: s}} }
	turned := under(motion.Rotate{Degrees: 45}, link("first one"), Run{Text: " "}, link("second"))
	v, w := theatre(t, newCinema(motion.On), nil, 0, turned)
	w.Resize(fyne.NewSize(300, 300))
	var target string
	v.OnLink = func(l Link) { target = l.Target }
	spots := rendererOf(v).spots.inUse()
	require.Len(t, spots, 2)
	for i, want := range []string{"first one", "second"} {
		s := spots[i]
		x, y, _ := s.plate.stage.matrix(instant{}).Apply((s.area.Left+s.area.Right)/2, (s.area.Top+s.area.Bottom)/2)
		at := fyne.NewPos(x, y).Add(v.Position())
		test.MoveMouse(w.Canvas(), at)
		assert.Same(t, s, rendererOf(v).pointed)
		test.TapCanvas(w.Canvas(), at)
		assert.Equal(t, want, target)
	}
	s := spots[0]
	target = ""
	corner := s.Position().Add(v.Position()).AddXY(s.Size().Width-2, 2)
	test.MoveMouse(w.Canvas(), corner)
	assert.Nil(t, rendererOf(v).pointed, "the corner around it is none of its")
	assert.Equal(t, desktop.DefaultCursor, s.Cursor())
	test.TapCanvas(w.Canvas(), corner)
	assert.Empty(t, target)
}

func TestMovingLinksAreTappedWhereTheyAreSeen(t *testing.T) {
	newApp(t)
	c := newCinema(motion.On)
	v, _ := theatre(t, c, nil, 0, under(motion.Jump{Speed: time.Second}, Run{Text: "link", Link: &Link{Target: "t"}}))
	s := rendererOf(v).spots.inUse()[0]
	low := s.Position()
	c.pass(250 * time.Millisecond)
	assert.Less(t, s.Position().Y, low.Y-10)
	assert.True(t, s.holds(s.Position().AddXY(2, 2)))
	assert.False(t, s.holds(low.AddXY(2, s.Size().Height-2)))
}

func TestWhatIsHiddenStaysHidden(t *testing.T) {
	newApp(t)
	runs := make([]Run, 0, 3*maxPlates)
	for range cap(runs) {
		runs = append(runs, boxed(Box{Effect: motion.Blur{}, Hover: true, Runs: text("secret")}))
	}
	c := newCinema(motion.Off)
	v, _ := theatre(t, c, nil, 0, runs...)
	texts, plates := shownBy(v)
	assert.Zero(t, texts)
	assert.NotZero(t, plates)
	assert.Equal(t, len(runs), plates+len(rendererOf(v).grounds.inUse()), "the rest are bars")
	r := rendererOf(v)
	r.veils.inUse()[len(runs)-1].set(true)
	texts, _ = shownBy(v)
	assert.Equal(t, 1, texts, "the pointer lifts a bar as well")

	c = newCinema(motion.Off)
	c.Hold(64 << 20)
	v, _ = theatre(t, c, nil, 0, runs[0], under(motion.Rotate{Degrees: 9}, Run{Text: "turned"}))
	texts, plates = shownBy(v)
	assert.Equal(t, []int{1, 0}, []int{texts, plates}, "without memory effects are left out, and what is hidden is not shown")
}

func TestPicturesAreAskedForAsLargeAsTheyAreSeen(t *testing.T) {
	newApp(t)
	for _, c := range []struct {
		effect motion.Effect
		want   float32
	}{
		{motion.Flip{H: true}, 1},
		{motion.Scale{X: 5, Y: 5}, 5},
		{motion.Scale{X: 1, Y: 3}, 3},
		{motion.Scale{X: 0.5, Y: 0.5}, 1},
	} {
		a := newAlbum()
		v, _ := theatre(t, newCinema(motion.Off), a, 0, under(c.effect, emoji("cat")))
		p := rendererOf(v).layer.plates.inUse()[0].layer.pictures.inUse()[0]
		assert.InDelta(t, c.want, p.scale, 0.01, "%v", c.effect)
	}
}

func TestDeepEffectsStayInTheirRoomAndMemory(t *testing.T) {
	newApp(t)
	for i, e := range []motion.Effect{
		motion.Scale{X: 5, Y: 5},
		motion.Scale{X: 5, Y: 0.2},
		motion.Shift{X: 9999},
		motion.Rotate{Degrees: 7},
		motion.Spin{Speed: time.Second, Axis: motion.AxisY},
		motion.Blur{},
	} {
		nest := Run{Text: "some wide text", Link: &Link{Target: "t"}}
		border := Border{Style: LineGroove, Width: 2, Paint: accent}
		for range maxDepth {
			nest = boxed(Box{Effect: e, Clip: i%2 == 0, Border: border, Runs: []Run{nest, emoji("cat")}})
		}
		c := newCinema(motion.On)
		v, w := theatre(t, c, newAlbum(), 100*time.Millisecond, Run{Text: "a"}, nest)
		r := rendererOf(v)
		w.Resize(fyne.NewSize(400, 900))
		c.pass(100 * time.Millisecond)
		assertEmptyBeyond(t, w.Canvas().Capture(), v.Size().AddWidthHeight(40, 40))
		assert.LessOrEqual(t, r.held, maxHeld)
		for _, s := range r.spots.inUse() {
			end := s.Position().Add(s.Size())
			assert.True(t, s.Position().X >= -20 && s.Position().Y >= -20, "%T", e)
			assert.True(t, end.X <= v.Size().Width+20 && end.Y <= v.Size().Height+20, "%T", e)
		}
		v.SetLayout(nil)
		assert.Zero(t, r.held)
	}
}
