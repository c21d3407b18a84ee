package note

import (
	"time"

	"fyne.io/fyne/v2"

	"mejiro/api/misskey"
	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/mfm"
	"mejiro/widgets/motion"
)

// Value is what one card shows.
type Value struct {
	Note misskey.Note // as it stands in the list; a pure renote shows its target
	Open Open
}

// Open is what the reader has opened in one card.
type Open struct {
	CW      bool // the text under a content warning
	Long    bool // a long text
	Results bool // a poll's results before voting
	Files   bool // covered sensitive files
}

// Env is what the cards of one account have in common.
type Env struct {
	Me       misskey.UserID
	Username string // of the reader
	Server   string // base address of the reader's server
	// Emoji gives the address of a custom emoji's picture: of a name on an
	// author's host ("" is the reader's server), with what the note or user
	// told of such names; "" for none.
	Emoji func(name, host string, given misskey.EmojiMap) string
	// Aspect gives width by height of a picture seen before, else 0.
	Aspect   func(url string) float32
	Pictures widgets.Pictures
	Now      func() time.Time
	// Governor moves what moves; nil has everything stand still.
	Governor *motion.Governor
	// Selection is where texts are selected, one at a time for all that share
	// it; nil lets none be selected.
	Selection *flow.Selection
	// MFM is what the reader wants drawn of it.
	MFM mfm.Switches
	// Highlighter colours code; nil leaves it in one colour.
	Highlighter *mfm.Highlighter
	// Follow goes where something in a text leads that is no link, as
	// Actions.OpenLink does; may be nil.
	Follow func(target string)
}

// Actions is what a reader can ask of a card. note is always the note to act
// on, the target of a pure renote; row is the note as it stands in the list.
// at is the object that was pressed, for palettes and menus.
type Actions interface {
	Reply(note misskey.Note)
	Renote(note misskey.Note, at fyne.CanvasObject)
	React(note misskey.Note, at fyne.CanvasObject)
	ToggleReaction(note misskey.Note, reaction string)
	Clip(note misskey.Note, at fyne.CanvasObject)
	More(row misskey.Note, at fyne.CanvasObject, pos fyne.Position)
	Vote(note misskey.Note, choice int)
	// OpenNote shows a note by itself. Of a note that is not at hand only the
	// ID is set.
	OpenNote(note misskey.Note)
	OpenUser(user misskey.User)
	OpenLink(target string)
	OpenFile(note misskey.Note, index int)
	SetOpen(row misskey.Note, open Open)
	// Answer accepts or rejects the request to follow that a notification
	// tells of.
	Answer(request misskey.NotificationID, accept bool)
}
