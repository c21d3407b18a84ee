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
	faint := flow.Style{Size: look.TextBody, Color: look.ColorMention, Alpha: 0.5}
	quoted := flow.Style{Size: look.TextBody, Alpha: 0.7}
	twemoji := func(e, file string) flow.Run {
		return flow.Run{Text: e, Style: body, Emoji: &flow.Emoji{
			URL: "https://example.com/twemoji/" + file + ".svg", Scale: 1.25, Aspect: 1, Fallback: e,
		}}
	}
	alice := &flow.Link{Target: "@alice"}
	remote := &flow.Link{Target: "@alice@other.example"}
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
		{`\(E=mc\)`, []flow.Run{{Text: "E=mc", Style: code}}},
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
		{"@alice", []flow.Run{{Text: "@alice", Style: colored(look.ColorMention), Link: alice}}},
		{"@alice@EXAMPLE.com", []flow.Run{{Text: "@alice", Style: colored(look.ColorMention), Link: alice}}},
		{"@alice@other.example", []flow.Run{
			{Text: "@alice", Style: colored(look.ColorMention), Link: remote},
			{Text: "@other.example", Style: faint, Link: remote},
		}},
		{"@Bob", []flow.Run{{Text: "@Bob", Style: colored(look.ColorMentionMe), Link: &flow.Link{Target: "@Bob"}}}},
		{"#日本", []flow.Run{{Text: "#日本", Style: colored(look.ColorHashtag), Link: &flow.Link{Target: "#日本"}}}},
		{"a\n> q\n> r\nb", []flow.Run{
			{Text: "a", Style: body},
			{Text: "\n", Style: body},
			{Text: "> ", Style: quoted},
			{Text: "q\n> r", Style: quoted},
			{Text: "\n", Style: body},
			{Text: "b", Style: body},
		}},
		{"```go\nx\ny\n```", []flow.Run{{Text: "x\ny", Style: code}}},
		{"$[ruby 漢字 かんじ]", []flow.Run{{Text: "漢字", Style: body}, {Text: "(かんじ)", Style: body}}},
		{"$[x2 a]", []flow.Run{{Text: "a", Style: body}}},
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
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

func TestBlocksStandInLinesOfTheirOwn(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Before\n> quoted\nAfter", "Before\n> quoted\nAfter"},
		{"> level 1\n>> level 2\n> back", "> level 1\n> > level 2\n> back"},
		{"a\n<center>b\nc</center>\nd", "a\nb\nc\nd"},
		{"> q\n```\ncode\n```\nend", "> q\ncode\nend"},
		{"a\n\\[x\\]\nb", "a\nx\nb"},
		{"misskey docs search", "misskey docs search"},
		{"a\nmisskey [検索]\nb", "a\nmisskey [検索]\nb"},
		{"> > :blobcat: a", "> > :blobcat: a"},
	} {
		assert.Equal(t, c.want, shown(Runs(mfm.Parse(c.text), reader)), c.text)
	}
}

func TestFunctions(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"$[tada a]", "a"},
		{"$[ruby $[fg.color=f00 赤] あか]", "赤(あか)"},
		{"$[ruby 赤]", "赤"},
		{"$[ruby **赤**]", "赤"},
		{"$[unixtime abc]", "abc"},
		{"$[unixtime 99999999999999]", "99999999999999"},
		{"$[X2 a]", "$[X2 a]"},
	} {
		assert.Equal(t, c.want, shown(Runs(mfm.Parse(c.text), reader)), c.text)
	}
	assert.Regexp(t, `^2026-\d\d-\d\d \d\d:\d\d:\d\d$`, shown(Runs(mfm.Parse("$[unixtime 1794955304]"), reader)))
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
	assert.Equal(t, "@bob@other.example @bob", shown(runs))
	assert.Equal(t, "@bob@other.example", runs[0].Link.Target)
	assert.Equal(t, look.ColorMention, runs[0].Style.Color, "somebody else of that name")
	assert.Equal(t, look.ColorMentionMe, runs[len(runs)-1].Style.Color)
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
	f.Add("> > <center>\n```\na\n```\n</center>")
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range Runs(mfm.Parse(s), reader) {
			if r.Text == "" && r.Emoji == nil {
				t.Fatalf("%q gives an empty run", s)
			}
			if r.Link != nil && !strings.ContainsAny(r.Link.Target[:1], "@#") {
				assertSafe(t, r.Link.Target)
			}
		}
		Plain(mfm.Parse(s), 10)
	})
}
