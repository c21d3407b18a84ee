package note

import (
	"time"

	"fyne.io/fyne/v2"

	"mejiro/api/misskey"
	"mejiro/widgets"
	"mejiro/widgets/mfm"
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
	Host     string // of the account's server
	MFM      mfm.Context
	Pictures widgets.Pictures
	Now      func() time.Time
}

// Actions is what a reader can ask of a card. note is always the note to act
// on, the target of a pure renote; row is the note as it stands in the list.
// at is the object that was pressed, for palettes and menus.
type Actions interface {
	Reply(note misskey.Note)
	Renote(note misskey.Note, at fyne.CanvasObject)
	React(note misskey.Note, at fyne.CanvasObject)
	ToggleReaction(note misskey.Note, reaction string)
	More(row misskey.Note, at fyne.CanvasObject, pos fyne.Position)
	Vote(note misskey.Note, choice int)
	OpenNote(note misskey.Note)
	OpenUser(user misskey.User)
	OpenLink(target string)
	OpenFile(note misskey.Note, index int)
	SetOpen(row misskey.Note, open Open)
}
