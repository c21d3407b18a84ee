package mfm

import (
	"mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// blockCode draws code in a box of its own.
func (b *builder) blockCode(n mfm.BlockCode, st state) {
	inside := st
	inside.style.Mono = true
	b.box(flow.Box{
		Block: true, Padding: flow.Insets{Top: look.Space3, Right: look.Space3, Bottom: look.Space3, Left: look.Space3},
		Margin: flow.Insets{Top: look.Space1, Bottom: look.Space1}, Fill: st.paint(look.ColorCode), Radius: look.RadiusCard,
		Border: flow.Border{Style: flow.LineSolid, Width: 1, Paint: st.paint(look.ColorDivider)},
	}, st, func() { b.text(n.Code, inside) })
}
