package app

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"mejiro/api"
	"mejiro/app/account"
	"mejiro/app/session"
	"mejiro/app/settings"
	"mejiro/widgets"
	"mejiro/widgets/look"
)

// guestMark begins the ID of a column's account when there is none: the
// server's public timelines are read in nobody's name.
const guestMark = "guest:"

// LookAround implements screens.SignInHost.
func (a *App) LookAround(server api.Server) {
	id := guestMark + server.String()
	for _, source := range guestSources() {
		a.openColumn(settings.Column{Account: id, Source: source})
	}
	a.saveColumns()
	a.showDeck()
}

// guestSources are what can be read without an account.
func guestSources() []string { return []string{string(session.Local), string(session.Global)} }

// guest is the account of a guest's column; false when the ID is none.
func guest(id account.ID) (account.Account, bool) {
	address, ok := strings.CutPrefix(string(id), guestMark)
	if !ok {
		return account.Account{}, false
	}
	server, err := api.ParseServer(address)
	return account.Account{ID: id, Server: server, SessionOnly: true}, err == nil
}

// visit gives a guest a life, once.
func (a *App) visit(visitor account.Account) {
	if a.members[visitor.ID] != nil {
		return
	}
	m, err := a.newMember(visitor, "")
	if err != nil {
		a.log.Warn("guest", "error", err)
		return
	}
	a.members[visitor.ID] = m
	m.session.Start()
}

// SignInFirst implements screens.Desk.
func (d memberDesk) SignInFirst() {
	d.stage.Toast(widgets.Toast{
		Text: lang.L("account.signInFirst"), Icon: look.IconKey,
		Action: lang.L("account.signIn"), OnAction: func() { d.showSignIn(d.member.server.String()) },
	})
}
