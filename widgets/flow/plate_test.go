package flow

import (
	"image"
	"image/color"
	"math"
	"reflect"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets/motion"
)

func under(e motion.Effect, runs ...Run) Run { return boxed(Box{Effect: e, Runs: runs}) }

// theatre is a view of runs with 20 units of room around it, in a window of its own, at a time since c began.
func theatre(t testing.TB, c *cinema, pictures *album, at time.Duration, runs ...Run) (*View, fyne.Window) {
	t.Helper()
	v := NewView(pictures)
	v.Governor, v.Room = c.Governor, Insets{20, 20, 20, 20}
	c.at = c.at.Add(at)
	w := test.NewTempWindow(t, container.NewWithoutLayout(v))
	w.SetPadded(false)
	v.Move(fyne.NewPos(20, 20))
	perform(v, runs...)
	w.Resize(v.Layout().Size().AddWidthHeight(40, 40))
	return v, w
}

func perform(v *View, runs ...Run) {
	l := Lay(runs, Options{Width: 160})
	v.SetLayout(l)
	v.Resize(l.Size())
}

func TestEffectsInPictures(t *testing.T) {
	newApp(t)
	red := Run{Text: "red", Style: Style{Ink: color.NRGBA{R: 255, A: 255}}}
	word := func(s string) Run { return Run{Text: s} }
	s := time.Second
	for name, runs := range map[string][]Run{
		"rotate":  {word("a "), under(motion.Rotate{Degrees: 30}, word("deg 30 あ")), word(" b")},
		"flip":    {word("a "), under(motion.Flip{H: true}, word("flip")), under(motion.Flip{V: true}, word("down"))},
		"scale":   {word("a "), under(motion.Scale{X: 2, Y: 3}, word("big")), word(" b")},
		"rainbow": {under(motion.Gradient{}, word("all colours but "), red, word("!"))},
		"blur":    {word("a "), under(motion.Blur{}, word("secret")), word(" b")},
		"nested":  {word("a "), under(motion.Spin{Speed: s}, under(motion.Jump{Speed: s}, word("nest"))), word(" b")},
		"hue":     {under(motion.Rainbow{Speed: s}, under(motion.Tada{Speed: s}, red)), word(" b")},
	} {
		_, w := theatre(t, newCinema(motion.On), newAlbum(), 400*time.Millisecond, runs...)
		test.AssertRendersToImage(t, "effect_"+name+".png", w.Canvas())
	}
}

// plateTexts is how many texts a view shows itself, and how many plates.
func shownBy(v *View) (texts, plates int) {
	r := rendererOf(v)
	for _, o := range r.Objects() {
		switch o := o.(type) {
		case *canvas.Text:
			texts++
		case *canvas.Image:
			if o.Visible() && o.Image != nil {
				plates++
			}
		}
	}
	return texts, plates
}

func TestWhatNeedsNoPlateIsDrawnAsItIs(t *testing.T) {
	newApp(t)
	for name, c := range map[string]struct {
		effect        motion.Effect
		mode          motion.Mode
		texts, plates int
	}{
		"turned":              {motion.Rotate{Degrees: 1}, motion.Off, 1, 1},
		"not turned":          {motion.Rotate{Degrees: 360}, motion.Off, 2, 0},
		"not scaled":          {motion.Scale{X: 1, Y: 1}, motion.Off, 2, 0},
		"not mirrored":        {motion.Flip{}, motion.Off, 2, 0},
		"shifted":             {motion.Shift{X: 1}, motion.Off, 2, 0},
		"vanished":            {motion.Scale{}, motion.Off, 1, 0},
		"moving":              {motion.Tada{Speed: time.Second}, motion.On, 1, 1},
		"moving when hovered": {motion.Tada{Speed: time.Second}, motion.Hover, 1, 1},
		"not moving":          {motion.Tada{Speed: time.Second}, motion.Off, 2, 0},
		"much too fast":       {motion.Tada{Speed: 1}, motion.On, 2, 0},
	} {
		v, _ := theatre(t, newCinema(c.mode), nil, 0, Run{Text: "a "}, under(c.effect, Run{Text: "b"}))
		texts, plates := shownBy(v)
		assert.Equal(t, []int{c.texts, c.plates}, []int{texts, plates}, name)
	}
	v := NewView(nil)
	perform(v, Run{Text: "a "}, under(motion.Tada{Speed: time.Second}, Run{Text: "b"}))
	texts, plates := shownBy(v)
	assert.Equal(t, []int{2, 0}, []int{texts, plates}, "without a governor")
}

