package mfm

import (
	_ "embed"
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"
)

//go:embed testdata/notes.json
var notesJSON []byte

// ordinaryNotes are texts as people write them.
func ordinaryNotes(tb testing.TB) []string {
	tb.Helper()
	var notes []string
	if err := json.Unmarshal(notesJSON, &notes); err != nil {
		tb.Fatal(err)
	}
	return notes
}

// generator makes random strings that look like MFM, from well-formed to thoroughly broken. The same seed makes the same strings.
type generator struct {
	*rand.Rand
	notes []string
}

func newGenerator(tb testing.TB, seed uint64) generator {
	return generator{rand.New(rand.NewPCG(seed, 2026)), ordinaryNotes(tb)}
}

// text makes one string.
func (g generator) text() string {
	switch g.IntN(10) {
	case 0:
		return g.soup(emojiPieces, 8)
	case 1:
		return g.soup(addressPieces, 14)
	case 2:
		return g.soup(linePieces, 14)
	case 3:
		return g.nest(g.IntN(26))
	case 4:
		return g.broken(g.pick(g.notes))
	case 5:
		return g.content(4)
	case 6:
		return g.broken(g.content(4))
	case 7:
		return g.soup(linePieces, 6) + g.broken(g.content(3)) + g.soup(linePieces, 4)
	case 8:
		return g.lines()
	}
	return g.soup(pieces, 16)
}

func (g generator) pick(from []string) string { return from[g.IntN(len(from))] }

// soup joins up to n pieces.
func (g generator) soup(from []string, n int) string {
	var b strings.Builder
	for range g.IntN(n + 1) {
		if g.IntN(12) == 0 {
			from = pieces
		}
		b.WriteString(g.pick(from))
	}
	return b.String()
}

// broken takes out, doubles or moves parts of s.
func (g generator) broken(s string) string {
	for range g.IntN(4) {
		r := []rune(s)
		if len(r) == 0 {
			return s
		}
		i, j := g.IntN(len(r)), g.IntN(len(r))
		i, j = min(i, j), min(max(i, j), min(i, j)+6)
		part := string(r[i:j])
		switch g.IntN(4) {
		case 0:
			s = string(r[:i]) + string(r[j:])
		case 1:
			s = string(r[:j]) + part + string(r[j:])
		case 2:
			s = part + string(r[:i]) + string(r[j:])
		case 3:
			s = string(r[:i]) + g.pick(pieces) + string(r[i:])
		}
	}
	return s
}

// content makes well-formed content.
func (g generator) content(depth int) string {
	var b strings.Builder
	for range 1 + g.IntN(3) {
		if depth == 0 || g.IntN(3) == 0 {
			b.WriteString(g.pick(pieces))
			continue
		}
		c := containers[g.IntN(len(containers))]
		b.WriteString(c[0] + g.content(depth-1) + c[1])
	}
	return b.String()
}

// nest puts n containers into each other.
func (g generator) nest(n int) string {
	open, closing := "", ""
	for range n {
		c := containers[g.IntN(len(containers))]
		open += c[0] + g.soup(pieces, 1)
		if g.IntN(30) > 0 {
			closing = g.soup(pieces, 1) + c[1] + closing
		}
	}
	return open + g.soup(pieces, 3) + closing
}

// lines makes lines with what matters at their beginnings and ends.
func (g generator) lines() string {
	var b strings.Builder
	for range g.IntN(8) {
		b.WriteString(g.pick([]string{"", "", "> ", ">", ">> ", ">> > ", "```", "\\[", "<center>", " ", "　"}))
		b.WriteString(g.soup(pieces, 3))
		b.WriteString(g.pick([]string{"", "", "", "\\]", "</center>", "```", " search", " Search", "　検索", "\t[SEARCH]", " [検索]", " [search ]"}))
		b.WriteString(g.pick([]string{"\n", "\n", "\n", "\n\n", "\r\n", "\r", "\n\n\n", "\r\n\r\n", ""}))
	}
	return b.String()
}

var containers = [][2]string{
	{"**", "**"},
	{"***", "***"},
	{"<b>", "</b>"},
	{"<i>", "</i>"},
	{"<s>", "</s>"},
	{"~~", "~~"},
	{"<small>", "</small>"},
	{"$[x2 ", "]"},
	{"$[spin.speed=1s,left ", "]"},
	{"[", "](https://a.example/b)"},
	{"?[", "](<https://a.example/ü>)"},
	{"<center>", "</center>"},
	{"\n<center>\n", "\n</center>\n"},
	{"> ", "\n"},
	{"\n>", "\n\n"},
	{"*", "*"},
	{"_", "_"},
	{"__", "__"},
	{"`", "`"},
	{"\\(", "\\)"},
	{"<plain>", "</plain>"},
	{"<plain>\n", "\r\n</plain>"},
	{"\n```js\n", "\n```\n"},
	{"\\[", "\\]"},
	{"(", ")"},
	{"#「", "」"},
	{"#(", ")"},
	{"https://a.b/(", ")"},
	{"https://a.b/[", "]"},
}

