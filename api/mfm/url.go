package mfm

import "strings"

// scheme gives the position behind the http:// or https:// at pos.
func (p *parser) scheme(pos int) int {
	for _, scheme := range [...]string{"https://", "http://"} {
		if strings.HasPrefix(p.text[pos:], scheme) {
			return pos + len(scheme)
		}
	}
	return 0
}

// url parses an address. One that is nothing but full stops and commas is text as a whole.
func (p *parser) url(pos int, c place, out *list) int {
	end, all := p.urlEnd(pos, c)
	if end == 0 {
		return all
	}
	if out != nil {
		p.add(out, pos, end, URL{URL: p.text[pos:end]})
	}
	return end
}

// urlEnd gives the end of the address at pos. Full stops and commas at its end do not belong to it; all is the end with them. When nothing but them
// follows the scheme there is no address, and end is 0; when nothing at all does, all is 0 too.
func (p *parser) urlEnd(pos int, c place) (end, all int) {
	from := p.scheme(pos)
	if from == 0 {
		return 0, 0
	}
	b := brackets{p.text, urlPairs, urlChar}
	all = from
	for next := b.item(all, c.depth); next > 0; next = b.item(all, c.depth) {
		all = next
	}
	end = from + len(strings.TrimRight(p.text[from:all], ".,"))
	switch from {
	case all:
		return 0, 0
	case end:
		return 0, all
	}
	return end, all
}

// bracketedURL parses <address>, in which anything but spaces is allowed.
func (p *parser) bracketedURL(pos int, out *list) int {
	if pos >= len(p.text) || p.text[pos] != '<' {
		return 0
	}
	from := p.scheme(pos + 1)
	if from == 0 {
		return 0
	}
	end := p.next(from, closeAddress)
	if end == from || !p.closedBy(end, closeAddress) {
		return 0
	}
	if out != nil {
		p.add(out, pos, end+1, URL{p.text[pos+1 : end], true})
	}
	return end + 1
}

// urlPairs are the brackets allowed in an address when they come in pairs.
var urlPairs = []pair{{"(", ")"}, {"[", "]"}}

// urlChar gives the position behind the character of an address at pos.
func urlChar(text string, pos int) int {
	if pos < len(text) && (isHostlike(text[pos]) || strings.IndexByte(",/:%#@$&?!~=+", text[pos]) >= 0) {
		return pos + 1
	}
	return 0
}

// pair is an opening and a closing bracket.
type pair struct{ open, closing string }

// brackets parses text that may hold brackets in pairs.
type brackets struct {
	text  string
	pairs []pair
	char  func(text string, pos int) int // gives the position behind any other character allowed at pos, or 0
}

// item gives the position behind one character, or behind one pair of brackets with all that is in it; 0 when there is neither.
func (b brackets) item(pos, depth int) int {
	if end := b.char(b.text, pos); end > 0 || pos == len(b.text) {
		return end
	}
	for _, pair := range b.pairs {
		if strings.HasPrefix(b.text[pos:], pair.open) {
			return b.group(pos+len(pair.open), depth+1, pair.closing)
		}
	}
	return 0
}

// group gives the position behind the closing bracket of the pair whose content begins at pos. Each pair is a container for the limit of nesting.
func (b brackets) group(pos, depth int, closing string) int {
	for {
		next := b.char(b.text, pos)
		if next == 0 && depth < nestLimit {
			next = b.item(pos, depth)
		}
		if next == 0 {
			break
		}
		pos = next
	}
	if !strings.HasPrefix(b.text[pos:], closing) {
		return 0
	}
	return pos + len(closing)
}
