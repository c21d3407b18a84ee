package mfm

import "testing"

func TestMention(t *testing.T) {
	check(t, []sample{
		{"@a_1.b-c", []Node{Mention{"a_1.b-c", "", "@a_1.b-c"}}},
		{"@a@b.example", []Node{Mention{"a", "b.example", "@a@b.example"}}},
		{"あ@a", []Node{Text{"あ"}, Mention{"a", "", "@a"}}},
		{"@a.-", []Node{Mention{"a", "", "@a"}, Text{".-"}}},
		{"@a@b.-", []Node{Mention{"a", "b", "@a@b"}, Text{".-"}}},
		{"@a@@b", []Node{Mention{"a", "", "@a"}, Text{"@"}, Mention{"b", "", "@b"}}},
		{"(@a)", []Node{Text{"("}, Mention{"a", "", "@a"}, Text{")"}}},
	})
	check(t, allText("@", "a@b", "@.a", "@-a@b", "@a-@b", "@a@-b", "@a@..", "@あ"))
}

func TestHashtag(t *testing.T) {
	check(t, []sample{
		{"#a", []Node{Hashtag{"a"}}},
		{"#日本語。", []Node{Hashtag{"日本語。"}}},
		{"#a(b)c", []Node{Hashtag{"a(b)c"}}},
		{"#「a」（b）[c]", []Node{Hashtag{"「a」（b）[c]"}}},
		{"#a(b", []Node{Hashtag{"a"}, Text{"(b"}}},
		{"(#a)", []Node{Text{"("}, Hashtag{"a"}, Text{")"}}},
		{"#a　b", []Node{Hashtag{"a"}, Text{"　b"}}},
		{"##a", []Node{Text{"#"}, Hashtag{"a"}}},
		{"#a#b", []Node{Hashtag{"a"}, Text{"#b"}}},
		{"#1a", []Node{Hashtag{"1a"}}},
		{"#()", []Node{Hashtag{"()"}}},
		{"#👍", []Node{Hashtag{"👍"}}},
	})
	for _, end := range []string{".", ",", "!", "?", "'", "\"", ":", "/", "]", "【", "】", ")", "」", "）", "<", ">", "\n", "\t"} {
		check(t, []sample{{"#a" + end, []Node{Hashtag{"a"}, Text{end}}}})
	}
	check(t, allText("#", "#1", "a#b", "# a", "#(a", "#(]"))
}

func TestURL(t *testing.T) {
	check(t, []sample{
		{"https://a.example/b?c=d&e=%20#f~", []Node{URL{URL: "https://a.example/b?c=d&e=%20#f~"}}},
		{"xhttp://a.b", []Node{Text{"x"}, URL{URL: "http://a.b"}}},
		{"https://a.b.,", []Node{URL{URL: "https://a.b"}, Text{".,"}}},
		{"https://a.b!?", []Node{URL{URL: "https://a.b!?"}}},
		{"https://a/(b[c])d", []Node{URL{URL: "https://a/(b[c])d"}}},
		{"(https://a)", []Node{Text{"("}, URL{URL: "https://a"}, Text{")"}}},
		{"https://a/(b", []Node{URL{URL: "https://a/"}, Text{"(b"}}},
		{"https://a/あ", []Node{URL{URL: "https://a/"}, Text{"あ"}}},
		{"<https://a/あ|>", []Node{URL{"https://a/あ|", true}}},
		{"<https://a b>", []Node{Text{"<"}, URL{URL: "https://a"}, Text{" b>"}}},
	})
	check(t, allText("https://", "https://.,.", "HTTPS://a.b", "ftp://a.b", "<https://>", "<https:/a>"))
}

func TestLink(t *testing.T) {
	check(t, []sample{
		{"[a](https://b.example/(c))", []Node{Link{"https://b.example/(c)", false, text("a")}}},
		{"?[a](<https://b/あ>)", []Node{Link{"https://b/あ", true, text("a")}}},
		{"![a](https://b)", []Node{Text{"!"}, Link{"https://b", false, text("a")}}},
		{"[@a #b https://c <https://d>](https://e)", []Node{Link{"https://e", false, text("@a #b https://c <https://d>")}}},
		{"[**a** :b: $[x 👍]](https://c)", []Node{Link{"https://c", false, []Node{
			Bold{text("a")}, Text{" "}, EmojiCode{"b"}, Text{" "}, Fn{"x", nil, []Node{UnicodeEmoji{"👍"}}},
		}}}},
		{"[a [b](https://c)", []Node{Link{"https://c", false, text("a [b")}}},
		{"[a](https://b.)", []Node{Text{"[a]("}, URL{URL: "https://b"}, Text{".)"}}},
		{"[a\nb](https://c)", []Node{Text{"[a\nb]("}, URL{URL: "https://c"}, Text{")"}}},
		{"[@a]", []Node{Text{"["}, Mention{"a", "", "@a"}, Text{"]"}}},
		{"[a](https://b \"c\")", []Node{Text{"[a]("}, URL{URL: "https://b"}, Text{" \"c\")"}}},
		{"[<b>a](https://b)</b>", []Node{Text{"["}, Bold{[]Node{Text{"a]("}, URL{URL: "https://b"}, Text{")"}}}}},
	})
	check(t, allText("[a](b)", "[a](mailto:b@c)", "[](https://)", "[a]", "[a](", "?[", "?", "[a] (b)"))
}

func TestFn(t *testing.T) {
	check(t, []sample{
		{"$[x2 a]", []Node{Fn{"x2", nil, text("a")}}},
		{"$[X_1 あ\nb ]", []Node{Fn{"X_1", nil, text("あ\nb ")}}},
		{"$[spin.speed=1.5s,left a]", []Node{Fn{"spin", []Arg{{"speed", "1.5s"}, {"left", ""}}, text("a")}}},
		{"$[position.x=-1,y=.5 a]", []Node{Fn{"position", []Arg{{"x", "-1"}, {"y", ".5"}}, text("a")}}},
		{"$[a.b=1,c,b=2,b d]", []Node{Fn{"a", []Arg{{"b", ""}, {"c", ""}}, text("d")}}},
		{"$[a.b,10,01,2=x d]", []Node{Fn{"a", []Arg{{"2", "x"}, {"10", ""}, {"b", ""}, {"01", ""}}, text("d")}}},
		{"$[a.__proto__=1 d]", []Node{Fn{"a", nil, text("d")}}},
		{"$[a $[b c]]", []Node{Fn{"a", nil, []Node{Fn{"b", nil, text("c")}}}}},
		{"$[a  b]", []Node{Fn{"a", nil, text(" b")}}},
		{"$[a.b=#f c]", []Node{Text{"$[a.b="}, Hashtag{"f"}, Text{" c]"}}},
		{"$[a @b]c", []Node{Fn{"a", nil, []Node{Mention{"b", "", "@b"}}}, Text{"c"}}},
	})
	check(t, allText("$[", "$[a", "$[a]", "$[a ]", "$[ a]", "$[あ a]", "$[a\nb]", "$[a　b]", "$[a. b]", "$[a.b= c]", "$[a.b, c]", "$a"))
}

func TestArgOfFn(t *testing.T) {
	f := Parse("$[spin.speed=1s,left a]")[0].(Fn)
	for key, want := range map[string]struct {
		value string
		ok    bool
	}{"speed": {"1s", true}, "left": {"", true}, "right": {"", false}} {
		if value, ok := f.Arg(key); value != want.value || ok != want.ok {
			t.Errorf("%s: %q %v", key, value, ok)
		}
	}
}
