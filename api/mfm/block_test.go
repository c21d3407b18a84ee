package mfm

import "testing"

func TestQuote(t *testing.T) {
	check(t, []sample{
		{"> a", []Node{Quote{text("a")}}},
		{">a\n>　b\r\n>\n> c", []Node{Quote{text("a\nb\n\nc")}}},
		{"a\n\n\n> b\n\n\nc", []Node{Text{"a\n"}, Quote{text("b")}, Text{"\nc"}}},
		{">> a\n> b", []Node{Quote{[]Node{Quote{text("a")}, Text{"b"}}}}},
		{"> ```\n> a\n> ```\n> b search", []Node{Quote{[]Node{BlockCode{"a", ""}, Search{"b", "b search"}}}}},
		{"> a\n\n> b", []Node{Quote{text("a")}, Quote{text("b")}}},
		{">\n>", []Node{Quote{text("\n")}}},
		{"> **a\n> b**", []Node{Quote{[]Node{Bold{text("a\nb")}}}}},
	})
	check(t, allText(">", "> ", "a > b", "a\n>", " > a"))
}

func TestBlockCode(t *testing.T) {
	check(t, []sample{
		{"```\na\n```", []Node{BlockCode{"a", ""}}},
		{"```  js \r\n\n**a**\r\n```\r\nb", []Node{BlockCode{"\n**a**", "js"}, Text{"b"}}},
		{"a\n```\nb```c\n ```\n````\n```\nd", []Node{Text{"a"}, BlockCode{"b```c\n ```\n````", ""}, Text{"d"}}},
		{"```\n```\n```", []Node{BlockCode{"```", ""}}},
		{"```\ufeff\u00a0go\u2003\n1\n```", []Node{BlockCode{"1", "go"}}},
		{"a ```\nb\n```", []Node{Text{"a ```\nb\n```"}}},
		{"```a```", []Node{Text{"``"}, InlineCode{"a"}, Text{"``"}}},
		{"```\n:a:", []Node{Text{"```\n"}, EmojiCode{"a"}}},
	})
	check(t, allText("```\n```", "```\n\n```", "```\na\n```b", "```"))
}

func TestMathBlock(t *testing.T) {
	check(t, []sample{
		{`\[a\]`, []Node{MathBlock{"a"}}},
		{"b\n\\[\r\na\n\n\\]\nc", []Node{Text{"b"}, MathBlock{"a\n"}, Text{"c"}}},
		{"\\[`\n\\[a\\]", []Node{MathBlock{"`\n\\[a"}}},
	})
	check(t, allText(`\[\]`, "\\[\n\\]", `\[a\] b`, `b \[a\]`, `\[a`, `\[a\]b\]`))
}

func TestCenter(t *testing.T) {
	check(t, []sample{
		{"<center>a</center>", []Node{Center{text("a")}}},
		{"b\n<center>\n\n**a**\n\n</center>\n\nc", []Node{Text{"b"}, Center{[]Node{Text{"\n"}, Bold{text("a")}, Text{"\n"}}}, Text{"\nc"}}},
		{"<center>> a\n```\nb\n```</center>", []Node{Center{text("> a\n```\nb\n```")}}},
		{"<center>:a:", []Node{Text{"<center>"}, EmojiCode{"a"}}},
		{"<center>:a:</center>b", []Node{Text{"<center>"}, EmojiCode{"a"}, Text{"</center>b"}}},
		{"a <center>b</center>", []Node{Text{"a <center>b</center>"}}},
	})
	check(t, allText("<center></center>", "<center>\n</center>", "<center>**a</center>"))
}

func TestSearch(t *testing.T) {
	check(t, []sample{
		{"a b Search", []Node{Search{"a b", "a b Search"}}},
		{" a　検索", []Node{Search{" a", " a　検索"}}},
		{"a\t[検索]\r\nb [SEARCH]\n\nc", []Node{Search{"a", "a\t[検索]"}, Search{"b", "b [SEARCH]"}, Text{"\nc"}}},
		{"a\n@b search", []Node{Text{"a"}, Search{"@b", "@b search"}}},
		{"@b search", []Node{Mention{"b", "", "@b"}, Text{" search"}}},
		{"a search search", []Node{Search{"a search", "a search search"}}},
		{"  search", []Node{Search{" ", "  search"}}},
		{"\ufe0fa search", text("\ufe0fa search")},
	})
	check(t, allText("search", " search", "a search b", "a[search]", "asearch", "a [ search]", "a 検 索", "a research"))
}
