package note

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"mejiro/widgets/look"
)

// over is a colour on a ground that is not seen through.
func over(c, ground color.Color) color.Color {
	top := color.NRGBAModel.Convert(c).(color.NRGBA)
	below := color.NRGBAModel.Convert(ground).(color.NRGBA)
	mix := func(a, b uint8) uint8 { return uint8((int(a)*int(top.A) + int(b)*(255-int(top.A))) / 255) }
	return color.NRGBA{R: mix(top.R, below.R), G: mix(top.G, below.G), B: mix(top.B, below.B), A: 255}
}

// contrast is that of WCAG, from 1 to 21.
func contrast(a, b color.Color) float64 {
	light := func(c color.Color) float64 {
		n := color.NRGBAModel.Convert(c).(color.NRGBA)
		part := func(v uint8) float64 {
			f := float64(v) / 255
			if f <= 0.04045 {
				return f / 12.92
			}
			return math.Pow((f+0.055)/1.055, 2.4)
		}
		return 0.2126*part(n.R) + 0.7152*part(n.G) + 0.0722*part(n.B)
	}
	x, y := light(a), light(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

func TestWordsCanBeRead(t *testing.T) {
	app := test.NewTempApp(t)
	for name, variant := range map[string]look.Variant{"light": look.Light, "dark": look.Dark} {
		app.Settings().SetTheme(look.New(variant))
		panel := look.Color(look.ColorPanel)
		on := func(name fyne.ThemeColorName) color.Color { return over(look.Color(name), panel) }
		filled := over(faded(look.Color(look.ColorAccent), barFill), on(look.ColorChip))
		for what, c := range map[string]struct {
			text   fyne.ThemeColorName
			ground color.Color
			least  float64
		}{
			"text":              {look.ColorText, panel, 4.5},
			"names":             {look.ColorTextStrong, panel, 7},
			"times":             {look.ColorTextFaint, panel, 4.5},
			"links":             {look.ColorLink, panel, 4},
			"hashtags":          {look.ColorHashtag, panel, 4},
			"renote lines":      {look.ColorRenote, panel, 3},
			"pills and choices": {look.ColorText, on(look.ColorChip), 4.5},
			"times on chips":    {look.ColorTextFaint, on(look.ColorChip), 4},
			"votes":             {look.ColorText, filled, 4},
			"counts":            {look.ColorText, on(look.ColorPanelHighlight), 4.5},
			"my count":          {chipMineText, on(look.ColorChipMine), 3},
			"covers":            {look.ColorOnPicture, over(look.Color(look.ColorOverPicture), color.White), 4.5},
			"hovered choice":    {look.ColorText, over(look.Color(look.ColorHover), on(look.ColorChip)), 4},
		} {
			assert.GreaterOrEqual(t, contrast(look.Color(c.text), c.ground), c.least, "%s in %s", what, name)
		}
	}
}
