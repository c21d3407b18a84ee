package widgets

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets/look"
)

// themed starts an app that looks like the real one.
func themed(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
}

// clock is a Timer whose time a test lets pass.
type clock struct {
	waiting []*alarm
}

type alarm struct {
	left time.Duration
	ring func()
}

func (c *clock) after(d time.Duration, f func()) (stop func()) {
	a := &alarm{left: d, ring: f}
	c.waiting = append(c.waiting, a)
	return func() { a.ring = nil }
}

func (c *clock) pass(d time.Duration) {
	for _, a := range c.waiting {
		if a.left -= d; a.left <= 0 && a.ring != nil {
			ring := a.ring
			a.ring = nil
			ring()
		}
	}
}

// stageWith opens a window of 600 by 400 with content on a stage.
func stageWith(t *testing.T, content fyne.CanvasObject) (*Stage, *clock, fyne.Window) {
	t.Helper()
	themed(t)
	s, c := NewStage(content), &clock{}
	s.After = c.after
	w := test.NewTempWindow(t, s)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(600, 400))
	return s, c, w
}

func texts(s *Stage) []string {
	var all []string
	for _, t := range s.toasts {
		all = append(all, t.label.Text)
	}
	return all
}

func TestToastsCloseByThemselves(t *testing.T) {
	s, c, _ := stageWith(t, canvas.NewRectangle(nil))
	s.Toast(Toast{Text: "one"})
	c.pass(3 * time.Second)
	s.Toast(Toast{Text: "two"})
	s.Toast(Toast{Text: "undo?", Action: "Undo"})
	s.Toast(Toast{Text: "stays", Lasts: -1})
	assert.Equal(t, []string{"one", "two", "undo?", "stays"}, texts(s))
	c.pass(2 * time.Second)
	assert.Equal(t, []string{"two", "undo?", "stays"}, texts(s))
	c.pass(3 * time.Second)
	assert.Equal(t, []string{"undo?", "stays"}, texts(s))
	c.pass(time.Hour)
	assert.Equal(t, []string{"stays"}, texts(s))
}

func TestToastsAreStackedWithinTheWindow(t *testing.T) {
	s, _, w := stageWith(t, canvas.NewRectangle(nil))
	s.Toast(Toast{Text: "short", Icon: look.IconCheck, Tint: look.ColorSuccess})
	s.Toast(Toast{Text: strings.Repeat("long ", 60), Icon: look.IconWarning, Action: "Again"})
	for _, width := range []float32{600, 320} {
		w.Resize(fyne.NewSize(width, 400))
		bottom := float32(400)
		for i := len(s.toasts) - 1; i >= 0; i-- {
			toast := s.toasts[i]
			low := toast.Position().Y + toast.Size().Height
			assert.Less(t, low, bottom)
			assert.InDelta(t, width/2, toast.Position().X+toast.Size().Width/2, 0.5)
			assert.LessOrEqual(t, toast.Size().Width, min(width-2*look.Space4, toastWidth))
			assert.GreaterOrEqual(t, toast.Size().Height+0.1, toast.label.MinSize().Height)
			bottom = toast.Position().Y
		}
		assert.Less(t, s.toasts[0].Size().Width, s.toasts[1].Size().Width)
	}
	assert.Equal(t, canvas.NewRectangle(nil).MinSize(), s.MinSize(), "toasts do not widen the window")
}

func TestToastIsClickedAway(t *testing.T) {
	s, _, w := stageWith(t, canvas.NewRectangle(nil))
	done := 0
	s.Toast(Toast{Text: "one"})
	s.Toast(Toast{Text: "deleted", Action: "Undo", OnAction: func() { done++ }})
	test.TapCanvas(w.Canvas(), s.toasts[0].Position().AddXY(20, 5))
	assert.Equal(t, []string{"deleted"}, texts(s))
	action := s.toasts[0].action
	test.TapCanvas(w.Canvas(), s.toasts[0].Position().Add(action.Position()).AddXY(5, 5))
	assert.Empty(t, s.toasts)
	assert.Equal(t, 1, done)
}

func TestToastStaysWhileThePointerIsOnIt(t *testing.T) {
	s, c, w := stageWith(t, canvas.NewRectangle(nil))
	s.Toast(Toast{Text: "one"})
	test.MoveMouse(w.Canvas(), s.toasts[0].Position().AddXY(20, 5))
	c.pass(time.Minute)
	assert.Len(t, s.toasts, 1)
	test.MoveMouse(w.Canvas(), fyne.NewPos(1, 1))
	c.pass(toastLasts)
	assert.Empty(t, s.toasts)
}

