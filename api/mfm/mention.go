package mfm

import "strings"

// mention parses @user and @user@host. What looks like one but cannot be is text as a whole.
func (p *parser) mention(pos int, out *list) int {
	if afterAlnum(p.text, pos) {
		return 0
	}
	nameEnd := spanOf(p.text, pos+1, isHostlike)
	if nameEnd == pos+1 {
		return 0
	}
	end := nameEnd
	if strings.HasPrefix(p.text[nameEnd:], "@") {
		if hostEnd := spanOf(p.text, nameEnd+1, isHostlike); hostEnd > nameEnd+1 {
			end = hostEnd
		}
	}
	m, ok := newMention(p.text[pos+1:nameEnd], strings.TrimPrefix(p.text[nameEnd:end], "@"))
	if !ok {
		return end
	}
	end = pos + len(m.Acct)
	if out != nil {
		p.add(out, pos, end, m)
	}
	return end
}

// newMention makes a mention of what was written, without the punctuation at its end.
func newMention(name, host string) (Mention, bool) {
	const punctuation = ".-"
	trimmed := strings.TrimRight(host, punctuation)
	if host != "" && trimmed == "" || strings.HasPrefix(trimmed, ".") || strings.HasPrefix(trimmed, "-") {
		return Mention{}, false
	}
	bare := strings.TrimRight(name, punctuation)
	if bare == "" || strings.IndexByte(punctuation, bare[0]) >= 0 || trimmed != "" && bare != name {
		return Mention{}, false
	}
	if trimmed == "" {
		return Mention{Username: bare, Acct: "@" + bare}, true
	}
	return Mention{name, trimmed, "@" + name + "@" + trimmed}, true
}
