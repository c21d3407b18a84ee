package flow

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"mejiro/widgets/look"
)

// benchNote is 200 characters and 5 emoji, as people write.
func benchNote() []Run {
	link := &Link{Target: "https://example.com/path"}
	custom := func(url string) Run {
		return Run{Text: ":a:", Emoji: &Emoji{URL: url, Scale: 2, Middle: true, Fallback: ":a:"}}
	}
	unicode := Run{Text: "🎉", Emoji: &Emoji{URL: "https://example.com/twemoji/1f389.svg", Fallback: "🎉"}}
	return []Run{
		{Text: "日本語の本文です。漢字・ひらがな・カタカナ、English mixed と数字123。長い行は折り返されます。"},
		custom("https://example.com/1.webp"),
		{Text: "きょうは天気がいいので散歩に出かけたら、「メジロ」を三羽も見つけました！"},
		unicode,
		{Text: "The quick brown fox jumps over the lazy dog, and "},
		{Text: "https://example.com/path", Link: link},
		{Text: " です。", Style: Style{Bold: true}},
		unicode, custom("https://example.com/2.webp"),
		{Text: "それではおやすみなさい、また明日ー！#めじろ #bird"},
		custom("https://example.com/3.webp"),
	}
}

// BenchmarkLayCold lays out a note of which no width is known, neither here nor to Fyne: each round at another size.
func BenchmarkLayCold(b *testing.B) {
	newApp(b)
	runs := benchNote()
	Lay(runs, Options{Width: 300}) // reads the fonts
	size := look.TextBody
	b.ReportAllocs()
	for b.Loop() {
		size += 0.001
		for i := range runs {
			runs[i].Style.Size = size
		}
		Lay(runs, Options{Width: 300})
	}
}

func BenchmarkLayWarm(b *testing.B) {
	newApp(b)
	runs := benchNote()
	Lay(runs, Options{Width: 300})
	b.ReportAllocs()
	for b.Loop() {
		Lay(runs, Options{Width: 300})
	}
}

func BenchmarkLayAgain(b *testing.B) {
	newApp(b)
	text := Prepare(benchNote())
	text.Lay(Options{Width: 300})
	width := float32(300)
	b.ReportAllocs()
	for b.Loop() {
		width = 620 - width
		text.Lay(Options{Width: width})
	}
}

// BenchmarkViewSetLayout shows two notes in turns, as a pooled row of a feed does.
func BenchmarkViewSetLayout(b *testing.B) {
	newApp(b)
	v := NewView(newAlbum())
	one, two := Lay(benchNote(), Options{Width: 300}), Lay(benchNote()[2:], Options{Width: 300})
	b.ReportAllocs()
	for b.Loop() {
		v.SetLayout(one)
		v.SetLayout(two)
	}
}

// BenchmarkHugeLine lays out a megabyte without a space.
func BenchmarkHugeLine(b *testing.B) {
	newApp(b)
	runs := text(strings.Repeat("a", 1<<20))
	for b.Loop() {
		Lay(runs, Options{Width: 300})
	}
}

// boxedNote is a note with boxes as people who know MFM write.
func boxedNote() []Run {
	over := []Run{{Text: "かんじ", Style: Style{Size: 7}}}
	red := Paint{Name: look.ColorAccent}
	quoted := Box{Block: true, Runs: benchNote()[:3], Bar: 3, BarPaint: red, Padding: Insets{6, 0, 6, 12}, Margin: Insets{8, 8, 8, 8}}
	return append(benchNote(),
		Run{Box: &quoted},
		Run{Box: &Box{Runs: []Run{{Text: "漢字"}}, Over: over}},
		Run{Box: &Box{Runs: benchNote()[4:6], Fill: red}},
		Run{Box: &Box{Runs: []Run{{Text: "dots"}}, Border: Border{Style: LineDotted, Width: 2, Paint: red}}},
		Run{Box: &Box{Block: true, Align: fyne.TextAlignCenter, Runs: benchNote()[7:]}},
	)
}

func BenchmarkLayBoxesWarm(b *testing.B) {
	newApp(b)
	runs := boxedNote()
	Lay(runs, Options{Width: 300})
	b.ReportAllocs()
	for b.Loop() {
		Lay(runs, Options{Width: 300})
	}
}

func BenchmarkLayBoxesAgain(b *testing.B) {
	newApp(b)
	text := Prepare(boxedNote())
	text.Lay(Options{Width: 300})
	width := float32(300)
	b.ReportAllocs()
	for b.Loop() {
		width = 620 - width
		text.Lay(Options{Width: width})
	}
}

func BenchmarkViewSetBoxes(b *testing.B) {
	newApp(b)
	v := NewView(newAlbum())
	one, two := Lay(boxedNote(), Options{Width: 300}), Lay(boxedNote()[2:], Options{Width: 300})
	b.ReportAllocs()
	for b.Loop() {
		v.SetLayout(one)
		v.SetLayout(two)
	}
}
