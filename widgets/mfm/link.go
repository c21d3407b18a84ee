package mfm

import (
	"strings"

	"fyne.io/fyne/v2"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// mention draws @user, and the host fainter when it is not the reader's server.
func (b *builder) mention(m mfm.Mention, st state) {
	host := m.Host
	if host == "" {
		host = b.opt.AuthorHost
	}
	if strings.EqualFold(host, b.host) {
		host = ""
	}
	color := look.ColorMention
	if host == "" && b.opt.Me != "" && strings.EqualFold(m.Username, b.opt.Me) {
		color = look.ColorMentionMe
	}
	user := "@" + m.Username
	link := &flow.Link{Target: user}
	st = st.toward(link, color)
	b.text(user, st)
	if host != "" {
		link.Target += "@" + host
		b.text("@"+host, st.faded(fadedHost))
	}
}

func (b *builder) hashtag(tag string, st state) {
	b.text("#"+tag, st.toward(&flow.Link{Target: "#" + tag}, look.ColorHashtag))
}

// link draws a label; one that leads nowhere we go is only text.
func (b *builder) link(n mfm.Link, st state) {
	if a, ok := parseAddress(n.URL); ok {
		st = st.toward(a.link(), look.ColorLink)
	}
	b.nodes(n.Children, st)
}

// url draws an address so that its host cannot be mistaken: the host is bold, what stands around it fainter.
func (b *builder) url(s string, st state) {
	a, ok := parseAddress(s)
	if !ok {
		b.text(s, st)
		return
	}
	st = st.toward(a.link(), look.ColorLink)
	own := a.host == b.host && a.path != "" && a.path != "/"
	if !own {
		b.text(a.scheme+a.user, st.faded(fadedScheme))
		host := st
		host.style.Bold = true
		b.text(a.shownHost(), host)
	}
	b.text(readable(a.path), st)
	b.text(readable(a.query), st.faded(fadedQuery))
	b.text(readable(a.fragment), st)
}

const (
	fadedHost   = 0.5
	fadedScheme = 0.5
	fadedQuery  = 0.5
)

// toward is the state inside a link.
func (st state) toward(link *flow.Link, color fyne.ThemeColorName) state {
	st.link, st.style.Color = link, color
	return st
}
