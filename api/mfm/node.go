// Package mfm parses MFM, the markup of Misskey notes, into a tree.
//
// The tree is the one mfm-js 0.26 makes of the same text: [Parse] for notes and other long texts, [ParseSimple] for names. Parsing never fails, never
// loses text and costs in proportion to the length of its input, whoever wrote it. Everything here is a pure function of its arguments and may be called
// from any goroutine.
package mfm

// Node is one piece of MFM: a value of one of the struct types of this package, told apart with a type switch. It marshals to JSON in the shape of an
// mfm-js node (type, props, children).
type Node interface {
	// kind is the type name mfm-js gives such a node. It also keeps the set of types closed.
	kind() string
}

// Text is text as it stands, line breaks ("\n", "\r\n" or "\r") included. Neighbouring texts are always one Text.
type Text struct{ Text string }

// Bold is **text**, __text__ or <b>text</b>.
type Bold struct{ Children []Node }

// Small is <small>text</small>.
type Small struct{ Children []Node }

// Italic is *text*, _text_ or <i>text</i>.
type Italic struct{ Children []Node }

// Strike is ~~text~~ or <s>text</s>.
type Strike struct{ Children []Node }

// Center is the block <center>text</center>.
type Center struct{ Children []Node }

// Quote is a block of lines that began with ">". Its children may be blocks.
type Quote struct{ Children []Node }

// Plain is <plain>text</plain>: text in which nothing else is recognised.
type Plain struct{ Text string }

// Fn is a function, $[name.key=value,flag content]; ***content*** is the function tada without arguments. Any name is possible.
type Fn struct {
	Name     string
	Args     []Arg // in the order mfm-js keeps them; each key once
	Children []Node
}

// Arg is an argument of a Fn. Value is empty for a bare key, which mfm-js gives the value true.
type Arg struct{ Key, Value string }

// Arg gives the value of the argument key, which is empty for a bare key, and whether there is such an argument.
func (n Fn) Arg(key string) (value string, ok bool) {
	for _, a := range n.Args {
		if a.Key == key {
			return a.Value, true
		}
	}
	return "", false
}

// InlineCode is `code` within a line.
type InlineCode struct{ Code string }

// BlockCode is the block between two lines of three backticks. Lang is what stood after the first three, trimmed; often empty.
type BlockCode struct{ Code, Lang string }

// MathInline is \(formula\).
type MathInline struct{ Formula string }

// MathBlock is the block \[formula\].
type MathBlock struct{ Formula string }

// Search is the block "query Search". Content is the whole line as written.
type Search struct{ Query, Content string }

// EmojiCode is :name:, a custom emoji. Name has no colons and no host: the host is the author's.
type EmojiCode struct{ Name string }

// UnicodeEmoji is one emoji of the Unicode set as written: variation selectors are neither added nor dropped.
type UnicodeEmoji struct{ Emoji string }

// Mention is @user or @user@host. Host is empty when none was written, which means the host of the author. Acct is the mention as written.
type Mention struct{ Username, Host, Acct string }

// Hashtag is #hashtag; Hashtag is without the "#".
type Hashtag struct{ Hashtag string }

// URL is an http or https address; Brackets tells that it was written <address>.
type URL struct {
	URL      string
	Brackets bool
}

// Link is [label](address) or, when Silent, ?[label](address), which asks for no preview of the address.
type Link struct {
	URL      string
	Silent   bool
	Children []Node
}

func (Text) kind() string         { return "text" }
func (Bold) kind() string         { return "bold" }
func (Small) kind() string        { return "small" }
func (Italic) kind() string       { return "italic" }
func (Strike) kind() string       { return "strike" }
func (Center) kind() string       { return "center" }
func (Quote) kind() string        { return "quote" }
func (Plain) kind() string        { return "plain" }
func (Fn) kind() string           { return "fn" }
func (InlineCode) kind() string   { return "inlineCode" }
func (BlockCode) kind() string    { return "blockCode" }
func (MathInline) kind() string   { return "mathInline" }
func (MathBlock) kind() string    { return "mathBlock" }
func (Search) kind() string       { return "search" }
func (EmojiCode) kind() string    { return "emojiCode" }
func (UnicodeEmoji) kind() string { return "unicodeEmoji" }
func (Mention) kind() string      { return "mention" }
func (Hashtag) kind() string      { return "hashtag" }
func (URL) kind() string          { return "url" }
func (Link) kind() string         { return "link" }
