// Package mfm draws MFM: it turns a tree of api/mfm into runs that widgets/flow sets in lines.
//
// Text styles, code, custom and Unicode emoji, mentions, hashtags and links are drawn in their look. Quotations keep
// their ">", and functions show what is in them without its effect.
//
// The functions are pure; the callbacks in [Options] are called on the caller's goroutine.
package mfm

import (
	"math"
	"strings"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// Options say whose text it is, who reads it, and where its pictures come from.
type Options struct {
	// Style is the style of text without markup.
	Style flow.Style
	// OneLine shows line ends as spaces and custom emoji no higher than Unicode ones: for names and previews.
	OneLine bool
	// Server is where the reader's server is, as "https://example.com". Unicode emoji are its pictures; "" draws them
	// as text. Addresses there are shown without it, and so are mentions.
	Server string
	// AuthorHost is the host a mention without one belongs to; "" is the reader's server.
	AuthorHost string
	// Me is the username of the reader, whose mentions stand out; "" is nobody's.
	Me string
	// Emoji gives the address of the picture of a custom emoji of the author's server, "" for one that is not known
	// and stays text. Nil knows none.
	Emoji func(name string) (url string)
	// Aspect gives the width by height of a picture seen before, else 0. Nil has seen none.
	Aspect func(url string) float32
}

// Runs draws a tree. The target of a link is "@user" or "@user@host" for a mention, "#tag" for a hashtag, and an
// address in ASCII with the scheme http or https for all others.
func Runs(nodes []mfm.Node, opt Options) []flow.Run {
	if opt.Style.Size == 0 {
		opt.Style.Size = look.TextBody
	}
	b := builder{opt: opt, host: hostOf(opt.Server), runs: make([]flow.Run, 0, len(nodes)), start: true}
	b.nodes(nodes, state{style: opt.Style})
	return b.runs
}

// builder collects runs.
type builder struct {
	opt      Options
	host     string // of the reader's server, in ASCII
	runs     []flow.Run
	start    bool // nothing stands in the line yet
	afterEnd bool // what follows begins a line
}

// state is what a node inherits.
type state struct {
	style  flow.Style
	link   *flow.Link
	prefix string // begins each line
}

func (b *builder) nodes(nodes []mfm.Node, st state) {
	for _, n := range nodes {
		b.node(n, st)
	}
}

func (b *builder) node(n mfm.Node, st state) {
	switch n := n.(type) {
	case mfm.Text:
		b.text(n.Text, st)
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
		b.text(n.Formula, st.code())
	default:
		if !b.styled(n, st) {
			b.block(n, st)
		}
	}
}

// styled draws what only changes the style of its children.
func (b *builder) styled(n mfm.Node, st state) bool {
	var children []mfm.Node
	switch n := n.(type) {
	case mfm.Bold:
		st.style.Bold = true
		children = n.Children
	case mfm.Italic:
		st.style.Italic = true
		children = n.Children
	case mfm.Strike:
		st.style.Strike = true
		children = n.Children
	case mfm.Small:
		st.style.Size = max(float32(math.Round(float64(st.style.Size*smaller))), smallest)
		st = st.faded(fadedSmall)
		children = n.Children
	default:
		return false
	}
	b.nodes(children, st)
	return true
}

// block draws what stands in lines of its own. The parser has taken the line ends around it.
func (b *builder) block(n mfm.Node, st state) {
	b.endLine()
	switch n := n.(type) {
	case mfm.Quote:
		st.prefix += "> "
		b.nodes(n.Children, st.faded(fadedQuote))
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

const (
	smaller    = 5.0 / 6 // CSS's font-size: smaller, here in whole units: each size costs memory
	smallest   = 7       // units; below nothing can be read
	fadedSmall = 0.7
	fadedQuote = 0.7
)

func (st state) faded(alpha float32) state {
	if st.style.Alpha > 0 {
		alpha *= st.style.Alpha
	}
	st.style.Alpha = alpha
	return st
}

func (st state) code() state {
	st.style.Mono, st.style.Background = true, look.ColorCode
	return st
}

// text adds text, each line with the prefix.
func (b *builder) text(s string, st state) {
	if s == "" {
		return
	}
	b.begin(st)
	s = lineEnds.Replace(s)
	switch {
	case b.opt.OneLine:
		s = strings.ReplaceAll(s, "\n", " ")
	case st.prefix != "":
		s = strings.ReplaceAll(s, "\n", "\n"+st.prefix)
	}
	b.runs = append(b.runs, flow.Run{Text: s, Style: st.style, Link: st.link})
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// begin does what is due before anything is added.
func (b *builder) begin(st state) {
	if b.afterEnd {
		b.endLine()
	}
	if b.start && st.prefix != "" {
		b.runs = append(b.runs, flow.Run{Text: st.prefix, Style: st.style})
	}
	b.start = false
}

// endLine has what follows begin a line.
func (b *builder) endLine() {
	b.afterEnd = false
	if b.start {
		return
	}
	b.start = true
	end := "\n"
	if b.opt.OneLine {
		end = " "
	}
	b.runs = append(b.runs, flow.Run{Text: end, Style: b.opt.Style})
}
