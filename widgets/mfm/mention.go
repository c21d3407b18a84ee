package mfm

import (
	"cmp"
	"net/url"
	"strings"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

const (
	maxPills   = 50   // mentions of one text drawn as pills, each of which is a picture to fetch
	avatarSize = 1.25 // em
	fadedHost  = 0.5
)

// mention draws @user, and the host fainter when it is not the reader's server, as a pill with the user's avatar.
func (b *builder) mention(m mfm.Mention, st state) {
	host := cmp.Or(m.Host, b.opt.AuthorHost)
	if strings.EqualFold(host, b.host) {
		host = ""
	}
	name, ground := look.ColorMention, look.ColorMentionGround
	if host == "" && b.opt.Me != "" && strings.EqualFold(m.Username, b.opt.Me) {
		name, ground = look.ColorMentionMe, look.ColorMentionMeGround
	}
	acct := "@" + m.Username
	if host != "" {
		acct += "@" + host
	}
	st = b.toward(st, &flow.Link{Target: acct}, name)
	b.pills++
	if b.opt.OneLine || b.host == "" || b.pills > maxPills {
		b.acct(m.Username, host, st)
		return
	}
	b.box(flow.Box{
		Padding: flow.Insets{Left: 2, Right: 6}, Radius: round, Fill: st.paint(ground),
	}, st, func() {
		b.avatar(acct, st)
		b.aside(nbsp, st)
		b.acct(m.Username, host, st)
	})
}

// acct draws the words of a mention.
func (b *builder) acct(username, host string, st state) {
	b.text("@"+username, st)
	if host != "" {
		b.text("@"+host, st.faded(fadedHost))
	}
}

// avatar draws the picture that the reader's server has of a user.
func (b *builder) avatar(acct string, st state) {
	address := strings.TrimSuffix(b.opt.Server, "/") + "/avatar/" + url.PathEscape(acct)
	b.emoji("", &flow.Emoji{URL: address, Scale: avatarSize, Aspect: 1, Round: true}, st)
}
