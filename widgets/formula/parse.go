package formula

import (
	"strings"
	"unicode/utf8"
)

// style is what a piece of a formula inherits.
type style struct {
	size    float64
	display bool
	letters alphabet
	depth   int
	text    bool // spaces count
	script  bool // nothing keeps apart what stands side by side
	cell    bool // something may stand before the beginning of the row
}

// scripts is the style of scripts.
func (s style) scripts() style {
	s = s.smaller()
	s.script = true
	return s
}

// smaller is the style of text as small as scripts.
func (s style) smaller() style {
	s.size, s.display = max(s.size*0.7, 6), false
	return s
}

// atom is a piece of a formula before scripts and neighbours count.
type atom struct {
	box
	class  class
	limits bool // scripts stand above and below
}

// parser sets a formula while it reads it. Once it has failed it reads nothing more.
type parser struct {
	source string
	at     int
	marks  int
	failed bool
}

func (p *parser) fail() atom {
	p.failed, p.at = true, len(p.source)
	return atom{}
}

// rest is what has not been read.
func (p *parser) rest() string { return p.source[p.at:] }

// skip reads spaces.
func (p *parser) skip() {
	for p.at < len(p.source) && strings.IndexByte(" \t\r\n", p.source[p.at]) >= 0 {
		p.at++
	}
}

// take reads s if it is next.
func (p *parser) take(s string) bool {
	if !strings.HasPrefix(p.rest(), s) {
		return false
	}
	p.at += len(s)
	return true
}

// command reads the name behind a backslash: letters, or one other character.
func (p *parser) command() string {
	end := 1
	for end < len(p.rest()) && isLetter(p.rest()[end]) {
		end++
	}
	if end == 1 {
		_, n := utf8.DecodeRuneInString(p.rest()[1:])
		end += n
	}
	name := p.rest()[1:end]
	p.at += end
	return name
}

