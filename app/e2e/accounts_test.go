//go:build e2e && linux

package e2e

import (
	"encoding/json"
	"os"
	"path/filepath"

	"mejiro/api"
	"mejiro/api/miauth"
	"mejiro/api/misskeytest"
	"mejiro/app/account"
	"mejiro/app/settings"
)

// signIn signs users of a server in before the program starts: their tokens
// into the keyring, which is opened, their names into the list. It gives the
// IDs of the accounts in the same order.
func (d *desktop) signIn(server *misskeytest.Server, users ...string) []account.ID {
	d.t.Helper()
	d.openKeyring()
	at, err := api.ParseServer(server.URL)
	if err != nil {
		d.t.Fatal(err)
	}
	list := struct {
		Version  int               `json:"version"`
		Acting   account.ID        `json:"acting"`
		Accounts []account.Account `json:"accounts"`
	}{Version: 1}
	var ids []account.ID
	for _, user := range users {
		a := account.New(at, server.User(user), miauth.Permissions())
		d.keepToken(string(a.ID), server.Token(user))
		list.Accounts = append(list.Accounts, a)
		ids = append(ids, a.ID)
	}
	list.Acting = ids[0]
	data, err := json.Marshal(list)
	if err != nil {
		d.t.Fatal(err)
	}
	folder := filepath.Join(d.homeOf(), "config")
	if err := os.MkdirAll(folder, 0o700); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, "accounts.json"), data, 0o600); err != nil {
		d.t.Fatal(err)
	}
	return ids
}

// columns is a deck of the given sources of one account.
func columns(id account.ID, sources ...string) []settings.Column {
	var all []settings.Column
	for _, source := range sources {
		all = append(all, settings.Column{Account: string(id), Source: source})
	}
	return all
}

// settingsOf are the settings tests begin with and a deck.
func settingsOf(columns []settings.Column) settings.Settings {
	s := newSettings()
	s.Columns = columns
	return s
}

// alone starts the program signed in as one user, with the given columns, and
// waits until they show something and the stream brings news.
func (d *desktop) alone(server *misskeytest.Server, user string, sources ...string) *app {
	d.t.Helper()
	ids := d.signIn(server, user)
	a := d.start(start{settings: settingsOf(columns(ids[0], sources...))})
	a.listed("rows", sources...)
	streams := len(sources) + 1 // the account's own channel besides
	for _, source := range sources {
		if source == "notifications" {
			streams--
		}
	}
	await(d.t, "the columns are subscribed", func() bool { return len(server.Subscriptions(user)) == streams })
	return a
}

// listed waits until columns with the sources are in a state.
func (a *app) listed(state string, sources ...string) {
	a.t.Helper()
	for _, source := range sources {
		a.told("column "+source+": "+state, func(e entry) bool {
			return e.What == "list" && e.State == state && e.source() == source
		})
	}
}
