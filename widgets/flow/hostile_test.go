package flow

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"
)

func TestHarmlessText(t *testing.T) {
	newApp(t)
	for _, c := range []struct{ name, text, want string }{
		{"controls", "a\x00b\x1b[31mc\x7f\u0090", "ab[31mc"},
		{"bidi overrides", "a\u202egpj.\u202c\u2066x\u2069\u200fb", "agpj.xb"},
		{"byte order mark", "\ufeffa", "a"},
		{"object character", "a\ufffcb", "ab"},
		{"broken UTF-8", "a\xffb\xf0\x9f", "a\ufffdb\ufffd\ufffd"},
		{"piled marks", "a" + strings.Repeat("\u0301", 5000) + "b", "a" + strings.Repeat("\u0301", maxMarks) + "b"},
		{"joiners", "a" + strings.Repeat("\u200d", 5000), "a" + strings.Repeat("\u200d", maxMarks)},
	} {
		assert.Equal(t, c.want, Lay(text(c.text), Options{}).String(), c.name)
	}
}

func TestHugeTextIsBounded(t *testing.T) {
	newApp(t)
	mega, more := 1<<20, 2*maxRunes
	for name, s := range map[string]string{
		"one word":    strings.Repeat("a", mega),
		"spaces":      strings.Repeat(" ", more),
		"line feeds":  strings.Repeat("\n", more),
		"lines":       strings.Repeat("line\n", 5000),
		"long vowels": strings.Repeat("ー", more),
		"kanji":       strings.Repeat("漢", more),
		"marks":       strings.Repeat("a"+strings.Repeat("\u0301", maxMarks), more/8),
		"openers":     strings.Repeat("「", more),
	} {
		l := Lay(text(s), Options{Width: 300})
		assert.LessOrEqual(t, l.Lines(), defaultMaxLines, name)
		assert.LessOrEqual(t, len(l.frags), defaultMaxLines, name)
		assert.True(t, l.Truncated(), name)
	}
	l := Lay(text(strings.Repeat("漢", more)), Options{})
	assert.True(t, l.Truncated())
	assert.Equal(t, maxRunes+1, utf8.RuneCountInString(l.String()))
	assert.True(t, strings.HasSuffix(l.String(), "…"))
}

func TestManyPicturesAreBounded(t *testing.T) {
	newApp(t)
	runs := make([]Run, 2*maxRunes)
	for i := range runs {
		runs[i] = emoji("x")
	}
	l := Lay(runs, Options{Width: 300})
	assert.True(t, l.Truncated())
	assert.LessOrEqual(t, len(l.frags), 11*defaultMaxLines)
}

func FuzzLay(f *testing.F) {
	f.Add("日本語の本文です。 English ", "**bold**\n\n", float32(100), 3)
	f.Add("a\u200bb\u00ad\t\t", "e\u0301\u0301 👩‍👩‍👧‍👦🇯🇵", float32(1), 0)
	f.Add("\xff\xfe\x00", "\u202e ーーー」」", float32(-1), -1)
	newApp(f)
	f.Fuzz(func(t *testing.T, one, two string, width float32, maxLines int) {
		runs := []Run{
			{Text: one},
			{Text: ":x:", Emoji: &Emoji{Scale: width, Aspect: width}},
			{Text: two, Style: Style{Bold: true}, Link: &Link{}},
			{Text: one},
		}
		l := Lay(runs, Options{Width: width, MaxLines: maxLines})
		whole := bare(one) + ":x:" + bare(two) + bare(one)
		got := bare(l.String())
		if l.Truncated() {
			if !strings.HasSuffix(got, "…") {
				t.Fatalf("%q does not say that text is missing", got)
			}
			if !strings.HasPrefix(whole, strings.TrimSuffix(got, "…")) {
				t.Fatalf("%q is not how %q begins", got, whole)
			}
		} else if got != whole {
			t.Fatalf("%q became %q", whole, got)
		}
		for _, fr := range l.frags {
			if fr.x < 0 || fr.width < 0 || fr.y < -1 || fr.y > l.Size().Height {
				t.Fatalf("%q stands at %v,%v", fr.text, fr.x, fr.y)
			}
		}
	})
}

// bare is text as far as it must survive: cleaned and without white space.
func bare(s string) string {
	var c cleaner
	c.add(s)
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u200b' {
			return -1
		}
		return r
	}, string(c.text))
}
