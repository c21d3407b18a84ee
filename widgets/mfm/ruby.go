package mfm

import (
	"strings"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
)

// ruby draws text with its reading above, or behind where all is in one line.
func (b *builder) ruby(n mfm.Fn, st state) {
	base, reading := ruby(n)
	if b.opt.Nyaize && !st.quiet {
		reading = nyaize(reading)
	}
	switch {
	case reading == "":
		b.nodes(base, st)
	case b.opt.OneLine || b.boxes >= maxBoxes:
		b.nodes(base, st)
		b.text("("+reading+")", st)
	default:
		above := st.sized(smallReading)
		over := []flow.Run{{Text: lineEnds.Replace(reading), Style: above.style, Link: st.link}}
		b.enclose(flow.Box{Over: over}, base, st)
	}
}

// smallReading is the size of a reading, as a share of what it is read for.
const smallReading = 0.5

// ruby tells what is read how: of a single text the first word and the second, else a text at the end is the reading of
// all before it.
func ruby(n mfm.Fn) (base []mfm.Node, reading string) {
	last := len(n.Children) - 1
	if last < 0 {
		return nil, ""
	}
	t, isText := n.Children[last].(mfm.Text)
	if !isText {
		return n.Children, ""
	}
	if last > 0 {
		return n.Children[:last], strings.TrimSpace(t.Text)
	}
	before, after, _ := strings.Cut(t.Text, " ")
	reading, _, _ = strings.Cut(after, " ")
	return []mfm.Node{mfm.Text{Text: before}}, strings.TrimSpace(reading)
}
