package mfm

import (
	"strings"
	"unicode/utf8"
)

// construct parses the construct at pos, anything but blocks.
func (p *parser) construct(pos int, c place, out *list) int {
	b := p.text[pos]
	if b >= utf8.RuneSelf || p.keycapLikely(pos) {
		if end := p.emoji(pos, out); end > 0 {
			return end
		}
	}
	switch b {
	case '<':
		return p.tag(pos, c, out)
	case '*':
		return p.asterisk(pos, c, out)
	case '_':
		return p.underscore(pos, out)
	case '`':
		return p.inlineCode(pos, out)
	case '\\':
		return p.mathInline(pos, out)
	case '~':
		return p.container(pos, "~~", closeStrike, c, out, newStrike)
	case '$':
		return p.fn(pos, c, out)
	case ':':
		return p.emojiCode(pos, out)
	}
	if c.label {
		return 0
	}
	return p.reference(pos, c, out)
}

// reference parses what leads elsewhere and is therefore not known in the label of a link.
func (p *parser) reference(pos int, c place, out *list) int {
	switch p.text[pos] {
	case '@':
		return p.mention(pos, out)
	case '#':
		return p.hashtag(pos, c, out)
	case '[', '?':
		return p.link(pos, c, out)
	case 'h':
		return p.url(pos, c, out)
	}
	return 0
}

// tag parses <small>, <plain>, <b>, <i>, <s> and <address>.
func (p *parser) tag(pos int, c place, out *list) int {
	if pos+1 == len(p.text) {
		return 0
	}
	switch p.text[pos+1] {
	case 'b':
		return p.container(pos, "<b>", closeBoldTag, c, out, newBold)
	case 'i':
		return p.container(pos, "<i>", closeItalicTag, c, out, newItalic)
	case 's':
		if end := p.container(pos, "<s>", closeStrikeTag, c, out, newStrike); end > 0 {
			return end
		}
		return p.container(pos, "<small>", closeSmall, c, out, newSmall)
	case 'p':
		return p.plain(pos, out)
	case 'h':
		if !c.label {
			return p.bracketedURL(pos, out)
		}
	}
	return 0
}

// asterisk parses ***content***, **content** and *text*.
func (p *parser) asterisk(pos int, c place, out *list) int {
	if end := p.container(pos, "***", closeBig, c, out, newTada); end > 0 {
		return end
	}
	if end := p.container(pos, "**", closeBold, c, out, newBold); end > 0 {
		return end
	}
	return p.emphasis(pos, "*", newItalic, out)
}

// underscore parses __text__ and _text_.
func (p *parser) underscore(pos int, out *list) int {
	if end := p.emphasis(pos, "__", newBold, out); end > 0 {
		return end
	}
	return p.emphasis(pos, "_", newItalic, out)
}

// emphasis parses letters, digits and spaces between two marks. A mark of one character must not follow a letter or digit.
func (p *parser) emphasis(pos int, mark string, wrap func([]Node) Node, out *list) int {
	if !strings.HasPrefix(p.text[pos:], mark) || len(mark) == 1 && afterAlnum(p.text, pos) {
		return 0
	}
	from := pos + len(mark)
	end := from
	for end < len(p.text) {
		if isAlnum(p.text[end]) {
			end++
			continue
		}
		size := spaceAt(p.text, end)
		if size == 0 {
			break
		}
		end += size
	}
	if end == from || !strings.HasPrefix(p.text[end:], mark) {
		return 0
	}
	if out != nil {
		p.add(out, pos, end+len(mark), wrap([]Node{Text{p.text[from:end]}}))
	}
	return end + len(mark)
}

// inlineCode parses `code`.
func (p *parser) inlineCode(pos int, out *list) int {
	end := spanOf(p.text, pos+1, func(b byte) bool { return b != '`' && b != '\n' && b != '\r' })
	code := p.text[pos+1 : end]
	if code == "" || end == len(p.text) || p.text[end] != '`' || strings.Contains(code, "´") {
		return 0
	}
	if out != nil {
		p.add(out, pos, end+1, InlineCode{code})
	}
	return end + 1
}

// mathInline parses \(formula\).
func (p *parser) mathInline(pos int, out *list) int {
	from, end, after := p.raw(pos, `\(`, closeMathInline)
	if after > 0 && out != nil {
		p.add(out, pos, after, MathInline{p.text[from:end]})
	}
	return after
}

// plain parses <plain>text</plain>.
func (p *parser) plain(pos int, out *list) int {
	from, end, after := p.raw(pos, "<plain>", closePlain)
	if after > 0 && out != nil {
		p.add(out, pos, after, Plain{p.text[from:end]})
	}
	return after
}
