package flow

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

// characters are each one character to a reader.
var characters = []string{
	"👨‍👩‍👧‍👦", "🏳️‍🌈", "👩‍💻", "❤️‍🔥", "👍🏽", "🧑🏾‍🚀", "🇯🇵", "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "🏴‍☠️", "1️⃣", "#️⃣", "©️",
	"e\u0301", "か\u3099", "각", "\u1100\u1161\u11a8", "नि", "ก็", "א\u05b8", "م\u064e",
}

func TestCharactersStayWhole(t *testing.T) {
	newApp(t)
	for _, c := range characters {
		for _, s := range []string{c + c + c, "a" + c + "b" + c, "漢" + c + "字", "한" + c + "글"} {
			lines := strings.Split(Lay(text(s), Options{Width: 1}).String(), "\n")
			assert.Len(t, lines, utf8.RuneCountInString(strings.ReplaceAll(s, c, "x")), "%q: %q", s, lines)
			assert.Contains(t, lines, c)
		}
	}
}

func TestNoCutInACharacter(t *testing.T) {
	newApp(t)
	for _, c := range characters {
		s := strings.Repeat(c, 30)
		for width := float32(20); width < 130; width += 9 {
			shown := Lay(text(s), Options{Width: width, MaxLines: 1}).String()
			left := strings.ReplaceAll(strings.TrimSuffix(shown, "…"), c, "")
			assert.Empty(t, left, "%q in %v", c, width)
		}
	}
}

func TestAnEmojiOfManyCharactersIsOneGlyph(t *testing.T) {
	newApp(t)
	one := Lay(text("👍"), Options{}).Size().Width
	for _, s := range []string{"👨‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "🇯🇵", "1️⃣"} { // that the font has
		assert.InDelta(t, one, Lay(text(s), Options{}).Size().Width, 2, s)
	}
}

func TestKoreanBreaksBetweenWords(t *testing.T) {
	newApp(t)
	for _, c := range []struct {
		text  string
		width float32
		want  string
	}{
		{"안녕하세요 세계 여러분", 100, "안녕하세요 세계\n여러분"},
		{"안녕하세요 세계", 60, "안녕하세\n요 세계"},
		{"가나다라마바사아자차", 60, "가나다라\n마바사아\n자차"},
		{"긴 가나다라마바사아", 60, "긴 가나다\n라마바사\n아"},
		{"가나다라마! 바", 60, "가나다라\n마! 바"},
	} {
		assert.Equal(t, c.want, Lay(text(c.text), Options{Width: c.width}).String())
	}
}

func TestShorten(t *testing.T) {
	for _, c := range []struct {
		text string
		most int
		want string
	}{
		{"abc", 3, "abc"},
		{"abcd", 3, "abc"},
		{"漢字", 5, "漢"},
		{"a👨‍👩‍👧‍👦b", 20, "a"},
		{"ae\u0301", 2, "a"},
		{"👨‍👩‍👧‍👦", 8, ""},
		{"a\xff\xfe\xfd", 2, "a\xff"},
		{"漢\xff", 2, ""},
		{"", 0, ""},
	} {
		assert.Equal(t, c.want, Shorten(c.text, c.most), "%q", c.text)
	}
}
