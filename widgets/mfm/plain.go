package mfm

import (
	"strings"
	"unicode/utf8"

	"mejiro/api/mfm"
)

// Plain is the text of a tree in one line, without markup: emoji as their codes, links as their labels, every run of
// white space as one space. More than limit characters are cut with …; 0 is no limit.
func Plain(nodes []mfm.Node, limit int) string {
	var b strings.Builder
	for _, r := range Runs(nodes, Options{OneLine: true}) {
		b.WriteString(r.Text)
	}
	s := strings.Join(strings.Fields(b.String()), " ")
	if limit > 0 && utf8.RuneCountInString(s) > limit {
		return strings.TrimSpace(string([]rune(s)[:limit-1])) + "…"
	}
	return s
}
