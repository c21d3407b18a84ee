package mfm

import (
	"image/color"

	"fyne.io/fyne/v2"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

func (b *builder) hashtag(tag string, st state) {
	b.text("#"+tag, b.toward(st, &flow.Link{Target: "#" + tag}, look.ColorHashtag))
}

// link draws a label; one that leads nowhere we go is only text.
func (b *builder) link(n mfm.Link, st state) {
	a, ok := parseAddress(n.URL)
	if ok {
		st = b.toward(st, a.link(), look.ColorLink)
	}
	b.quietly(n.Children, st)
	if ok && a.namedOtherwise(Plain(n.Children, maxTooltip)) {
		b.aside(" ("+a.shownHost()+")", st.faded(fadedScheme))
	}
	if ok && a.host != b.host {
		b.external(st)
	}
}

// url draws an address so that its host cannot be mistaken: the host is bold, what stands around it fainter.
func (b *builder) url(s string, st state) {
	a, ok := parseAddress(s)
	if !ok {
		b.text(s, st)
		return
	}
	st = b.toward(st, a.link(), look.ColorLink)
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
	if !own {
		b.external(st)
	}
}

// external marks what leads out of the reader's server.
func (b *builder) external(st state) {
	if !b.opt.OneLine {
		b.aside(nbsp, st)
		b.icon(look.IconExternal, st)
	}
}

const (
	fadedScheme = 0.5
	fadedQuery  = 0.5
)

// toward is the state inside a link.
func (b *builder) toward(st state, link *flow.Link, name fyne.ThemeColorName) state {
	st.style.Color, st.style.Ink = name, color.NRGBA{}
	if !b.opt.Unlinked {
		st.link = link
	}
	return st
}
