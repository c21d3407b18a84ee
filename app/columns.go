package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/app/screens"
	"mejiro/app/session"
	"mejiro/app/settings"
	"mejiro/widgets/look"
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
func firstColumns(account string) []settings.Column {
	return []settings.Column{
		{Account: account, Source: string(session.Home)},
		{Account: account, Source: notificationsSource},
		{Account: account, Source: string(session.Local)},
	}
}

// openColumn adds a column to the deck. A column of an account that is not
// signed in is left out.
func (a *App) openColumn(conf settings.Column) *column {
	m := a.member(conf.Account)
	if m == nil || !slices.Contains(sources(), conf.Source) {
		return nil
	}
	icon, title := sourceLook(conf.Source)
	var c *column
	c = newColumn(columnParts{
		conf: conf, screen: a.openScreen(m, conf.Source), icon: icon, title: title, acct: m.acct(),
		menu:   func(at fyne.CanvasObject) { a.columnMenu(c, at) },
		resize: func(by float32) { a.deck.resize(c, by) },
		done:   a.saveColumns,
	})
	a.deck.add(c)
	return c
}

func (a *App) openScreen(m *member, source string) screen {
	context := screens.Context{Desk: a.deskOf(m), Loop: a.loop, Session: m.session, Env: m.env}
	if a.trace.Enabled() {
		context.Drawn = func(id misskey.NoteID) fyne.CanvasObject {
			return traced(func() { a.trace.Drawn(string(id)) })
		}
	}
	if source == notificationsSource {
		return screens.NewNotifications(context)
	}
	return screens.NewTimeline(context, session.Source(source))
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
	for _, m := range a.members {
		if len(a.members) > 1 {
			name := fyne.NewMenuItem(m.acct(), nil)
			name.Disabled = true
			menu.Items = append(menu.Items, name)
		}
		for _, source := range sources() {
			icon, title := sourceLook(source)
			i := fyne.NewMenuItem(title, func() { a.addColumn(m.id, source) })
			i.Icon = look.Icon(icon)
			menu.Items = append(menu.Items, i)
		}
	}
	a.Menu(menu, at, fyne.NewPos(at.Size().Width, 0))
}

// goTo shows the acting account's column of a source, opening it where there
// is none.
func (a *App) goTo(source string) {
	for _, c := range a.deck.columns {
		if c.conf.Account == a.acting && c.conf.Source == source {
			a.showColumn(c)
			return
		}
	}
	a.addColumn(a.acting, source)
}

func (a *App) addColumn(account, source string) {
	a.showColumn(a.openColumn(settings.Column{Account: account, Source: source}))
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
	if len(a.deck.columns) == 0 && len(a.members) > 0 {
		for _, conf := range firstColumns(a.members[0].id) {
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

// saveColumns keeps what the deck shows.
func (a *App) saveColumns() {
	a.settings.Columns = a.deck.configuration()
	a.saveSettings()
}
