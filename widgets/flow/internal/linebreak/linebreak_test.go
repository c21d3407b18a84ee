package linebreak

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

func TestSegmentsAreAllOfTheText(t *testing.T) {
	type segment struct {
		text string
		weak bool
	}
	for _, c := range []struct {
		text string
		want []segment
	}{
		{"", nil},
		{"\n\n", []segment{{"\n", false}, {"\n", false}}},
		{"a b\nc", []segment{{"a ", false}, {"b\n", false}, {"c", false}}},
		{"한글 a", []segment{{"한", true}, {"글 ", false}, {"a", false}}},
		{"“한글”\n한", []segment{{"“한", true}, {"글”\n", false}, {"한", false}}},
		{"한" + string(Picture) + "。\n", []segment{{"한", false}, {string(Picture) + "。\n", false}}},
	} {
		var b Breaker
		var got []segment
		b.Break([]rune(c.text), func(runes []rune, weak bool) { got = append(got, segment{string(runes), weak}) })
		assert.Equal(t, c.want, got, "%q", c.text)
	}
}

func TestBreakingAllocatesNothing(t *testing.T) {
	text := []rune("日本語の本文です。한국어 words\n100% “unusual”\n")
	var b Breaker
	count := 0
	breaks := func() { b.Break(text, func([]rune, bool) { count++ }) }
	breaks()
	assert.Zero(t, testing.AllocsPerRun(10, breaks))
	assert.NotZero(t, count)
}