func TestShiftedLinksAreWhereTheyAreSeen(t *testing.T) {
	newApp(t)
	link := Run{Text: "link", Link: &Link{Target: "there"}}
	for name, c := range map[string]struct {
		effect motion.Effect
		check  func(before, after motion.Rect)
	}{
		"shift": {motion.Shift{Y: 1}, func(b, a motion.Rect) {
			assert.Equal(t, b.Left, a.Left)
			assert.InDelta(t, b.Top+14, a.Top, 0.1)
		}},
		"turn": {motion.Rotate{Degrees: 90}, func(b, a motion.Rect) {
			assert.InDelta(t, b.Right-b.Left, a.Bottom-a.Top, 0.1)
			assert.InDelta(t, b.Bottom-b.Top, a.Right-a.Left, 0.1)
		}},
		"move": {motion.Jump{Speed: time.Second}, func(b, a motion.Rect) {
			assert.Equal(t, b.Left, a.Left)
			assert.InDelta(t, b.Top-16, a.Top, 0.1, "where the jump is highest")
		}},
		"out": {motion.Shift{X: 100}, func(_, a motion.Rect) { assert.Equal(t, motion.Rect{}, a) }},
	} {
		v, _ := theatre(t, newCinema(motion.On), nil, 250*time.Millisecond, link, Run{Text: "\n"}, under(c.effect, link))
		var target string
		v.OnLink = func(l Link) { target = l.Target }
		spots := rendererOf(v).spots.inUse()
		require.Len(t, spots, 2)
		place := func(s *spot) motion.Rect {
			p, size := s.Position(), s.Size()
			return motion.Rect{Left: p.X, Top: p.Y, Right: p.X + size.Width, Bottom: p.Y + size.Height}
		}
		before := place(spots[0])
		lower := v.Layout().lines[1].top
		before.Top, before.Bottom = before.Top+lower, before.Bottom+lower
		t.Run(name, func(*testing.T) { c.check(before, place(spots[1])) })
		test.Tap(spots[1])
		assert.Equal(t, "there", target)
	}
}

func TestNothingLeavesItsRoom(t *testing.T) {
	newApp(t)
	for _, e := range []motion.Effect{
		motion.Scale{X: 5, Y: 5},
		motion.Shift{X: 9999},
		motion.Shift{X: -9999, Y: -9999},
		motion.Shift{X: 2, Y: 2},
		motion.Rotate{Degrees: 45},
		motion.Blur{},
		motion.Spin{Speed: time.Second, Axis: motion.AxisY},
	} {
		nest := Run{Text: "some wide text 日本語"}
		for range 4 {
			nest = under(e, nest)
		}
		v, w := theatre(t, newCinema(motion.On), nil, 100*time.Millisecond, Run{Text: "a"}, nest)
		r := rendererOf(v)
		for _, p := range r.layer.plates.inUse() {
			if p.image.Visible() {
				at, end := p.image.Position(), p.image.Position().Add(p.image.Size())
				assert.True(t, at.X >= -20 && at.Y >= -20 && end.X <= v.Size().Width+20 && end.Y <= v.Size().Height+20, "%T", e)
			}
		}
		assert.LessOrEqual(t, r.held, maxHeld)
		w.Resize(fyne.NewSize(400, 400))
		assertEmptyBeyond(t, w.Canvas().Capture(), v.Size().AddWidthHeight(40, 40))
	}
}

// assertEmptyBeyond wants a picture to show nothing but its ground right of and below some size.
func assertEmptyBeyond(t *testing.T, img image.Image, size fyne.Size) {
	t.Helper()
	ground := img.At(img.Bounds().Max.X-1, img.Bounds().Max.Y-1)
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if (x > int(size.Width) || y > int(size.Height)) && img.At(x, y) != ground {
				t.Fatalf("something is at %d, %d", x, y)
			}
		}
	}
}

