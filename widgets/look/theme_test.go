package look_test

import (
	"image/color"
	"math"
	"testing"

	"mejiro/widgets/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
	"github.com/stretchr/testify/assert"
)

func TestForcedVariantWinsOverTheDesktop(t *testing.T) {
	test.NewTempApp(t)
	light, dark := look.New(look.Light), look.New(look.Dark)
	auto := look.New(look.Auto)
	for _, asked := range []fyne.ThemeVariant{theme.VariantLight, theme.VariantDark} {
		assert.Equal(t, color.NRGBA{R: 0xff, G: 0xff, B: 0xff, A: 0xff}, light.Color(look.ColorPanel, asked))
		assert.Equal(t, color.NRGBA{R: 0x19, G: 0x23, B: 0x20, A: 0xff}, dark.Color(look.ColorPanel, asked))
	}
	assert.Equal(t, light.Color(look.ColorPanel, theme.VariantLight), auto.Color(look.ColorPanel, theme.VariantLight))
	assert.Equal(t, dark.Color(look.ColorPanel, theme.VariantDark), auto.Color(look.ColorPanel, theme.VariantDark))
}

func TestEveryColourNameHasAColour(t *testing.T) {
	test.NewTempApp(t)
	th := look.New(look.Light)
	for _, name := range stringConstants(t, "colors.go") {
		assert.NotEqual(t, color.Transparent, th.Color(fyne.ThemeColorName(name), theme.VariantLight), name)
	}
}

func TestTextStandsOutFromItsGround(t *testing.T) {
	test.NewTempApp(t)
	cases := []struct {
		text, ground fyne.ThemeColorName
		ratio        float64
	}{
		{look.ColorTextStrong, look.ColorPanel, 7},
		{look.ColorText, look.ColorPanel, 4.5},
		{look.ColorText, look.ColorPopup, 4.5},
		{look.ColorText, look.ColorBackground, 4.5},
		{look.ColorText, look.ColorChip, 4.5},
		{look.ColorTextFaint, look.ColorPanel, 4.5},
		{look.ColorLink, look.ColorPanel, 4},
		{look.ColorHashtag, look.ColorPanel, 4},
		{look.ColorMentionMe, look.ColorPanel, 3.5},
		{look.ColorMention, look.ColorPanel, 3.5},
		{look.ColorRenote, look.ColorPanel, 3.3},
		{look.ColorError, look.ColorPanel, 3.3},
		{look.ColorAccent, look.ColorPanel, 2.4},
		{look.ColorOnAccent, look.ColorAccent, 2.4},
	}
	for name, variant := range map[string]look.Variant{"light": look.Light, "dark": look.Dark} {
		th := look.New(variant)
		for _, c := range cases {
			got := contrast(th.Color(c.text, 0), th.Color(c.ground, 0))
			assert.GreaterOrEqual(t, got, c.ratio, "%s on %s, %s", c.text, c.ground, name)
		}
	}
}

// contrast is the ratio that WCAG 2 defines, from 1 to 21.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		s := float64(v) / 0xffff
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}
