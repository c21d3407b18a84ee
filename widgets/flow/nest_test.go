package flow

import (
	"fmt"
	"image/color"
	"math"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func boxed(b Box) Run { return Run{Box: &b} }

func TestLinesOfBoxes(t *testing.T) {
	newApp(t)
	inline := func(s string) Run { return boxed(Box{Runs: text(s)}) }
	block := func(runs ...Run) Run { return boxed(Box{Runs: runs, Block: true}) }
	a := Run{Text: "a "}
	for _, c := range []struct {
		name string
		runs []Run
		opt  Options
		want string
	}{
		{"in the line", []Run{a, inline("日本"), {Text: " b"}}, Options{Width: 100}, "a 日本 b"},
		{"on a new line", []Run{{Text: "日本語の "}, inline("hello world")}, Options{Width: 90}, "日本語の\nhello world"},
		{"wrapped", []Run{a, inline("日本語の本文"), {Text: "b"}}, Options{Width: 70}, "a\n日本語の本\n文\nb"},
		{"with a mark", []Run{{Text: "日本語"}, inline("本"), {Text: "。"}}, Options{Width: 60}, "日本語\n本。"},
		{"block", []Run{{Text: "a"}, block(text("b")...), {Text: "c"}}, Options{Width: 70}, "a\nb\nc"},
		{"block after a line feed", []Run{{Text: "a\n"}, block(text("b")...), {Text: "\nc"}}, Options{Width: 70}, "a\nb\n\nc"},
		{"blocks", []Run{block(text("b")...), block(text("c")...)}, Options{Width: 70}, "b\nc"},
		{"block in a block", []Run{block(a, block(text("b")...)), {Text: "c"}}, Options{Width: 70}, "a\nb\nc"},
		{"block in the line", []Run{a, boxed(Box{Runs: []Run{block(text("b")...)}})}, Options{Width: 70}, "a b"},
		{"reading", []Run{boxed(Box{Runs: text("漢字"), Over: text("かんじ")})}, Options{Width: 70}, "漢字(かんじ)"},
		{"long reading", []Run{boxed(Box{Runs: text("漢"), Over: text("かんじかんじか")}), {Text: "b"}}, Options{Width: 40}, "漢(かん\nじか\nんじ\nか)b"},
		{"no width", []Run{a, inline("b"), block(text("c")...)}, Options{}, "a b\nc"},
		{"narrow", []Run{a, inline("日本"), block(text("c")...)}, Options{Width: 1}, "a\n日\n本\nc"},
		{"cut in a block", []Run{a, block(text("b\nc\nd")...), {Text: "e"}}, Options{Width: 70, MaxLines: 3}, "a\nb\nc…"},
		{"cut in a box", []Run{a, inline("b\nc\nd"), {Text: "e"}}, Options{Width: 70, MaxLines: 2}, "a b\nc…"},
		{"cut before a block", []Run{a, block(text("b")...)}, Options{Width: 70, MaxLines: 1}, "a…"},
		{"cut after a block", []Run{a, block(text("b")...), a}, Options{Width: 70, MaxLines: 2}, "a\nb…"},
		{"cut after blocks", []Run{block(a, block(text("b")...)), a}, Options{Width: 70, MaxLines: 2}, "a\nb…"},
		{"cut after a box", []Run{a, inline("b"), {Text: "\nc"}}, Options{Width: 70, MaxLines: 1}, "a b…"},
		{"cut at a full box", []Run{inline("日本語の本文です"), {Text: "c"}}, Options{Width: 70, MaxLines: 2}, "日本語の本\n文です…"},
		{"cut at a box that fills the line", []Run{a, inline("日本語"), {Text: "c\nd"}}, Options{Width: 56, MaxLines: 1}, "a 日本…"},
		{"cut at full boxes", []Run{boxed(Box{Runs: []Run{inline("日本語の本文です")}}), {Text: "ccc"}}, Options{Width: 70, MaxLines: 2}, "日本語の本\n文です…"},
		{"not cut", []Run{a, block(text("b\nc")...)}, Options{Width: 70, MaxLines: 3}, "a\nb\nc"},
	} {
		l := Lay(c.runs, c.opt)
		assert.Equal(t, c.want, l.String(), c.name)
		assert.Equal(t, strings.HasSuffix(c.want, "…"), l.Truncated(), c.name)
	}
}

func TestSizesOfBoxes(t *testing.T) {
	newApp(t)
	runs := text("あい") // 28 wide, 21 high
	wide := text("日本語の本文です。")
	for _, c := range []struct {
		name  string
		box   Box
		width float32
		want  fyne.Size
	}{
		{"as wide as its text", Box{Runs: runs}, 100, fyne.NewSize(28, 21)},
		{"as wide as the line", Box{Runs: wide}, 70, fyne.NewSize(70, 42)},
		{"as wide as there is", Box{Runs: wide}, 80, fyne.NewSize(80, 42)},
		{"as wide as its longest line", Box{Runs: text("日本語\n本文")}, 80, fyne.NewSize(42, 42)},
		{"empty", Box{}, 100, fyne.NewSize(0, 0)},
		{"padding and margin", Box{Runs: runs, Padding: Insets{1, 2, 3, 4}, Margin: Insets{5, 6, 7, 8}}, 100, fyne.NewSize(48, 37)},
		{"border", Box{Runs: runs, Border: Border{Style: LineDotted, Width: 3}}, 100, fyne.NewSize(34, 27)},
		{"no border", Box{Runs: runs, Border: Border{Width: 3}}, 100, fyne.NewSize(28, 21)},
		{"bar", Box{Runs: runs, Bar: 3}, 100, fyne.NewSize(31, 21)},
		{"block", Box{Runs: runs, Block: true}, 100, fyne.NewSize(100, 21)},
		{"block that is too narrow", Box{Runs: runs, Block: true, Padding: Insets{Left: 20, Right: 20}}, 30, fyne.NewSize(30, 42)},
		{"block without a width", Box{Runs: runs, Block: true}, 0, fyne.NewSize(28, 21)},
		{"reading", Box{Runs: runs, Over: []Run{{Text: "あ", Style: Style{Size: 10}}}}, 100, fyne.NewSize(28, 32)},
		{"long reading", Box{Runs: runs, Over: []Run{{Text: "あいうえ", Style: Style{Size: 10}}}}, 100, fyne.NewSize(40, 32)},
		{"content", Box{Content: &shape{width: 30, height: 40}, Padding: Insets{1, 1, 1, 1}}, 100, fyne.NewSize(32, 42)},
		{"wide content", Box{Content: &shape{width: 300, height: 40}}, 100, fyne.NewSize(100, 40)},
		{"odd content", Box{Content: &shape{width: nan, height: nan}}, 100, fyne.NewSize(0, 0)},
		{"odd numbers", Box{Runs: runs, Padding: Insets{nan, -1, nan, -1}, Bar: nan}, 100, fyne.NewSize(28, 21)},
		{"huge numbers", Box{Runs: runs, Padding: Insets{1e9, 1e9, 1e9, 1e9}}, 400, fyne.NewSize(156, 149)},
	} {
		l := Lay([]Run{boxed(c.box)}, Options{Width: c.width})
		assert.InDelta(t, c.want.Width, l.frags[0].box.size.Width, 0.1, c.name)
		assert.Equal(t, c.want.Height, l.frags[0].box.size.Height, c.name)
	}
}

func TestBoxesStandOnTheBaseline(t *testing.T) {
	newApp(t)
	big := []Run{{Text: "a\nb", Style: Style{Size: 28}}}
	for name, b := range map[string]Box{
		"plain":   {Runs: text("a")},
		"padded":  {Runs: text("a"), Padding: Insets{5, 5, 5, 5}, Margin: Insets{3, 3, 3, 3}},
		"lines":   {Runs: big},
		"reading": {Runs: text("a"), Over: text("b")},
		"nested":  {Runs: []Run{{Text: "x"}, boxed(Box{Runs: big, Padding: Insets{1, 1, 1, 1}})}},
		"block":   {Runs: []Run{boxed(Box{Block: true, Runs: text("a\nb")})}},
	} {
		l := Lay([]Run{{Text: "a"}, boxed(b)}, Options{})
		require.Len(t, l.lines, 1, name)
		f := &l.frags[1]
		assert.InDelta(t, l.lines[0].baseline, f.y+baselineOf(f.box), 0.01, name)
		assert.GreaterOrEqual(t, f.y, float32(0), name)
		assert.LessOrEqual(t, f.y+f.height, l.Size().Height, name)
	}
	based := &based{shape{width: 10, height: 30}}
	l := Lay([]Run{{Text: "a"}, boxed(Box{Content: based, Padding: Insets{Top: 2}})}, Options{})
	assert.Equal(t, l.lines[0].baseline-25-2, l.frags[1].y)
}

// baselineOf is where the last line of text in a box stands.
func baselineOf(b *nested) float32 {
	lines := b.inner.lines
	last := b.inner.frags[lines[len(lines)-1].first]
	if last.box != nil && last.box.Block {
		return b.innerAt.Y + last.y + baselineOf(last.box)
	}
	return b.innerAt.Y + lines[len(lines)-1].baseline
}

func TestBlocksStandOneBelowTheOther(t *testing.T) {
	newApp(t)
	block := boxed(Box{Block: true, Runs: text("a"), Margin: Insets{Top: 8, Bottom: 6}})
	l := Lay([]Run{{Text: "a"}, block, block, {Text: "b"}, block}, Options{Width: 100})
	var ys []float32
	for _, f := range l.frags {
		ys = append(ys, f.y)
	}
	first := l.frags[0].y
	assert.Equal(t, []float32{first, 21, 21 + 35 - 6, 21 + 35 + 29 + first, 21 + 35 + 29 + 21}, ys, "margins that meet lie one on the other")
	assert.Equal(t, float32(21+35+29+21+35), l.Size().Height)
	assert.Equal(t, 5, l.Lines())
}

func TestTheNarrowerOfReadingAndTextIsSpread(t *testing.T) {
	newApp(t)
	for _, c := range []struct {
		name, base, reading, baseAt, readingAt string
	}{
		{"short reading", "あいう", "か", "あいう 0", "か 14"},
		{"two characters over four", "あいうえ", "かき", "あいうえ 0", "か 7, き 35"},
		{"long reading", "あ", "かき", "あ 7", "かき 0"},
		{"four characters over two", "あい", "かきくけ", "あ 7, い 35", "かきくけ 0"},
		{"words stay together", "あいうえ", "aあ", "あいうえ 0", "a 9, あ 33"},
		{"nothing can be set apart", "a", "かき", "a 10", "かき 0"},
		{"as long", "あい", "かき", "あい 0", "かき 0"},
	} {
		b := Lay([]Run{boxed(Box{Runs: text(c.base), Over: text(c.reading)})}, Options{}).frags[0].box
		places := func(l *Layout, at fyne.Position) string {
			var all []string
			for _, f := range l.frags {
				all = append(all, fmt.Sprint(f.text, " ", round(at.X+f.x)))
			}
			return strings.Join(all, ", ")
		}
		assert.Equal(t, c.baseAt, places(b.inner, b.innerAt), c.name)
		assert.Equal(t, c.readingAt, places(b.reading, b.readingAt), c.name)
		assert.Equal(t, b.reading.Size().Height, b.innerAt.Y)
		assert.Equal(t, max(b.inner.Size().Width, b.reading.Size().Width), b.size.Width)
	}
}

func TestLinesWithinABoxAreAligned(t *testing.T) {
	newApp(t)
	xs := func(b Box) (xs []float32) {
		b.Runs = text("あ\nあい")
		for _, f := range Lay([]Run{boxed(b)}, Options{Width: 100}).frags[0].box.inner.frags {
			xs = append(xs, round(f.x))
		}
		return xs
	}
	assert.Equal(t, []float32{7, 0}, xs(Box{Align: fyne.TextAlignCenter}))
	assert.Equal(t, []float32{43, 36}, xs(Box{Align: fyne.TextAlignCenter, Block: true}))
	assert.Equal(t, []float32{86, 72}, xs(Box{Align: fyne.TextAlignTrailing, Block: true}))
	centred := boxed(Box{Content: &shape{width: 20, height: 5}, Block: true, Align: fyne.TextAlignCenter})
	assert.Equal(t, float32(40), Lay([]Run{centred}, Options{Width: 100}).frags[0].box.innerAt.X)
}

func TestContentIsCutWhereLinesEnd(t *testing.T) {
	newApp(t)
	runs := []Run{{Text: "a"}, boxed(Box{Block: true, Content: &shape{width: 10, height: 210}}), {Text: "b"}}
	l := Lay(runs, Options{Width: 100, MaxLines: 5})
	assert.True(t, l.Truncated())
	assert.InDelta(t, 5*21, l.Size().Height, 5)
	l = Lay(runs, Options{Width: 100})
	assert.False(t, l.Truncated())
	assert.Equal(t, float32(21+210+21), l.Size().Height)
	assert.Equal(t, 12, l.Lines())
}

func TestBoxesFollowTheTheme(t *testing.T) {
	app := newApp(t)
	runs := []Run{{Text: "a "}, boxed(Box{Runs: text("漢字 and letters")}), {Text: " b"}}
	prepared := Prepare(runs)
	before := prepared.Lay(Options{Width: 200}).Size()
	assert.Equal(t, before, prepared.Lay(Options{Width: 200}).Size())
	app.Settings().SetTheme(paper{Theme: fonts{}, fonts: fonts{}})
	after := prepared.Lay(Options{Width: 200}).Size()
	assert.NotEqual(t, before.Width, after.Width)
	assert.Equal(t, Lay(runs, Options{Width: 200}).Size(), after)
}

// shape is content that is a rectangle.
type shape struct {
	width, height float32
	made          int
}

func (s *shape) Size(float32) fyne.Size { return fyne.NewSize(s.width, s.height) }

func (s *shape) New() fyne.CanvasObject {
	s.made++
	return canvas.NewRectangle(color.NRGBA{R: 255, A: 255})
}

type based struct{ shape }

func (*based) Baseline(float32) float32 { return 25 }

var nan = float32(math.NaN())