func TestOddEffectsAreHarmless(t *testing.T) {
	newApp(t)
	nan, far := float32(math.NaN()), float32(math.Inf(-1))
	for _, e := range []motion.Effect{
		motion.Scale{X: nan, Y: far},
		motion.Shift{X: far, Y: nan},
		motion.Rotate{Degrees: far},
		motion.Scale{X: 1e-30, Y: 1},
		motion.Spin{Speed: math.MaxInt64, Delay: math.MinInt64},
		motion.Bounce{Speed: time.Second, Delay: math.MaxInt64},
	} {
		for _, runs := range [][]Run{nil, text("a"), {{Text: "x", Style: Style{Size: far}}}, {under(e, emoji("cat"))}} {
			v, w := theatre(t, newCinema(motion.On), newAlbum(), time.Second, under(e, runs...))
			rendererOf(v).Move(math.MaxInt64)
			assert.NotNil(t, w.Canvas().Capture(), "%T", e)
		}
	}
}

func TestMemoryIsBounded(t *testing.T) {
	newApp(t)
	c := newCinema(motion.On)
	var runs []Run
	for range 900 {
		runs = append(runs, under(motion.Scale{X: 5, Y: 5}, Run{Text: "wide and wide and wide"}))
	}
	v, _ := theatre(t, c, nil, 0, runs...)
	r := rendererOf(v)
	assert.LessOrEqual(t, r.held, maxHeld)
	texts, plates := shownBy(v)
	assert.NotZero(t, texts, "the rest is drawn as it stands")
	assert.NotZero(t, plates)

	perform(v, Run{Text: "a"})
	assert.Zero(t, r.held)
	assert.True(t, c.Hold(64<<20), "all is given back")

	nest := Run{Text: "deep"}
	for range 20 {
		nest = under(motion.Spin{Speed: time.Second}, nest)
	}
	c.Hold(-64 << 20)
	perform(v, nest)
	assert.Len(t, r.movers, 20)
	_, plates = shownBy(v)
	assert.Equal(t, 1, plates)
	deep := r.held
	perform(v, under(motion.Spin{Speed: time.Second}, Run{Text: "deep"}))
	assert.InDelta(t, r.held, deep, float64(r.held), "boxes that hold only boxes take nothing")
}

func TestPicturesArriveOnPlates(t *testing.T) {
	newApp(t)
	a := newAlbum()
	v, w := theatre(t, newCinema(motion.Off), a, 0, under(motion.Flip{H: true}, emoji("cat")))
	before := w.Canvas().Capture()
	img := image.NewRGBA(image.Rect(0, 0, 28, 28))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	for _, got := range a.waiting["cat"] {
		got(img, true, nil)
	}
	assert.False(t, reflect.DeepEqual(before, w.Canvas().Capture()))
	v.SetLayout(nil)
	assert.Nil(t, rendererOf(v).layer.plates.made[0].image.Image)
}

func TestRebindingLeavesNoPlates(t *testing.T) {
	newApp(t)
	s := time.Second
	layouts := map[string][]Run{
		"plain":  {{Text: "plain"}},
		"turned": {under(motion.Rotate{Degrees: 30}, Run{Text: "x"}), under(motion.Blur{}, Run{Text: "y"})},
		"moving": {under(motion.Tada{Speed: s}, Run{Text: "x"}, under(motion.Jump{Speed: s}, emoji("cat")))},
		"starry": {boxed(Box{Sparkles: true, Runs: text("starry")})},
		"veiled": {boxed(Box{Effect: motion.Blur{}, Hover: true, Runs: text("veiled")})},
	}
	for from, first := range layouts {
		for to, second := range layouts {
			fresh, w := theatre(t, newCinema(motion.On), newAlbum(), s, second...)
			used, u := theatre(t, newCinema(motion.On), newAlbum(), s, first...)
			perform(used, second...)
			u.Resize(w.Canvas().Size())
			assert.Equal(t, len(rendererOf(fresh).Objects()), len(rendererOf(used).Objects()), "%s after %s", to, from)
			assert.True(t, reflect.DeepEqual(w.Canvas().Capture(), u.Canvas().Capture()), "%s after %s", to, from)
			assert.Equal(t, rendererOf(fresh).held, rendererOf(used).held, "%s after %s", to, from)
		}
	}
}

