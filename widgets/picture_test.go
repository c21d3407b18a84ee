package widgets_test

import (
	"errors"
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets"
	"mejiro/widgets/look"
)

// album hands out pictures when the test says so.
type album struct {
	loads []*load
	// atHand is given at once during Load, as from memory.
	atHand image.Image
}

type load struct {
	widgets.PictureRequest
	scale     float32
	got       func(image.Image, bool, error)
	cancelled bool
}

func (a *album) Load(req widgets.PictureRequest, scale float32, got func(image.Image, bool, error)) func() {
	l := &load{PictureRequest: req, scale: scale, got: got}
	a.loads = append(a.loads, l)
	if a.atHand != nil {
		got(a.atHand, true, nil)
	}
	return func() { l.cancelled = true }
}

func (a *album) last() *load { return a.loads[len(a.loads)-1] }

// shownImage is the pixels a widget draws; nil if it draws none.
func shownImage(w fyne.Widget) image.Image {
	for _, o := range test.WidgetRenderer(w).Objects() {
		if img, ok := o.(*canvas.Image); ok && img.Visible() && img.Resource == nil {
			return img.Image
		}
	}
	return nil
}

// shownText is what a widget says in words.
func shownText(w fyne.Widget) string {
	for _, o := range test.WidgetRenderer(w).Objects() {
		switch o := o.(type) {
		case *widget.Label:
			if o.Visible() {
				return o.Text
			}
		case *canvas.Text:
			if o.Visible() {
				return o.Text
			}
		}
	}
	return ""
}

func pixels(w, h int) image.Image { return image.NewRGBA(image.Rect(0, 0, w, h)) }

func newApp(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
}

// inWindow shows o at that size in a window of its own.
func inWindow(t *testing.T, o fyne.CanvasObject, size fyne.Size) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, container.NewWithoutLayout(o))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(500, 500))
	o.Resize(size)
	return w
}

var cat = widgets.PictureRequest{URL: "https://media.example/cat.webp", Cover: true, Blurhash: "LEHV6nWB2yk8pyo0adR*.7kCMdnj"}

func TestPictureGoesFromGroundToBlurhashToPicture(t *testing.T) {
	a := &album{}
	newApp(t)
	p := widgets.NewPicture(a)
	inWindow(t, p, fyne.NewSize(100, 80))
	assert.Empty(t, a.loads, "nothing is asked for without a request")
	p.SetRequest(cat, "a cat")
	require.Len(t, a.loads, 1)
	want := cat
	want.Box = fyne.NewSize(100, 80)
	assert.Equal(t, want, a.last().PictureRequest)
	assert.Equal(t, float32(1), a.last().scale)
	assert.Nil(t, shownImage(p))

	blur, sharp := pixels(16, 16), pixels(100, 80)
	a.last().got(blur, false, nil)
	assert.Same(t, blur, shownImage(p))
	a.last().got(sharp, true, nil)
	assert.Same(t, sharp, shownImage(p))
	assert.Equal(t, fyne.NewSize(100, 80), p.Size(), "nothing moves")
	assert.Len(t, a.loads, 1)
	assert.Equal(t, "a cat", p.AccessibilityLabel())
}

func TestPictureWithoutAddressShowsItsBlurhash(t *testing.T) {
	newApp(t)
	a := &album{}
	p := widgets.NewPicture(a)
	inWindow(t, p, fyne.NewSize(100, 80))
	p.SetRequest(widgets.PictureRequest{Blurhash: "LEHV6nWB2yk8pyo0adR*.7kCMdnj"}, "")
	hash := pixels(8, 8)
	a.last().got(hash, false, nil)
	assert.Same(t, hash, shownImage(p))
	assert.False(t, p.Failed())

	p.SetRequest(widgets.PictureRequest{}, "")
	assert.Nil(t, shownImage(p))
	assert.Len(t, a.loads, 1, "nothing is asked for when there is nothing to show")
}

