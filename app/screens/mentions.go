package screens

import (
	"slices"
	"strings"

	"mejiro/api/mfm"
	"mejiro/api/misskey"
)

// ReplyMentions are whom an answer to n mentions: its author and everybody n
// mentions, but not me, whose server is host.
func ReplyMentions(n misskey.Note, me misskey.User, host string) []string {
	var accts []string
	add := func(username, at string) {
		if at == host {
			at = ""
		}
		acct := misskey.User{Username: username, Host: at}.Acct()
		if (at == "" && strings.EqualFold(username, me.Username)) || slices.Contains(accts, acct) {
			return
		}
		accts = append(accts, acct)
	}
	add(n.User.Username, n.User.Host)
	for _, m := range mentions(mfm.Parse(n.Body())) {
		at := m.Host
		if at == "" {
			at = n.User.Host
		}
		add(m.Username, at)
	}
	return accts
}

// mentions finds the mentions in a tree.
func mentions(nodes []mfm.Node) []mfm.Mention {
	var found []mfm.Mention
	for _, n := range nodes {
		if m, ok := n.(mfm.Mention); ok {
			found = append(found, m)
			continue
		}
		found = append(found, mentions(mfm.Children(n))...)
	}
	return found
}
