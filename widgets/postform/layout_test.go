package postform

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"

	"mejiro/api/misskey"
	"mejiro/assets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

func TestPartsStandApartAtEveryWidth(t *testing.T) {
	for _, language := range assets.Languages() {
		_, err := assets.Speak(language)
		assert.NoError(t, err)
		for _, width := range []float32{320, 480} {
			s := show(t, width)
			s.OnAccount = func(fyne.CanvasObject) {}
			s.Reset(Value{Text: "x", Visibility: misskey.VisibilityFollowers}, nil)
			s.SetAccount(misskey.User{Username: strings.Repeat("long", 20)}, "a-long-host.example", 3000)
			s.SetProblem(strings.Repeat("something went wrong ", 8))
			h := s.head
			apart(t, width, h.closing, h.face, h.acct, h.turn, h.local, h.visibility, h.send)
			assert.GreaterOrEqual(t, h.acct.Size().Width, float32(20), "%s at %v", language, width)
			below := float32(0)
			for _, o := range s.content.Layout.(column).fromTop {
				if o.Visible() {
					assert.GreaterOrEqual(t, o.Position().Y, below)
					below = o.Position().Y + o.Size().Height
				}
			}
			assert.LessOrEqual(t, below, s.MinSize().Height+0.1)
		}
	}
	_, err := assets.Speak("en")
	assert.NoError(t, err)
}

// apart wants objects one beside another within a width, in this order.
func apart(t *testing.T, width float32, all ...fyne.CanvasObject) {
	t.Helper()
	x := float32(0)
	for i, o := range all {
		if o.Visible() {
			assert.GreaterOrEqual(t, o.Position().X, x, "part %d", i)
			x = o.Position().X + o.Size().Width
		}
	}
	assert.LessOrEqual(t, x, width+0.1)
}

func TestTheFieldGrowsWithItsText(t *testing.T) {
	s := show(t, 480)
	low := s.text.MinSize().Height
	s.write("one\ntwo")
	assert.Equal(t, low, s.text.MinSize().Height, "there was room")
	s.write("\n3\n4\n5\n6")
	assert.Greater(t, s.text.MinSize().Height, low)
	assert.Equal(t, s.text.MinSize().Height, s.text.Size().Height)
	s.Reset(Value{Text: strings.Repeat("long ", 2000)}, nil)
	assert.Less(t, s.text.MinSize().Height, float32(360), "a long one scrolls")
	s.Reset(Value{}, nil)
	assert.Equal(t, low, s.text.MinSize().Height)
}

func TestRowsOf(t *testing.T) {
	for s, want := range map[string]int{
		"": 1, "a": 1, "a\nb": 2, "\n\n\n": 4,
		strings.Repeat("あ", 30):   1,
		strings.Repeat("あ", 31):   2,
		strings.Repeat("a", 53):   1,
		strings.Repeat("a", 54):   2,
		strings.Repeat("\n", 500): mostRows,
	} {
		assert.Equal(t, want, rowsOf(s, 30*look.TextBody), "%.20q", s)
	}
}

func TestLength(t *testing.T) {
	for s, want := range map[string]int{"": 0, "abc": 3, "日本語": 3, "😀": 2, "👨‍👩‍👧‍👦": 11} {
		assert.Equal(t, want, length(s), s)
	}
}

func TestContextIsAFewLines(t *testing.T) {
	s := show(t, 480)
	s.Reset(Value{}, &Context{Icon: look.IconReply, Label: "Reply to @hana", Text: []flow.Run{{Text: strings.Repeat("words ", 500)}}})
	assert.Less(t, s.context.object.Size().Height, float32(100))
	assert.Positive(t, s.context.object.Size().Height)
}

// BenchmarkType types into a form that holds a note as long as servers take.
func BenchmarkType(b *testing.B) {
	s := show(b, 480)
	s.SetAccount(alice(), "misskey.example", 3000)
	s.Reset(Value{Text: strings.Repeat("こんにちは world。", 230)}, nil)
	b.ReportAllocs()
	for b.Loop() {
		s.text.TypedRune('あ')
		s.text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}
