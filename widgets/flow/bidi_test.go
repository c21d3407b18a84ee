package flow

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets/look"
)

// hebrew puts Hebrew letters in place of capitals, so that the order in a test can be read.
var hebrew = strings.NewReplacer("A", "א", "B", "ב", "C", "ג", "D", "ד", "E", "ה", "F", "ו", "G", "ז", "H", "ח")

// seen is what a reader sees of a layout from left to right: Hebrew as capitals, … a line feed between lines.
func seen(l *Layout) string {
	latin := strings.NewReplacer("א", "A", "ב", "B", "ג", "C", "ד", "D", "ה", "E", "ו", "F", "ז", "G", "ח", "H")
	var lines []string
	for _, ln := range l.lines {
		frags := slices.Clone(l.frags[ln.first:ln.end])
		slices.SortStableFunc(frags, func(a, b frag) int { return int(2 * (a.x - b.x)) })
		line := ""
		for i := range frags {
			line += seenFrag(l, &frags[i])
		}
		lines = append(lines, line)
	}
	return latin.Replace(strings.Join(lines, "\n"))
}

func seenFrag(l *Layout, f *frag) string {
	if f.box != nil {
		return "{" + seen(f.box.inner) + "}"
	}
	if f.picture || !l.text.way(f).level.RightToLeft() {
		return f.text
	}
	rs := []rune(f.text)
	slices.Reverse(rs)
	return strings.NewReplacer("(", ")", ")", "(", "[", "]", "]", "[").Replace(string(rs))
}

func TestOrderOfWriting(t *testing.T) {
	newApp(t)
	for _, c := range []struct{ name, text, want string }{
		{"left to right", "hello", "hello"},
		{"right to left", "ABC DEF", "FED CBA"},
		{"Hebrew in English", "say ABC DEF now", "say FED CBA now"},
		{"English in Hebrew", "ABC hello there DEF", "FED hello there CBA"},
		{"number after Hebrew", "ABC 12 DEF", "FED 12 CBA"},
		{"number after Hebrew in English", "a ABC 12 b", "a 12 CBA b"},
		{"numbers of one sum", "ABC 1,234.5 -3%", "3%- 1,234.5 CBA"},
		{"number range", "ABC 1-2", "1-2 CBA"},
		{"full stop", "ABC.", ".CBA"},
		{"full stop in English", "it is ABC.", "it is CBA."},
		{"brackets", "ABC (DEF) G", "G (FED) CBA"},
		{"brackets in English", "a (ABC) DEF", "a (CBA) FED"},
		{"English in brackets", "ABC (def) G", "G (def) CBA"},
		{"brackets half here, half there", "ABC (d E) f", "f (E d) CBA"},
		{"question", "ABC?", "?CBA"},
		{"quotation", `AB "CD" E`, `E "DC" BA`},
		{"address", "ABC https://example.com/ DEF", "FED /https://example.com CBA"},
		{"Chinese", "AB 漢字 CD", "DC 漢字 BA"},
		{"emoji", "AB 🎉🎊 CD", "DC 🎊🎉 BA"},
		{"each paragraph by itself", "AB c\nd AB", "c BA\nd BA"},
		{"no letters", "12 (3)!", "12 (3)!"},
		{"overrides are void", "a\u202eAB\u202cc \u2067d\u2069", "aBAc d"},
		{"marks stay", "A\u05b8B", "BA\u05b8"},
	} {
		got := seen(Lay(text(hebrew.Replace(c.text)), Options{}))
		if c.name == "marks stay" {
			got = strings.ReplaceAll(got, "\u05b8A", "A\u05b8") // a mark comes after its letter in any order
		}
		assert.Equal(t, c.want, got, c.name)
	}
}

func TestArabicIsJoinedWithinAWord(t *testing.T) {
	newApp(t)
	l := Lay(text("مرحبا بالعالم ١٢٣ (جدا)!"), Options{})
	var parts []string
	for _, f := range l.frags {
		parts = append(parts, f.text)
	}
	assert.Equal(t, []string{"مرحبا", " ", "بالعالم", " ", "١٢٣", " ", "(", "جدا", ")!"}, parts)
	for i := range l.frags[1:] {
		assert.Greater(t, l.frags[i].x, l.frags[i+1].x, "from right to left")
	}
}

