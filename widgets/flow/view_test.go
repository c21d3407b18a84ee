package flow

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets/look"
)

var (
	styled = []Run{
		{Text: "ふつう "},
		{Text: "bold ", Style: Style{Bold: true}},
		{Text: "struck out", Style: Style{Strike: true}},
		{Text: " under", Style: Style{Underline: true, Color: look.ColorLink}},
		{Text: " small", Style: Style{Size: 10, Alpha: 0.5}},
		{Text: "\n"},
		{Text: "code", Style: Style{Mono: true, Background: look.ColorSelection}},
	}
	linked = []Run{
		{Text: "See "},
		{Text: "the very long label", Link: &Link{Target: "https://example.com/", Tooltip: "https://example.com/"}},
		{Text: " and "},
		{Text: "#tag", Link: &Link{Target: "#tag"}},
	}
	directed = []Run{
		{Text: hebrew.Replace("ABC (def) 12, GH!")},
		{Text: "@אב", Link: &Link{Target: "@אב"}},
		{Text: " 3\nabc "},
		{Text: hebrew.Replace("AB"), Style: Style{Bold: true}},
		{Text: hebrew.Replace(" CD.")},
	}
	pictured = []Run{
		{Text: "a "},
		emoji("a_long_name"),
		{Text: "🎉", Emoji: &Emoji{URL: "party", Fallback: "🎉"}},
		{Text: "🍣", Emoji: &Emoji{Fallback: "🍣"}},
	}
)

// show puts a view of runs, 100 wide, in a window of its own.
func show(t *testing.T, pictures *album, runs []Run) (*View, fyne.Window) {
	v := NewView(pictures)
	if runs != nil {
		v.SetLayout(Lay(runs, Options{Width: 100}))
	}
	w := test.NewTempWindow(t, container.NewWithoutLayout(v))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 150))
	v.Resize(fyne.NewSize(100, 100))
	return v, w
}

func TestMarkup(t *testing.T) {
	newApp(t)
	pictures := newAlbum()
	pictures.atHand["a_long_name"] = image.NewRGBA(image.Rect(0, 0, 4, 4))
	for name, runs := range map[string][]Run{"styled": styled, "linked": linked, "pictured": pictured, "directed": directed, "empty": nil} {
		_, w := show(t, pictures, runs)
		test.AssertRendersToMarkup(t, name+".xml", w.Canvas())
	}
}

func TestRebindingLeavesNoTrace(t *testing.T) {
	newApp(t)
	layouts := map[string][]Run{
		"styled": styled, "linked": linked, "pictured": pictured, "directed": directed, "empty": {}, "long": text("あ\nい\nう\nえ"),
	}
	for _, before := range layouts {
		for name, after := range layouts {
			_, fresh := show(t, newAlbum(), after)
			v, w := show(t, newAlbum(), before)
			hoverAll(v)
			v.SetLayout(Lay(after, Options{Width: 100}))
			assert.Equal(t, test.RenderToMarkup(fresh.Canvas()), test.RenderToMarkup(w.Canvas()), name)
		}
	}
}

// hoverAll has the pointer over every link.
func hoverAll(v *View) {
	for _, s := range spotsOf(v) {
		s.MouseIn(&desktop.MouseEvent{})
	}
}

func rendererOf(v *View) *renderer {
	return test.WidgetRenderer(v).(*renderer)
}

func spotsOf(v *View) []*spot {
	return rendererOf(v).spots.inUse()
}

func TestRebindingReusesObjects(t *testing.T) {
	newApp(t)
	v, _ := show(t, newAlbum(), styled)
	before := v.Layout()
	objects := append([]fyne.CanvasObject{}, rendererOf(v).Objects()...)
	v.SetLayout(Lay(linked, Options{Width: 100}))
	v.SetLayout(before)
	require.Len(t, rendererOf(v).Objects(), len(objects))
	for i, o := range rendererOf(v).Objects() {
		assert.Same(t, objects[i], o)
	}
	long := make([]Run, 0, 400)
	for range 400 {
		long = append(long, Run{Text: "a\n"}, emoji("cat"))
	}
	v.SetLayout(Lay(long, Options{}))
	v.SetLayout(before)
	assert.Less(t, len(rendererOf(v).texts.made), 40, "no hoard after a long text")
	assert.Less(t, len(rendererOf(v).pictures.made), 40)
}

