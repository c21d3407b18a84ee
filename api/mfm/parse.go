package mfm

import "unicode/utf8"

// nestLimit is the depth of containers at which everything below is text.
const nestLimit = 20

// Parse parses a text with the whole grammar: notes, CWs, profile texts.
func Parse(text string) []Node {
	p := parser{text: text}
	return p.full(0)
}

// ParseSimple parses a text in which only emoji and <plain> are recognised: names and one-line previews.
func ParseSimple(text string) []Node {
	p := parser{text: text}
	var out list
	for pos := 0; pos < len(text); {
		next := p.simple(pos, &out)
		if next == 0 {
			next = pastPlain(text, pos)
		}
		pos = next
	}
	return p.finish(&out, len(text))
}

// parser parses one text. Its methods take a position and give the position behind what they found there, or 0 when it was not there. Found nodes go to
// a list; where the list is nil they only look, which allocates nothing and is what a construct that may yet turn out unfinished is tried with.
type parser struct {
	text   string
	nodes  []Node // of the lists under way, the innermost last
	places [closers]places
	looks  looks
}

// place is where in the tree the parser is.
type place struct {
	depth int
	label bool // in the label of a link, where links, addresses, mentions and hashtags are text
}

// inner is the place one container deeper.
func (c place) inner() place { return place{c.depth + 1, c.label} }

// list is a list of nodes under way: those of parser.nodes from first on. What lies between nodes is text.
type list struct {
	first int
	done  int // up to where in the text there are nodes
}

// begin begins a list at pos.
func (p *parser) begin(pos int) list { return list{first: len(p.nodes), done: pos} }

// add puts the node found from one position to another in the list, and before it the text it was preceded by.
func (p *parser) add(l *list, from, to int, n Node) {
	if l.done < from {
		p.nodes = append(p.nodes, Text{p.text[l.done:from]})
	}
	p.nodes = append(p.nodes, n)
	l.done = to
}

// finish ends the list at pos and gives its nodes.
func (p *parser) finish(l *list, pos int) []Node {
	if l.done < pos {
		p.nodes = append(p.nodes, Text{p.text[l.done:pos]})
	}
	nodes := make([]Node, len(p.nodes)-l.first)
	copy(nodes, p.nodes[l.first:])
	p.drop(l)
	return nodes
}

// drop throws the list away.
func (p *parser) drop(l *list) {
	clear(p.nodes[l.first:])
	p.nodes = p.nodes[:l.first]
}

// full parses the whole text, blocks included.
func (p *parser) full(depth int) []Node {
	out := p.begin(0)
	c := place{depth: depth}
	for pos := 0; pos < len(p.text); {
		pos = p.fullAt(pos, c, &out)
	}
	return p.finish(&out, len(p.text))
}

// fullAt parses what is at pos, a block, a construct or text.
func (p *parser) fullAt(pos int, c place, out *list) int {
	begins := lineBegins(p.text, pos)
	if begins || newlineAt(p.text, pos) {
		if end := p.block(pos, c, out); end > 0 {
			return end
		}
	}
	if end := p.construct(pos, c, out); end > 0 {
		return end
	}
	if begins || newlineAt(p.text, pos) {
		if end := p.search(pos, out); end > 0 {
			return end
		}
	}
	return pastPlain(p.text, pos)
}

// simple parses what is known in names.
func (p *parser) simple(pos int, out *list) int {
	switch b := p.text[pos]; {
	case b == ':':
		return p.emojiCode(pos, out)
	case b == '<':
		return p.plain(pos, out)
	case b >= utf8.RuneSelf || p.keycapLikely(pos):
		return p.emoji(pos, out)
	}
	return 0
}

// keycapLikely tells whether a keycap emoji may begin with the ASCII character at pos.
func (p *parser) keycapLikely(pos int) bool {
	b := p.text[pos]
	return (isDigit(b) || b == '#' || b == '*') && pos+1 < len(p.text) && p.text[pos+1] >= utf8.RuneSelf
}