func TestWhatFyneIsGivenToDraw(t *testing.T) {
	newApp(t)
	l := Lay(text(hebrew.Replace("AB (c) D!")), Options{})
	var parts []string
	for _, f := range l.frags {
		parts = append(parts, l.text.spans[f.span].drawn(f.text))
	}
	m := rightToLeftMark
	end := m + " "
	assert.Equal(t, []string{
		m + "אב" + end, m + " " + end, m + "(" + end, "c", m + ")" + end, m + " " + end, m + "ד" + end, m + "!" + end,
	}, parts)
	assert.Equal(t, hebrew.Replace("AB (c) D!"), l.String(), "and nothing of that is text")
}

func TestLinesAreOrderedOneByOne(t *testing.T) {
	newApp(t)
	one := hebrew.Replace("AB CD ")
	width := fyne.MeasureText(one+"wxy", look.TextBody, fyne.TextStyle{}).Width
	l := Lay(text(one+"wxy "+hebrew.Replace("EF GH ")+"uv"), Options{Width: width})
	assert.Equal(t, "wxy DC BA\nuv HG FE", seen(l))
}

func TestRightToLeftParagraphsStandAtTheRight(t *testing.T) {
	newApp(t)
	runs := text(hebrew.Replace("ab\nAB\n\nAB a"))
	l := Lay(runs, Options{Width: 100, ByDirection: true})
	assert.Equal(t, float32(100), l.Size().Width)
	assert.Zero(t, l.frags[0].x)
	assert.InDelta(t, 100, l.frags[1].x+l.frags[1].width, 0.01)
	assert.InDelta(t, 100, l.frags[2].x+l.frags[2].width, 0.01, "its first word is the rightmost")
	assert.Less(t, l.frags[3].x, l.frags[2].x)

	l = Lay(runs, Options{Width: 100})
	assert.Less(t, l.Size().Width, float32(100))
	assert.Zero(t, l.frags[1].x, "where there is no place of its own it begins where it is put")
}

func TestAForeignNameReordersNothingAroundIt(t *testing.T) {
	newApp(t)
	link := func(s string) Run { return Run{Text: hebrew.Replace(s), Link: &Link{Target: s}} }
	plain := func(s string) Run { return Run{Text: hebrew.Replace(s)} }
	for _, c := range []struct {
		want string
		runs []Run
	}{
		{"BA@ 12 likes", []Run{link("@AB"), plain(" 12 likes")}},
		{"BA@ 2 1 DC", []Run{plain("CD 1 "), link("2 @AB")}},
		{"a BA#DC# b", []Run{plain("a "), link("#AB"), link("#CD"), plain(" b")}},
		{"FE #x BA", []Run{plain("AB "), link("#x"), plain(" EF")}},
	} {
		assert.Equal(t, c.want, seen(Lay(c.runs, Options{})))
	}
}

func TestBoxesAndPicturesAreReorderedAsOne(t *testing.T) {
	newApp(t)
	box := Run{Box: &Box{Runs: text(hebrew.Replace("a AB"))}}
	l := Lay([]Run{{Text: "א"}, box, {Text: "ב"}, emoji("x"), emoji("y"), {Text: "ג"}}, Options{})
	assert.Equal(t, "C:y::x:B{a BA}A", seen(l))
	for i := range l.frags[1:] {
		assert.InDelta(t, l.frags[i].x, l.frags[i+1].x+l.frags[i+1].width, 0.01)
	}
}

func TestACutRightToLeftTextEndsAtTheLeft(t *testing.T) {
	newApp(t)
	long := strings.Repeat(hebrew.Replace("ABC "), 20)
	l := Lay(text(long), Options{Width: 100, MaxLines: 1})
	require.True(t, l.Truncated())
	last := l.frags[len(l.frags)-1]
	assert.Equal(t, "…", last.text)
	assert.Zero(t, last.x)
	assert.True(t, strings.HasPrefix(seen(l), "…"))
	assert.LessOrEqual(t, l.Size().Width, float32(100)+tolerance)
}

func TestLeftToRightTextHasNoDirections(t *testing.T) {
	newApp(t)
	assert.False(t, Prepare(text("hello 漢字 한국어 🎉 …")).directed)
	assert.True(t, Prepare(text("hello א")).directed)
}

func TestMuchRightToLeftTextIsBounded(t *testing.T) {
	newApp(t)
	for _, s := range []string{"א1", "(א)", "(א", "א.", "1א(", "א\u0301"} {
		l := Lay(text("א"+strings.Repeat(s, maxRunes/2)), Options{Width: 300})
		assert.LessOrEqual(t, l.Lines(), defaultMaxLines, s)
	}
	Lay(text("א"+strings.Repeat("1", maxRunes)), Options{Width: 300})
	Lay(text("א"+strings.Repeat("()", maxRunes/2)), Options{Width: 300})
}
