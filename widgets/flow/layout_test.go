package flow

import (
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets/look"
)

func TestLines(t *testing.T) {
	newApp(t)
	for _, c := range []struct {
		name, text string
		opt        Options
		want       string
	}{
		{"nothing", "", Options{Width: 100}, ""},
		{"one line", "日本語", Options{Width: 100}, "日本語"},
		{"no width", "日本語 and more", Options{}, "日本語 and more"},
		{"wrapped", "日本語の本文です。", Options{Width: 70}, "日本語の本\n文です。"},
		{"mark stays with its word", "日本語の本。文", Options{Width: 70}, "日本語の\n本。文"},
		{"words", "hello wide world", Options{Width: 80}, "hello wide\nworld"},
		{"spaces hang", "hello     world", Options{Width: 40}, "hello\nworld"},
		{"spaces inside stay", "a   b", Options{Width: 100}, "a   b"},
		{"tab", "a\tb", Options{Width: 100}, "a    b"},
		{"line feeds", "a\nb\r\nc\rd\u2028e", Options{Width: 100}, "a\nb\nc\nd\ne"},
		{"empty line", "a\n\nb", Options{Width: 100}, "a\n\nb"},
		{"line feed at the end", "a\n", Options{Width: 100}, "a"},
		{"only a line feed", "\n\n", Options{Width: 100}, "\n"},
		{"long word", "abcdefghijklmnop", Options{Width: 60}, "abcdefg\nhijklmno\np"},
		{"long word after another", "yes abcdefghijklmnop", Options{Width: 60}, "yes\nabcdefg\nhijklmno\np"},
		{"emoji stay whole", "👩‍👩‍👧‍👦👩‍👩‍👧‍👦", Options{Width: 1}, "👩‍👩‍👧‍👦\n👩‍👩‍👧‍👦"},
		{"narrow", "あい", Options{Width: 1}, "あ\nい"},
		{"odd width", "あい", Options{Width: float32(math.NaN())}, "あい"},
		{"cut", "日本語の本文です。", Options{Width: 70, MaxLines: 1}, "日本語の…"},
		{"cut in a word", "hello wide world", Options{Width: 80, MaxLines: 1}, "hello wid…"},
		{"cut in the second line", "日本語の本文ですとても。", Options{Width: 70, MaxLines: 2}, "日本語の本\n文ですと…"},
		{"cut before a line feed", "a\nb", Options{Width: 70, MaxLines: 1}, "a…"},
		{"cut in a long word", "abcdefghijklmnop", Options{Width: 60, MaxLines: 1}, "abcdef…"},
		{"cut where nothing fits", "あいう", Options{Width: 15, MaxLines: 1}, "…"},
		{"not cut", "日本語の本文です。", Options{Width: 70, MaxLines: 2}, "日本語の本\n文です。"},
		{"not cut by a line feed at the end", "a\n", Options{MaxLines: 1}, "a"},
	} {
		l := Lay(text(c.text), c.opt)
		assert.Equal(t, c.want, l.String(), c.name)
		assert.Equal(t, strings.HasSuffix(c.want, "…"), l.Truncated(), c.name)
	}
}

func TestLinesAreAsHighAsTheirTextAndPictures(t *testing.T) {
	newApp(t)
	heights := func(runs ...Run) (hs []float32) {
		l := Lay(runs, Options{})
		for _, ln := range l.lines {
			hs = append(hs, ln.height)
		}
		return hs
	}
	unicode := Run{Text: "🎉", Emoji: &Emoji{URL: "u"}}
	assert.Equal(t, []float32{21, 21}, heights(Run{Text: "body\n\n"}))
	assert.Equal(t, []float32{18}, heights(Run{Text: "small", Style: Style{Size: look.TextSecondary}}))
	assert.Equal(t, []float32{21}, heights(Run{Text: "a"}, Run{Text: "small", Style: Style{Size: 10}}))
	assert.Equal(t, []float32{21}, heights(Run{Text: "a"}, unicode), "a Unicode emoji fits in the line")
	assert.Equal(t, []float32{21}, heights(unicode), "also alone")
	assert.Equal(t, []float32{28}, heights(Run{Text: "a"}, emoji("c")), "a custom emoji is 2 em high")
	assert.Equal(t, []float32{28, 21}, heights(Run{Text: "a"}, emoji("c"), Run{Text: "\nb"}))

	l := Lay(text("a\nb"), Options{LineHeight: 2})
	assert.Equal(t, fyne.NewSize(l.Size().Width, 56), l.Size())
}

