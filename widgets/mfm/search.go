package mfm

import (
	"fyne.io/fyne/v2/lang"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// search draws what may be searched for on the web, with a button that does.
func (b *builder) search(n mfm.Search, st state) {
	b.box(flow.Box{
		Block: true, Radius: look.RadiusCard / 2, Fill: st.paint(look.ColorCode),
		Margin: flow.Insets{Top: look.Space1, Bottom: look.Space1}, Padding: flow.Insets{Top: look.Space1, Left: look.Space2},
		Border: flow.Border{Style: flow.LineSolid, Width: 1, Paint: st.paint(look.ColorDivider)},
	}, st, func() {
		b.text(n.Query+" ", st)
		st = b.toward(st, &flow.Link{Target: "search:" + n.Query}, look.ColorLink)
		b.icon(look.IconSearch, st)
		b.text(nbsp+lang.L("mfm.search"), st)
	})
}
