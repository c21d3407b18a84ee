package mfm

import (
	"strings"
	"unicode/utf8"
)

// isAlnum tells whether b is an ASCII letter or digit.
func isAlnum(b byte) bool { return isDigit(b) || 'a' <= b|0x20 && b|0x20 <= 'z' }

// isDigit tells whether b is an ASCII digit.
func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// isName tells whether b may be part of the name of a function or of its argument.
func isName(b byte) bool { return isAlnum(b) || b == '_' }

// isHostlike tells whether b may be part of a user name, a host or the value of an argument.
func isHostlike(b byte) bool { return isName(b) || b == '.' || b == '-' }

// spanOf gives the end of the longest stretch from pos on whose bytes are all in the set.
func spanOf(text string, pos int, in func(byte) bool) int {
	for pos < len(text) && in(text[pos]) {
		pos++
	}
	return pos
}

// spaceAt gives the length in bytes of the space at pos: a blank, a tab or U+3000; 0 when there is none.
func spaceAt(text string, pos int) int {
	switch {
	case pos >= len(text):
		return 0
	case text[pos] == ' ' || text[pos] == '\t':
		return 1
	case strings.HasPrefix(text[pos:], "\u3000"):
		return len("\u3000")
	}
	return 0
}

// newlineAt tells whether a line break begins at pos.
func newlineAt(text string, pos int) bool {
	return pos < len(text) && (text[pos] == '\n' || text[pos] == '\r')
}

// pastNewline gives the position behind the line break at pos, or pos when there is none.
func pastNewline(text string, pos int) int {
	switch {
	case !newlineAt(text, pos):
		return pos
	case strings.HasPrefix(text[pos:], "\r\n"):
		return pos + 2
	}
	return pos + 1
}

// beforeNewline gives the position of the line break that ends at pos and begins at from or later, or pos when there is none.
func beforeNewline(text string, from, pos int) int {
	switch {
	case pos-2 >= from && text[pos-2:pos] == "\r\n":
		return pos - 2
	case pos-1 >= from && newlineAt(text, pos-1):
		return pos - 1
	}
	return pos
}

// lineBegins tells whether pos is the beginning of a line.
func lineBegins(text string, pos int) bool { return pos == 0 || newlineAt(text, pos-1) }

// lineEnds tells whether pos is the end of a line.
func lineEnds(text string, pos int) bool { return pos == len(text) || newlineAt(text, pos) }

// afterAlnum tells whether a letter or digit stands directly before pos.
func afterAlnum(text string, pos int) bool { return pos > 0 && isAlnum(text[pos-1]) }

// notable holds the bytes at which a construct, its end or a line may begin.
var notable = [256]bool{
	'\n': true, '\r': true, '<': true, '*': true, '_': true, '`': true, '\\': true, '~': true, '$': true, '@': true, '#': true, ':': true,
	'[': true, ']': true, '?': true, 'h': true,
	'0': true, '1': true, '2': true, '3': true, '4': true, '5': true, '6': true, '7': true, '8': true, '9': true,
	0xC2: true, 0xE2: true, 0xE3: true, 0xEE: true, 0xF0: true,
}

// notableAt tells whether something may begin at pos; it looks closer at what is frequent in ordinary text.
func notableAt(text string, pos int) bool {
	b := text[pos]
	if !notable[b] {
		return false
	}
	if pos+1 == len(text) {
		return b < utf8.RuneSelf
	}
	next := text[pos+1]
	switch b {
	case 'h':
		return next == 't'
	case '?':
		return next == '['
	case '0', '1', '2', '3', '4', '5', '6', '7', '8', '9':
		return next >= utf8.RuneSelf
	case 0xE3: // U+3000 and after: kana, and four emoji
		return next == 0x80 || next == 0x8A
	}
	return true
}

// pastPlain gives the next position after pos at which something may begin.
func pastPlain(text string, pos int) int {
	for pos++; pos < len(text); pos++ {
		if notableAt(text, pos) {
			return pos
		}
	}
	return pos
}
