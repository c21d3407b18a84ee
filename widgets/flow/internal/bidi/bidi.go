// Package bidi tells in which order text is read that is written from right to left in whole or in part: the algorithm of
// UAX #9 for one paragraph, or one isolate, at a time. [Leveller.Levels] gives each character its level and [Reorder] puts
// what stands in a line in order by its levels; where lines and isolates begin and end is for the caller to say.
//
// Explicit marks (X1 to X8) are no part of it: they are to be left out of the text, and what must not reorder its
// surroundings is to be levelled by itself, with one neutral character in its place.
//
// The work grows hardly faster than the text, whatever is in it: of brackets within brackets no more than 63 are open.
package bidi

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// Level is an embedding level of UAX #9: even ones are read from left to right, odd ones from right to left.
type Level uint8

// RightToLeft tells the odd levels.
func (l Level) RightToLeft() bool { return l&1 == 1 }

// side is the class that stands for the direction of the level.
func (l Level) side() bidi.Class {
	if l.RightToLeft() {
		return bidi.R
	}
	return bidi.L
}

// IsRightToLeft tells characters of the blocks that UAX #9 keeps for right-to-left writing, digits and signs among them.
// Texts without any need no levels.
func IsRightToLeft(r rune) bool {
	return r >= 0x590 && r < 0x900 || r >= 0xfb1d && r < 0xfe00 || r >= 0xfe70 && r < 0xff00 ||
		r >= 0x10800 && r < 0x11000 || r >= 0x1e800 && r < 0x1f000
}

// IsRightToLeftLetter tells letters that are written from right to left wherever they stand.
func IsRightToLeftLetter(r rune) bool {
	p, _ := bidi.LookupRune(r)
	return p.Class() == bidi.R || p.Class() == bidi.AL
}

// FirstStrong is the level of a paragraph that begins with text: that of its first letter, and 0 without any, by P2 and P3.
func FirstStrong(text []rune) Level {
	for _, r := range text {
		p, _ := bidi.LookupRune(r)
		switch p.Class() {
		case bidi.L:
			return 0
		case bidi.R, bidi.AL:
			return 1
		}
	}
	return 0
}

// Reorder puts the items of a line, which are in the order of the text, in the order in which they stand from left to
// right. It is rule L2: from the highest level down, what is at least as high is turned round.
func Reorder[T any](items []T, level func(T) Level) {
	var highest Level
	for _, it := range items {
		highest = max(highest, level(it))
	}
	for l := highest; l > 0; l-- {
		for i := 0; i < len(items); i++ {
			end := i
			for end < len(items) && level(items[end]) >= l {
				end++
			}
			if end > i {
				slices.Reverse(items[i:end])
				i = end
			}
		}
	}
}
