package flow

import (
	"image/color"
	"maps"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets/look"
	"mejiro/widgets/motion"
)

var (
	accent = Paint{Name: look.ColorAccent}
	quoted = Box{
		Block: true, Runs: text("quoted text"), Bar: 3, BarPaint: Paint{Name: look.ColorDivider, Alpha: 0.5},
		Margin: Insets{8, 8, 8, 8}, Padding: Insets{6, 0, 6, 12},
	}
	field    = &shape{width: 60, height: 20}
	drawings = map[string][]Run{
		"quote":  {{Text: "a"}, boxed(quoted), {Text: "b"}},
		"ground": {{Text: "a "}, boxed(Box{Runs: text("b"), Fill: Paint{Ink: color.NRGBA{R: 255, A: 255}}, Radius: 6, Padding: Insets{0, 4, 0, 4}})},
		"ruby":   {{Text: "a "}, boxed(Box{Runs: text("漢字"), Over: []Run{{Text: "かんじ", Style: Style{Size: 7}}}})},
		"nested": {boxed(Box{Fill: accent, Padding: Insets{2, 2, 2, 2}, Runs: []Run{{Text: "a"}, boxed(quoted)}})},
		"inside": {boxed(Box{Padding: Insets{5, 5, 5, 5}, Runs: append([]Run{
			{Text: "ink ", Style: Style{Ink: color.NRGBA{B: 255, A: 200}, Alpha: 0.5, Strike: true, Underline: true}},
		}, linked...)})},
		"emoji":   {{Text: "a"}, boxed(Box{Padding: Insets{5, 5, 5, 5}, Runs: []Run{emoji("cat"), emoji("dog")}})},
		"content": {{Text: "a"}, boxed(Box{Block: true, Content: field, Border: Border{LineSolid, 1, accent}, Radius: 4})},
		"tip":     {boxed(Box{Runs: text("a"), Tooltip: "tip"})},
		"linked":  {{Text: "x"}, {Box: &Box{Runs: text("whole box")}, Link: &Link{Target: "t"}}},
		"solid":   bordered(LineSolid),
		"double":  bordered(LineDouble),
	}
)

// bordered is a square box and a round one.
func bordered(style LineStyle) []Run {
	line := Border{Style: style, Width: 3, Paint: accent}
	return []Run{boxed(Box{Runs: text("a"), Border: line}), boxed(Box{Runs: text("b"), Border: line, Radius: 6})}
}

func TestBoxMarkup(t *testing.T) {
	newApp(t)
	for name, runs := range drawings {
		_, w := show(t, newAlbum(), runs)
		test.AssertRendersToMarkup(t, "box_"+name+".xml", w.Canvas())
	}
}

func TestRebindingBoxesLeavesNoTrace(t *testing.T) {
	newApp(t)
	all := map[string][]Run{"empty": {}, "styled": styled}
	maps.Copy(all, drawings)
	maps.Copy(all, rims())
	for _, before := range all {
		for name, after := range all {
			_, fresh := show(t, newAlbum(), after)
			v, w := show(t, newAlbum(), before)
			hoverAll(v)
			v.SetLayout(Lay(after, Options{Width: 100}))
			assert.Equal(t, test.RenderToMarkup(fresh.Canvas()), test.RenderToMarkup(w.Canvas()), name)
		}
	}
}

func TestLinksInBoxes(t *testing.T) {
	newApp(t)
	v, w := show(t, newAlbum(), []Run{
		boxed(Box{Margin: Insets{10, 10, 10, 10}, Tooltip: "tip", Runs: []Run{{Text: "a"}, boxed(Box{Runs: linked[3:], Block: true})}}),
		{Box: &Box{Runs: text("box"), Padding: Insets{Left: 20}}, Link: &Link{Target: "box"}},
	})
	var followed []string
	v.OnLink = func(l Link) { followed = append(followed, l.Target) }
	test.TapCanvas(w.Canvas(), fyne.NewPos(15, 15))
	assert.Empty(t, followed)
	test.TapCanvas(w.Canvas(), fyne.NewPos(20, 40))
	test.TapCanvas(w.Canvas(), fyne.NewPos(70, 40))
	assert.Equal(t, []string{"#tag", "box"}, followed)

	tips := rendererOf(v).tips.inUse()
	require.Len(t, tips, 1)
	assert.Equal(t, "tip", tips[0].ToolTip())
	assert.Equal(t, fyne.NewPos(10, 10), tips[0].Position())
	v.SetLayout(nil)
	assert.Empty(t, tips[0].ToolTip())
}

func TestTipsLeaveTapsToWhatLiesBehind(t *testing.T) {
	newApp(t)
	v := NewView(nil)
	v.SetLayout(Lay(drawings["tip"], Options{}))
	behind := &tappable{}
	behind.ExtendBaseWidget(behind)
	w := test.NewTempWindow(t, container.NewStack(behind, v))
	w.Resize(fyne.NewSize(100, 100))
	tip := rendererOf(v).tips.inUse()[0]
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(tip).AddXY(2, 2)
	test.TapCanvas(w.Canvas(), at)
	assert.Equal(t, 1, behind.taps)
	var _ desktop.Hoverable = tip
}