func TestPictureComesLater(t *testing.T) {
	newApp(t)
	pictures := newAlbum()
	v, _ := show(t, pictures, pictured)
	require.Len(t, pictures.asked, 2, "one has no address")
	assert.Equal(t, fyne.NewSize(28*MaxAspect, 28), pictures.asked[0].Box)
	assert.Equal(t, []string{"a ", "🎉", "🍣"}, textsShown(v), "a fallback that does not fit waits for the picture to fail")
	place := v.Layout().Size()

	pictures.bring("party", 35, 35)
	assert.Equal(t, []string{"a ", "🍣"}, textsShown(v))
	require.Len(t, imagesShown(v), 1)

	pictures.fail("a_long_name")
	assert.Equal(t, []string{"a ", ":a_l…", "🍣"}, textsShown(v))
	assert.Equal(t, place, v.MinSize())
}

func TestAFallbackStaysInThePlaceOfItsPicture(t *testing.T) {
	newApp(t)
	for _, name := range []string{"cat", "a_rather_long_name", "長い名前の絵文字"} {
		pictures := newAlbum()
		v, _ := show(t, pictures, []Run{{Text: "ab"}, emoji(name)})
		pictures.fail(name)
		f := v.Layout().frags[1]
		shown := rendererOf(v).Objects()[1]
		assert.GreaterOrEqual(t, shown.Position().X, f.x, name)
		assert.LessOrEqual(t, shown.Position().X+shown.MinSize().Width, f.x+f.width, name)
	}
}

func TestLatePictureOfAnotherLayoutIsDropped(t *testing.T) {
	newApp(t)
	pictures := newAlbum()
	v, _ := show(t, pictures, []Run{emoji("cat")})
	v.SetLayout(Lay([]Run{emoji("dog")}, Options{Width: 100}))
	assert.Equal(t, 1, pictures.cancelled)
	pictures.bring("cat", 28, 28)
	assert.Empty(t, imagesShown(v))
	pictures.bring("dog", 28, 28)
	assert.Len(t, imagesShown(v), 1)

	v.SetLayout(nil)
	assert.Empty(t, rendererOf(v).Objects())
	assert.Nil(t, rendererOf(v).pictures.made[0].image.Image, "the picture is let go")
}

func TestAnotherWidthKeepsThePictures(t *testing.T) {
	newApp(t)
	pictures := newAlbum()
	v, _ := show(t, pictures, pictured)
	pictures.bring("a_long_name", 28, 28)
	v.SetLayout(Lay(pictured, Options{Width: 40}))
	assert.Len(t, pictures.asked, 2, "nothing is asked for again")
	assert.Len(t, imagesShown(v), 1)
}

func TestShapeOfAPictureIsTold(t *testing.T) {
	newApp(t)
	pictures := newAlbum()
	pictures.atHand["at hand"] = image.NewRGBA(image.Rect(0, 0, 56, 28))
	wide := emoji("known")
	wide.Emoji.Aspect = 3
	runs := []Run{emoji("later"), emoji("at hand"), wide}
	v, _ := show(t, pictures, nil)
	told := map[string]float32{}
	v.OnAspect = func(url string, aspect float32) {
		told[url] = aspect
		if url == "at hand" { // as an owner would
			with := emoji("at hand")
			with.Emoji.Aspect = aspect
			v.SetLayout(Lay([]Run{emoji("later"), with, wide}, Options{}))
		}
	}
	v.SetLayout(Lay(runs, Options{}))
	assert.Equal(t, map[string]float32{"at hand": 2}, told)
	pictures.bring("later", 14, 28)
	pictures.bring("known", 85, 28)
	assert.Equal(t, map[string]float32{"at hand": 2, "later": 0.5}, told)
}

