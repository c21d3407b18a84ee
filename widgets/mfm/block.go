package mfm

import (
	"fyne.io/fyne/v2"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// block draws what stands in lines of its own. The parser has taken the line ends around it.
func (b *builder) block(n mfm.Node, st state) {
	if b.opt.OneLine {
		b.flattened(n, st)
		return
	}
	switch n := n.(type) {
	case mfm.Quote:
		st = st.faded(fadedQuote)
		st.quotes++
		b.box(quoteBox(st), st, func() { b.quietly(n.Children, st) })
	case mfm.Center:
		b.enclose(flow.Box{Block: true, Align: fyne.TextAlignCenter}, n.Children, st)
	case mfm.BlockCode:
		b.blockCode(n, st)
	case mfm.MathBlock:
		b.mathBlock(n.Formula, st)
	case mfm.Search:
		b.search(n, st)
	}
}

const (
	fadedQuote = 0.7 // and once more for each quotation around
	quoteBar   = 3   // units
	maxQuotes  = 5   // within each other that are drawn as such
)

// quoteBox is the box of a quotation. Within many others there is no room left for its edges.
func quoteBox(st state) flow.Box {
	if st.quotes > maxQuotes {
		return flow.Box{Block: true}
	}
	return flow.Box{
		Block: true, Bar: quoteBar, BarPaint: st.paint(look.ColorText),
		Margin:  flow.Insets{Top: look.Space1, Right: look.Space2, Bottom: look.Space1, Left: look.Space2},
		Padding: flow.Insets{Top: look.Space1, Bottom: look.Space1, Left: look.Space3},
	}
}

// flattened draws a block in one line with what is around it.
func (b *builder) flattened(n mfm.Node, st state) {
	b.endLine()
	switch n := n.(type) {
	case mfm.Quote:
		st = st.faded(fadedQuote)
		b.text("> ", st)
		b.quietly(n.Children, st)
	case mfm.Center:
		b.nodes(n.Children, st)
	case mfm.BlockCode:
		b.text(n.Code, st.code())
	case mfm.MathBlock:
		b.text(n.Formula, st.code())
	case mfm.Search:
		b.text(n.Content, st)
	}
	b.afterEnd = true
}