func isLetter(b byte) bool { return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' }

// ends tells whether what is next ends a row of atoms.
func (p *parser) ends() bool {
	rest := p.rest()
	return rest == "" || rest[0] == '}' || rest[0] == '&' || strings.HasPrefix(rest, `\\`) ||
		strings.HasPrefix(rest, `\right`) && !strings.HasPrefix(rest, `\rightarrow`) && !strings.HasPrefix(rest, `\rightleft`) ||
		strings.HasPrefix(rest, `\end{`)
}

// row sets atoms one behind the other, up to what ends them, or up to the character until.
func (p *parser) row(st style, until byte) box {
	st.depth++
	if st.depth > maxDepth {
		return p.fail().box
	}
	var b box
	last := opening // nothing binds to the left of the beginning
	for {
		if p.rowEnds(st, until) {
			return b
		}
		if gap, ok := p.space(st); ok {
			b.width += gap
			continue
		}
		if next, ok := p.alphabet(st); ok {
			st = next
			continue
		}
		a := p.scripted(st)
		if p.failed {
			return b
		}
		if a.class == binary && last != ordinary && last != closing {
			a.class = ordinary // a sign
		}
		b = b.then(gap(last, a.class, b.width == 0, st), a.box)
		last = a.class
	}
}

// rowEnds tells whether a row ends with what is next.
func (p *parser) rowEnds(st style, until byte) bool {
	if !st.text {
		p.skip()
	}
	return p.ends() || until != 0 && p.rest()[0] == until
}

// space reads a space that is asked for.
func (p *parser) space(st style) (gap float64, ok bool) {
	rest := p.rest()
	switch {
	case rest[0] == '~' || st.text && rest[0] == ' ':
		p.at++
		return st.size / 4, true
	case rest[0] != '\\':
		return 0, false
	}
	before := p.at
	name := p.command()
	if name == " " {
		return st.size / 4, true
	}
	if s, ok := named(spaceNames, name); ok {
		return st.size * atoi(s) / 18, true
	}
	p.at = before
	return 0, false
}

func atoi(s string) (n float64) {
	negative := strings.HasPrefix(s, "-")
	for _, r := range strings.TrimPrefix(s, "-") {
		n = 10*n + float64(r-'0')
	}
	if negative {
		return -n
	}
	return n
}

// alphabet reads a command that has all letters after it drawn otherwise.
func (p *parser) alphabet(st style) (style, bool) {
	for _, a := range []struct {
		name string
		style
	}{{`\displaystyle`, style{display: true, letters: st.letters}}, {`\rm `, style{letters: roman}}, {`\bf `, style{letters: bold}}} {
		if p.take(a.name) {
			st.letters, st.display = a.letters, st.display || a.display
			return st, true
		}
	}
	return st, false
}

// gap is the room between two pieces.
func gap(left, right class, first bool, st style) float64 {
	const thin, medium, thick = 3.0 / 18, 4.0 / 18, 5.0 / 18
	switch {
	case first && !(st.cell && right == relation), st.text, st.script:
		return 0
	case left == relation || right == relation:
		if left == right {
			return 0
		}
		return thick * st.size
	case left == binary || right == binary:
		return medium * st.size
	case left == punctuation:
		return thin * st.size
	case left == operator && right != opening && right != closing, right == operator && left != opening:
		return thin * st.size
	}
	return 0
}

// scripted reads an atom and its scripts.
func (p *parser) scripted(st style) atom {
	var a atom
	if c := p.rest()[0]; c != '^' && c != '_' {
		a = p.atom(st)
	}
	var above, below box
	for !p.failed {
		if !st.text {
			p.skip()
		}
		switch {
		case p.take(`\limits`):
			a.limits = true
		case p.take(`\nolimits`):
			a.limits = false
		case p.take("'"):
			above = above.then(0, p.glyph('′', st.scripts()))
		case p.take("^"):
			above = above.then(0, p.argument(st.scripts()))
		case p.take("_"):
			below = below.then(0, p.argument(st.scripts()))
		default:
			a.box = scripts(a, above, below, st)
			return a
		}
	}
	return a
}

// scripts sets scripts behind an atom, or above and below.
func scripts(a atom, above, below box, st style) box {
	if len(above.marks) == 0 && len(below.marks) == 0 {
		return a.box
	}
	if a.limits && st.display {
		return stacked(a.box, above, below, st)
	}
	both := box{}
	raise := max(a.above-0.35*st.size, 0.36*st.size)
	drop := max(a.below+0.1*st.size, 0.16*st.size)
	if len(above.marks) > 0 {
		both = both.over(above.moved(0, -max(raise, above.below+0.2*st.size)))
	}
	if len(below.marks) > 0 {
		if len(above.marks) > 0 {
			drop = max(drop, 0.28*st.size)
		}
		both = both.over(below.moved(0, max(drop, below.above-0.36*st.size)))
	}
	return a.then(0.03*st.size, both)
}

// stacked sets one box above another and one below.
func stacked(b, above, below box, st style) box {
	room := 0.15 * st.size
	width := max(b.width, above.width, below.width)
	all := b.centred(width)
	if len(above.marks) > 0 {
		all = all.over(above.centred(width).moved(0, -b.above-room-above.below))
	}
	if len(below.marks) > 0 {
		all = all.over(below.centred(width).moved(0, b.below+room+below.above))
	}
	return all
}

// argument reads what a command is applied to: a group, or one atom.
func (p *parser) argument(st style) box {
	p.skip()
	if p.take("{") {
		b := p.row(st, 0)
		if !p.take("}") {
			p.fail()
		}
		return b
	}
	if p.failed || p.ends() {
		return p.fail().box
	}
	st.depth++
	if st.depth > maxDepth {
		return p.fail().box
	}
	return p.atom(st).box
}

// glyph sets one character.
func (p *parser) glyph(r rune, st style) box {
	b, ok := face.glyph(r, st.size)
	p.marks++
	if !ok || p.marks > maxMarks {
		return p.fail().box
	}
	return b
}
