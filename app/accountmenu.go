package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/app/account"
	"mejiro/app/session"
	"mejiro/widgets/look"
)

func (a *App) railIntents() railIntents {
	intents := railIntents{
		act:         a.act,
		accountMenu: a.accountMenu,
		addAccount:  func() { a.showSignIn("") },
		home:        func() { a.goTo(string(session.Home)) },
		mentions:    func() { a.goTo(notificationsSource) },
		addColumn:   a.addColumnMenu,
		settings:    a.showSettings,
		note:        a.composeNew,
	}
	if a.flags.Demo {
		intents.gallery = a.showGallery
	}
	return intents
}

func (a *App) accountMenu(id account.ID, at fyne.CanvasObject) {
	list := a.book.List()
	kept, ok := list.Find(id)
	if !ok {
		return
	}
	position := slices.IndexFunc(list.Accounts, func(k account.Account) bool { return k.ID == id })
	menu := fyne.NewMenu("")
	add := func(label string, icon look.IconName, do func()) {
		i := fyne.NewMenuItem(label, do)
		i.Icon = look.Icon(icon)
		menu.Items = append(menu.Items, i)
	}
	add(lang.L("account.profile"), look.IconUser, func() {
		a.OpenURL(kept.Server.Address("/" + misskey.User{Username: kept.Username}.Acct()))
	})
	if a.locked[id] != nil {
		add(lang.L("account.unlock"), look.IconRetry, func() { a.unlock(id) })
	}
	add(lang.L("account.again"), look.IconKey, func() { a.showSignIn(kept.Server.String()) })
	if position > 0 {
		add(lang.L("account.moveUp"), look.IconChevronUp, func() {
			a.changeBook(func() error { return a.book.Move(id, position-1) })
		})
	}
	if position < len(list.Accounts)-1 {
		add(lang.L("account.moveDown"), look.IconChevronDown, func() {
			a.changeBook(func() error { return a.book.Move(id, position+1) })
		})
	}
	menu.Items = append(menu.Items, fyne.NewMenuItemSeparator())
	add(lang.L("account.signOut"), look.IconSignOut, func() {
		a.Confirm(lang.L("account.signOut"), lang.L("account.signOut.sure", map[string]any{"Acct": kept.Acct()}),
			lang.L("account.signOut"), func() { a.signOut(id, false) })
	})
	a.Menu(menu, at, fyne.NewPos(at.Size().Width, 0))
}
