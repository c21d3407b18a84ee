package mfm

import (
	"cmp"
	"image/color"
	"math"

	"fyne.io/fyne/v2"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// styled draws what only changes the style of its children.
func (b *builder) styled(n mfm.Node, st state) bool {
	var children []mfm.Node
	switch n := n.(type) {
	case mfm.Bold:
		st.style.Bold = true
		children = n.Children
	case mfm.Italic:
		st.style.Italic = true
		children = n.Children
	case mfm.Strike:
		st.style.Strike = true
		children = n.Children
	case mfm.Small:
		st = st.sized(smaller).faded(fadedSmall)
		children = n.Children
	default:
		return false
	}
	b.nodes(children, st)
	return true
}

const (
	smaller    = 5.0 / 6 // CSS's font-size: smaller
	fadedSmall = 0.7

	smallest = 7   // units; below nothing can be read
	largest  = 300 // units; a little more than x4 in x4 of body text
)

// sized is the state with text so many times as large. Sizes are whole units, in coarser steps where they are large:
// each costs memory.
func (st state) sized(factor float32) state {
	size := st.style.Size * factor
	step := float32(1)
	switch {
	case size > 96:
		step = 7
	case size > 48:
		step = 4
	case size > 24:
		step = 2
	}
	st.style.Size = min(max(step*float32(math.Round(float64(size/step))), smallest), largest)
	return st
}

func (st state) faded(alpha float32) state {
	if st.style.Alpha > 0 {
		alpha *= st.style.Alpha
	}
	st.style.Alpha = alpha
	return st
}

func (st state) code() state {
	st.style.Mono, st.style.Background = true, look.ColorCode
	return st
}

// paint is a colour of the theme as faint as the text is.
func (st state) paint(name fyne.ThemeColorName) flow.Paint {
	return flow.Paint{Name: name, Alpha: st.style.Alpha}
}

// ink is a colour somebody chose, as faint as the text is.
func (st state) ink(c color.NRGBA) flow.Paint {
	return flow.Paint{Ink: c, Alpha: st.style.Alpha}
}

// inkOf is the colour text of a style has in the theme of now.
func inkOf(s flow.Style) color.Color {
	c := s.Ink
	if c == (color.NRGBA{}) {
		c = color.NRGBAModel.Convert(look.Color(cmp.Or(s.Color, look.ColorText))).(color.NRGBA)
	}
	if s.Alpha > 0 {
		c.A = uint8(float32(c.A)*min(s.Alpha, 1) + 0.5)
	}
	return c
}
