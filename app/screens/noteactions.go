package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/app/session"
	"mejiro/widgets/look"
	"mejiro/widgets/note"
)

// noteActions carries out what a reader asks of a card.
type noteActions struct {
	desk    Desk
	session *session.Session
	rows    *noteRows
}

var _ note.Actions = (*noteActions)(nil)

// guest asks a guest to sign in and reports whether it was one.
func (a *noteActions) guest() bool {
	if a.session.IsGuest() {
		a.desk.SignInFirst()
	}
	return a.session.IsGuest()
}

// Reply implements note.Actions.
func (a *noteActions) Reply(n misskey.Note) {
	if !a.guest() {
		a.desk.Compose(Draft{Reply: &n})
	}
}

// Renote implements note.Actions.
func (a *noteActions) Renote(n misskey.Note, at fyne.CanvasObject) {
	if a.guest() {
		return
	}
	a.desk.Menu(fyne.NewMenu("",
		item(lang.L("note.renote"), look.IconRenote, func() { a.session.Renote(n) }),
		item(lang.L("note.quote"), look.IconQuote, func() { a.Quote(n) }),
	), at, fyne.NewPos(0, at.Size().Height))
}

// Quote opens the post form for a quote of n.
func (a *noteActions) Quote(n misskey.Note) {
	if !a.guest() {
		a.desk.Compose(Draft{Quote: &n})
	}
}

// React implements note.Actions.
func (a *noteActions) React(n misskey.Note, at fyne.CanvasObject) {
	if a.guest() {
		return
	}
	a.desk.Palette(at, func(reaction string) { a.session.React(n.ID, reaction) })
}

// ToggleReaction implements note.Actions.
func (a *noteActions) ToggleReaction(n misskey.Note, reaction string) {
	if a.guest() {
		return
	}
	if n.MyReaction == reaction {
		reaction = ""
	}
	a.session.React(n.ID, reaction)
}

// Vote implements note.Actions.
func (a *noteActions) Vote(n misskey.Note, choice int) {
	if !a.guest() {
		a.session.Vote(n.ID, choice)
	}
}

// OpenNote implements note.Actions.
func (a *noteActions) OpenNote(n misskey.Note) { a.desk.OpenURL(a.page(n)) }

// OpenUser implements note.Actions.
func (a *noteActions) OpenUser(u misskey.User) {
	a.desk.OpenURL(a.session.Client().Server().Address("/" + u.Acct()))
}

// OpenLink implements note.Actions.
func (a *noteActions) OpenLink(target string) {
	a.desk.OpenURL(LinkAddress(a.session.Client().Server(), target))
}

// OpenFile implements note.Actions.
func (a *noteActions) OpenFile(n misskey.Note, index int) { a.desk.ShowFile(n.Files, index) }

// SetOpen implements note.Actions.
func (a *noteActions) SetOpen(row misskey.Note, open note.Open) {
	a.rows.setOpen(row.ID, open)
	a.rows.forget()
	for _, shown := range a.rows.shown() {
		// A change lets rows leave the screen, and so those that follow here.
		if f := a.rows.follows[shown]; f != nil && f.ids[0] == row.ID {
			a.rows.changed(shown)
		}
	}
}

// More implements note.Actions.
func (a *noteActions) More(row misskey.Note, at fyne.CanvasObject, pos fyne.Position) {
	n := row.Target()
	menu := fyne.NewMenu("")
	add := func(i *fyne.MenuItem) { menu.Items = append(menu.Items, i) }
	if menu.Items = copyItems(a.desk, at); len(menu.Items) > 0 {
		add(fyne.NewMenuItemSeparator())
	}
	if n.Body() != "" {
		add(item(lang.L("note.copyText"), look.IconCopy, func() { a.desk.Copy(n.Body()) }))
	}
	add(item(lang.L("note.copyLink"), look.IconLink, func() { a.desk.Copy(a.page(n)) }))
	add(item(lang.L("note.openInBrowser"), look.IconExternal, func() { a.OpenNote(n) }))
	if remote := remotePage(n); remote != "" {
		add(item(lang.L("note.openRemote"), look.IconExternal, func() { a.desk.OpenURL(remote) }))
	}
	if !a.session.IsGuest() {
		add(item(lang.L("note.clip"), look.IconClip, func() { a.chooseClip(n, at, pos) }))
	}
	if row.IsPureRenote() && row.UserID == a.session.MyID() {
		add(fyne.NewMenuItemSeparator())
		add(item(lang.L("note.unrenote"), look.IconTrash, func() { a.session.Delete(row.ID, func() {}) }))
	}
	if n.UserID == a.session.MyID() {
		add(fyne.NewMenuItemSeparator())
		add(item(lang.L("note.delete"), look.IconTrash, func() { a.delete(n) }))
		if n.Poll == nil && n.ChannelID == "" { // the form cannot say those again yet
			add(item(lang.L("note.deleteAndEdit"), look.IconEdit, func() { a.deleteAndEdit(n) }))
		}
	}
	a.desk.Menu(menu, at, pos)
}

// copyItems copy what is selected in the card at or around at; there are none
// where nothing is.
func copyItems(desk PlainDesk, at fyne.CanvasObject) []*fyne.MenuItem {
	text, source := note.Selected(at)
	if text == "" {
		return nil
	}
	return []*fyne.MenuItem{
		item(lang.L("note.copySelected"), look.IconCopy, func() { desk.Copy(text) }),
		item(lang.L("note.copySelectedMFM"), look.IconCopy, func() { desk.Copy(source) }),
	}
}

func (a *noteActions) delete(n misskey.Note) {
	a.desk.Confirm(lang.L("note.delete"), lang.L("note.delete.sure"), lang.L("note.delete"),
		func() { a.session.Delete(n.ID, func() {}) })
}

// deleteAndEdit opens the form with what the note said, once it is gone.
func (a *noteActions) deleteAndEdit(n misskey.Note) {
	a.desk.Confirm(lang.L("note.deleteAndEdit"), lang.L("note.deleteAndEdit.sure"), lang.L("note.deleteAndEdit"), func() {
		draft := Draft{
			Text: n.Body(), Reply: n.Reply, Files: n.Files,
			Visibility: n.Visibility, VisibleUserIDs: n.VisibleUserIDs, LocalOnly: n.LocalOnly,
		}
		if n.CW != nil {
			draft.CW = *n.CW
		}
		if n.IsQuote() {
			draft.Reply, draft.Quote = nil, n.Renote
		}
		a.session.Delete(n.ID, func() { a.desk.Compose(draft) })
	})
}

// page is the address of a note on the account's own server.
func (a *noteActions) page(n misskey.Note) string {
	return a.session.Client().Server().Address("/notes/" + string(n.ID))
}

// remotePage is the address of a remote note on its own server, else "".
func remotePage(n misskey.Note) string {
	if n.URL != "" {
		return n.URL
	}
	return n.URI
}

func item(label string, icon look.IconName, do func()) *fyne.MenuItem {
	i := fyne.NewMenuItem(label, do)
	i.Icon = look.Icon(icon)
	return i
}
