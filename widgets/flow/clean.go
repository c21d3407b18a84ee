package flow

import (
	"unicode"
	"unicode/utf8"

	"mejiro/widgets/flow/internal/bidi"
)

const (
	// maxRunes bounds what is prepared of one text. The longest note a server lets through is a fraction of it.
	maxRunes = 1 << 16
	// maxMarks bounds combining marks, joiners and variation selectors in succession; real writing and real emoji
	// sequences stay below.
	maxMarks = 12
	// tabSpaces is what a tab is shown as: canvas.Text measures tab stops from the beginning of each text.
	tabSpaces = 4
)

// cleaner copies text and leaves out what could disturb the lines around it.
type cleaner struct {
	text  []byte
	runes []rune // what break opportunities are sought in: as long as text, character by character
	marks int
	cut   bool // text beyond maxRunes was left out

	rightToLeft bool // there is right-to-left writing in it

	elsewhere int // what counts towards maxRunes besides runes
}

// add appends the harmless part of s: line ends become line feeds, tabs spaces; controls, bidi overrides and marks
// piled up without end vanish.
func (c *cleaner) add(s string) {
	for i, r := range s {
		switch {
		case r >= ' ' && r < 0x7f:
			c.marks = 0
			c.put(r)
		case r == '\t':
			for range tabSpaces {
				c.put(' ')
			}
		case r == '\r' && i+1 < len(s) && s[i+1] == '\n':
		case isLineEnd(r):
			c.marks = 0
			c.put('\n')
		case !isHidden(r):
			c.addWide(r)
		}
		if c.cut {
			return
		}
	}
}

func (c *cleaner) addWide(r rune) {
	c.rightToLeft = c.rightToLeft || bidi.IsRightToLeft(r)
	if isMark(r) {
		c.marks++
		if c.marks > maxMarks {
			return
		}
	} else {
		c.marks = 0
	}
	c.put(r)
}

func (c *cleaner) put(r rune) {
	if len(c.runes)+c.elsewhere >= maxRunes {
		c.stop()
		return
	}
	c.append(r)
}

// stop ends the text in ….
func (c *cleaner) stop() {
	if !c.cut {
		c.cut = true
		c.append('…')
	}
}

func (c *cleaner) append(r rune) {
	c.text = utf8.AppendRune(c.text, r)
	if r == '～' {
		// Japanese uses the full-width tilde for the wave dash, but Unicode lets it begin a line.
		r = '〜'
	}
	c.runes = append(c.runes, r)
}

func isLineEnd(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// isHidden tells controls, bidi controls (nobody's words may reorder what stands around them), deprecated format
// characters, annotation and object characters, and noncharacters.
func isHidden(r rune) bool {
	switch {
	case r < ' ', r >= 0x7f && r < 0xa0,
		r == 0x061c, r == 0x200e, r == 0x200f,
		r >= 0x202a && r <= 0x202e,
		r >= 0x2066 && r <= 0x206f,
		r == 0xfeff, r >= 0xfff9 && r <= 0xfffc,
		r&0xfffe == 0xfffe:
		return true
	}
	return false
}

// isMark tells what adds to the character before it.
func isMark(r rune) bool {
	switch {
	case r < 0x300, r >= 0x3040 && r < 0x3099, r >= 0x309b && r < 0xa000, r >= 0xac00 && r < 0xd7a4:
		return false // most of what is ever said, without a look into the tables
	case r == 0x200c, r == 0x200d, r >= 0xe0000 && r < 0xe1000:
		return true
	}
	return unicode.In(r, unicode.Mn, unicode.Me, unicode.Mc)
}

// isSpace tells spaces that may hang over the end of a line.
func isSpace(r rune) bool {
	switch {
	case r == ' ', r == 0x3000, r == 0x1680, r == 0x205f, r == 0x200b:
		return true
	case r >= 0x2000 && r <= 0x200a:
		return r != 0x2007 // the figure space does not break
	}
	return false
}
