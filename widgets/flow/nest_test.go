package flow

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
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

func TestBoxesInAView(t *testing.T) {
	newApp(t)
	v, _ := show(t, newAlbum(), []Run{boxed(Box{Runs: text("あ"), Padding: Insets{1, 2, 3, 4}})})
	assert.Equal(t, fyne.NewSize(20, 25), v.MinSize())
	assert.Equal(t, []string{"あ"}, textsShown(v))
}
