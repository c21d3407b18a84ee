package mfm

import (
	"strings"
	"unicode"
)

// block parses the block at pos, which is a line break or the beginning of a line. A block takes the line breaks before and after it.
func (p *parser) block(pos int, c place, out *list) int {
	at := pastNewline(p.text, pos)
	if at == len(p.text) {
		return 0
	}
	switch p.text[at] {
	case '<':
		return p.center(pos, at, c, out)
	case '`':
		return p.blockCode(pos, at, out)
	case '\\':
		return p.mathBlock(pos, at, out)
	case '>':
		return p.quote(pos, at, c, out)
	case '\n', '\r':
		return p.quote(pos, pastNewline(p.text, at), c, out)
	}
	return 0
}

// center parses <center>content</center>, which begins at the position at.
func (p *parser) center(pos, at int, c place, out *list) int {
	const open = "<center>"
	if !strings.HasPrefix(p.text[at:], open) {
		return 0
	}
	from := pastNewline(p.text, at+len(open))
	end := p.walk(from, closeCenter, c.inner(), nil)
	mark := pastNewline(p.text, end)
	after := mark + len(marks[closeCenter])
	if end == from || !p.closedBy(mark, closeCenter) || !lineEnds(p.text, after) {
		p.looks.waste(end - pos)
		return 0
	}
	after = pastNewline(p.text, after)
	inner := p.begin(from)
	p.walk(from, closeCenter, c.inner(), &inner)
	p.add(out, pos, after, Center{p.finish(&inner, end)})
	return after
}

// blockCode parses a code block, which begins at the position at.
func (p *parser) blockCode(pos, at int, out *list) int {
	if !p.closedBy(at, closeCode) {
		return 0
	}
	lang := at + len(marks[closeCode])
	langEnd := p.next(lang, closeLine)
	from := pastNewline(p.text, langEnd)
	if from >= len(p.text) || from == langEnd {
		return 0
	}
	mark := p.next(from+1, closeCode)
	end := beforeNewline(p.text, from, mark)
	if mark == len(p.text) || end == from {
		return 0
	}
	after := pastNewline(p.text, mark+len(marks[closeCode]))
	p.add(out, pos, after, BlockCode{p.text[from:end], strings.TrimFunc(p.text[lang:langEnd], trimmed)})
	return after
}

// trimmed tells whether JavaScript's trim would take r away.
func trimmed(r rune) bool {
	return r == '\uFEFF' || r != '\u0085' && unicode.IsSpace(r)
}

// mathBlock parses \[formula\], which begins at the position at.
func (p *parser) mathBlock(pos, at int, out *list) int {
	from, end, after := p.raw(at, `\[`, closeMathBlock)
	if after == 0 || !lineEnds(p.text, after) {
		return 0
	}
	after = pastNewline(p.text, after)
	p.add(out, pos, after, MathBlock{p.text[from:end]})
	return after
}

// quote parses lines beginning with ">", the first of which begins at the position at.
func (p *parser) quote(pos, at int, c place, out *list) int {
	if !strings.HasPrefix(p.text[at:], ">") {
		return 0
	}
	lines, end := p.quoted(at)
	if len(lines) == 1 && lines[0] == "" {
		return 0
	}
	after := pastNewline(p.text, pastNewline(p.text, end))
	content := strings.Join(lines, "\n")
	children := []Node{Text{content}}
	if c.depth+1 < nestLimit {
		inner := parser{text: content}
		children = inner.full(c.depth + 1)
	}
	p.add(out, pos, after, Quote{children})
	return after
}

// quoted gives what stands behind the ">" of the lines from pos on, and the end of the last.
func (p *parser) quoted(pos int) (lines []string, end int) {
	for {
		from := pos + 1
		from += spaceAt(p.text, from)
		end = p.next(from, closeLine)
		lines = append(lines, p.text[from:end])
		pos = pastNewline(p.text, end)
		if pos == end || !strings.HasPrefix(p.text[pos:], ">") {
			return lines, end
		}
	}
}

// search parses "query Search" at pos, which is a line break or the beginning of a line.
func (p *parser) search(pos int, out *list) int {
	at := pastNewline(p.text, pos)
	end := p.next(at, closeLine)
	line := p.text[at:end]
	button := searchButton(line)
	if button == "" {
		return 0
	}
	for _, space := range [...]string{" ", "\t", "\u3000"} {
		query, found := strings.CutSuffix(line, space+button)
		if !found || query == "" {
			continue
		}
		after := pastNewline(p.text, end)
		p.add(out, pos, after, Search{query, line})
		return after
	}
	return 0
}

// searchButton gives the word at the end of the line that makes it a search, as it is written there, or "".
func searchButton(line string) string {
	for _, button := range [...]string{"[search]", "search", "[検索]", "検索"} {
		if from := len(line) - len(button); from >= 0 && strings.EqualFold(line[from:], button) {
			return line[from:]
		}
	}
	return ""
}
