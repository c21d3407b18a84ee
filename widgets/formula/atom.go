package formula

import (
	"strings"
	"unicode/utf8"
)

// atom reads one piece without its scripts.
func (p *parser) atom(st style) atom {
	switch rest := p.rest(); rest[0] {
	case '{':
		return atom{box: p.argument(st)}
	case '\\':
		return p.commanded(st)
	case '^', '_', '#', '$', '%':
		return p.fail()
	}
	r, n := utf8.DecodeRuneInString(p.rest())
	p.at += n
	c := classOf(r)
	if st.text {
		c = ordinary
	} else if r == '-' {
		r = '−'
	}
	return atom{box: p.glyph(st.letters.in(r), st), class: c}
}

// commanded reads a command and what belongs to it.
func (p *parser) commanded(st style) atom {
	name := p.command()
	if r, c, ok := symbol(name); ok {
		return atom{box: p.glyph(st.letters.in(r), st), class: c}
	}
	if s, ok := named(bigNames, name); ok {
		return p.big([]rune(s)[0], st)
	}
	if s, ok := named(accentNames, name); ok {
		return p.accent([]rune(s)[0], st)
	}
	switch {
	case strings.Contains(words, " "+name+" "):
		return atom{box: p.word(name, st), class: operator}
	case strings.Contains(limitWords, " "+name+" "):
		return atom{box: p.word(name, st), class: operator, limits: true}
	}
	return p.structure(name, st)
}

// structure reads what is more than a symbol.
func (p *parser) structure(name string, st style) atom {
	switch name {
	case "frac", "dfrac", "tfrac", "cfrac":
		return p.fraction(st.display || name == "dfrac", st, true)
	case "binom", "dbinom", "tbinom":
		return p.fenced('(', p.fraction(st.display, st, false).box, ')', st)
	case "sqrt":
		return p.root(st)
	case "left":
		return p.leftRight(st)
	case "begin":
		return p.environment(st)
	case "overline", "bar", "underline":
		return p.lined(name != "underline", st)
	case "overset", "underset", "stackrel":
		return p.set(name, st)
	case "mathrm", "text", "textrm", "operatorname", "mathbf", "textbf", "boldsymbol", "mathbb", "mathcal", "mathscr",
		"mathfrak", "mathit", "mathsf", "mbox":
		return p.lettered(name, st)
	}
	return p.fail()
}

// lettered reads text of another alphabet.
func (p *parser) lettered(name string, st style) atom {
	switch name {
	case "mathbf", "textbf", "boldsymbol":
		st.letters = bold
	case "mathbb":
		st.letters = blackboard
	case "mathcal", "mathscr":
		st.letters = calligraphic
	case "mathfrak":
		st.letters = fraktur
	case "mathit":
		st.letters = italic
	default:
		st.letters = roman
	}
	st.text = strings.HasPrefix(name, "text") || name == "mbox"
	a := atom{box: p.argument(st)}
	if name == "operatorname" {
		a.class = operator
	}
	return a
}

// word sets the name of a function.
func (p *parser) word(name string, st style) box {
	var b box
	for _, r := range name {
		b = b.then(0, p.glyph(r, st))
	}
	return b
}

// axis is how far above the baseline fractions and big symbols have their middle.
func (s style) axis() float64 { return 0.25 * s.size }

// big reads a sum, an integral and the like.
func (p *parser) big(r rune, st style) atom {
	larger := st
	if st.display {
		larger.size *= 1.4
	}
	b := p.glyph(r, larger)
	b = b.moved(0, (b.above-b.below)/2-st.axis())
	return atom{box: b, class: operator, limits: !strings.ContainsRune("∫∬∭∮", r)}
}

// fraction reads two boxes and sets one above the other.
func (p *parser) fraction(display bool, st style, line bool) atom {
	inner := st
	inner.display = false
	if !display {
		inner = st.smaller()
	}
	above, below := p.argument(inner), p.argument(inner)
	thick, room := st.size/22, st.size*0.12
	width := max(above.width, below.width) + room
	var b box
	if line {
		b = rule(-st.axis()-thick/2, width, thick)
	}
	b = b.over(above.centred(width).moved(0, -st.axis()-thick/2-room-above.below))
	b = b.over(below.centred(width).moved(0, -st.axis()+thick/2+room+below.above))
	return atom{box: b.spaced(room / 2)}
}

