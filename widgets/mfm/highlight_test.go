package mfm

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// atOnce is a Background for tests: what it is asked for is over when it returns.
func atOnce(work func(context.Context) func()) { work(context.Background())() }

// known are all languages.
var known languages

// backstage is a Background that does nothing before it is told.
type backstage []func(context.Context) func()

func (b *backstage) run(work func(context.Context) func()) { *b = append(*b, work) }

// play does what is asked for, and what that asks for.
func (b *backstage) play() {
	for len(*b) > 0 {
		work := (*b)[0]
		*b = (*b)[1:]
		work(context.Background())()
	}
}

// js is code in JavaScript.
func js(text string) snippet { return snippet{known.named("js"), text} }

// asked asks for the shades of code and tells how often there was an answer, and the last one.
func asked(h *Highlighter, s snippet) (times *int, found *[]shaded) {
	times, found = new(int), new([]shaded)
	h.shades(s, func(f []shaded) { *times++; *found = f })
	return times, found
}

func TestCodeIsTakenApart(t *testing.T) {
	const text = "// sum\nconst add = (a, b) => a + b; log(add) // 和"
	var whole strings.Builder
	shades := map[shade]string{}
	rest := text
	for _, p := range lex(t.Context(), known.named("js"), text) {
		whole.WriteString(rest[:p.length])
		shades[p.shade] += rest[:p.length]
		rest = rest[p.length:]
	}
	assert.Equal(t, text, whole.String(), "nothing is lost")
	assert.Contains(t, shades[shadeComment], "// sum")
	assert.Contains(t, shades[shadeComment], "// 和", "also what the end of the code ends")
	assert.Contains(t, shades[shadeKeyword], "const")
	assert.Equal(t, "log", shades[shadeFunction])
	assert.NotEqual(t, shadeKeyword.ink(true), shadeKeyword.ink(false))
}

func TestLanguagesGoByAllTheirNames(t *testing.T) {
	for name, want := range map[string]string{
		"js": "JavaScript", "JavaScript": "JavaScript", "GO": "Go", "rs": "Rust", "py": "Python", "c++": "C++", "yml": "YAML",
	} {
		if lexer := known.named(name); assert.NotNil(t, lexer, name) {
			assert.Equal(t, want, lexer.Config().Name, name)
		}
	}
	for _, name := range []string{"", "no-such-language", "*", "*.go", "[", "\\", "go ", strings.Repeat("x", 10_000)} {
		assert.Nil(t, known.named(name), name)
	}
	var l languages
	for _, lexer := range lexers.GlobalLexerRegistry.Lexers {
		if l.named(lexer.Config().Name) != nil {
			assert.NotPanics(t, func() { _ = map[snippet]bool{{lexer, ""}: true} }, "%T is a key", lexer)
		}
	}
	assert.Len(t, l.used, maxLanguages, "not all languages there are")
}

func TestShadesComeLaterAndAreRemembered(t *testing.T) {
	var b backstage
	h := NewHighlighter(b.run)
	first, found := asked(h, js("var x = 1"))
	second, _ := asked(h, js("var x = 1"))
	assert.Zero(t, *first, "nobody waits")
	assert.Len(t, b, 1, "the same is sought once")
	b.play()
	assert.Equal(t, []int{1, 1}, []int{*first, *second})
	assert.NotEmpty(t, *found)
	third, again := asked(h, js("var x = 1"))
	assert.Equal(t, 1, *third, "remembered")
	assert.Equal(t, *found, *again)
	assert.Empty(t, b)
}

func TestWhatIsLookedAtComesFirst(t *testing.T) {
	var b backstage
	h := NewHighlighter(b.run)
	var order []string
	for i := range maxWaiting + 50 {
		text := strings.Repeat("a", i+1)
		h.shades(js(text), func([]shaded) { order = append(order, text) })
	}
	assert.Len(t, b, maxAtOnce)
	b.play()
	require.Len(t, order, maxWaiting+maxAtOnce, "the others wait no more")
	assert.Len(t, order[maxAtOnce], maxWaiting+50)
	assert.Empty(t, h.sought)
	assert.Equal(t, maxKept, h.kept.Len())
}

func TestLongCodeStaysInOneColour(t *testing.T) {
	h := NewHighlighter(atOnce)
	for _, s := range []snippet{js(strings.Repeat("a ", maxHighlighted)), {nil, "var x"}} {
		times, _ := asked(h, s)
		assert.Zero(t, *times)
	}
	_, found := asked(h, js(strings.Repeat("a+1;", 2000)))
	assert.Len(t, *found, maxShaded+1)
	var none *Highlighter
	assert.Nil(t, none.lexer("js"))
	times, _ := asked(none, snippet{nil, "var x"})
	assert.Zero(t, *times)
}

