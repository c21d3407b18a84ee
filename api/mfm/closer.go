package mfm

import (
	"slices"
	"strings"
)

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
	closeTail    // between the label and the address of a link
	closeLine    // the end of a line
	closers      // how many there are
)

// marks are what closers look like.
var marks = [closers]string{
	closeBig: "***", closeBold: "**", closeBoldTag: "</b>", closeItalicTag: "</i>", closeStrikeTag: "</s>", closeStrike: "~~", closeSmall: "</small>",
	closeFn: "]", closeLabel: "]", closeCenter: "</center>", closePlain: "</plain>", closeMathInline: `\)`, closeMathBlock: `\]`, closeCode: "```",
	closeAddress: ">", closeTail: "](",
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

// places are where the marks of a closer stand in the text, in order, once they have been looked for.
type places struct {
	known bool
	at    []int32
}

// next gives the position of the first mark of k from pos on, or the end of the text.
func (p *parser) next(pos int, k closer) int {
	s := &p.places[k]
	if !s.known {
		*s = places{true, p.placesOf(k)}
	}
	i, _ := slices.BinarySearch(s.at, int32(pos))
	if i == len(s.at) {
		return len(p.text)
	}
	return int(s.at[i])
}

// placesOf looks for all the marks of k.
func (p *parser) placesOf(k closer) (at []int32) {
	for pos := 0; ; pos++ {
		i := indexOf(p.text[pos:], k)
		if i < 0 {
			return at
		}
		pos += i
		if k != closeCode || lineBegins(p.text, pos) && lineEnds(p.text, pos+len(marks[k])) {
			at = append(at, int32(pos))
		}
	}
}

// indexOf gives the distance to the next mark of k, or -1.
func indexOf(text string, k closer) int {
	switch k {
	case closeLine:
		return strings.IndexAny(text, "\r\n")
	case closeAddress:
		return strings.IndexAny(text, "> \t\u3000")
	}
	return strings.Index(text, marks[k])
}