var pieces = []string{
	"a", "b1", "Z", "0", "42", " ", "  ", "　", "\t", "\n", "\n", "\r\n", "\r", "あ", "日本語。", "한글", "é", "ſ", "\u212a", "\u00a0", "\ufeff", "\u0085",
	"*", "**", "***", "****", "_", "__", "~", "~~", "~~~", "`", "``", "```", "´", "<", ">", "<b>", "</b>", "<i>", "</i>", "<s>", "</s>",
	"<small>", "</small>", "<center>", "</center>", "<plain>", "</plain>", "<B>", "<b >", "<br>", "\\(", "\\)", "\\[", "\\]", "\\",
	"$[", "$[x2 ", "$[x2", "$[tada.speed=2s ", "$[a.b,c=d ", "$[a.2=x,1,b=1,b=2,01 ", "$[a.__proto__=x ", "$[a.=1 ", "$[a. ", "$[a.b= ", "$[a.b=1, ",
	"$[a\n", "$[a.b=-1.5,c_d=e-f ", "$[a.constructor,toString=1 ", "$[a.4294967294,4294967295,7 ", "[", "]", "(", ")", "?[", "](", "[a](", "![", "!",
	"@", "@a", "@a@b.c", "@a.", "@a-@b", "@.a", "@-a@b", "@a@-b", "@a@b-.", "@a@..", "@@", "@A_1.b", "#", "#a", "#1", "#12a", "##", "#あ。", "#a(b)", "#a[b", "#(", "#()",
	"#「a", "#（）", "#【", "#👍", ":", ":a:", ":a_b+c-1:", "::", ":あ:", ":a", "a:", ":b:c", "1:b:2", "https://", "http://", "https://a.b", "HTTPS://a.b",
	"https://a.b/c?d=e&f#g", "https://a.b.,", "https://...", "https://(a)", "https://a(b", "https://a.b/あ", "xhttps://a", "h", "ht", "http:/", "<https://a b>",
	"<https://a.b>", "<https://あ/　>", "<https://>", "<http://a\n>", "](https://a.b)", "](<https://a.b>)", "](a)", "](https://.)", " search", " Search\n", " [search]", "　検索",
	"検索", "[検索]", "\n> ", "\n>", "> ", ">", "👍", "❤", "❤️", "❤︎", "👍🏽", "👨‍👩‍👧", "🇯🇵", "1️⃣", "#️⃣", "*⃣", "©", "©️", "™", "\ufe0f", "\ufe0e", "\u200d",
	"、", "…", "「", "」", "（", "）", "【", "】", ".", ",", "-", "+", "=", "/", "%", "&", "|", ";", "'", "\"", "\u2028", "\x00", "𠮷", "\ue50a", "〰", "〽️", "㊗", "️⃣",
}

var emojiPieces = []string{
	"👨", "👩", "🧑", "👦", "👧", "❤", "❤️", "💋", "🤝", "🫱", "🫲", "🏻", "🏼", "🏽", "🏾", "🏿", "\u200d", "\u200d", "\u200d", "\ufe0f", "\ufe0f", "\ufe0e", "⚕️", "♀️", "♂️", "♀", "➡️", "🚀", "🏳", "🏴", "🌈", "☠️", "⚧️",
	"🇯", "🇵", "🇺", "🇸", "🇦", "🇿", "\U000e0067", "\U000e0062", "\U000e0065", "\U000e006e", "\U000e007f", "\U000e0073", "\U000e0063", "\U000e0074", "\U000e0077", "\U000e006c", "1", "#", "*", "\u20e3", "©", "®", "™", "☝", "⛹", "🏋", "🕵", "🏃", "🚶", "🧎", "🐻", "❄️", "🐈", "🐦", "🔥", "⬛", "👁", "🗨", "🐕", "🦺", "😶", "🌫️",
	"🫆", "🫩", "🫪", "🫯", "🪉", "🫍", "🈁", "🅰", "🀄", "🃏", "ℹ", "♟", "♟️", "☎", "⛓", "💥", "🙂", "↔️", "↕️", "🍄", "🟫", "🍋", "🟩", "🧔", "👯", "🤼", "💏", "💑", "👫", "👬", "👭", "a", "あ", " ",
	"🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f", "👨🏻\u200d❤️\u200d💋\u200d👨🏿", "🧑🏻\u200d🤝\u200d🧑🏽", "🏃🏻\u200d♀️\u200d➡️",
}

var addressPieces = []string{
	"https://", "http://", "https://a", "(", ")", "[", "]", "(", ")", "「", "」", "（", "）", "#", "#", "#a", "@", "@u", "@h.i", ".", ",", "-", "_", "a", "1", "/", "?", "!", ":", "%", "~", "<", ">", " ", "　", "\n", "あ", "👍", "](", "[b](", "?[", "<https://", "((((((((((((((((((((((((", "[[[[[[[[[[[[[[[[[[[[[", "))))", "#((((((((((((((((((((((a))))",
	"**", "$[x ", "*", "+", "=", "&", "\"", "'", "【", "】", ";", "|",
}

var linePieces = []string{
	"\n", "\n", "\r\n", "\r", "\n\n", "> ", ">", ">", ">> ", "> > ", "```", "```", "```js", "``` js ", "````", "\\[", "\\]", "<center>", "</center>", "<plain>", "</plain>", "a", "b c", " ", "　", "search", " search", " Search", "　[検索]", " 検索", "\tSEARCH", "**", "$[x2 ", "]", "<b>", "</b>", "`", ":e:", "👍", "あ", "\u00a0", "\ufeff", "\u3000", "\v", "\f",
}
