package app

import (
	"net/http"
	"net/url"
	"time"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/app/account"
	"mejiro/app/screens"
	"mejiro/app/session"
	"mejiro/widgets/note"
)

// member is a signed-in account alive: its session and what its screens share.
type member struct {
	id      account.ID
	server  api.Server
	user    misskey.User // as last known
	session *session.Session
	env     *note.Env
}

// newMember brings an account to life.
func (a *App) newMember(kept account.Account, token misskey.Token) (*member, error) {
	client := api.New(kept.Server, token.Reveal(), api.Options{Transport: a.transport, Version: a.version})
	s, err := session.New(session.Options{
		Client: client, Token: token, Me: kept.UserID, Loop: a.loop,
		HTTP: &http.Client{Transport: a.transport}, UserAgent: a.agent(),
		Report:   func(f session.Failure) { a.Toast(screens.Sentence(f.Err)) },
		Received: func(id misskey.NoteID) { a.trace.Received(string(id)) },
	})
	if err != nil {
		return nil, err
	}
	m := &member{
		id: kept.ID, server: kept.Server, session: s,
		user: misskey.User{ID: kept.UserID, Username: kept.Username, Name: kept.Name, AvatarURL: kept.AvatarURL},
	}
	m.env = &note.Env{
		Me: kept.UserID, Username: kept.Username, Server: kept.Server.String(),
		Emoji: m.emoji, Aspect: a.aspect, Pictures: a.media, Now: time.Now,
		Governor: a.onDeck, Selection: &a.selection, MFM: switches(a.settings), Highlighter: a.shades,
		Follow: func(target string) { a.OpenURL(screens.LinkAddress(kept.Server, target)) },
	}
	return m, nil
}

// stop ends the account's life in this process.
func (m *member) stop() { m.session.Stop() }

// emoji finds the picture of a custom emoji. What came with the note or user
// goes first; then the server's own set; and while that is not loaded yet,
// the address every server answers by name.
func (m *member) emoji(name, host string, given misskey.EmojiMap) string {
	if address := given[name]; address != "" {
		return address
	}
	if host != "" && host != m.server.Host() {
		return m.server.Address("/emoji/" + url.PathEscape(name+"@"+host) + ".webp")
	}
	if e, ok := m.session.Emojis.Emoji(name); ok {
		return e.URL
	}
	if m.session.Emojis.Loaded() {
		return ""
	}
	return m.server.Address("/emoji/" + url.PathEscape(name) + ".webp")
}

// acct is the account as people write it.
func (m *member) acct() string { return "@" + m.user.Username + "@" + m.server.Name() }

func (a *App) aspect(address string) float32 {
	aspect, _ := a.media.Aspect(address)
	return aspect
}

func (a *App) agent() string {
	version := a.version
	if version == "" {
		version = "dev"
	}
	return "Mejiro/" + version
}