// TestLostLexersAreFew has lexers that never end.
func TestLostLexersAreFew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := NewHighlighter(atOnce)
		end := make(chan struct{})
		var hanging atomic.Int32
		h.lex = func(ctx context.Context, l chroma.Lexer, text string) []shaded {
			if strings.HasPrefix(text, "hang") {
				hanging.Add(1)
				<-end
			}
			return lex(ctx, l, text)
		}
		for i := range maxLexers - 1 {
			begun := time.Now()
			_, found := asked(h, js("hang"+strings.Repeat("!", i)))
			assert.Empty(t, *found)
			assert.Equal(t, lexPatience, time.Since(begun))
		}
		_, found := asked(h, js("var a"))
		assert.NotEmpty(t, *found, "others go on")
		asked(h, js("hang again"))
		for _, text := range []string{"hang", "var b", "hang more"} {
			_, found = asked(h, js(text))
			assert.Empty(t, *found)
		}
		assert.EqualValues(t, maxLexers, hanging.Load(), "neither again nor more")
		close(end)
		synctest.Wait()
		_, found = asked(h, js("var b"))
		assert.NotEmpty(t, *found, "it was not its fault")
	})
}

func TestLexersThatPanicFindNothing(t *testing.T) {
	assert.Empty(t, lex(t.Context(), panicking{}, "a"))
	over, cancel := context.WithCancel(t.Context())
	cancel()
	assert.Empty(t, lex(over, known.named("js"), "var a"))
}

type panicking struct{ chroma.Lexer }

func (panicking) Tokenise(*chroma.TokeniseOptions, string) (chroma.Iterator, error) { panic("a") }

// shownCode shows a note with code in a window, whose shades are sought backstage.
func shownCode(t *testing.T, text string) (*codeView, fyne.Window, *backstage) {
	t.Helper()
	b := &backstage{}
	opt := lively
	opt.Highlighter = NewHighlighter(b.run)
	view := flow.NewView(nothing{})
	view.SetLayout(flow.Lay(Runs(mfm.Parse(text), opt), flow.Options{Width: 240}))
	view.Resize(view.Layout().Size())
	w := test.NewTempWindow(t, container.NewWithoutLayout(view))
	w.Resize(view.Size())
	for _, o := range test.WidgetRenderer(view).Objects() {
		if v, ok := o.(*codeView); ok {
			return v, w, b
		}
	}
	t.Fatal("no code in " + text)
	return nil, nil, nil
}

func TestCodeIsPlainFirst(t *testing.T) {
	newApp(t)
	v, w, b := shownCode(t, "```js\nconst sum = add(1, 2) // "+strings.Repeat("long ", 30)+"\n```")
	v.lines.move(-40)
	plain, size, at, ground := v.view.Layout(), v.view.Size(), v.view.Position(), v.ground.FillColor
	before := w.Canvas().Capture()
	b.play()
	assert.NotEqual(t, before, w.Canvas().Capture())
	assert.NotSame(t, plain, v.view.Layout())
	assert.Equal(t, plain.Size(), v.view.Layout().Size(), "nothing moves")
	assert.Equal(t, size, v.view.Size())
	assert.Equal(t, at, v.view.Position())
	assert.Equal(t, ground, v.ground.FillColor)
	assert.Equal(t, codeGround(false), ground)

	again := newCodeView(v.code)
	assert.Equal(t, v.shades, again.shades, "it does not flash when it is seen again")
	assert.Empty(t, *b)
}

func TestCodeOfUnknownLanguagesStaysPlain(t *testing.T) {
	newApp(t)
	for _, language := range []string{"", "no-such-language"} {
		v, _, b := shownCode(t, "```"+language+"\nvar x = 1\n```")
		assert.Empty(t, *b)
		assert.Equal(t, look.Color(look.ColorCode), v.ground.FillColor)
		assert.Equal(t, []flow.Run{{Text: "var x = 1", Style: v.code.style}}, v.code.runs(nil, false))
	}
}

func TestCodeFollowsTheTheme(t *testing.T) {
	newApp(t)
	v, _, b := shownCode(t, "```js\nvar x = 1\n```")
	b.play()
	assert.Equal(t, codeGround(false), v.ground.FillColor)
	light := v.view.Layout()
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Dark))
	v.Refresh()
	assert.Equal(t, codeGround(true), v.ground.FillColor)
	assert.NotSame(t, light, v.view.Layout())
	assert.Equal(t, shadeKeyword.ink(true), v.code.runs(v.shades, true)[0].Style.Ink)
	assert.Empty(t, *b, "nothing is sought again")
}