func TestContentIsKeptWhileItIsShown(t *testing.T) {
	newApp(t)
	one, two := &shape{width: 20, height: 20}, &shape{width: 30, height: 30}
	v, _ := show(t, newAlbum(), []Run{boxed(Box{Content: one}), boxed(Box{Content: two})})
	contents := func() []fyne.CanvasObject { return rendererOf(v).contents }
	first := contents()[0]
	assert.Equal(t, fyne.NewSize(20, 20), first.Size())

	v.SetLayout(Lay([]Run{{Text: "before "}, boxed(Box{Content: two}), boxed(quoted), boxed(Box{Content: one})}, Options{}))
	require.Len(t, contents(), 2)
	assert.Same(t, first, contents()[1])
	v.Refresh()
	assert.Equal(t, []int{1, 1}, []int{one.made, two.made})

	v.SetLayout(Lay([]Run{boxed(Box{Content: one}), boxed(Box{Content: one})}, Options{}))
	require.Len(t, contents(), 2, "shown twice, made twice")
	assert.Equal(t, 2, one.made)
	assert.NotSame(t, contents()[0], contents()[1])
	v.SetLayout(nil)
	assert.Empty(t, contents())
	v.SetLayout(Lay([]Run{boxed(Box{Content: one})}, Options{}))
	assert.Equal(t, 3, one.made, "nothing is kept that is not shown")
}

func TestCutContentIsCut(t *testing.T) {
	newApp(t)
	v := NewView(nil)
	v.SetLayout(Lay([]Run{boxed(Box{Content: &shape{width: 40, height: 200}, Block: true, Padding: Insets{Left: 10}})},
		Options{Width: 100, MaxLines: 2}))
	require.Equal(t, float32(42), v.MinSize().Height)
	c := rendererOf(v).clips.inUse()[0]
	assert.Equal(t, fyne.NewSize(100, 42), c.Size())
	require.Len(t, c.layer.objects, 1)
	c.layer.objects[0].Resize(fyne.NewSize(40, 200)) // as a widget that insists on its size would be
	w := test.NewTempWindow(t, container.NewWithoutLayout(v))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(100, 100))
	v.Resize(v.MinSize())
	picture := w.Canvas().Capture()
	red := color.NRGBA{R: 255, A: 255}
	assert.Equal(t, red, color.NRGBAModel.Convert(picture.At(20, 40)))
	assert.NotEqual(t, red, color.NRGBAModel.Convert(picture.At(20, 44)))

	v.SetLayout(Lay(text("a"), Options{}))
	assert.Empty(t, c.layer.objects)
}

func TestPicturesInBoxesComeLater(t *testing.T) {
	newApp(t)
	pictures := newAlbum()
	v, _ := show(t, pictures, drawings["emoji"])
	pictures.bring("cat", 28, 28)
	images := imagesShown(v)
	require.Len(t, images, 1)
	box := v.Layout().frags[1].box
	assert.Equal(t, v.Layout().frags[1].x+box.innerAt.X, images[0].Position().X)
	v.SetLayout(nil)
	assert.Equal(t, 2, pictures.cancelled)
}

func TestStyleInk(t *testing.T) {
	newApp(t)
	ink := color.NRGBA{R: 10, G: 20, B: 30, A: 200}
	s := Style{Ink: ink, Color: look.ColorLink}
	assert.Equal(t, ink, s.foreground())
	s.Alpha = 0.5
	assert.Equal(t, color.NRGBA{R: 10, G: 20, B: 30, A: 100}, s.foreground())

	v, _ := show(t, newAlbum(), []Run{
		{Text: "a", Style: Style{Ink: ink, Strike: true, Underline: true}, Link: &Link{}},
		{Emoji: &Emoji{Fallback: "b"}, Style: Style{Ink: ink}},
	})
	for _, o := range rendererOf(v).Objects() {
		switch o := o.(type) {
		case *canvas.Text:
			assert.Equal(t, ink, o.Color)
		case *canvas.Rectangle:
			assert.Equal(t, ink, o.FillColor)
		case *spot:
			assert.Equal(t, ink, o.line.FillColor)
		}
	}
}

func TestOnlyWhatMayReachOutIsClipped(t *testing.T) {
	newApp(t)
	clipped := func(clip bool, runs ...Run) Box {
		return Box{Runs: runs, Clip: clip, Border: Border{Style: LineSolid, Width: 2, Paint: accent}, Margin: Insets{Left: 10}}
	}
	moved := boxed(Box{Runs: []Run{boxed(Box{Runs: text("あい"), Effect: motion.Rotate{Degrees: 5}})}})
	for _, c := range []struct {
		box  Box
		want int
	}{
		{clipped(true, text("a")...), 0},
		{clipped(true, moved), 1},
		{clipped(false, moved), 0},
		{Box{Clip: true, Content: field}, 0},
	} {
		v, _ := show(t, newAlbum(), []Run{boxed(c.box)})
		clips := rendererOf(v).clips.inUse()
		require.Len(t, clips, c.want)
		for _, clip := range clips {
			assert.Equal(t, fyne.NewPos(12, 2), clip.Position(), "within the border")
			assert.InDelta(t, 28, clip.Size().Width, 1)
			assert.Equal(t, float32(21), clip.Size().Height)
		}
	}
}
