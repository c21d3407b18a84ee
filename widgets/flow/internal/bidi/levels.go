package bidi

import "golang.org/x/text/unicode/bidi"

// Leveller finds the levels of paragraphs by the rules W1 to I2 of UAX #9, each in one pass. golang.org/x/text gives it
// the classes only: of its own levels that tells but whether they are odd, which puts numbers in the wrong place. The zero
// value is ready, and best used again: it keeps its working memory.
type Leveller struct {
	items  []item
	stack  []opening
	pairs  []pair
	levels []Level
}

// item is a character that takes part.
type item struct {
	r       rune
	at      int // index in the text
	class   bidi.Class
	nsm     bool // it was a nonspacing mark
	bracket bracketKind
}

type bracketKind uint8

const (
	noBracket bracketKind = iota
	opens
	closes
)

// Levels gives a level to each of text, a paragraph or an isolate whose own level is base: 0 or 1. The result is good
// until the next call.
func (l *Leveller) Levels(text []rune, base Level) []Level {
	l.items, l.levels = l.items[:0], l.levels[:0]
	for i, r := range text {
		p, _ := bidi.LookupRune(r)
		l.levels = append(l.levels, base)
		it := item{r: r, at: i, class: p.Class()}
		if it.class == bidi.BN {
			continue // X9
		}
		it.nsm = it.class == bidi.NSM
		if p.IsBracket() && it.class == bidi.ON {
			it.bracket = closes
			if p.IsOpeningBracket() {
				it.bracket = opens
			}
		}
		l.items = append(l.items, it)
	}
	l.strongContext(base.side())
	l.separators()
	l.signs()
	l.weakNumbers(base.side())
	l.brackets(base)
	l.neutrals(base.side())
	l.implicit(base, text)
	return l.levels
}

// strongContext settles what depends on the letter before: W1, W2 and W3.
func (l *Leveller) strongContext(sos bidi.Class) {
	before, strong := sos, sos
	for i := range l.items {
		it := &l.items[i]
		switch it.class {
		case bidi.NSM:
			it.class = before
		case bidi.EN:
			if strong == bidi.AL {
				it.class = bidi.AN
			}
		case bidi.L, bidi.R, bidi.AL:
			strong = it.class
		}
		before = it.class
		if before == bidi.AL {
			it.class = bidi.R
		}
	}
	// A mark after an Arabic letter took its class, and is a letter like it.
	for i := range l.items {
		if l.items[i].class == bidi.AL {
			l.items[i].class = bidi.R
		}
	}
}

// separators joins single separators to the numbers on both sides: W4.
func (l *Leveller) separators() {
	for i := 1; i+1 < len(l.items); i++ {
		before, it, after := l.items[i-1].class, &l.items[i], l.items[i+1].class
		if before == after && (it.class == bidi.ES && before == bidi.EN ||
			it.class == bidi.CS && (before == bidi.EN || before == bidi.AN)) {
			it.class = before
		}
	}
}

// signs joins signs to the numbers they stand at, and makes what is left of signs and separators neutral: W5, W6.
func (l *Leveller) signs() {
	for i := 0; i < len(l.items); i++ {
		switch l.items[i].class {
		case bidi.ET:
			end := i
			for end < len(l.items) && l.items[end].class == bidi.ET {
				end++
			}
			class := bidi.ON
			if i > 0 && l.items[i-1].class == bidi.EN || end < len(l.items) && l.items[end].class == bidi.EN {
				class = bidi.EN
			}
			l.setClass(i, end, class)
			i = end - 1
		case bidi.ES, bidi.CS:
			l.items[i].class = bidi.ON
		}
	}
}

// weakNumbers makes numbers after a left-to-right letter part of its text: W7.
func (l *Leveller) weakNumbers(sos bidi.Class) {
	strong := sos
	for i := range l.items {
		switch c := &l.items[i].class; *c {
		case bidi.L, bidi.R:
			strong = *c
		case bidi.EN:
			if strong == bidi.L {
				*c = bidi.L
			}
		}
	}
}

// neutrals gives stretches of neutrals the direction of what stands on both sides, else that of the paragraph: N1, N2.
func (l *Leveller) neutrals(base bidi.Class) {
	before := base
	for i := 0; i < len(l.items); i++ {
		if s := sideOf(l.items[i].class); s != bidi.ON {
			before = s
			continue
		}
		end := i
		for end < len(l.items) && sideOf(l.items[end].class) == bidi.ON {
			end++
		}
		after := base
		if end < len(l.items) {
			after = sideOf(l.items[end].class)
		}
		if after != before {
			after = base
		}
		l.setClass(i, end, after)
		i = end - 1
	}
}

// sideOf is the direction of a class to the neutrals beside it, ON for neutrals.
func sideOf(c bidi.Class) bidi.Class {
	switch c {
	case bidi.L:
		return bidi.L
	case bidi.R, bidi.EN, bidi.AN:
		return bidi.R
	}
	return bidi.ON
}

func (l *Leveller) setClass(from, to int, class bidi.Class) {
	for i := from; i < to; i++ {
		l.items[i].class = class
	}
}

// implicit turns classes into levels, I1 and I2; what took no part goes with the character before it.
func (l *Leveller) implicit(base Level, text []rune) {
	next, now := 0, base
	for i := range text {
		if next < len(l.items) && l.items[next].at == i {
			now = base
			switch c := l.items[next].class; {
			case base.side() != sideOf(c):
				now = base + 1
				if c != bidi.R && c != bidi.L {
					now = (base + 2) &^ 1
				}
			case c != base.side(): // a number in right-to-left text
				now = base + 1
			}
			next++
		}
		l.levels[i] = now
	}
}