func TestLinks(t *testing.T) {
	newApp(t)
	v, w := show(t, newAlbum(), linked)
	var followed []Link
	var asked []Link
	v.OnLink = func(l Link) { followed = append(followed, l) }
	v.OnSecondary = func(l Link, _ *fyne.PointEvent) { asked = append(asked, l) }

	require.Equal(t, "See the very\nlong label and\n#tag", v.Layout().String())
	test.TapCanvas(w.Canvas(), fyne.NewPos(40, 10))
	test.TapCanvas(w.Canvas(), fyne.NewPos(20, 30))
	test.TapCanvas(w.Canvas(), fyne.NewPos(10, 50))
	test.TapCanvas(w.Canvas(), fyne.NewPos(10, 10))
	assert.Equal(t, []Link{*linked[1].Link, *linked[1].Link, *linked[3].Link}, followed)

	spots := spotsOf(v)
	require.Len(t, spots, 3)
	test.TapSecondary(spots[2])
	assert.Equal(t, []Link{*linked[3].Link}, asked)
	assert.Equal(t, desktop.PointerCursor, spots[0].Cursor())
	assert.Equal(t, "https://example.com/", spots[0].ToolTip())
	assert.Empty(t, spots[2].ToolTip())
}

func TestLinksAreUnderlinedUnderThePointer(t *testing.T) {
	newApp(t)
	v, w := show(t, newAlbum(), linked)
	plain := test.RenderToMarkup(w.Canvas())
	lines := func() (shown []bool) {
		for _, s := range spotsOf(v) {
			shown = append(shown, s.line.Visible())
		}
		return shown
	}
	test.MoveMouse(w.Canvas(), fyne.NewPos(40, 10))
	assert.Equal(t, []bool{true, true, false}, lines(), "in both lines it touches")
	test.MoveMouse(w.Canvas(), fyne.NewPos(10, 50))
	assert.Equal(t, []bool{false, false, true}, lines())
	test.MoveMouse(w.Canvas(), fyne.NewPos(150, 100))
	assert.Equal(t, plain, test.RenderToMarkup(w.Canvas()))
}

func TestWhatLiesBehindGetsTheTapsBesideLinks(t *testing.T) {
	newApp(t)
	v := NewView(nil)
	v.SetLayout(Lay(linked, Options{Width: 100}))
	behind := &tappable{}
	behind.ExtendBaseWidget(behind)
	behind.Resize(fyne.NewSize(100, 100))
	w := test.NewTempWindow(t, container.NewWithoutLayout(behind, v))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 150))
	v.Resize(fyne.NewSize(100, 100))
	test.TapCanvas(w.Canvas(), fyne.NewPos(10, 10))
	test.TapCanvas(w.Canvas(), fyne.NewPos(40, 10))
	assert.Equal(t, 1, behind.taps)
}

type tappable struct {
	widget.BaseWidget
	taps int
}

func (o *tappable) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}

func (o *tappable) Tapped(*fyne.PointEvent) { o.taps++ }

func TestColoursFollowTheTheme(t *testing.T) {
	app := newApp(t)
	v, _ := show(t, newAlbum(), styled)
	app.Settings().SetTheme(look.New(look.Dark))
	first := rendererOf(v).texts.made[0]
	assert.Equal(t, look.Color(look.ColorText), first.Color)
	app.Settings().SetTheme(look.New(look.Light))
	assert.Equal(t, look.Color(look.ColorText), first.Color)
}

func textsShown(v *View) (texts []string) {
	for _, o := range rendererOf(v).Objects() {
		if t, ok := o.(*canvas.Text); ok {
			texts = append(texts, t.Text)
		}
	}
	return texts
}

func imagesShown(v *View) (images []*canvas.Image) {
	for _, o := range rendererOf(v).Objects() {
		if i, ok := o.(*canvas.Image); ok {
			images = append(images, i)
		}
	}
	return images
}
