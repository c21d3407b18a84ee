package mfm

import (
	"image/color"
	"strings"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// maxBoxes bounds the boxes of one text; what would be more of them stands without.
const maxBoxes = 500

// builder collects runs.
type builder struct {
	trace
	opt      Options
	host     string // of the reader's server, in ASCII
	runs     []flow.Run
	boxes    int // made so far
	pills    int // mentions
	formulas int
	hidden   bool // what comes is to be hidden, and there may be no more boxes
	start    bool // nothing stands in the line yet; kept in one line only
	afterEnd bool // what follows begins a line; kept in one line only
}

// state is what a node inherits.
type state struct {
	origins

	style  flow.Style
	link   *flow.Link
	zooms  int  // how many of x2, x3 and x4 are around
	quiet  bool // text standing right here is not nyaized
	quotes int  // how many quotations are around
}

func (b *builder) nodes(nodes []mfm.Node, st state) {
	st.quiet = false
	b.each(nodes, st)
}

// quietly draws nodes whose own text is not the author's to speak. What stands deeper is again, as in Misskey Web.
func (b *builder) quietly(nodes []mfm.Node, st state) {
	st.quiet = true
	b.each(nodes, st)
}

func (b *builder) each(nodes []mfm.Node, st state) {
	for i := range nodes {
		if b.tree != nil && !st.sealed {
			st.source = origin{b.tree, &nodes[i]}
		}
		b.source = st.source
		b.node(nodes[i], st)
	}
}

func (b *builder) node(n mfm.Node, st state) {
	switch n := n.(type) {
	case mfm.Text:
		b.spoken(n.Text, st)
	case mfm.Plain:
		b.text(n.Text, st)
	case mfm.EmojiCode:
		b.emojiCode(n.Name, st)
	case mfm.UnicodeEmoji:
		b.unicodeEmoji(n.Emoji, st)
	case mfm.Mention:
		b.mention(n, st)
	case mfm.Hashtag:
		b.hashtag(n.Hashtag, st)
	case mfm.URL:
		b.url(n.URL, st)
	case mfm.Link:
		b.link(n, st)
	case mfm.Fn:
		b.fn(n, st)
	case mfm.InlineCode:
		b.text(n.Code, st.code())
	case mfm.MathInline:
		b.mathInline(n.Formula, st)
	default:
		if !b.styled(n, st) {
			b.block(n, st)
		}
	}
}

// spoken adds text in the voice of its author.
func (b *builder) spoken(s string, st state) {
	if b.opt.Nyaize && !st.quiet {
		s = nyaize(s)
	}
	b.text(s, st)
}

// text adds text.
func (b *builder) text(s string, st state) {
	if s == "" {
		return
	}
	s = lineEnds.Replace(s)
	if b.opt.OneLine {
		s = strings.ReplaceAll(s, "\n", " ")
	}
	b.source = st.source
	b.add(flow.Run{Text: s, Style: st.style, Link: st.link})
}

// aside adds text that is shown with what it belongs to, and not copied.
func (b *builder) aside(s string, st state) {
	b.source = st.source
	b.add(flow.Run{Text: s, Style: st.style, Link: st.link, Aside: true})
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

func (b *builder) add(r flow.Run) {
	if b.afterEnd {
		b.endLine()
	}
	b.start = false
	if b.hidden {
		r = barred(r)
	}
	r.Source = b.source
	b.runs = append(b.runs, r)
}

// endLine keeps what follows apart from what is there, where all stands in one line.
func (b *builder) endLine() {
	b.afterEnd = false
	if !b.start {
		b.start = true
		b.runs = append(b.runs, flow.Run{Text: " ", Style: b.opt.Style, Source: b.source})
	}
}

// enclose draws nodes in a box.
func (b *builder) enclose(box flow.Box, nodes []mfm.Node, st state) {
	b.box(box, st, func() { b.nodes(nodes, st) })
}

// barred is a run of which nothing is seen but a bar.
func barred(r flow.Run) flow.Run {
	if r.Emoji != nil || r.Box != nil {
		r.Text = "…"
	}
	style := r.Style
	style.Ink, style.Strike, style.Underline = color.NRGBA{A: 1}, false, false
	style.Background, style.Alpha = look.ColorText, fadedBar
	return flow.Run{Text: r.Text, Style: style}
}

const fadedBar = 0.3

// box adds a box with what content adds. Beyond maxBoxes the content stands without, or what is to be hidden as bars.
func (b *builder) box(box flow.Box, st state, content func()) {
	if !b.mayBox() {
		hidden := b.hidden
		b.hidden = hidden || box.Hover
		content()
		b.hidden = hidden
		return
	}
	outer, start := b.runs, b.start
	b.runs, b.start = nil, true
	content()
	box.Runs = b.runs
	b.runs, b.start = outer, start
	if len(box.Runs) > 0 {
		b.add(flow.Run{Box: &box, Style: st.style})
	}
}

// mayBox takes one of the boxes the text may have.
func (b *builder) mayBox() bool {
	b.boxes++
	return b.boxes <= maxBoxes
}
