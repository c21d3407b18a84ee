package mfm

import (
	"sort"
	"strings"
	"unicode/utf8"
)

//go:generate go run ./internal/emojitable -from ${EMOJI_REGEX} -to emojitable.go

// emojiState is a state of the automaton that knows Unicode emoji: what it means to have come here, and its edges, from and up to their indices.
type emojiState struct {
	from, to uint16
	accept   uint8 // 0 no emoji yet, 1 an emoji, 2 an emoji unless U+FE0E follows
}

// emojiEdge leads on the runes low to high to the state next. The edges of a state are in order.
type emojiEdge struct {
	low, high rune
	next      uint8
}

// emojiAt gives the end of the longest Unicode emoji at pos, or 0 when there is none.
func emojiAt(text string, pos int) int {
	end, state := 0, uint8(emojiRoot)
	for pos < len(text) {
		r, size := utf8.DecodeRuneInString(text[pos:])
		next, ok := emojiStep(state, r)
		if !ok {
			break
		}
		state = next
		pos += size
		accept := emojiStates[state].accept
		if accept == 1 || accept == 2 && !textSelectorAt(text, pos) {
			end = pos
		}
	}
	return end
}

// emojiStep follows the edge for r, if there is one.
func emojiStep(state uint8, r rune) (uint8, bool) {
	s := emojiStates[state]
	edges := emojiEdges[s.from:s.to]
	i := sort.Search(len(edges), func(i int) bool { return edges[i].high >= r })
	if i == len(edges) || r < edges[i].low {
		return 0, false
	}
	return edges[i].next, true
}

// textSelectorAt tells whether U+FE0E, which asks for a text-like picture, stands at pos.
func textSelectorAt(text string, pos int) bool {
	r, _ := utf8.DecodeRuneInString(text[pos:])
	return r == '\uFE0E'
}

// emoji parses a Unicode emoji. A variation selector without one is text, and at the beginning of a line keeps the line from being a search.
func (p *parser) emoji(pos int, out *list) int {
	const selector = "\uFE0F"
	end := emojiAt(p.text, pos)
	if end == 0 && strings.HasPrefix(p.text[pos:], selector) {
		return pos + len(selector)
	}
	if end > 0 && out != nil {
		p.add(out, pos, end, UnicodeEmoji{p.text[pos:end]})
	}
	return end
}

// emojiCode parses :name:.
func (p *parser) emojiCode(pos int, out *list) int {
	end := spanOf(p.text, pos+1, func(b byte) bool { return isName(b) || b == '+' || b == '-' })
	if end == pos+1 || end == len(p.text) || p.text[end] != ':' {
		return 0
	}
	if end+1 < len(p.text) && isAlnum(p.text[end+1]) {
		return 0
	}
	if out != nil {
		p.add(out, pos, end+1, EmojiCode{p.text[pos+1 : end]})
	}
	return end + 1
}
