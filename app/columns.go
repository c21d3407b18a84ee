package app

import (
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/app/account"
	"mejiro/app/screens"
	"mejiro/app/session"
	"mejiro/app/settings"
	"mejiro/widgets/look"
	"mejiro/widgets/note"
)

// notificationsSource is the source of a column that shows notifications.
const notificationsSource = "notifications"

// sources are what a column can show, in the order menus list them.
func sources() []string {
	return []string{
		string(session.Home), notificationsSource, string(session.Local), string(session.Social), string(session.Global),
	}
}

// firstColumns is the deck of an account that has none.
func firstColumns(id account.ID) []settings.Column {
	return []settings.Column{
		{Account: string(id), Source: string(session.Home)},
		{Account: string(id), Source: notificationsSource},
		{Account: string(id), Source: string(session.Local)},
	}
}

// openColumn adds a column to the deck. A column of an account that is not in
// the book is left out.
func (a *App) openColumn(conf settings.Column) *column {
	kept, ok := a.known(account.ID(conf.Account))
	if !ok || !slices.Contains(sources(), conf.Source) {
		return nil
	}
	icon, title := sourceLook(conf.Source)
	env := a.columnEnv(kept.ID)
	var c *column
	c = newColumn(columnParts{
		conf: conf, screen: a.openScreen(kept.ID, conf.Source, env), env: env, icon: icon, title: title, acct: ownerName(kept),
		menu:   func(at fyne.CanvasObject) { a.columnMenu(c, at) },
		resize: func(by float32) { a.deck.resize(c, by) },
		done:   a.saveColumns,
	})
	c.screen.Feed().ReduceMotion = a.settings.ReduceMotion
	a.deck.add(c)
	return c
}

// known finds an account, or the guest that stands for none.
func (a *App) known(id account.ID) (account.Account, bool) {
	if visitor, ok := guest(id); ok {
		a.visit(visitor)
		return visitor, true
	}
	return a.book.List().Find(id)
}

// columnEnv is what the cards of a column have in common: what those of its
// account have, but that they rest together. It is nil while the account has no
// life.
func (a *App) columnEnv(id account.ID) *note.Env {
	m := a.member(id)
	if m == nil {
		return nil
	}
	env := *m.env
	env.Governor = m.env.Governor.Part()
	return &env
}

// openScreen is what a column shows; while its account has no life, that it
// waits for the keyring or what is wrong with it.
func (a *App) openScreen(id account.ID, source string, env *note.Env) screen {
	m := a.member(id)
	if m == nil {
		problem := ""
		if err := a.locked[id]; err != nil {
			problem = a.lockedSentence(err)
		}
		return screens.NewLocked(problem, func() { a.unlock(id) })
	}
	context := screens.Context{Desk: a.deskOf(m), Loop: a.loop, Session: m.session, Env: env}
	if a.trace.Enabled() {
		context.Drawn = func(id misskey.NoteID) fyne.CanvasObject {
			return traced(func() { a.trace.Drawn(string(id)) })
		}
		context.Listed = func(l screens.Listing) { a.trace.List(source+" "+m.acct(), l.State, l.Says, l.Rows) }
	}
	if source == notificationsSource {
		return screens.NewNotifications(context)
	}
	return screens.NewTimeline(context, session.Source(source))
}

// ownerName names whose column it is.
func ownerName(kept account.Account) string {
	if kept.Username == "" {
		return lang.L("account.guest", map[string]any{"Server": kept.Server.Name()})
	}
	return kept.Acct()
}

func sourceLook(source string) (look.IconName, string) {
	switch source {
	case notificationsSource:
		return look.IconNotifications, lang.L("deck.notifications")
	case string(session.Local):
		return look.IconLocal, lang.L("deck.local")
	case string(session.Social):
		return look.IconSocial, lang.L("deck.social")
	case string(session.Global):
		return look.IconGlobal, lang.L("deck.global")
	}
	return look.IconHome, lang.L("deck.home")
}

