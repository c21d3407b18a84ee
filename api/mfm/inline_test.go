package mfm

import (
	"testing"

	"github.com/stretchr/testify/assert"
)

// sample is a text and the tree it stands for.
type sample struct {
	text string
	want []Node
}

// check parses the samples with the whole grammar.
func check(t *testing.T, samples []sample) {
	t.Helper()
	for _, s := range samples {
		assert.Equal(t, s.want, Parse(s.text), "%q", s.text)
	}
}

// text is a tree of nothing but a text.
func text(s string) []Node { return []Node{Text{s}} }

// allText are samples in which nothing is recognised.
func allText(texts ...string) []sample {
	var samples []sample
	for _, s := range texts {
		samples = append(samples, sample{s, text(s)})
	}
	return samples
}

func TestText(t *testing.T) {
	check(t, []sample{{"", []Node{}}})
	check(t, allText("a", "わかる", "a\nb\r\nc\rd", "\xff\xfe<\xc0", "\x00", "![a]", "1 < 2 > 1", "# a", "<br>", "<B>a</B>", "<b class=x>a</b>"))
}

func TestBoldItalicStrikeSmall(t *testing.T) {
	check(t, []sample{
		{"**a\nb**", []Node{Bold{text("a\nb")}}},
		{"<b>あ</b>c", []Node{Bold{text("あ")}, Text{"c"}}},
		{"__a b　1__", []Node{Bold{text("a b　1")}}},
		{"*a*", []Node{Italic{text("a")}}},
		{"あ_a b_c", []Node{Text{"あ"}, Italic{text("a b")}, Text{"c"}}},
		{"<i>*a*</i>", []Node{Italic{[]Node{Italic{text("a")}}}}},
		{"~~a~~", []Node{Strike{text("a")}}},
		{"~~a~b~~", []Node{Strike{text("a~b")}}},
		{"<s>a\nb</s>", []Node{Strike{text("a\nb")}}},
		{"<small>a</small>", []Node{Small{text("a")}}},
		{"***a***", []Node{Fn{Name: "tada", Children: text("a")}}},
		{"****a****", []Node{Fn{Name: "tada", Children: []Node{Italic{text("a")}}}}},
		{"**<small>a</small>b**", []Node{Bold{[]Node{Small{text("a")}, Text{"b"}}}}},
	})
	check(t, allText("*あ*", "a*b*", "1_b_", "__あ__", "____", "**", "****", "~~a\nb~~", "~~~~", "<b></b>", "<i>", "<small></small>"))
}

func TestUnclosedContainerIsOneText(t *testing.T) {
	check(t, allText("**a :b: c", "<b>a @u", "$[x a **b** c", "***a**b***", "<i>https://a.b", "~~:a:", "<small>a</b> #b", "<s>`a`"))
	check(t, []sample{{"~~a\n:b:", []Node{Text{"~~a\n"}, EmojiCode{"b"}}}})
}

func TestCodeMathPlain(t *testing.T) {
	check(t, []sample{
		{"`a*b*`", []Node{InlineCode{"a*b*"}}},
		{"``a`", []Node{Text{"`"}, InlineCode{"a"}}},
		{`\(x\)`, []Node{MathInline{"x"}}},
		{`\(\(x\)`, []Node{MathInline{`\(x`}}},
		{"<plain>**a**\n@b</plain>", []Node{Plain{"**a**\n@b"}}},
		{"<plain>\r\na\n\n</plain>", []Node{Plain{"a\n"}}},
	})
	check(t, allText("``", "`a", "`a\nb`", "`a´b`", `\(\)`, "\\(a\nb\\)", "<plain></plain>", "<plain>\n</plain>", "<plain>a"))
}

func TestEmojiCode(t *testing.T) {
	check(t, []sample{
		{":a_b+c-1:", []Node{EmojiCode{"a_b+c-1"}}},
		{"a:b:", []Node{Text{"a"}, EmojiCode{"b"}}},
		{":a::b:", []Node{EmojiCode{"a"}, EmojiCode{"b"}}},
		{":a:あ", []Node{EmojiCode{"a"}, Text{"あ"}}},
	})
	check(t, allText("1:b:2", ":b:c", "::", ":あ:", ":a", ":a b:"))
}

func TestSimple(t *testing.T) {
	for _, s := range []sample{
		{"", []Node{}},
		{"**a** @b #c https://d.e $[x2 f] > g", text("**a** @b #c https://d.e $[x2 f] > g")},
		{"a :b: 👍\n1️⃣", []Node{Text{"a "}, EmojiCode{"b"}, Text{" "}, UnicodeEmoji{"👍"}, Text{"\n"}, UnicodeEmoji{"1️⃣"}}},
		{"<plain>:a:</plain><b>", []Node{Plain{":a:"}, Text{"<b>"}}},
	} {
		assert.Equal(t, s.want, ParseSimple(s.text), "%q", s.text)
	}
}

func TestNestLimit(t *testing.T) {
	nested := func(n int, content string) string {
		for range n {
			content = "<b>" + content + "</b>"
		}
		return content
	}
	innermost := func(s string) []Node {
		nodes := Parse(s)
		for {
			b, ok := nodes[0].(Bold)
			if !ok {
				return nodes
			}
			nodes = b.Children
		}
	}
	assert.Equal(t, []Node{EmojiCode{"a"}}, innermost(nested(19, ":a:")))
	assert.Equal(t, text(":a:👍@b"), innermost(nested(20, ":a:👍@b")))
	assert.Equal(t, []Node{Hashtag{"(a)"}}, innermost(nested(18, "#(a)")))
	assert.Equal(t, []Node{Text{"("}, EmojiCode{"a"}, Text{")"}}, innermost(nested(19, "(:a:)")))
	quoted := Parse(">>>>>>>>>>>>>>>>>>>>> a")
	for range 20 {
		quoted = quoted[0].(Quote).Children
	}
	assert.Equal(t, text("> a"), quoted)
}
