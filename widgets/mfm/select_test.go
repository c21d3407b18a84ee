package mfm_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	parser "mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/mfm"
)

// selected selects from the first to the end of the last of what is given of a text and writes that as MFM.
func selected(t *testing.T, source, first, last string) string {
	l := flow.Lay(mfm.Runs(parser.Parse(source), mfm.Options{Sourced: true, Server: "https://example.com"}), flow.Options{})
	all := l.Text(0, flow.Position(len(source)*2))
	from, to := strings.Index(all, first), strings.Index(all, last)
	require.True(t, from >= 0 && to >= 0, "%q", all)
	return mfm.Selected(l.Parts(flow.Position(from), flow.Position(to+len(last))))
}

func TestSelected(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct{ name, source, first, last, want string }{
		{"text", "one two three", "two", "two", "two"},
		{"all", "**one** two $[x2 three]", "one", "three", "**one** two $[x2 three]"},
		{"within bold", "one **two three** four", "three", "four", "**three** four"},
		{"deep", "a **b $[tada c ~~d e~~] f** g", "e", "f", "**$[tada ~~e~~] f**"},
		{"emoji", "a 🎉 b", "🎉", "🎉", "🎉"},
		{"a part of a mention is all of it", "hi @alice@example.org you", "ice@", "ice@", "@alice@example.org"},
		{"a part of a link", "see [the label](https://example.com/) there", "label", "there", "[label](https://example.com/) there"},
		{"a part of an address is all of it", "https://example.org/path", "path", "path", "https://example.org/path"},
		{"quotation", "a\n> b c\nd", "c", "d", "> c\nd"},
		{"inline code", "a `code here`", "here", "here", "`here`"},
		{"code", "a\n```js\nlet b;\nlet c;\n```", "b;", "let c", "```js\nb;\nlet c\n```"},
		{"ruby stays whole", "a $[ruby 漢字 かんじ] b", "字", "b", "$[ruby 漢字 かんじ] b"},
		{"ruby of several", "$[ruby **漢** かん]", "漢", "漢", "$[ruby **漢** かん]"},
		{"lines", "one\ntwo\nthree", "wo", "th", "wo\nth"},
		{"unknown function", "$[nobody knows this] x", "knows", "x", "$[nobody knows this] x"},
		{"unknown emoji", "a :nothing: b", "thing", "b", ":nothing: b"},
		{"centred", "<center>a\nb</center>", "b", "b", "<center>\nb\n</center>"},
	} {
		assert.Equal(t, c.want, selected(t, c.source, c.first, c.last), c.name)
	}
}

func TestNothingSelected(t *testing.T) {
	assert.Empty(t, mfm.Selected(nil))
	assert.Empty(t, mfm.Selected([]flow.Part{{Source: "of somebody else", Text: "x"}}))
	assert.Nil(t, mfm.Runs(parser.Parse("a"), mfm.Options{})[0].Source, "sources are only told where they are wanted")
}

func FuzzSelected(f *testing.F) {
	f.Add("a **b $[tada c ~~d e~~] f** g\n> q\n$[ruby a b] `x`", 3, 9)
	test.NewTempApp(f)
	f.Fuzz(func(t *testing.T, source string, from, to int) {
		l := flow.Lay(mfm.Runs(parser.Parse(source), mfm.Options{Sourced: true}), flow.Options{})
		for _, places := range [][2]flow.Position{{flow.Position(from), flow.Position(to)}, {0, 1 << 30}} {
			chosen := mfm.Selected(l.Parts(places[0], places[1]))
			if text := l.Text(places[0], places[1]); strings.Trim(text, "\n") == "" && strings.Trim(chosen, "\n> ") != "" {
				t.Fatalf("%q has %q of %q selected", source, chosen, text)
			}
		}
	})
}
