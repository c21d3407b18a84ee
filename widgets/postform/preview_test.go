package postform

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/motion"
)

// previewed is a form that shows what is written, and how often that was drawn.
func previewed(t *testing.T) (s *shown, drawn *int, pass func()) {
	t.Helper()
	s = show(t, 480)
	drawn = new(int)
	s.Preview = func(v Value) []flow.Run {
		*drawn++
		return []flow.Run{{Text: v.CW + v.Text}}
	}
	var due []func()
	s.After = func(_ time.Duration, f func()) func() {
		due = append(due, f)
		return func() {}
	}
	return s, drawn, func() {
		for _, f := range due {
			f()
		}
		due = nil
	}
}

func TestPreviewFollowsWhatIsWritten(t *testing.T) {
	s, drawn, pass := previewed(t)
	s.write("hello")
	pass()
	assert.Zero(t, *drawn, "nobody asked for it")
	told := []bool{}
	s.OnPreview = func(on bool) { told = append(told, on) }
	low := s.MinSize().Height
	test.Tap(s.foot.eye)
	assert.True(t, s.preview.Visible())
	assert.Equal(t, "hello", s.preview.view.Layout().String())
	assert.Greater(t, s.MinSize().Height, low)

	*drawn = 0
	s.write(" world")
	assert.Zero(t, *drawn)
	pass()
	assert.Equal(t, 1, *drawn, "whatever was typed in the meantime")
	assert.Equal(t, "hello world", s.preview.view.Layout().String())
	s.Reset(Value{Text: "other"}, nil)
	assert.Equal(t, "other", s.preview.view.Layout().String())
	s.Reset(Value{Text: " \n"}, nil)
	assert.False(t, s.preview.Visible(), "there is nothing to see")
	s.Reset(Value{CW: "tea"}, nil)
	assert.True(t, s.preview.Visible())

	test.Tap(s.foot.eye)
	assert.False(t, s.preview.Visible())
	assert.Equal(t, []bool{true, false}, told)
	s.Preview = nil
	s.Refresh()
	assert.False(t, s.foot.eye.Visible())
}

func TestLongPreviewsScroll(t *testing.T) {
	s, _, _ := previewed(t)
	s.ShowPreview(true)
	s.Reset(Value{Text: strings.Repeat("line\n", 100)}, nil)
	assert.Equal(t, float32(previewMost), s.preview.Size().Height)
	assert.Greater(t, s.preview.view.Size().Height, float32(1000))
}

func TestPreviewMoves(t *testing.T) {
	s := show(t, 480)
	var tick func()
	g := motion.NewGovernor(func(f func()) func() {
		tick = f
		return func() { tick = nil }
	}, time.Now)
	g.SetMode(motion.Hover)
	s.Form = New(noPictures{}, g)
	s.Preview = func(Value) []flow.Run {
		return []flow.Run{{Box: &flow.Box{Effect: motion.Jump{Speed: time.Second}, Runs: []flow.Run{{Text: "jump"}}}}}
	}
	s.canvas.SetContent(s.Form)
	s.ShowPreview(true)
	s.Reset(Value{Text: "x"}, nil)
	assert.Nil(t, tick)
	s.preview.MouseIn(nil)
	assert.NotNil(t, tick)
	s.preview.MouseOut()
	assert.Nil(t, tick)
	g.SetMode(motion.On)
	require.NotNil(t, tick)
	s.Reset(Value{}, nil)
	tick()
	g.SetMode(motion.On) // looks who is there
	assert.Nil(t, tick)
}

func TestWhatMayAnnoyIsNotSentToEverybodyUnasked(t *testing.T) {
	for text, want := range map[string]bool{
		"$[x2 a]": true, "$[x3 a]": true, "a$[x4.b c]": true, "$[scale.x=2 a]": true, "$[position.x=2 a]": true,
		"$[tada a]": false, "x2 scale": false, "": false,
	} {
		assert.Equal(t, want, annoys(text), text)
	}
	s := show(t, 480)
	s.Reset(Value{Text: "$[x2 big]"}, nil)
	test.Tap(s.head.send)
	assert.Empty(t, s.sent)
	require.True(t, s.advice.Visible())
	s.write("!")
	assert.False(t, s.advice.Visible(), "it may be another text by now")
	test.Tap(s.head.send)
	pressAdvice(t, s, 1)
	assert.Equal(t, misskey.VisibilityPublic, s.sent[0].Visibility)
	assert.False(t, s.advice.Visible())
	test.Tap(s.head.send)
	pressAdvice(t, s, 0)
	assert.Equal(t, misskey.VisibilityHome, s.sent[1].Visibility)

	test.Tap(s.head.send)
	assert.Len(t, s.sent, 3, "fewer see it")
	assert.False(t, s.advice.Visible())
}
