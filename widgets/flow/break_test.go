package flow

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// words breaks runs at every opportunity there is, and leaves out the spaces there.
func words(runs []Run) []string {
	var all []string
	word := ""
	t := Prepare(runs)
	for _, p := range t.pieces {
		if s := &t.spans[p.span]; s.emoji != nil {
			word += s.text
		} else {
			word += s.text[p.start:p.end]
		}
		if p.last {
			all, word = append(all, word), ""
		}
	}
	return all
}

func TestPicturesBreakLikeIdeographs(t *testing.T) {
	newApp(t)
	runs := []Run{
		{Text: "あ「"}, {Text: ":a:", Emoji: &Emoji{}}, {Text: ":b:", Emoji: &Emoji{}}, {Text: "ー。い"},
	}
	l := Lay(runs, Options{Width: 1})
	assert.Equal(t, "あ\n「\n:a:\n:b:\nー\n。\nい", l.String(), "too narrow for anything")
	assert.Equal(t, []string{"あ", "「:a:", ":b:ー。", "い"}, words(runs))
}

func TestAWaveDashBeginsNoLine(t *testing.T) {
	for _, before := range []string{"漢", "あ", "ア", "a", "한"} {
		for _, dash := range []string{"〜", "～"} {
			assert.Equal(t, []string{before + dash, "字"}, words(text(before+dash+"字")))
		}
	}
}

func TestLinesBreakAcrossStyles(t *testing.T) {
	bold := Style{Bold: true}
	runs := []Run{{Text: "see "}, {Text: "ab", Style: bold}, {Text: "cd"}, {Text: "。한", Style: bold}, {Text: "글 字"}, {Text: "。", Style: bold}}
	assert.Equal(t, []string{"see", "abcd。", "한글", "字。"}, words(runs))
	assert.Equal(t, []string{"a", "한b", "100%", "“c”"}, words([]Run{{Text: "a\n한"}, {Text: "b\n", Style: bold}, {Text: "100% “c”"}}))
}
