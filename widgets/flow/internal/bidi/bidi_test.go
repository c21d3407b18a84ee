package bidi

import (
	"strings"
	"testing"

	gotext "github.com/go-text/typesetting/bidi"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// hebrew puts Hebrew letters in place of capitals, so that the order in a test can be read.
var hebrew = strings.NewReplacer("A", "א", "B", "ב", "C", "ג", "D", "ד")

func TestLevels(t *testing.T) {
	var l Leveller
	for _, c := range []struct {
		text, levels string
		base         Level
	}{
		{"ab", "00", 0},
		{"ab", "22", 1},
		{"AB", "11", 0},
		{"AB", "11", 1},
		{"A 12 B", "112211", 1},
		{"a A 12 b", "00112200", 0},
		{"A ab 1 B", "11222211", 1},
		{"1,2 3%", "222122", 1},
		{"a (A) B", "0001001", 0},
		{"a (A)", "00010", 0},
		{"A (b)", "11121", 1},
		{"A\u05b8", "11", 0},
		{"", "", 1},
	} {
		got := ""
		for _, v := range l.Levels([]rune(hebrew.Replace(c.text)), c.base) {
			got += string('0' + rune(v))
		}
		assert.Equal(t, c.levels, got, "%q in %d", c.text, c.base)
	}
}

func TestTheFirstLetterSaysWhereAParagraphBegins(t *testing.T) {
	for text, want := range map[string]Level{"": 0, "12 (3)!": 0, "12 A b": 1, "(a) A": 0, "م a": 1, "١ a": 0} {
		assert.Equal(t, want, FirstStrong([]rune(hebrew.Replace(text))), text)
	}
}

func TestReorder(t *testing.T) {
	type letter struct {
		r     rune
		level Level
	}
	for _, c := range []struct{ text, levels, want string }{
		{"", "", ""},
		{"abc", "000", "abc"},
		{"abc", "111", "cba"},
		{"abcde", "01110", "adcbe"},
		{"abcde", "12211", "edbca"},
		{"abcdef", "012210", "aecdbf"},
		{"abc", "222", "abc"},
		{"abcd", "1010", "abcd"},
		{"abcdefg", "0123210", "afcdebg"},
	} {
		var line []letter
		for i, r := range c.text {
			line = append(line, letter{r, Level(c.levels[i] - '0')})
		}
		Reorder(line, func(l letter) Level { return l.level })
		got := ""
		for _, l := range line {
			got += string(l.r)
		}
		assert.Equal(t, c.want, got, "%s by %s", c.text, c.levels)
	}
}

func TestRightToLeftWriting(t *testing.T) {
	for _, r := range "אبܐ\ufb1d\U00010800\U0001e900" {
		assert.True(t, IsRightToLeft(r) && IsRightToLeftLetter(r), "%U", r)
	}
	for _, r := range "a1漢한🎉…" {
		assert.False(t, IsRightToLeft(r) || IsRightToLeftLetter(r), "%U", r)
	}
	assert.True(t, IsRightToLeft('٢'))
	assert.False(t, IsRightToLeftLetter('٢'), "a digit")
}

// letters has some characters of every class that counts.
var letters = []rune("ab1٢אבجد.,:+-#%$ !?\u0301\u05b8()[]{}〈〉\u2329\u232a「」漢🎉\u200d…")

// FuzzLevels compares with another implementation, which tells levels by their parity.
func FuzzLevels(f *testing.F) {
	for _, s := range []string{"abc(1.2)", "AB(c)d", "((((", "\x00\x05\x10\x20", "zyxwvuts"} {
		f.Add([]byte(s), true)
		f.Add([]byte(s), false)
	}
	f.Fuzz(func(t *testing.T, choice []byte, rightToLeft bool) {
		text := make([]rune, len(choice))
		for i, c := range choice {
			text[i] = letters[int(c)%len(letters)]
		}
		base, other := Level(0), gotext.LeftToRight
		if rightToLeft {
			base, other = 1, gotext.RightToLeft
		}
		var l Leveller
		levels := l.Levels(text, base)
		require.Len(t, levels, len(text))
		text = []rune(strings.TrimRight(string(text), " \u200d")) // which has the direction of the line
		var p gotext.Paragraph
		runs := p.Segment(text, other)
		for i := range runs.NumRuns() {
			for j := runs.Run(i).Start; j < runs.Run(i).End; j++ {
				require.Equal(t, runs.Run(i).Level&1, gotext.Level(levels[j]&1), "%q at %d", string(text), j)
			}
		}
	})
}
