package mfm

import "strings"

// container parses content between open and the mark of a closer. Once it has opened it always finds something: when it is not closed, what was read of
// it is text as a whole.
func (p *parser) container(pos int, open string, k closer, c place, out *list, wrap func([]Node) Node) int {
	if !strings.HasPrefix(p.text[pos:], open) {
		return 0
	}
	from := pos + len(open)
	if out == nil {
		end := p.walk(from, k, c.inner(), nil)
		if end > from && p.closedBy(end, k) {
			end += len(marks[k])
		}
		return end
	}
	inner := p.begin(from)
	end := p.walk(from, k, c.inner(), &inner)
	if end == from || !p.closedBy(end, k) {
		p.drop(&inner)
		return end
	}
	after := end + len(marks[k])
	p.add(out, pos, after, wrap(p.finish(&inner, end)))
	return after
}

// walk parses content up to where k ends it or the text ends, and gives that position.
func (p *parser) walk(pos int, k closer, c place, out *list) int {
	if c.depth >= nestLimit {
		return p.find(pos, k)
	}
	if !k.stopsAtNewline() && p.next(pos, k) == len(p.text) {
		return len(p.text) // nothing can end it
	}
	trail := p.looks.begin(out == nil, k, c)
	for pos < len(p.text) && !p.ends(pos, k) {
		if end, known := p.looks.step(&trail, pos); known {
			pos = end
			break
		}
		next := p.construct(pos, c, out)
		if next == 0 {
			next = pastPlain(p.text, pos)
		}
		pos = next
	}
	p.looks.finish(&trail, pos)
	return pos
}

// raw parses text in which nothing is recognised, between open and the mark of a closer. It gives where the text begins and ends, and the position behind.
func (p *parser) raw(pos int, open string, k closer) (from, end, after int) {
	if !strings.HasPrefix(p.text[pos:], open) {
		return 0, 0, 0
	}
	from = pos + len(open)
	if k.swallowsNewline() {
		from = pastNewline(p.text, from)
	}
	end = p.find(from, k)
	after = end
	if k.swallowsNewline() {
		after = pastNewline(p.text, after)
	}
	if end == from || !p.closedBy(after, k) {
		return 0, 0, 0
	}
	return from, end, after + len(marks[k])
}

func newBold(children []Node) Node   { return Bold{children} }
func newSmall(children []Node) Node  { return Small{children} }
func newItalic(children []Node) Node { return Italic{children} }
func newStrike(children []Node) Node { return Strike{children} }
func newTada(children []Node) Node   { return Fn{Name: "tada", Children: children} }