func (a *App) columnMenu(c *column, at fyne.CanvasObject) {
	entry := func(label string, icon look.IconName, do func()) *fyne.MenuItem {
		i := fyne.NewMenuItem(label, do)
		i.Icon = look.Icon(icon)
		return i
	}
	menu := fyne.NewMenu("",
		entry(lang.L("deck.reload"), look.IconRetry, c.screen.Reload),
		fyne.NewMenuItemSeparator(),
		entry(lang.L("deck.moveLeft"), look.IconChevronLeft, func() { a.moveColumn(c, -1) }),
		entry(lang.L("deck.moveRight"), look.IconChevronRight, func() { a.moveColumn(c, 1) }),
		fyne.NewMenuItemSeparator(),
		entry(lang.L("deck.closeColumn"), look.IconClose, func() { a.closeColumn(c) }),
	)
	a.Menu(menu, at, fyne.NewPos(0, at.Size().Height))
}

// addColumnMenu offers every source of every account.
func (a *App) addColumnMenu(at fyne.CanvasObject) {
	menu := fyne.NewMenu("")
	alive := a.alive()
	for _, m := range alive {
		if len(alive) > 1 {
			name := fyne.NewMenuItem(m.acct(), nil)
			name.Disabled = true
			menu.Items = append(menu.Items, name)
		}
		for _, source := range sources() {
			icon, title := sourceLook(source)
			i := fyne.NewMenuItem(title, func() { a.addColumn(string(m.id), source) })
			i.Icon = look.Icon(icon)
			menu.Items = append(menu.Items, i)
		}
	}
	a.Menu(menu, at, fyne.NewPos(at.Size().Width, 0))
}

// goTo shows the acting account's column of a source, opening it where there
// is none.
func (a *App) goTo(source string) {
	acting := string(a.book.List().Acting)
	for _, c := range a.deck.columns {
		if c.conf.Account == acting && c.conf.Source == source {
			a.showColumn(c)
			return
		}
	}
	a.addColumn(acting, source)
}

func (a *App) addColumn(id, source string) {
	a.showColumn(a.openColumn(settings.Column{Account: id, Source: source}))
	a.saveColumns()
}

func (a *App) moveColumn(c *column, by int) {
	a.deck.move(c, by)
	a.saveColumns()
}

func (a *App) closeColumn(c *column) {
	a.deck.remove(c)
	a.saveColumns()
}

func (a *App) showColumn(c *column) {
	if c != nil {
		a.deck.show(c, a.window.Canvas())
	}
}

// buildDeck opens the columns of the settings, or the first ones.
func (a *App) buildDeck() {
	for _, conf := range a.settings.Columns {
		a.openColumn(conf)
	}
	if list := a.book.List(); len(a.deck.columns) == 0 && len(list.Accounts) > 0 {
		for _, conf := range firstColumns(list.Accounts[0].ID) {
			a.openColumn(conf)
		}
	}
}

// rebuildDeck makes every column anew, as after a change of language.
func (a *App) rebuildDeck() {
	confs := a.deck.configuration()
	a.deck.clear()
	for _, conf := range confs {
		a.openColumn(conf)
	}
}

// rebuildColumns makes the columns of an account anew, as when it came to
// life.
func (a *App) rebuildColumns(id account.ID) {
	for _, c := range a.deck.columns {
		if c.conf.Account == string(id) {
			a.rebuildDeck()
			return
		}
	}
}

// lockedSentence says why an account has no life.
func (a *App) lockedSentence(err error) string {
	if errors.Is(err, account.ErrNoToken) {
		return lang.L("account.noToken")
	}
	return a.KeepProblem(err)
}

// saveColumns keeps what the deck shows.
func (a *App) saveColumns() {
	a.settings.Columns = a.deck.configuration()
	a.saveSettings()
}
