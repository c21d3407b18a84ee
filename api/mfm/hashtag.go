package mfm

import (
	"strings"
	"unicode/utf8"
)

// hashtag parses #tag. A tag of digits alone is none.
func (p *parser) hashtag(pos int, c place, out *list) int {
	if afterAlnum(p.text, pos) {
		return 0
	}
	from := pos + 1
	b := brackets{p.text, hashtagPairs, hashtagChar}
	end := from
	for next := b.item(end, c.depth); next > 0; next = b.item(end, c.depth) {
		end = next
	}
	if spanOf(p.text[:end], from, isDigit) == end {
		return 0
	}
	if out != nil {
		p.add(out, pos, end, Hashtag{p.text[from:end]})
	}
	return end
}

// hashtagPairs are the brackets allowed in a hashtag when they come in pairs.
var hashtagPairs = []pair{{"(", ")"}, {"[", "]"}, {"「", "」"}, {"（", "）"}}

// hashtagChar gives the position behind the character of a hashtag at pos.
func hashtagChar(text string, pos int) int {
	if pos >= len(text) {
		return 0
	}
	if text[pos] < utf8.RuneSelf {
		if strings.IndexByte(" \t\r\n.,!?'\"#:/[]()<>", text[pos]) >= 0 {
			return 0
		}
		return pos + 1
	}
	r, size := utf8.DecodeRuneInString(text[pos:])
	switch r {
	case '\u3000', '【', '】', '「', '」', '（', '）':
		return 0
	}
	return pos + size
}
