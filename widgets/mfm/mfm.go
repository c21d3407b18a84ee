// Package mfm draws MFM: it turns a tree of api/mfm into runs and boxes that widgets/flow sets in lines.
//
// It follows Misskey Web, but for a few things drawn differently on purpose:
//   - Formulas are set as formulas, where Misskey Web shows their source. What cannot be set is shown as there.
//   - The pills of mentions are no higher than the line, so that a mention does not push lines apart.
//   - Italic is the text face slanted, as there. Rare characters (kanji beyond JIS X 0208's first level, syllables beyond
//     the Hangul of KS X 1001) and code stay upright: a font of all would cost megabytes.
//   - The serif font has those characters as well; the cursive, fantasy and math fonts have Latin letters, the last two
//     some Greek and other ones. All else in them is in the text face. None is bold; what of them is italic is upright.
//   - The emoji font is the text face: what has a picture as an emoji is drawn as that everywhere, and letters have none.
//   - A ruby without a reading shows its base, where Misskey Web shows nothing.
//   - A search is a field only where something can be done with it, and a link elsewhere.
//   - Sizes are held to some dozens of steps up to 300 units, and times, widths and offsets to what a card can show:
//     text that asks for more is no joy to read, and each size costs memory.
//
// The functions are pure; the callbacks in [Options] are called on the caller's goroutine.
package mfm

import (
	"time"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// Switches are what a reader may switch off.
type Switches struct {
	// Advanced draws the functions that change sizes and places; without it they show what is in them.
	Advanced bool
	// Animated draws what moves, which Advanced must allow as well; without it stand Misskey's still forms.
	Animated bool
}

// Options say whose text it is, who reads it, and where its pictures come from.
type Options struct {
	Switches
	// Style is the style of text without markup.
	Style flow.Style
	// OneLine shows everything in one line: line ends as spaces, custom emoji no higher than Unicode ones, and no boxes
	// but those that hide. It is for names and previews.
	OneLine bool
	// Unlinked leaves links, mentions and hashtags their look and takes away where they lead to.
	Unlinked bool
	// Sourced has runs tell what they were made of, for [Selected].
	Sourced bool
	// Nyaize has the author speak as a cat.
	Nyaize bool
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
	// Highlighter colours code; nil leaves it in one colour.
	Highlighter *Highlighter
	// Now is the time that others are told from; nil is time.Now.
	Now func() time.Time
	// Follow goes where a box leads that is no link, as the view's OnLink does for links. Nil leaves such boxes idle.
	Follow Follower
}

// Follower goes where something leads. What a reader typed into a text stays when the text is drawn anew with an equal
// Follower, so that it must be comparable.
type Follower interface {
	Follow(target string)
}

// Runs draws a tree. The target of a link is "@user" or "@user@host" for a mention, "#tag" for a hashtag, "search:words"
// for a search on the web, and an address in ASCII with the scheme http or https for all others.
func Runs(nodes []mfm.Node, opt Options) []flow.Run {
	if opt.Style.Size == 0 {
		opt.Style.Size = look.TextBody
	}
	if opt.Now == nil {
		opt.Now = time.Now
	}
	b := builder{opt: opt, host: hostOf(opt.Server), runs: make([]flow.Run, 0, len(nodes)), start: true}
	if opt.Sourced {
		b.tree = &nodes
	}
	b.nodes(nodes, state{style: opt.Style})
	return b.runs
}
