package mfm

import "strings"

// tailWaste is what an address behind a label counts for when it was looked at in vain, however long it is: it takes few to be remembered.
const tailWaste = freeLooks / 16

// link parses [label](address) and ?[label](address).
func (p *parser) link(pos int, c place, out *list) int {
	from := pos + 1
	if p.text[pos] == '?' {
		if !strings.HasPrefix(p.text[pos:], "?[") {
			return 0
		}
		from++
	}
	if p.next(from, closeTail) == len(p.text) {
		return 0
	}
	label := place{c.depth + 1, true}
	end := p.walk(from, closeLabel, label, nil)
	after := 0
	if end > from {
		after = p.linkTail(end, c)
	}
	if after == 0 {
		p.looks.waste(end - pos)
		return 0
	}
	if out != nil {
		inner := p.begin(from)
		p.walk(from, closeLabel, label, &inner)
		_, url := p.address(end+len(marks[closeTail]), c)
		p.add(out, pos, after, Link{url, from > pos+1, p.finish(&inner, end)})
	}
	return after
}

// linkTail parses ](address) at pos. Many labels may end at the same place, therefore it remembers.
func (p *parser) linkTail(pos int, c place) int {
	key := lookFor(closeTail, c).at(pos)
	if after, known := p.looks.ends[key]; known {
		return int(after)
	}
	after := p.newLinkTail(pos, c)
	if after == 0 {
		p.looks.waste(tailWaste)
	}
	if p.looks.ends != nil {
		p.looks.ends[key] = int32(after)
	}
	return after
}

// newLinkTail parses ](address) at pos.
func (p *parser) newLinkTail(pos int, c place) int {
	if !p.closedBy(pos, closeTail) {
		return 0
	}
	end, _ := p.address(pos+len(marks[closeTail]), c)
	if end == 0 || !strings.HasPrefix(p.text[end:], ")") {
		return 0
	}
	return end + 1
}

// address parses an address with or without angle brackets and gives it without. In a link nothing may follow it, not even a full stop.
func (p *parser) address(pos int, c place) (end int, url string) {
	if end = p.bracketedURL(pos, nil); end > 0 {
		return end, p.text[pos+1 : end-1]
	}
	end, _ = p.urlEnd(pos, c)
	return end, p.text[pos:max(pos, end)]
}