func TestEverythingStandsOnTheBaseline(t *testing.T) {
	newApp(t)
	l := Lay([]Run{
		{Text: "漢字 Latin "},
		{Text: "bold", Style: Style{Bold: true}},
		{Text: "mono", Style: Style{Mono: true}},
		{Text: "small", Style: Style{Size: 10}},
		{Text: "🎉", Emoji: &Emoji{}},
		{Text: ":c:", Emoji: &Emoji{Scale: 2, Middle: true}},
	}, Options{})
	require.Len(t, l.lines, 1)
	require.Len(t, l.frags, 6)
	baseline := l.lines[0].baseline
	for _, f := range l.frags[:4] {
		assert.InDelta(t, baseline, f.y+l.text.spans[f.span].face.ascent, 0.01, f.text)
	}
	assert.InDelta(t, baseline+0.25*look.TextBody, l.frags[4].y+l.frags[4].height, 0.01)
	assert.InDelta(t, baseline-middle*look.TextBody, l.frags[5].y+l.frags[5].height/2, 0.01)
}

func TestPicturesKeepAPlaceOfTheirShape(t *testing.T) {
	newApp(t)
	for _, c := range []struct {
		aspect, width float32
		want          fyne.Size
	}{
		{0, 0, fyne.NewSize(28, 28)},
		{1, 0, fyne.NewSize(28, 28)},
		{2.5, 0, fyne.NewSize(70, 28)},
		{100, 0, fyne.NewSize(28*MaxAspect, 28)},
		{0.01, 0, fyne.NewSize(7, 28)},
		{float32(math.NaN()), 0, fyne.NewSize(7, 28)},
		{6, 84, fyne.NewSize(84, 14)},
	} {
		l := Lay([]Run{{Text: ":x:", Emoji: &Emoji{Scale: 2, Middle: true, Aspect: c.aspect}}}, Options{Width: c.width})
		require.Len(t, l.frags, 1)
		assert.InDelta(t, c.want.Width, l.frags[0].width, 0.02)
		assert.InDelta(t, c.want.Height, l.frags[0].height, 0.02)
	}
}

func TestTextOfOneLookIsOnePieceInEachLine(t *testing.T) {
	newApp(t)
	link := &Link{Target: "t"}
	l := Lay([]Run{
		{Text: "あいうえお "},
		{Text: "hello "},
		{Text: "wide"},
		{Text: "b", Style: Style{Bold: true}},
		{Text: "l", Link: link},
		{Text: "ink", Link: link},
		{Text: "other", Link: &Link{Target: "t"}},
	}, Options{})
	var texts []string
	for _, f := range l.frags {
		texts = append(texts, f.text)
	}
	assert.Equal(t, []string{"あいうえお hello wide", "b", "link", "other"}, texts)
}

func TestWidthsAddUp(t *testing.T) {
	newApp(t)
	for _, s := range []string{
		"AVAVA To. Wa VA, P. LT WAVE Type", "「メジロ」を、三羽。ア・イ", "漢字 mixed と数字123。", "한국어 텍스트 입니다.", "a\u200bb\u00adc",
	} {
		l := Lay(text(s), Options{})
		require.Len(t, l.frags, 1)
		assert.InDelta(t, fyne.MeasureText(l.frags[0].text, look.TextBody, fyne.TextStyle{}).Width, l.Size().Width, 0.5, s)
	}
}

func TestAlign(t *testing.T) {
	newApp(t)
	for _, c := range []struct {
		align fyne.TextAlign
		width float32
		x     float32
		size  float32
	}{
		{fyne.TextAlignLeading, 100, 0, 42},
		{fyne.TextAlignCenter, 100, 36, 100},
		{fyne.TextAlignTrailing, 100, 72, 100},
		{fyne.TextAlignCenter, 0, 7, 42},
	} {
		l := Lay(text("あい\nあいう"), Options{Width: c.width, Align: c.align})
		assert.Equal(t, c.x, l.frags[0].x)
		assert.Equal(t, c.size, l.Size().Width)
	}
}

func TestTheSizeOfALayoutIsWidthEnoughForIt(t *testing.T) {
	newApp(t)
	for _, s := range []string{"hello wide world", "日本語の本文です。", "AVAVA To. Wa", "a b c d e f g h i j k"} {
		for width := float32(20); width < 120; width += 7 {
			l := Lay(text(s), Options{Width: width})
			again := Lay(text(s), Options{Width: l.Size().Width})
			assert.Equal(t, l.String(), again.String())
		}
	}
}

func TestWidthsFollowTheTheme(t *testing.T) {
	app := newApp(t)
	prepared := Prepare(text("漢字 and letters"))
	before := prepared.Lay(Options{}).Size()
	assert.Equal(t, before, prepared.Lay(Options{}).Size())

	app.Settings().SetTheme(paper{Theme: fonts{}, fonts: fonts{}})
	after := prepared.Lay(Options{}).Size()
	assert.NotEqual(t, before.Width, after.Width, "measured with the new font")
	assert.Equal(t, Lay(text("漢字 and letters"), Options{}).Size(), after)
}

// fonts sets everything in the monospaced face.
type fonts struct{ fyne.Theme }

func (fonts) Font(fyne.TextStyle) fyne.Resource {
	return look.New(look.Light).Font(fyne.TextStyle{Monospace: true})
}
