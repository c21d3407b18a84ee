package mfm

import (
	"image/color"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

const (
	maxBorder = 64   // units
	maxRadius = 1000 // units
)

// border is the box of a border function.
func border(n mfm.Fn, st state) *flow.Box {
	box := &flow.Box{Clip: !has(n, "noclip"), Radius: max(0, number(n, "radius", 0, maxRadius))}
	paint, ok := st.paint(look.ColorAccent), true
	if chosen := chosenColour(n); chosen != "" {
		var c color.NRGBA
		c, ok = hexColour(chosen)
		paint = st.ink(c)
	}
	width := number(n, "width", 1, maxBorder)
	if style := lineStyle(n); style != flow.LineNone && width > 0 && ok {
		box.Border = flow.Border{Style: style, Width: width, Paint: paint}
	}
	return box
}

// lineStyle is how a border function has its line drawn.
func lineStyle(n mfm.Fn) flow.LineStyle {
	switch style, _ := n.Arg("style"); style {
	case "hidden":
		return flow.LineNone
	case "dotted":
		return flow.LineDotted
	case "dashed":
		return flow.LineDashed
	case "double":
		return flow.LineDouble
	case "groove":
		return flow.LineGroove
	case "ridge":
		return flow.LineRidge
	case "inset":
		return flow.LineInset
	case "outset":
		return flow.LineOutset
	}
	return flow.LineSolid
}
