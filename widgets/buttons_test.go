package widgets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"mejiro/widgets/look"
)

func TestButtonsArePressedByPointerAndKey(t *testing.T) {
	themed(t)
	pressed := 0
	tap := func() { pressed++ }
	pill := NewPill(tap)
	pill.SetText("3 new")
	for _, b := range []interface {
		fyne.Tappable
		fyne.Focusable
		fyne.Disableable
		desktop.Cursorable
		fyne.Widget
	}{NewIconButton(look.IconReply, "Reply", tap), pill, NewTextButton("Undo", tap)} {
		pressed = 0
		test.NewTempWindow(t, b)
		test.Tap(b)
		b.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
		b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyA})
		b.TypedRune('x')
		assert.Equal(t, 3, pressed)
		assert.Equal(t, desktop.PointerCursor, b.Cursor())
		b.Disable()
		test.Tap(b)
		assert.Equal(t, 3, pressed, "a disabled button does nothing")
		assert.Equal(t, desktop.DefaultCursor, b.Cursor())
		b.Enable()
		assert.False(t, b.Disabled())
		test.Tap(b)
		assert.Equal(t, 4, pressed)
	}
	test.Tap(NewIconButton(look.IconReply, "Reply", nil))
}

func TestButtonShowsHoverAndFocus(t *testing.T) {
	themed(t)
	b := NewIconButton(look.IconReply, "Reply", nil)
	w := test.NewTempWindow(t, container.NewCenter(b))
	w.Resize(fyne.NewSize(200, 200))
	test.MoveMouse(w.Canvas(), fyne.NewPos(100, 100))
	assert.Equal(t, look.Color(look.ColorHover), b.glow.FillColor)
	test.MoveMouse(w.Canvas(), fyne.NewPos(1, 1))
	assert.Equal(t, color.Transparent, b.glow.FillColor)
	w.Canvas().Focus(b)
	assert.Equal(t, look.Color(look.ColorAccent), b.glow.StrokeColor)
	w.Canvas().Unfocus()
	assert.Equal(t, color.Transparent, b.glow.StrokeColor)
	b.Disable()
	test.MoveMouse(w.Canvas(), fyne.NewPos(100, 100))
	assert.Equal(t, color.Transparent, b.glow.FillColor)
}

func TestIconButtonShowsCountAndTint(t *testing.T) {
	themed(t)
	b := NewIconButton(look.IconRenote, "Renote", nil)
	plain := b.MinSize()
	b.SetCount("128")
	assert.Greater(t, b.MinSize().Width, plain.Width+10)
	b.Resize(b.MinSize())
	end := b.count.Position().X + b.count.Size().Width
	assert.LessOrEqual(t, end, b.Size().Width)
	assert.Equal(t, look.Color(look.ColorTextFaint), b.count.Color)
	b.SetTint(look.ColorRenote)
	assert.Equal(t, look.Color(look.ColorRenote), b.count.Color)
	tinted := string(b.icon.Resource.Content())
	b.Disable()
	assert.Equal(t, look.Color(look.ColorDisabled), b.count.Color)
	assert.NotEqual(t, tinted, string(b.icon.Resource.Content()))
	before := string(b.icon.Resource.Content())
	b.SetIcon(look.IconQuote)
	assert.NotEqual(t, before, string(b.icon.Resource.Content()))
	b.SetCount("")
	assert.Equal(t, plain, b.MinSize())
}

func TestPillKeepsItsMiddle(t *testing.T) {
	themed(t)
	p := NewPill(nil)
	p.SetText("1 new")
	p.Resize(p.MinSize())
	p.Move(fyne.NewPos(100, 8))
	middle := p.Position().X + p.Size().Width/2
	p.SetText("1,234 new")
	assert.Equal(t, "1,234 new", p.Text())
	assert.Equal(t, p.MinSize(), p.Size())
	assert.InDelta(t, middle, p.Position().X+p.Size().Width/2, 0.01)
}

func TestColoursFollowTheTheme(t *testing.T) {
	themed(t)
	pill, button, line := NewPill(nil), NewIconButton(look.IconReply, "", nil), NewLine()
	w := test.NewTempWindow(t, container.NewVBox(pill, button, line))
	light := []color.Color{pill.text.Color, button.count.Color, line.text.Color}
	test.ApplyTheme(t, look.New(look.Dark))
	w.Content().Refresh()
	assert.NotContains(t, light, pill.text.Color)
	assert.NotContains(t, light, button.count.Color)
	assert.NotContains(t, light, line.text.Color)
}

func TestLineStandsInTheMiddle(t *testing.T) {
	themed(t)
	loaded := 0
	l := NewLine()
	w := test.NewTempWindow(t, l)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(400, 44))
	l.Set("That is all", "", nil)
	assert.False(t, l.action.Visible())
	assert.InDelta(t, 200, l.text.Position().X+l.text.Size().Width/2, 0.5)
	l.Set("About 2 h are missing", "Load", func() { loaded++ })
	assert.InDelta(t, 400, l.text.Position().X+l.action.Position().X+l.action.Size().Width, 0.5)
	assert.Greater(t, l.action.Position().X, l.text.Position().X+l.text.Size().Width)
	test.TapCanvas(w.Canvas(), l.action.Position().AddXY(4, 4))
	assert.Equal(t, 1, loaded)
	l.Resize(fyne.NewSize(140, 44))
	assert.GreaterOrEqual(t, l.action.Position().Y, l.text.Position().Y+l.text.Size().Height, "one above the other")
	assert.LessOrEqual(t, l.action.Position().Y+l.action.Size().Height, float32(44))
}
