package mfm

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// reader is somebody at example.com who knows two custom emoji.
var reader = Options{
	Server: "https://example.com",
	Me:     "bob",
	Emoji: func(name string) string {
		return map[string]string{
			"blobcat": "https://example.com/files/blobcat.webp",
			"wide":    "https://example.com/files/wide.webp",
		}[name]
	},
	Aspect: func(url string) float32 {
		if strings.HasSuffix(url, "wide.webp") {
			return 3
		}
		return 0
	},
}

func TestRuns(t *testing.T) {
	body := flow.Style{Size: look.TextBody}
	colored := func(c fyne.ThemeColorName) flow.Style { return flow.Style{Size: look.TextBody, Color: c} }
	code := flow.Style{Size: look.TextBody, Mono: true, Background: look.ColorCode}
	twemoji := func(e, file string) flow.Run {
		return flow.Run{Text: e, Style: body, Emoji: &flow.Emoji{
			URL: "https://example.com/twemoji/" + file + ".svg", Scale: 1.25, Aspect: 1, Fallback: e,
		}}
	}
	for _, c := range []struct {
		text string
		want []flow.Run
	}{
		{"", nil},
		{"text", []flow.Run{{Text: "text", Style: body}}},
		{"a\r\nb", []flow.Run{{Text: "a\nb", Style: body}}},
		{"**b**", []flow.Run{{Text: "b", Style: flow.Style{Size: 14, Bold: true}}}},
		{"<i>あ</i>", []flow.Run{{Text: "あ", Style: flow.Style{Size: 14, Italic: true}}}},
		{"~~s~~", []flow.Run{{Text: "s", Style: flow.Style{Size: 14, Strike: true}}}},
		{"<small>s</small>", []flow.Run{{Text: "s", Style: flow.Style{Size: 12, Alpha: 0.7}}}},
		{"`x := 1`", []flow.Run{{Text: "x := 1", Style: code}}},
		{"<plain>**a** :blobcat:</plain>", []flow.Run{{Text: "**a** :blobcat:", Style: body}}},
		{":no_such:", []flow.Run{{Text: ":no_such:", Style: body}}},
		{":blobcat:", []flow.Run{{Text: ":blobcat:", Style: body, Emoji: &flow.Emoji{
			URL: "https://example.com/files/blobcat.webp", Scale: 2, Middle: true, Fallback: ":blobcat:",
		}}}},
		{":wide:", []flow.Run{{Text: ":wide:", Style: body, Emoji: &flow.Emoji{
			URL: "https://example.com/files/wide.webp", Scale: 2, Middle: true, Aspect: 3, Fallback: ":wide:",
		}}}},
		{"🎉", []flow.Run{twemoji("🎉", "1f389")}},
		{"1️⃣", []flow.Run{twemoji("1️⃣", "31-20e3")}},
		{"❤️‍🔥", []flow.Run{twemoji("❤️‍🔥", "2764-fe0f-200d-1f525")}},
		{"❤️", []flow.Run{twemoji("❤️", "2764")}},
		{"#日本", []flow.Run{{Text: "#日本", Style: colored(look.ColorHashtag), Link: &flow.Link{Target: "#日本"}}}},
		{"$[what a **b**]", []flow.Run{
			{Text: "$[what ", Style: body},
			{Text: "a ", Style: body},
			{Text: "b", Style: flow.Style{Size: 14, Bold: true}},
			{Text: "]", Style: body},
		}},
	} {
		got := Runs(mfm.Parse(c.text), reader)
		if len(c.want) == 0 {
			assert.Empty(t, got, c.text)
			continue
		}
		assert.Equal(t, c.want, got, c.text)
	}
}

// shown is the text of all runs.
func shown(runs []flow.Run) string {
	var b strings.Builder
	write(&b, runs)
	return b.String()
}

func TestNamesAreOneLineWithSmallEmoji(t *testing.T) {
	opt := reader
	opt.OneLine = true
	opt.Style = flow.Style{Bold: true, Size: 12}
	runs := Runs(mfm.ParseSimple("A\nlice:blobcat:🎉"), opt)
	require.Len(t, runs, 3)
	assert.Equal(t, flow.Run{Text: "A lice", Style: opt.Style}, runs[0])
	assert.EqualValues(t, 1.25, runs[1].Emoji.Scale)
	assert.False(t, runs[1].Emoji.Middle)
	assert.EqualValues(t, 1.25, runs[2].Emoji.Scale)
}

func TestMentionsWithoutHostAreAtTheAuthorsServer(t *testing.T) {
	opt := reader
	opt.AuthorHost = "other.example"
	runs := Runs(mfm.Parse("@bob @bob@example.com"), opt)
	assert.Equal(t, "\u00a0@bob@other.example \u00a0@bob", shown(runs))
	other, me := runs[0].Box.Runs[2], runs[2].Box.Runs[2]
	assert.Equal(t, "@bob@other.example", other.Link.Target)
	assert.Equal(t, look.ColorMention, other.Style.Color, "somebody else of that name")
	assert.Equal(t, look.ColorMentionMe, me.Style.Color)
}

func TestWithoutAServerNothingIsAPicture(t *testing.T) {
	runs := Runs(mfm.Parse("a 🎉 :blobcat: @u@h.example"), Options{})
	for _, r := range runs {
		assert.Nil(t, r.Emoji)
	}
	assert.Equal(t, "a 🎉 :blobcat: @u@h.example", shown(runs))
}

func TestPlain(t *testing.T) {
	for _, c := range []struct {
		text  string
		limit int
		want  string
	}{
		{"", 10, ""},
		{"**a**  b\n\n> c\n:blobcat: 🎉 [label](https://example.com/) @u #t", 0, "a b > c :blobcat: 🎉 label @u #t"},
		{"日本語の本文", 6, "日本語の本文"},
		{"日本語の本文", 4, "日本語…"},
		{"ab cdef", 4, "ab…"},
	} {
		assert.Equal(t, c.want, Plain(mfm.Parse(c.text), c.limit), c.text)
	}
}

func FuzzRuns(f *testing.F) {
	f.Add("**a** $[x2 b] > c\n> d :blobcat: @u@h https://a.b/%E7 [l](https://c.d) $[ruby a b]")
	f.Add("$[border.width=1e9,radius=-3,color=12345 a] $[spin.speed=-1.s,delay=9999999s,x b] $[unixtime 1] \n> q\nx search")
	f.Add("> > <center>\n```\na\n```\n</center>")
	f.Fuzz(func(t *testing.T, s string) {
		assertSound(t, Runs(mfm.Parse(s), lively))
		assertSound(t, Runs(mfm.Parse(s), Options{OneLine: true, Nyaize: true}))
		Plain(mfm.Parse(s), 10)
	})
}
