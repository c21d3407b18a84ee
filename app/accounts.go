package app

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2/data/binding"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/app/account"
	"mejiro/app/screens"
	"mejiro/app/session"
	"mejiro/app/settings"
	"mejiro/app/task"
	"mejiro/widgets"
	"mejiro/widgets/look"
)

// openAccounts brings the accounts of the book to life. Their tokens come from
// the keyring, which may ask its owner first; columns wait for them.
func (a *App) openAccounts() {
	for _, kept := range a.book.List().Accounts {
		a.unlock(kept.ID)
	}
	if a.flags.Demo {
		a.startDemo()
	}
}

// arrive shows what there is to show: the deck, or the way to a first account.
func (a *App) arrive() {
	a.showAccounts()
	a.buildDeck()
	if len(a.deck.columns) == 0 {
		a.showSignIn("")
		return
	}
	a.showDeck()
}

// unlock asks the keyring for an account's token and brings it to life.
func (a *App) unlock(id account.ID) {
	delete(a.locked, id)
	task.Go(a.ctx, a.loop,
		func(ctx context.Context) (misskey.Token, error) { return a.book.Token(ctx, id) },
		func(token misskey.Token, err error) {
			kept, ok := a.book.List().Find(id)
			if !ok {
				return
			}
			if err == nil {
				err = a.join(kept, token)
			}
			if err != nil {
				a.locked[id] = err
				a.log.Warn("no token", "account", id, "error", err)
			}
			a.showAccounts()
			a.rebuildColumns(id)
		})
}

// join brings an account to life, in place of its former life if it had one.
func (a *App) join(kept account.Account, token misskey.Token) error {
	m, err := a.newMember(kept, token)
	if err != nil {
		return err
	}
	delete(a.locked, kept.ID)
	if old := a.member(kept.ID); old != nil {
		old.stop()
	}
	a.members[kept.ID] = m
	show := binding.NewDataListener(a.showAccounts)
	m.session.Notifications.Unread.AddListener(show)
	m.session.State.AddListener(binding.NewDataListener(func() { a.stateChanged(m) }))
	m.session.Me.AddListener(binding.NewDataListener(func() { a.learn(m) }))
	m.session.Start()
	return nil
}

// stateChanged shows how an account stands, and offers the way back in when
// its token no longer counts.
func (a *App) stateChanged(m *member) {
	a.showAccounts()
	state, _ := m.session.State.Get()
	if state == session.Unauthorized && a.member(m.id) == m {
		a.stage.Toast(widgets.Toast{
			Text: m.acct() + "\n" + lang.L("error.signInAgain"), Icon: look.IconWarning, Tint: look.ColorWarn, Lasts: -1,
			Action: lang.L("account.again"), OnAction: func() { a.showSignIn(m.server.String()) },
		})
	}
}

// learn keeps what the server says of an account's own user.
func (a *App) learn(m *member) {
	me, _ := m.session.Me.Get() // a plain item's Get never fails
	if me.ID == "" {
		return
	}
	m.user = me.User
	a.showAccounts()
	task.Go(a.ctx, a.loop,
		func(context.Context) (struct{}, error) { return struct{}{}, a.book.Refresh(m.id, me.User) },
		func(_ struct{}, err error) {
			if err != nil && !errors.Is(err, account.ErrUnknown) {
				a.log.Warn("account list", "error", err)
			}
		})
}

// member is an account's life, nil while it has none.
func (a *App) member(id account.ID) *member { return a.members[id] }

// acting is the account that acts where no column says, nil while it has no
// life.
func (a *App) acting() *member { return a.member(a.book.List().Acting) }

// alive are the accounts that have a life, in their order.
func (a *App) alive() []*member {
	var all []*member
	for _, kept := range a.book.List().Accounts {
		if m := a.member(kept.ID); m != nil {
			all = append(all, m)
		}
	}
	return all
}

// act makes an account the acting one.
func (a *App) act(id account.ID) {
	a.changeBook(func() error { return a.book.Act(id) })
}

// changeBook edits the account list off the Fyne goroutine, since it is
// written to disk, and shows it anew.
func (a *App) changeBook(edit func() error) {
	task.Go(a.ctx, a.loop,
		func(context.Context) (struct{}, error) { return struct{}{}, edit() },
		func(_ struct{}, err error) {
			if err != nil {
				a.log.Warn("account list", "error", err)
				a.Toast(lang.L("account.listUnwritten"))
			}
			a.showAccounts()
		})
}

// showAccounts brings the rail up to date.
func (a *App) showAccounts() {
	list := a.book.List()
	all := make([]railAccount, len(list.Accounts))
	for i, kept := range list.Accounts {
		all[i] = railAccount{
			id: kept.ID, name: kept.DisplayName(), acct: kept.Acct(), avatarURL: kept.AvatarURL,
			acting: kept.ID == list.Acting, troubled: a.locked[kept.ID] != nil,
		}
		if m := a.member(kept.ID); m != nil {
			state, _ := m.session.State.Get()
			all[i].unread, _ = m.session.Notifications.Unread.Get()
			all[i].name, all[i].avatarURL = m.user.DisplayName(), m.user.AvatarURL
			all[i].troubled = state == session.Unauthorized || state == session.Suspended
		}
	}
	a.rail.show(all)
}

func (a *App) composeNew() {
	if m := a.acting(); m != nil {
		a.composer.compose(m, screens.Draft{})
	}
}

// signedIn shows an account that has just been let in: with the first columns
// on an empty deck, with its home beside others.
func (a *App) signedIn(kept account.Account, token misskey.Token) {
	if err := a.join(kept, token); err != nil {
		a.log.Error("signing in", "error", err)
		return
	}
	columns := a.deck.configuration()
	known := slices.ContainsFunc(columns, func(c settings.Column) bool { return c.Account == string(kept.ID) })
	switch {
	case len(columns) == 0:
		a.settings.Columns = firstColumns(kept.ID)
		a.buildDeck()
	case known:
		a.rebuildColumns(kept.ID)
	default:
		a.openColumn(settings.Column{Account: string(kept.ID), Source: string(session.Home)})
	}
	a.saveColumns()
	a.showAccounts()
	a.showDeck()
	a.Toast(lang.L("account.signedInAs", map[string]any{"Acct": kept.Acct()}))
}

// signOut forgets an account: its token, its columns, whatever was begun.
func (a *App) signOut(id account.ID, anyway bool) {
	task.Go(a.ctx, a.loop,
		func(ctx context.Context) (struct{}, error) { return struct{}{}, a.book.SignOut(ctx, id, anyway, nil) },
		func(_ struct{}, err error) {
			if err != nil {
				a.log.Warn("signing out", "error", err)
				a.Confirm(lang.L("account.signOut"), a.KeepProblem(err)+"\n"+lang.L("account.signOut.leftBehind"),
					lang.L("account.signOut.anyway"), func() { a.signOut(id, true) })
				return
			}
			a.signedOut(id)
		})
}

func (a *App) signedOut(id account.ID) {
	if m := a.member(id); m != nil {
		a.composer.forget(m)
		m.stop()
	}
	delete(a.members, id)
	delete(a.locked, id)
	for _, c := range slices.Clone(a.deck.columns) {
		if c.conf.Account == string(id) {
			a.deck.remove(c)
		}
	}
	a.saveColumns()
	a.showAccounts()
	if len(a.deck.columns) == 0 && len(a.book.List().Accounts) == 0 {
		a.showSignIn("")
	}
}
