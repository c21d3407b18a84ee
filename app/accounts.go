package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/data/binding"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/app/screens"
	"mejiro/app/session"
	"mejiro/widgets/look"
)

// signIn brings the known accounts to life and shows their columns.
func (a *App) signIn() error {
	if a.flags.Demo {
		parts, err := a.demoMembers()
		if err != nil {
			return err
		}
		for _, p := range parts {
			if err := a.join(p); err != nil {
				return err
			}
		}
	}
	a.showAccounts()
	a.buildDeck()
	return nil
}

// join brings one account to life.
func (a *App) join(p memberParts) error {
	m, err := a.newMember(p)
	if err != nil {
		return err
	}
	a.members = append(a.members, m)
	if a.acting == "" {
		a.acting = m.id
	}
	show := binding.NewDataListener(a.showAccounts)
	m.session.Notifications.Unread.AddListener(show)
	m.session.State.AddListener(show)
	m.session.Me.AddListener(binding.NewDataListener(func() { a.learn(m) }))
	m.session.Start()
	return nil
}

// learn takes over what the server says of an account's own user.
func (a *App) learn(m *member) {
	me, _ := m.session.Me.Get() // a plain item's Get never fails
	if me.ID == "" {
		return
	}
	m.user = me.User
	a.showAccounts()
}

func (a *App) member(id string) *member {
	i := slices.IndexFunc(a.members, func(m *member) bool { return m.id == id })
	if i < 0 {
		return nil
	}
	return a.members[i]
}

// showAccounts brings the rail up to date.
func (a *App) showAccounts() {
	all := make([]railAccount, len(a.members))
	for i, m := range a.members {
		unread, _ := m.session.Notifications.Unread.Get()
		state, _ := m.session.State.Get()
		all[i] = railAccount{
			id: m.id, name: m.user.DisplayName(), acct: m.acct(), avatarURL: m.user.AvatarURL,
			acting: m.id == a.acting, unread: unread, troubled: state == session.Unauthorized || state == session.Suspended,
		}
	}
	a.rail.show(all)
}

func (a *App) railIntents() railIntents {
	return railIntents{
		act: func(id string) {
			a.acting = id
			a.showAccounts()
		},
		accountMenu: a.accountMenu,
		addAccount:  func() { a.addAccount() },
		home:        func() { a.goTo(string(session.Home)) },
		mentions:    func() { a.goTo(notificationsSource) },
		addColumn:   a.addColumnMenu,
		settings:    a.showSettings,
		note:        a.composeNew,
	}
}

func (a *App) composeNew() {
	if m := a.member(a.acting); m != nil {
		a.composer.compose(m, screens.Draft{})
	}
}

func (a *App) accountMenu(id string, at fyne.CanvasObject) {
	m := a.member(id)
	if m == nil {
		return
	}
	profile := fyne.NewMenuItem(lang.L("account.profile"), func() {
		a.OpenURL(m.server.Address("/" + misskey.User{Username: m.user.Username}.Acct()))
	})
	profile.Icon = look.Icon(look.IconUser)
	a.Menu(fyne.NewMenu("", profile), at, fyne.NewPos(at.Size().Width, 0))
}
