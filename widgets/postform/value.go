package postform

import (
	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// Value is what is being written.
type Value struct {
	Text       string
	CW         string // "" for none
	Warns      bool   // a content warning is to be written, even if nothing stands there yet
	Visibility misskey.Visibility
	LocalOnly  bool
}

// Context is the note that is answered or quoted, in words.
type Context struct {
	Icon  look.IconName // look.IconReply or look.IconQuote says which
	Label string        // what is done with it, and whose it is
	Text  []flow.Run
}

// maxCW is the longest content warning servers take, in characters.
const maxCW = 100

// length counts as Misskey's own form does, in UTF-16 units.
func length(s string) int {
	const beyond = 0x10000 // characters that take two
	n := 0
	for _, r := range s {
		n++
		if r >= beyond {
			n++
		}
	}
	return n
}