func TestMovingThingsMoveUntilTheyAreGone(t *testing.T) {
	newApp(t)
	c := newCinema(motion.On)
	jump := under(motion.Jump{Speed: time.Second}, Run{Text: "jump"})
	v, _ := theatre(t, c, nil, 0, Run{Text: "a "}, jump)
	image := rendererOf(v).layer.plates.inUse()[0].image
	low := image.Position()
	require.NotNil(t, c.tick)
	c.pass(250 * time.Millisecond)
	assert.Less(t, image.Position().Y, low.Y-10)
	assert.Equal(t, low.X, image.Position().X)

	perform(v, Run{Text: "still"})
	c.pass(time.Second)
	assert.Nil(t, c.tick, "no one is moved")

	perform(v, jump)
	require.NotNil(t, c.tick)
	v.SetLayout(nil)
	c.pass(time.Second)
	assert.Nil(t, c.tick)

	perform(v, jump)
	rendererOf(v).Destroy()
	c.pass(time.Second)
	assert.Nil(t, c.tick)
}

func TestTheSameAgainIsNotDrawnAgain(t *testing.T) {
	newApp(t)
	c := newCinema(motion.On)
	v, _ := theatre(t, c, nil, 0, under(motion.Spin{Speed: time.Second}, Run{Text: "spin"}))
	r := rendererOf(v)
	p := r.layer.plates.inUse()[0]
	base, shown := p.base, p.shown
	r.Move(time.Second / 3)
	assert.True(t, base == p.base)
	assert.False(t, shown == p.shown)
	shown = p.shown
	r.Move(time.Second / 3)
	assert.True(t, shown == p.shown)
	r.arrange()
	assert.True(t, base == p.base)
	v.Refresh()
	assert.False(t, base == p.base, "the theme may be another one")
}

func TestThePointerLiftsVeils(t *testing.T) {
	newApp(t)
	secret := boxed(Box{Effect: motion.Blur{}, Hover: true, Runs: []Run{
		{Text: "secret "},
		{Text: "link", Link: &Link{Target: "there"}},
		boxed(Box{Effect: motion.Blur{}, Hover: true, Runs: text("more")}),
	}})
	v, w := theatre(t, newCinema(motion.Off), nil, 0, Run{Text: "a "}, secret)
	counts := func() []int {
		texts, plates := shownBy(v)
		return []int{texts, plates}
	}
	assert.Equal(t, []int{1, 2}, counts())
	r := rendererOf(v)
	require.Len(t, r.veils.inUse(), 2)
	over := func(o fyne.CanvasObject) fyne.Position { return v.Position().Add(o.Position()).AddXY(2, 2) }

	test.MoveMouse(w.Canvas(), over(r.veils.inUse()[0]))
	assert.Equal(t, []int{3, 1}, counts(), "the outer one is lifted")
	test.MoveMouse(w.Canvas(), over(r.spots.inUse()[0]))
	assert.Equal(t, []int{3, 1}, counts(), "a link is on it")
	test.MoveMouse(w.Canvas(), over(r.veils.inUse()[1]))
	assert.Equal(t, []int{4, 0}, counts(), "both are lifted")
	test.MoveMouse(w.Canvas(), fyne.NewPos(1, 1))
	assert.Equal(t, []int{1, 2}, counts())

	r.veils.inUse()[0].MouseMoved(&desktop.MouseEvent{})
	assert.Equal(t, []int{3, 1}, counts(), "the view came under the pointer")
	perform(v, Run{Text: "a "}, secret)
	assert.Equal(t, []int{1, 2}, counts(), "another text knows nothing of it")
}

func TestStarsRise(t *testing.T) {
	newApp(t)
	c := newCinema(motion.On)
	starry := boxed(Box{Sparkles: true, Runs: text("a starry text")})
	v, _ := theatre(t, c, nil, 0, starry)
	_, stars := shownBy(v)
	assert.Zero(t, stars)
	seen := 0
	for range 20 {
		c.pass(200 * time.Millisecond)
		_, stars = shownBy(v)
		seen += stars
	}
	assert.Greater(t, seen, 10)

	v, _ = theatre(t, newCinema(motion.Off), nil, 0, starry)
	assert.Len(t, rendererOf(v).Objects(), 1, "only the text")
}
