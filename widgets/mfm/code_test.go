package mfm

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/mfm"
	"mejiro/widgets/entry"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

func newApp(t testing.TB) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
}

// codeOf gives the content of the code block in a text.
func codeOf(t *testing.T, text string) code {
	t.Helper()
	for _, r := range Runs(mfm.Parse(text), lively) {
		if r.Box != nil && r.Box.Content != nil {
			return r.Box.Content.(code)
		}
	}
	t.Fatal("no code in " + text)
	return code{}
}

func TestCodeBlocksAreAsHighAsTheirLines(t *testing.T) {
	newApp(t)
	one, three := codeOf(t, "```\na\n```"), codeOf(t, "```\na\n\nb\n```")
	assert.InDelta(t, 2*one.lineHeight(), three.Size(300).Height-one.Size(300).Height, 0.01)
	assert.InDelta(t, flow.Lay(three.runs(nil, true), three.options()).Size().Height, three.Size(300).Height-2*codePad, 0.01)
	huge := codeOf(t, "```\n"+strings.Repeat("a\n", 5000)+"```")
	assert.Less(t, huge.Size(300).Height, float32(12000))
	assert.EqualValues(t, 300, huge.Size(300).Width)
}

// pulled is a pointer that came to a place from as far to the left.
func pulled(x, y, by float32) *fyne.DragEvent {
	return &fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}, Dragged: fyne.NewDelta(by, 0)}
}

func TestCodeIsMovedSideways(t *testing.T) {
	newApp(t)
	v := newCodeView(codeOf(t, "```\n"+strings.Repeat("long ", 100)+"\n```"))
	w := test.NewTempWindow(t, v)
	w.Resize(fyne.NewSize(300, 60))
	l := v.lines
	require.False(t, l.bar.Hidden)
	l.grip.Dragged(pulled(100, 10, -40))
	assert.EqualValues(t, -40, v.view.Position().X)
	l.grip.Dragged(pulled(60, 10, 100))
	assert.Zero(t, v.view.Position().X)
	l.wheel.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, -1e6)})
	assert.InDelta(t, l.clip.Size().Width-v.view.Layout().Size().Width, v.view.Position().X, 0.01, "no further than its end")
	assert.LessOrEqual(t, l.bar.Position().X+l.bar.Size().Width, l.Size().Width+0.1)
	assert.False(t, l.wheel.Visible(), "Shift is not held")
	l.grip.DragEnd()

	l.move(1e6)
	bar := l.bar.Position()
	l.grip.Dragged(pulled(100, l.Size().Height-4, 20))
	l.grip.Dragged(pulled(120, l.Size().Height-30, 10))
	assert.InDelta(t, bar.X+30, l.bar.Position().X, 0.01, "the bar goes with the pointer")
	l.grip.DragEnd()
	l.grip.Dragged(pulled(100, 10, 1e6))
	assert.Zero(t, v.view.Position().X)

	short := newCodeView(codeOf(t, "```\na\n```"))
	test.NewTempWindow(t, short).Resize(fyne.NewSize(300, 60))
	assert.True(t, short.lines.bar.Hidden)
	assert.False(t, short.lines.grip.Visible(), "it is in nobody's way")
}

func TestLongFormulasAreMovedSideways(t *testing.T) {
	newApp(t)
	formula := func(source string) flow.Content { return Runs(mfm.Parse(source), lively)[0].Box.Content }
	long := formula(`\[` + strings.Repeat("x+", 60) + `x\]`)
	natural := long.(*typeset).formula.Size()
	size := long.Size(300)
	assert.EqualValues(t, 300, size.Width)
	assert.InDelta(t, natural.Height+mathFoot, size.Height, 0.01, "it can be read")
	v := long.New().(*sideways)
	v.Resize(size)
	assert.False(t, v.bar.Hidden)
	assert.InDelta(t, natural.Width, v.content.Size().Width, 0.01)
	v.move(-1e6)
	assert.InDelta(t, 300-natural.Width, v.content.Position().X, 0.01)

	assert.Equal(t, fyne.NewSize(0.8*natural.Width, 0.8*natural.Height), long.Size(0.8*natural.Width), "made smaller")
	v.Resize(long.Size(0.8 * natural.Width))
	assert.True(t, v.bar.Hidden)
	assert.Zero(t, v.content.Position().X)
	assert.IsType(t, &typesetView{}, formula(`\(x\)`).New())
}