// spaced is the box with room at its sides.
func (b box) spaced(room float64) box {
	b = b.moved(room, 0)
	b.width += room
	return b
}

// root reads a root, and its degree if it has one.
func (p *parser) root(st style) atom {
	var degree box
	p.skip()
	if p.take("[") {
		degree = p.row(st.smaller().smaller(), ']')
		if !p.take("]") {
			return p.fail()
		}
	}
	b := p.argument(st)
	thick, room := st.size/22, st.size*0.15
	b.above = max(b.above, 0.6*st.size)
	sign := p.tall('√', b.above+room+thick, b.below+room/2, st)
	all := sign.then(0, b).over(rule(-b.above-room-thick, b.width, thick).moved(sign.width, 0))
	if len(degree.marks) > 0 {
		all = degree.moved(0, -0.45*st.size).then(-0.35*st.size, all)
	}
	return atom{box: all}
}

// tall sets a character stretched to reach so far above and below the baseline.
func (p *parser) tall(r rune, above, below float64, st style) box {
	b := p.glyph(r, st)
	if p.failed || b.above+b.below <= 0 {
		return b
	}
	stretch := max(1, (above+below)/(b.above+b.below))
	if stretch == 1 && r != '√' {
		return b
	}
	m := &b.marks[0]
	m.height *= stretch
	m.y = below - b.below*stretch
	b.above, b.below = b.above*stretch-m.y, below
	return b
}

// fenced sets a box between two characters as tall as it is.
func (p *parser) fenced(left rune, b box, right rune, st style) atom {
	half := max(b.above-st.axis(), b.below+st.axis())
	fence := func(r rune) box {
		if r == '.' {
			return box{}
		}
		if half < 0.55*st.size {
			return p.glyph(r, st)
		}
		return p.tall(r, half+st.axis(), half-st.axis(), st)
	}
	return atom{box: fence(left).then(0, b).then(0, fence(right))}
}

// leftRight reads what stands between \left and \right.
func (p *parser) leftRight(st style) atom {
	left, ok := p.fence()
	if !ok {
		return p.fail()
	}
	b := p.row(st, 0)
	if !p.take(`\right`) {
		return p.fail()
	}
	right, ok := p.fence()
	if !ok {
		return p.fail()
	}
	return p.fenced(left, b, right, st)
}

// fence reads the character behind \left or \right.
func (p *parser) fence() (r rune, ok bool) {
	p.skip()
	if p.at >= len(p.source) {
		return 0, false
	}
	if p.rest()[0] == '\\' {
		r, _, ok = symbol(p.command())
		return r, ok
	}
	r, n := utf8.DecodeRuneInString(p.rest())
	p.at += n
	switch r {
	case '<':
		r = '⟨'
	case '>':
		r = '⟩'
	}
	return r, strings.ContainsRune("()[]|/.⟨⟩", r)
}

// accent reads a box and sets a character above it.
func (p *parser) accent(r rune, st style) atom {
	b := p.argument(st)
	above := p.glyph(r, st)
	if r == '→' {
		above = p.glyph(r, st.smaller().smaller())
	}
	lift := max(b.above+st.size*0.08+above.below, 0) // its foot goes just above the box
	top := above.moved((b.width-above.width)/2, -lift)
	top.width = b.width
	return atom{box: b.over(top)}
}

// lined reads a box and sets a line above or below it.
func (p *parser) lined(above bool, st style) atom {
	b := p.argument(st)
	thick, room := st.size/22, st.size*0.12
	y := b.below + room
	if above {
		y = -b.above - room - thick
	}
	return atom{box: b.over(rule(y, b.width, thick))}
}

// set reads something small to stand above or below something.
func (p *parser) set(name string, st style) atom {
	small, b := p.argument(st.smaller()), p.argument(st)
	if name == "underset" {
		return atom{box: stacked(b, box{}, small, st), class: relation}
	}
	return atom{box: stacked(b, small, box{}, st), class: relation}
}
