package flow

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
)

// deep is boxes in boxes, each with a word before and after the next.
func deep(levels int, b Box) []Run {
	runs := text("x")
	for range levels {
		inner := b
		inner.Runs = runs
		runs = []Run{{Text: "a "}, boxed(inner), {Text: " z"}}
	}
	return runs
}

func TestDeepBoxesAreBounded(t *testing.T) {
	newApp(t)
	l := Lay(deep(maxDepth, Box{}), Options{Width: 300})
	assert.False(t, l.Truncated())
	assert.Equal(t, maxDepth, strings.Count(l.String(), "z"))
	l = Lay(deep(maxDepth+1, Box{}), Options{Width: 300})
	assert.True(t, l.Truncated())
	l = Lay(deep(10000, Box{}), Options{Width: 300})
	assert.True(t, l.Truncated())
	assert.LessOrEqual(t, l.Lines(), defaultMaxLines)
}

func TestDeepBoxesAreCheap(t *testing.T) {
	newApp(t)
	edge := Insets{Top: maxEdge, Right: maxEdge, Bottom: maxEdge, Left: maxEdge}
	for name, b := range map[string]Box{
		"in the line":  {},
		"blocks":       {Block: true},
		"with padding": {Padding: edge, Margin: edge},
		"with bars":    {Block: true, Bar: 3, Padding: Insets{6, 0, 6, 12}},
		"readings":     {Over: text("over")},
	} {
		for _, opt := range []Options{{Width: 300}, {Width: 300, MaxLines: 9}, {Width: 1}, {Width: 20, MaxLines: 30}, {}} {
			prepared := Prepare(deep(maxDepth, b))
			prepared.Lay(opt)
			began := time.Now()
			l := prepared.Lay(opt)
			assert.Less(t, time.Since(began), 300*time.Millisecond, "%s %v", name, opt)
			lines := sane(opt.MaxLines)
			assert.LessOrEqual(t, l.Lines(), 2*lines+5, name)
			assert.LessOrEqual(t, l.Size().Height, float32(lines)*21*8, "%s %v", name, opt)
		}
	}
}

func TestManyBoxesAreBounded(t *testing.T) {
	newApp(t)
	for name, b := range map[string]Box{
		"empty":   {},
		"blocks":  {Block: true},
		"text":    {Runs: text("a b c")},
		"content": {Content: &shape{}},
		"bordered": {
			Runs: text("abc"), Border: Border{Style: LineDotted, Width: 1, Paint: Paint{Name: "primary"}},
		},
	} {
		runs := make([]Run, 0, 20000)
		for range 10000 {
			runs = append(runs, boxed(b), Run{Text: "a"})
		}
		l := Lay(runs, Options{Width: 300})
		assert.True(t, l.Truncated(), name)
		assert.LessOrEqual(t, len(l.frags), 2*maxBoxes+1, name)
		v := NewView(nil)
		v.SetLayout(l)
		assert.Less(t, len(rendererOf(v).Objects()), 12*maxBoxes, name)
	}
}

func TestTextInBoxesIsBoundedAltogether(t *testing.T) {
	newApp(t)
	half := strings.Repeat("漢", maxRunes/2)
	runs := []Run{{Text: half}, boxed(Box{Runs: text(half[:len(half)-30])}), boxed(Box{Runs: text(half)}), {Text: half}}
	l := Lay(runs, Options{})
	assert.True(t, l.Truncated())
	assert.InDelta(t, maxRunes, len([]rune(l.String())), 10)
}

func TestBordersAreBounded(t *testing.T) {
	newApp(t)
	for style := LineSolid; style <= LineOutset; style++ {
		for _, width := range []float32{0.001, 1, 5, 1e9, nan} {
			for _, radius := range []float32{0, 8, 1e9, nan} {
				b := Box{Border: Border{Style: style, Width: width, Paint: Paint{Name: "primary"}}, Radius: radius}
				b.Content = &shape{width: 5000, height: 5000}
				v := NewView(nil)
				v.SetLayout(Lay([]Run{boxed(b)}, Options{}))
				name := fmt.Sprint(style, width, radius)
				assert.LessOrEqual(t, len(rendererOf(v).Objects()), 12, name)
				for _, o := range rendererOf(v).Objects() {
					assert.True(t, within(o.Size().Width, 0, 1e5) == o.Size().Width, name)
					assert.True(t, within(o.Size().Height, 0, 1e5) == o.Size().Height, name)
				}
			}
		}
	}
}

func FuzzBoxes(f *testing.F) {
	f.Add("日本語の本文です。 English ", "bold", float32(100), float32(3), 3, uint8(0))
	f.Add("a\u200bb\n", "e\u0301\n\n", float32(1), float32(20), 1, uint8(255))
	f.Add("a b c", "c\nd", float32(50), float32(-1), 2, uint8(7))
	newApp(f)
	f.Fuzz(func(t *testing.T, one, two string, width, edge float32, maxLines int, kind uint8) {
		box := func(bit uint8, runs ...Run) Run {
			b := Box{Runs: runs, Block: kind&bit != 0, Padding: Insets{edge, edge, edge, edge}}
			b.Margin = Insets{Top: edge, Left: edge}
			return boxed(b)
		}
		runs := []Run{
			{Text: one},
			box(1, Run{Text: two}, box(2, Run{Text: one}), Run{Text: two}),
			box(4, Run{Text: one}),
			{Text: two},
			box(8, box(16, box(32, Run{Text: one}))),
		}
		l := Lay(runs, Options{Width: width, MaxLines: maxLines})
		o, w := bare(one), bare(two)
		whole := o + w + o + w + o + w + o
		got := bare(l.String())
		if l.Truncated() {
			if !strings.HasPrefix(whole, strings.TrimSuffix(got, "…")) {
				t.Fatalf("%q is not how %q begins", got, whole)
			}
		} else if got != whole {
			t.Fatalf("%q became %q", whole, got)
		}
		if lines := sane(maxLines); l.Lines() > lines {
			t.Fatalf("%d lines instead of %d", l.Lines(), lines)
		}
		everywhere(l, fyne.Position{}, func(at fyne.Position, f *frag) {
			if !(at.X >= 0 && at.Y >= -1 && at.Y <= l.Size().Height && f.width >= 0) {
				t.Fatalf("%q stands at %v", f.text, at)
			}
		})
	})
}

func sane(maxLines int) int { return Options{MaxLines: maxLines}.sane().MaxLines }

// everywhere goes through the frags of a layout and of the boxes in it.
func everywhere(l *Layout, at fyne.Position, do func(fyne.Position, *frag)) {
	for i := range l.frags {
		f := &l.frags[i]
		to := at.AddXY(f.x, f.y)
		do(to, f)
		if f.box != nil && f.box.inner != nil {
			everywhere(f.box.inner, to.Add(f.box.innerAt), do)
		}
	}
}
