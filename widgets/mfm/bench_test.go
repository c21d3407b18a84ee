package mfm

import (
	"strings"
	"testing"

	"mejiro/api/mfm"
)

const ordinary = "日本語の本文です。漢字・ひらがな・カタカナ、English mixed と数字123。:blobcat: きょうは天気がいいので散歩に出かけたら、" +
	"「メジロ」を三羽も見つけました！🎉 The quick brown fox https://example.org/path です。**それでは**おやすみなさい #めじろ :wide:"

// BenchmarkRuns draws the text of an ordinary note.
func BenchmarkRuns(b *testing.B) {
	nodes := mfm.Parse(ordinary)
	b.ReportAllocs()
	for b.Loop() {
		Runs(nodes, lively)
	}
}

// BenchmarkRunsFunctions draws a note full of functions.
func BenchmarkRunsFunctions(b *testing.B) {
	nodes := mfm.Parse(strings.Repeat("$[spin.speed=2s $[x2 $[fg.color=f00 a]]] @alice $[ruby 漢字 かんじ]\n", 20))
	b.ReportAllocs()
	for b.Loop() {
		Runs(nodes, lively)
	}
}

func BenchmarkHighlight(b *testing.B) {
	js := known.named("js")
	text := strings.Repeat("const add = (a, b) => a + b; // sum\n", 20)
	for b.Loop() {
		lex(b.Context(), js, text)
	}
}