func TestPictureAtHandIsShownAtOnce(t *testing.T) {
	a := &album{atHand: pixels(10, 10)}
	newApp(t)
	p := widgets.NewPicture(a)
	inWindow(t, p, fyne.NewSquareSize(10))
	p.SetRequest(cat, "")
	assert.Same(t, a.atHand, shownImage(p))
}

func TestRebindingLeavesNoTrace(t *testing.T) {
	a := &album{}
	newApp(t)
	p := widgets.NewPicture(a)
	inWindow(t, p, fyne.NewSize(100, 80))
	dog := widgets.PictureRequest{URL: "https://media.example/dog.webp"}

	p.SetRequest(cat, "a cat")
	p.SetRequest(dog, "a dog")
	assert.True(t, a.loads[0].cancelled, "on its way")
	a.last().got(pixels(100, 80), true, nil)
	p.SetRequest(cat, "a cat")
	assert.Nil(t, shownImage(p), "the dog is gone before the cat is here")
	a.last().got(nil, true, errors.New("404"))
	assert.True(t, p.Failed())
	assert.Equal(t, "a cat", shownText(p))
	p.SetRequest(dog, "a dog")
	assert.False(t, p.Failed())
	assert.Empty(t, shownText(p))
	p.SetRequest(widgets.PictureRequest{}, "")
	assert.True(t, a.last().cancelled)
	assert.Nil(t, shownImage(p))
	assert.Len(t, a.loads, 4)
}

func TestTheSameRequestAgainChangesNothing(t *testing.T) {
	a := &album{}
	newApp(t)
	p := widgets.NewPicture(a)
	inWindow(t, p, fyne.NewSize(100, 80))
	p.SetRequest(cat, "")
	a.last().got(pixels(100, 80), true, nil)
	p.SetRequest(cat, "a cat")
	assert.NotNil(t, shownImage(p))
	assert.Len(t, a.loads, 1)
	assert.Equal(t, "a cat", p.AccessibilityLabel())
}

func TestPictureLoadsOnlyWhileItIsShown(t *testing.T) {
	newApp(t)
	a := &album{}
	p := widgets.NewPicture(a)
	p.Hide()
	inWindow(t, p, fyne.NewSize(100, 80))
	p.SetRequest(cat, "")
	p.Refresh()
	assert.Empty(t, a.loads, "hidden")
	p.Show()
	require.Len(t, a.loads, 1)
	p.Hide()
	assert.True(t, a.last().cancelled)
	p.Show()
	require.Len(t, a.loads, 2)
	a.last().got(pixels(100, 80), true, nil)
	p.Hide()
	p.Show()
	assert.Len(t, a.loads, 2, "it is here")
	assert.NotNil(t, shownImage(p))
}

func TestPictureIsAskedForAgainForAnotherPlace(t *testing.T) {
	a := &album{}
	newApp(t)
	p := widgets.NewPicture(a)
	w := inWindow(t, p, fyne.NewSize(100, 80))
	p.SetRequest(cat, "")
	first := pixels(100, 80)
	a.last().got(first, true, nil)

	p.Resize(fyne.NewSize(105, 84))
	p.Resize(fyne.NewSize(60, 48))
	assert.Len(t, a.loads, 1, "about the same")
	p.Resize(fyne.NewSize(200, 160))
	require.Len(t, a.loads, 2)
	assert.Equal(t, fyne.NewSize(200, 160), a.last().Box)
	a.last().got(pixels(16, 16), false, nil)
	assert.Same(t, first, shownImage(p), "better than a blurhash")
	a.last().got(nil, true, errors.New("gone"))
	assert.Same(t, first, shownImage(p), "better than nothing")
	assert.False(t, p.Failed())

	p.Resize(fyne.NewSize(50, 40))
	require.Len(t, a.loads, 3)
	w.Canvas().(interface{ SetScale(float32) }).SetScale(2)
	p.MinSize()
	require.Len(t, a.loads, 4)
	assert.Equal(t, float32(2), a.last().scale)
}