func TestToastsDoNotPileUp(t *testing.T) {
	s, c, _ := stageWith(t, canvas.NewRectangle(nil))
	s.Toast(Toast{Text: "same"})
	c.pass(4 * time.Second)
	s.Toast(Toast{Text: "same"})
	c.pass(4 * time.Second)
	assert.Equal(t, []string{"same"}, texts(s), "said again it stays longer")
	for _, text := range []string{"a", "b", "c", "d", "e"} {
		s.Toast(Toast{Text: text})
	}
	assert.Equal(t, []string{"b", "c", "d", "e"}, texts(s))
	gone := s.Toast(Toast{Text: "f"})
	gone()
	gone()
	assert.Equal(t, []string{"c", "d", "e"}, texts(s))
}

func TestTooltipShowsWhenThePointerRests(t *testing.T) {
	themed(t)
	b := NewIconButton(look.IconReply, "Reply", nil)
	b.Move(fyne.NewPos(550, 360))
	b.Resize(b.MinSize())
	s, c, w := stageWith(t, container.NewWithoutLayout(b))
	test.MoveMouse(w.Canvas(), fyne.NewPos(560, 370))
	c.pass(tipDelay / 2)
	test.MoveMouse(w.Canvas(), fyne.NewPos(570, 371))
	assert.False(t, s.bubble.Visible())
	c.pass(tipDelay / 2)
	require.True(t, s.bubble.Visible())
	assert.Equal(t, "Reply", s.bubble.label.Text)
	end := s.bubble.Position().AddXY(s.bubble.Size().Components())
	assert.LessOrEqual(t, end.X, float32(600))
	assert.Less(t, end.Y, float32(371), "there is no room below the pointer")
	test.MoveMouse(w.Canvas(), fyne.NewPos(1, 1))
	assert.False(t, s.bubble.Visible())
}

func TestTooltipThatWaitsIsCalledOff(t *testing.T) {
	themed(t)
	b := NewIconButton(look.IconReply, "Reply", nil)
	b.Resize(b.MinSize())
	s, c, w := stageWith(t, container.NewWithoutLayout(b))
	in, out := fyne.NewPos(10, 10), fyne.NewPos(300, 300)
	for name, cancel := range map[string]func(){
		"left":        func() { test.MoveMouse(w.Canvas(), out) },
		"tapped":      func() { test.Tap(b) },
		"other words": func() { b.SetToolTip("Quote"); b.SetToolTip("Reply") },
	} {
		test.MoveMouse(w.Canvas(), out)
		test.MoveMouse(w.Canvas(), in)
		cancel()
		c.pass(time.Minute)
		assert.False(t, s.bubble.Visible(), name)
	}
}

func TestTooltipWrapsAndWorksInPopUps(t *testing.T) {
	s, c, w := stageWith(t, canvas.NewRectangle(nil))
	b := NewIconButton(look.IconReply, strings.Repeat("many words ", 30), nil)
	closed := s.Over(canvas.NewRectangle(nil))
	inner := s.Over(container.NewCenter(b))
	p := widget.NewModalPopUp(inner, w.Canvas())
	p.Resize(fyne.NewSize(400, 300))
	p.Show()
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(b).AddXY(3, 3)
	test.MoveMouse(w.Canvas(), at)
	c.pass(tipDelay)
	assert.False(t, s.bubble.Visible())
	assert.False(t, closed.bubble.Visible())
	require.True(t, inner.bubble.Visible())
	assert.InDelta(t, tipWidth, inner.bubble.Size().Width, 0.1)
	assert.Greater(t, inner.bubble.Size().Height, float32(60))
}

func TestWithoutAStageThereIsNoTooltip(t *testing.T) {
	themed(t)
	b := NewIconButton(look.IconReply, "Reply", nil)
	w := test.NewTempWindow(t, b)
	test.MoveMouse(w.Canvas(), fyne.NewPos(10, 10))
	assert.Nil(t, b.stage)
}

func TestAnimationTimerRingsOnce(t *testing.T) {
	themed(t)
	rung := 0
	stop := AnimationTimer(time.Second, func() { rung++ })
	stop()
	assert.Equal(t, 1, rung, "the test driver's animations are over at once")
}

func TestStageShowsOtherContent(t *testing.T) {
	s, _, w := stageWith(t, canvas.NewRectangle(nil))
	s.Toast(Toast{Text: "stays", Lasts: -1})
	other := widget.NewLabel("other")
	s.SetContent(other)
	assert.Same(t, other, s.Content())
	assert.Equal(t, w.Canvas().Size(), other.Size())
	assert.Len(t, s.toasts, 1)
}