func TestCodeIsCopied(t *testing.T) {
	newApp(t)
	v := newCodeView(codeOf(t, "```go\nvar x = 1\n```"))
	var over func()
	v.after = func(_ time.Duration, f func()) func() { over = f; return func() {} }
	test.Tap(v.copy)
	assert.Equal(t, "var x = 1", fyne.CurrentApp().Clipboard().Content())
	assert.Equal(t, "Copied", v.copy.ToolTip())
	over()
	assert.Equal(t, "Copy", v.copy.ToolTip())
}

// footprints are where one went.
type footprints struct{ targets []string }

func (f *footprints) Follow(target string) { f.targets = append(f.targets, target) }

// fieldIn finds the field in what is shown.
func fieldIn(objects []fyne.CanvasObject) *entry.Entry {
	for _, o := range objects {
		switch o := o.(type) {
		case *entry.Entry:
			return o
		case *fyne.Container:
			if field := fieldIn(o.Objects); field != nil {
				return field
			}
		}
	}
	return nil
}

func TestWordsInASearchStayWhenTheTextIsDrawnAnew(t *testing.T) {
	newApp(t)
	opt := lively
	opt.Follow = &footprints{}
	view := flow.NewView(nothing{})
	show := func() *entry.Entry {
		view.SetLayout(flow.Lay(Runs(mfm.Parse("目白 search"), opt), flow.Options{Width: 300}))
		return fieldIn(test.WidgetRenderer(view).Objects())
	}
	field := show()
	require.NotNil(t, field)
	field.SetText("目白の巣")
	assert.Equal(t, "目白の巣", show().Text)
}

func TestSearchesAreFollowed(t *testing.T) {
	newApp(t)
	opt := lively
	way := &footprints{}
	opt.Follow = way
	runs := Runs(mfm.Parse("目白 search"), opt)
	w := test.NewTempWindow(t, runs[0].Box.Content.New())
	w.Resize(fyne.NewSize(300, 40))
	test.TapCanvas(w.Canvas(), fyne.NewPos(280, 20))
	assert.Equal(t, []string{"search:目白"}, way.targets)
	assert.Equal(t, "[block: 目白 |icon search{hyperlink →search:目白}|·Search{hyperlink →search:目白}]",
		dump(Runs(mfm.Parse("目白 search"), lively)), "a link where nothing follows")
	assert.Equal(t, "a| |目白 search", dump(Runs(mfm.Parse("a\n目白 search"), line())))
}

func TestFormulasAreSetOrShown(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`a \(E=mc^2\)`, "a |[*mfm.typeset: ]"},
		{`\(\no\)`, `\no{mono on code}`},
		{"\\[\n\\frac12\n\\]", "[block align 1 *mfm.typeset: ]"},
		{`\[\no\]`, `[block: \no{mono on code}]`},
	} {
		assert.Equal(t, c.want, dump(Runs(mfm.Parse(c.text), lively)), c.text)
	}
	assert.Equal(t, "E=mc^2{mono on code}", dump(Runs(mfm.Parse(`\(E=mc^2\)`), line())))
	f := Runs(mfm.Parse(`\(`+strings.Repeat("x+", 40)+`x\)`), lively)[0].Box.Content.(flow.Based)
	assert.LessOrEqual(t, f.Size(100).Width, float32(100.01))
	assert.Less(t, f.Baseline(100), f.Size(100).Height)
	many := dump(Runs(mfm.Parse(strings.Repeat(`\(x\)`, 200)), lively))
	assert.Equal(t, maxFormulas, strings.Count(many, "typeset"))
}