func TestRetry(t *testing.T) {
	a := &album{}
	newApp(t)
	p := widgets.NewPicture(a)
	inWindow(t, p, fyne.NewSize(100, 80))
	p.SetRequest(cat, "a cat")
	a.last().got(pixels(16, 16), false, nil)
	a.last().got(nil, true, errors.New("503"))
	assert.True(t, p.Failed())
	assert.NotNil(t, shownImage(p), "the blurhash stays")
	p.Refresh()
	assert.Len(t, a.loads, 1, "not by itself")
	p.Retry()
	require.Len(t, a.loads, 2)
	assert.False(t, p.Failed())
	a.last().got(pixels(100, 80), true, nil)
	p.Retry()
	assert.Len(t, a.loads, 2)
}

func TestBrokenSignKeepsInside(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 300, Height: 200}, {Width: 40, Height: 200}, {Width: 300, Height: 22}, {Width: 8, Height: 8}, {}} {
		a := &album{}
		newApp(t)
		p := widgets.NewPicture(a)
		inWindow(t, p, fyne.NewSize(10, 10))
		p.SetRequest(cat, "a cat that has been described at great length by someone who loves it very much")
		a.last().got(nil, true, errors.New("404"))
		p.Resize(size)
		for _, o := range test.WidgetRenderer(p).Objects() {
			if o.Visible() {
				end := o.Position().Add(o.Size())
				assert.LessOrEqual(t, end.X, size.Width+0.01, "%T in %v", o, size)
				assert.LessOrEqual(t, end.Y, size.Height+0.01, "%T in %v", o, size)
				assert.GreaterOrEqual(t, o.Position().Y, float32(-0.01))
			}
		}
	}
}

func TestTapsGoThroughWhereNoOneListens(t *testing.T) {
	a := &album{}
	newApp(t)
	p := widgets.NewPicture(a)
	below := 0
	button := widget.NewButton("", func() { below++ })
	w := test.NewTempWindow(t, container.NewStack(button, p))
	w.Resize(fyne.NewSize(100, 100))
	tap := func() { test.TapCanvas(w.Canvas(), fyne.NewPos(50, 50)) }

	tap()
	assert.Equal(t, 1, below)
	tapped, menus := 0, 0
	p.OnTap = func() { tapped++ }
	p.OnSecondaryTap = func(*fyne.PointEvent) { menus++ }
	p.Refresh()
	tap()
	assert.Equal(t, 1, below)
	assert.Equal(t, 1, tapped)
	assert.Equal(t, fyne.AccessibleRoleButton, p.AccessibilityRole())

	over := test.WidgetRenderer(p).Objects()[2]
	over.(fyne.SecondaryTappable).TappedSecondary(&fyne.PointEvent{})
	assert.Equal(t, 1, menus)
	assert.Equal(t, desktop.PointerCursor, over.(desktop.Cursorable).Cursor())
	p.OnTap, p.OnSecondaryTap = nil, nil
	p.Refresh()
	tap()
	assert.Equal(t, 2, below)
}

func TestPictureMarkup(t *testing.T) {
	a := &album{}
	newApp(t)
	p := widgets.NewPicture(a)
	p.CornerRadius = look.RadiusCard
	w := inWindow(t, p, fyne.NewSize(120, 80))
	w.Resize(fyne.NewSize(120, 80))
	p.SetRequest(cat, "a cat")
	test.AssertRendersToMarkup(t, "picture-loading.xml", w.Canvas())
	a.last().got(nil, true, errors.New("404"))
	test.AssertRendersToMarkup(t, "picture-failed.xml", w.Canvas())
	p.Retry()
	a.last().got(pixels(120, 80), true, nil)
	test.AssertRendersToMarkup(t, "picture.xml", w.Canvas())
}
