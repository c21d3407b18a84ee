package mfm

import (
	"cmp"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
	"mejiro/widgets/motion"
)

// fn draws a function. Those that nobody knows are shown as they were written, without their arguments.
func (b *builder) fn(n mfm.Fn, st state) {
	switch n.Name {
	case "ruby":
		st.sealed = true
		b.ruby(n, st)
	case "unixtime":
		b.unixtime(n, st)
	case "blur":
		b.enclose(flow.Box{Effect: motion.Blur{}, Hover: true}, n.Children, st)
	case "clickable":
		b.nodes(n.Children, st)
	default:
		b.boxed(n, st)
	}
}

// boxed draws the functions whose content stands in a box.
func (b *builder) boxed(n mfm.Fn, st state) {
	box, st, ok := b.dressed(n, st)
	switch {
	case !ok:
		b.text("$["+n.Name+" ", st)
		b.nodes(n.Children, st)
		b.text("]", st)
	case box == nil, b.opt.OneLine:
		b.nodes(n.Children, st)
	default:
		b.enclose(*box, n.Children, st)
	}
}

// dressed gives the box of a function, nil for none, and what changes for its content.
func (b *builder) dressed(n mfm.Fn, st state) (box *flow.Box, inside state, ok bool) {
	switch n.Name {
	case "x2", "x3", "x4":
		return nil, b.zoomed(n.Name, st), true
	case "fg":
		if c, ok := hexColour(cmp.Or(chosenColour(n), "f00")); ok {
			st.style.Ink = c
		}
		return &flow.Box{}, st, true
	case "bg":
		box = &flow.Box{}
		if c, ok := hexColour(cmp.Or(chosenColour(n), "f00")); ok {
			box.Fill = st.ink(c)
		}
		return box, st, true
	case "border":
		return border(n, st), st, true
	case "font":
		st, ok = font(n, st)
		return &flow.Box{}, st, ok
	case "sparkle":
		if !b.moves() {
			return nil, st, true
		}
		return &flow.Box{Sparkles: true}, st, true
	}
	if effect, ok := b.still(n); ok {
		return &flow.Box{Effect: effect}, st, true
	}
	return b.moving(n, st)
}

// moves tells whether functions move.
func (b *builder) moves() bool { return b.opt.Advanced && b.opt.Animated && !b.opt.OneLine }

// zoomed is the state within x2, x3 or x4: twice, four or six times as large; half the effect within another, and none
// within two.
func (b *builder) zoomed(name string, st state) state {
	if !b.opt.Advanced || b.opt.OneLine {
		return st
	}
	factor := map[string]float32{"x2": 2, "x3": 4, "x4": 6}[name]
	st.zooms++
	switch st.zooms {
	case 1:
		return st.sized(factor)
	case 2:
		return st.sized(factor/2 + 0.5)
	}
	return st
}

// font is the state within a font function; ok is false when it names none.
func font(n mfm.Fn, st state) (inside state, ok bool) {
	for _, f := range fonts {
		if has(n, f.name) {
			st.style.Mono, st.style.Face = f.name == "monospace", f.face
			return st, true
		}
	}
	return st, false
}

// fonts are the names of fonts, the strongest first.
var fonts = []struct {
	name string
	face look.Face
}{
	{"serif", look.FaceSerif},
	{"monospace", look.FaceText},
	{"cursive", look.FaceCursive},
	{"fantasy", look.FaceFantasy},
	{"emoji", look.FaceText},
	{"math", look.FaceMath},
}

// still gives the effect of a function that moves nothing, and whether n is one.
func (b *builder) still(n mfm.Fn) (motion.Effect, bool) {
	switch n.Name {
	case "flip":
		v := has(n, "v")
		return motion.Flip{H: has(n, "h") || !v, V: v}, true
	case "rotate":
		return motion.Rotate{Degrees: number(n, "deg", 90, maxDegrees)}, true
	case "scale":
		if !b.opt.Advanced {
			return nil, true
		}
		return motion.Scale{X: number(n, "x", 1, maxScale), Y: number(n, "y", 1, maxScale)}, true
	case "position":
		if b.opt.Advanced || b.opt.OneLine {
			return motion.Shift{X: number(n, "x", 0, maxShift), Y: number(n, "y", 0, maxShift)}, true
		}
	}
	return nil, false
}

const (
	maxDegrees = 360_000
	maxScale   = 5
	maxShift   = 1000 // em
)
