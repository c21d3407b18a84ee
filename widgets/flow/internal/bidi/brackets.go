package bidi

import (
	"slices"

	"golang.org/x/text/unicode/bidi"
)

// maxOpen is how many brackets may stand open at once before pairing ends, by UAX #9.
const maxOpen = 63

// opening is an opening bracket that waits for its closing one.
type opening struct {
	closing rune
	at      int
}

// pair is two brackets that belong together, by the indices of their items.
type pair struct{ from, to int }

// brackets gives the brackets of a pair one direction: N0.
func (l *Leveller) brackets(base Level) {
	l.findPairs()
	for _, p := range l.pairs {
		side := l.inside(p, base.side())
		if side != bidi.ON && side != base.side() {
			side = l.before(p.from, base.side())
		}
		if side != bidi.ON {
			l.turn(p.from, side)
			l.turn(p.to, side)
		}
	}
}

// findPairs lists the pairs by where they open.
func (l *Leveller) findPairs() {
	l.stack, l.pairs = l.stack[:0], l.pairs[:0]
	for i := range l.items {
		it := &l.items[i]
		switch {
		case it.class != bidi.ON:
		case it.bracket == opens:
			if len(l.stack) == maxOpen {
				l.pairs = l.pairs[:0]
				return
			}
			l.stack = append(l.stack, opening{canonical(other(it.r)), i})
		case it.bracket == closes:
			closing := canonical(it.r)
			for j := len(l.stack) - 1; j >= 0; j-- {
				if l.stack[j].closing == closing {
					l.pairs = append(l.pairs, pair{l.stack[j].at, i})
					l.stack = l.stack[:j]
					break
				}
			}
		}
	}
	slices.SortFunc(l.pairs, func(a, b pair) int { return a.from - b.from })
}

// inside is the direction of what stands in a pair: that of the paragraph where anything has it, ON without any.
func (l *Leveller) inside(p pair, base bidi.Class) bidi.Class {
	found := bidi.ON
	for i := p.from + 1; i < p.to; i++ {
		if s := sideOf(l.items[i].class); s == base {
			return s
		} else if s != bidi.ON {
			found = s
		}
	}
	return found
}

// before is the direction of what stands before an item.
func (l *Leveller) before(at int, sos bidi.Class) bidi.Class {
	for i := at - 1; i >= 0; i-- {
		if s := sideOf(l.items[i].class); s != bidi.ON {
			return s
		}
	}
	return sos
}

// turn gives a bracket a direction, and the marks on it.
func (l *Leveller) turn(at int, side bidi.Class) {
	l.items[at].class = side
	for i := at + 1; i < len(l.items) && l.items[i].nsm; i++ {
		l.items[i].class = side
	}
}

// other is the bracket that belongs to r.
func other(r rune) rune { return []rune(bidi.ReverseString(string(r)))[0] }

// canonical takes the two forms of angle brackets for one.
func canonical(r rune) rune {
	switch r {
	case 0x2329:
		return 0x3008
	case 0x232a:
		return 0x3009
	}
	return r
}
