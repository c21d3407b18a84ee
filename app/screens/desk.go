package screens

import (
	"fyne.io/fyne/v2"

	"mejiro/api/misskey"
)

// Desk is what a screen asks of the window around it. Texts come in the
// reader's language.
type Desk interface {
	PlainDesk
	// OpenURL shows an http or https address in the browser.
	OpenURL(address string)
	// Toast says something in passing.
	Toast(text string)
	// Offer is Toast with something that can be done about it.
	Offer(text, action string, do func())
	// Confirm asks before something that cannot be undone; yes names it.
	Confirm(title, text, yes string, then func())
	// Dialog asks for something to be filled in, beginning with first, until
	// it is closed.
	Dialog(title string, content fyne.CanvasObject, first fyne.Focusable) (closeDialog func())
	// Attended reports whether the window has the reader's attention.
	Attended() bool
	// SignInFirst tells a guest that this takes an account.
	SignInFirst()
	// Compose opens the post form for the account of the screen.
	Compose(draft Draft)
	// Palette lets the reader choose a reaction near at.
	Palette(at fyne.CanvasObject, choose func(reaction string))
	// TypedRune acts on a key a list has no use for and reports whether it did.
	TypedRune(r rune) bool
	// ShowFile shows one of a note's files.
	ShowFile(files []misskey.DriveFile, index int)
}

// PlainDesk is the part of a Desk that takes no account.
type PlainDesk interface {
	// Menu opens a menu at pos within at. What it returns puts another one in
	// its place, unless the reader has left it meanwhile.
	Menu(menu *fyne.Menu, at fyne.CanvasObject, pos fyne.Position) (replace func(*fyne.Menu))
	// Copy puts text on the clipboard.
	Copy(text string)
	// TypedKey acts on a key a list has no use for and reports whether it did.
	TypedKey(e *fyne.KeyEvent) bool
}

// Draft is what a new note begins with. At most one of Reply and Quote is set.
type Draft struct {
	Text  string
	CW    string
	Reply *misskey.Note
	Quote *misskey.Note
	// Visibility is "" for the reader's usual one.
	Visibility     misskey.Visibility
	VisibleUserIDs []misskey.UserID
	LocalOnly      bool
	Files          []misskey.DriveFile
}

// Continues reports whether d may go on with what was written before in its
// place: it brings nothing of its own.
func (d Draft) Continues() bool { return d.Text == "" && d.CW == "" && len(d.Files) == 0 }
