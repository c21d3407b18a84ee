package emojipicker

import (
	"image"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
	"mejiro/widgets/motion"
)

// films brings an animated picture for whatever is asked.
type films struct{ asked, moving int }

func (f *films) Load(req widgets.PictureRequest, _ float32, got func(image.Image, bool, error)) func() {
	f.asked++
	still := motion.Still{Image: image.NewRGBA(image.Rect(0, 0, 8, 8)), Delay: 100 * time.Millisecond}
	if req.Moving {
		f.moving++
		got(motion.NewFilm([]motion.Still{still, still}, 0), true, nil)
	} else {
		got(still.Image, true, nil)
	}
	return func() {}
}

func TestChoicesMove(t *testing.T) {
	test.NewTempApp(t)
	choices := make([]Choice, mostMoving+5)
	for i := range choices {
		choices[i].Run = flow.Run{Text: "x", Emoji: &flow.Emoji{URL: "https://x.example/" + string(rune('a'+i))}}
	}
	for mode, moving := range map[motion.Mode]int{motion.Off: 0, motion.Hover: mostMoving, motion.On: mostMoving} {
		var tick func()
		g := motion.NewGovernor(func(f func()) func() {
			tick = f
			return func() { tick = nil }
		}, time.Now)
		g.SetMode(mode)
		var from films
		p := NewPalette(&from, g, choices, nil)
		test.NewTempWindow(t, p)
		assert.Equal(t, films{asked: len(choices), moving: moving}, from)
		assert.Equal(t, mode == motion.On, tick != nil)
		p.cells[0].MouseIn(&desktop.MouseEvent{})
		assert.Equal(t, mode != motion.Off, tick != nil)
		p.cells[0].MouseOut()
		assert.Equal(t, mode == motion.On, tick != nil)
	}
}

type noPictures struct{}

func (noPictures) Load(widgets.PictureRequest, float32, func(image.Image, bool, error)) func() {
	return func() {}
}

// show shows a palette of the first letters of the alphabet.
func show(t *testing.T, n int) (p *Palette, chosen *[]string, canvas fyne.Canvas) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	choices := make([]Choice, n)
	for i := range choices {
		letter := string(rune('a' + i))
		choices[i] = Choice{Reaction: letter, Run: flow.Run{Text: letter, Emoji: &flow.Emoji{URL: "https://x.example/" + letter, Aspect: 6}}}
	}
	chosen = new([]string)
	p = NewPalette(noPictures{}, nil, choices, func(r string) { *chosen = append(*chosen, r) })
	w := test.NewTempWindow(t, p)
	w.SetPadded(false)
	w.Resize(p.MinSize())
	return p, chosen, w.Canvas()
}

func TestTapChooses(t *testing.T) {
	_, chosen, canvas := show(t, 10)
	test.TapCanvas(canvas, fyne.NewPos(110, 20))
	test.TapCanvas(canvas, fyne.NewPos(20, 64))
	assert.Equal(t, []string{"c", "f"}, *chosen)
}

func TestKeysChoose(t *testing.T) {
	p, chosen, canvas := show(t, 8)
	canvas.Focus(p)
	press := func(keys ...fyne.KeyName) {
		for _, k := range keys {
			p.TypedKey(&fyne.KeyEvent{Name: k})
		}
	}
	press(fyne.KeyReturn)
	assert.Empty(t, *chosen, "nothing is chosen yet")
	press(fyne.KeyDown, fyne.KeyReturn)
	press(fyne.KeyRight, fyne.KeyRight, fyne.KeyDown, fyne.KeyEnter)
	press(fyne.KeyRight, fyne.KeyDown, fyne.KeyLeft, fyne.KeyUp, fyne.KeyUp)
	p.TypedRune(' ')
	assert.Equal(t, []string{"a", "h", "b"}, *chosen, "the edges hold")
	for _, r := range "280x" {
		p.TypedRune(r)
	}
	assert.Equal(t, []string{"a", "h", "b", "b", "h"}, *chosen, "there is no tenth")
}

func TestEscapeCancels(t *testing.T) {
	p, chosen, _ := show(t, 3)
	escape := &fyne.KeyEvent{Name: fyne.KeyEscape}
	p.TypedKey(escape)
	cancelled := 0
	p.OnCancel = func() { cancelled++ }
	p.TypedKey(escape)
	assert.Equal(t, 1, cancelled)
	assert.Empty(t, *chosen)
}

func TestPointerAndKeyboardAreSeen(t *testing.T) {
	p, _, canvas := show(t, 3)
	assert.Equal(t, "b", p.cells[1].ToolTip())
	assert.Equal(t, desktop.PointerCursor, p.cells[1].Cursor())
	p.cells[1].MouseIn(&desktop.MouseEvent{})
	assert.Equal(t, look.Color(look.ColorHover), p.cells[1].glow.FillColor)
	p.cells[1].MouseOut()
	assert.NotEqual(t, look.Color(look.ColorHover), p.cells[1].glow.FillColor)
	canvas.Focus(p)
	p.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	assert.Positive(t, p.cells[0].glow.StrokeWidth)
	canvas.Unfocus()
	assert.Zero(t, p.cells[0].glow.StrokeWidth)
}

func TestGridIsAsLargeAsItsCells(t *testing.T) {
	for n, want := range map[int]fyne.Size{
		0: {}, 1: fyne.NewSize(40, 40), 5: fyne.NewSize(216, 40), 6: fyne.NewSize(216, 84), 10: fyne.NewSize(216, 84),
	} {
		p := NewPalette(noPictures{}, nil, make([]Choice, n), nil)
		assert.Equal(t, want, p.MinSize(), n)
	}
	p, _, _ := show(t, 7)
	for _, c := range p.cells {
		assert.LessOrEqual(t, c.view.Size().Width, float32(cellSize), "wide ones are fitted")
		assert.GreaterOrEqual(t, c.view.Position().X, float32(0))
	}
}
