package mfm

import "strings"

// closer is what ends the content of a construct.
type closer uint8

const (
	closeBig closer = iota
	closeBold
	closeBoldTag
	closeItalicTag
	closeStrikeTag
	closeStrike
	closeSmall
	closeFn
	closeLabel
	closeCenter
	closePlain
	closeMathInline
	closeMathBlock
	closeCode    // of a code block; it counts only on a line of its own
	closeAddress // of an address in angle brackets
	closeLine    // the end of a line
	closers      // how many there are
)

// marks are what closers look like.
var marks = [closers]string{
	closeBig: "***", closeBold: "**", closeBoldTag: "</b>", closeItalicTag: "</i>", closeStrikeTag: "</s>", closeStrike: "~~", closeSmall: "</small>",
	closeFn: "]", closeLabel: "]", closeCenter: "</center>", closePlain: "</plain>", closeMathInline: `\)`, closeMathBlock: `\]`, closeCode: "```",
	closeAddress: ">",
}

// stopsAtNewline tells whether the content may not go beyond its line.
func (k closer) stopsAtNewline() bool {
	return k == closeStrike || k == closeLabel || k == closeMathInline
}

// swallowsNewline tells whether a line break directly before the mark, or at the beginning of the content, is not part of the content.
func (k closer) swallowsNewline() bool {
	return k == closeCenter || k == closePlain || k == closeMathBlock
}

// closedBy tells whether the mark of k is at pos.
func (p *parser) closedBy(pos int, k closer) bool { return strings.HasPrefix(p.text[pos:], marks[k]) }

// ends tells whether content that k closes ends at pos.
func (p *parser) ends(pos int, k closer) bool {
	if newlineAt(p.text, pos) {
		return k.stopsAtNewline() || k == closeCenter && p.closedBy(pastNewline(p.text, pos), k)
	}
	return p.closedBy(pos, k)
}

// find gives the first position from pos on where content that k closes ends, or the end of the text.
func (p *parser) find(pos int, k closer) int {
	end := p.next(pos, k)
	if k.stopsAtNewline() {
		end = min(end, p.next(pos, closeLine))
	}
	if k.swallowsNewline() && end < len(p.text) {
		end = beforeNewline(p.text, pos, end)
	}
	return end
}

// stretch is a part of the text without a certain mark, up to that mark or the end of the text.
type stretch struct{ from, to int }

// next gives the position of the first mark of k from pos on, or the end of the text. It remembers the last stretch it looked through, so that asking
// from many positions costs no more than going through the text.
func (p *parser) next(pos int, k closer) int {
	s := &p.ahead[k]
	if s.from <= pos && pos <= s.to && s.to > 0 {
		return s.to
	}
	*s = stretch{pos, len(p.text)}
	if i := p.index(pos, k); i >= 0 {
		s.to = pos + i
	}
	return s.to
}

// index gives the distance from pos to the next mark of k, or -1.
func (p *parser) index(pos int, k closer) int {
	rest := p.text[pos:]
	switch k {
	case closeLine:
		return strings.IndexAny(rest, "\r\n")
	case closeAddress:
		return strings.IndexAny(rest, "> \t\u3000")
	case closeCode:
		for i := 0; ; i += len(marks[k]) {
			j := strings.Index(rest[i:], marks[k])
			if j < 0 {
				return -1
			}
			i += j
			if lineBegins(p.text, pos+i) && lineEnds(p.text, pos+i+len(marks[k])) {
				return i
			}
		}
	}
	return strings.Index(rest, marks[k])
}
