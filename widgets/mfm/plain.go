package mfm

import (
	"strings"
	"unicode/utf8"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
)

// Plain is the text of a tree in one line, without markup: emoji as their codes, links as their labels, every run of
// white space as one space. More than limit characters are cut with …; 0 is no limit.
func Plain(nodes []mfm.Node, limit int) string {
	var b strings.Builder
	write(&b, Runs(nodes, Options{OneLine: true}))
	s := strings.Join(strings.Fields(b.String()), " ")
	if limit > 0 && utf8.RuneCountInString(s) > limit {
		return strings.TrimSpace(flow.Shorten(s, len(string([]rune(s)[:limit-1])))) + "…"
	}
	return s
}

// write gives the text of runs, and of the boxes among them.
func write(b *strings.Builder, runs []flow.Run) {
	for _, r := range runs {
		b.WriteString(r.Text)
		if r.Box != nil {
			write(b, r.Box.Runs)
		}
	}
}
