package flow

import (
	"image/color"

	"fyne.io/fyne/v2"

	"mejiro/widgets/look"
)

// foreground is the colour of the style's text.
func (s *Style) foreground() color.Color {
	if s.Ink.A > 0 {
		return fade(s.Ink, s.Alpha)
	}
	if s.Color == "" {
		return s.paint(look.ColorText)
	}
	return s.paint(s.Color)
}

// paint gives a colour of the theme with the style's opacity.
func (s *Style) paint(name fyne.ThemeColorName) color.Color {
	return fade(look.Color(name), s.Alpha)
}

// fade gives a colour with an opacity; none is opaque.
func fade(c color.Color, alpha float32) color.Color {
	if !(alpha > 0) || alpha >= 1 {
		return c
	}
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = uint8(float32(n.A)*alpha + 0.5)
	return n
}

// color is what the paint looks like now; nil paints nothing.
func (p Paint) color() color.Color {
	switch {
	case p.Ink.A > 0:
		return fade(p.Ink, p.Alpha)
	case p.Name != "":
		return fade(look.Color(p.Name), p.Alpha)
	}
	return nil
}
