// Package look is how Mejiro looks: its colours, sizes, icons and fonts, as a
// Fyne theme. Widgets take every colour and distance from here by name.
//
// All of it belongs to the Fyne goroutine.
package look

import (
	"image"
	"image/color"

	"mejiro/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Variant says which of its two variants a theme shows.
type Variant int

// The variants a user can choose from.
const (
	// Auto follows the desktop.
	Auto Variant = iota
	// Light shows light colours whatever the desktop says.
	Light
	// Dark shows dark colours whatever the desktop says.
	Dark
)

// Theme is Mejiro's look as a fyne.Theme. Its look never changes: to show
// another variant, make a new one and set it in the app's settings. It keeps
// the icons drawn in it.
type Theme struct {
	variant Variant
	colors  map[fyne.ThemeColorName]swatch
	stock   fyne.Theme

	regular, bold, mono fyne.Resource

	glyphs map[glyph]*image.RGBA
}

var _ fyne.Theme = (*Theme)(nil)

// New makes a theme that shows the given variant.
func New(variant Variant) *Theme {
	return &Theme{
		variant: variant,
		colors:  palette(),
		stock:   theme.DefaultTheme(),
		regular: fyne.NewStaticResource("regular.otf", assets.FontRegular()),
		bold:    fyne.NewStaticResource("bold.otf", assets.FontBold()),
		mono:    fyne.NewStaticResource("mono.otf", assets.FontMono()),
		glyphs:  map[glyph]*image.RGBA{},
	}
}

// Color gives the colour of that name; a forced variant wins over the one
// asked for. Names unknown to this package are left to Fyne's own theme.
func (t *Theme) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	switch t.variant {
	case Light:
		variant = theme.VariantLight
	case Dark:
		variant = theme.VariantDark
	}
	if s, ok := t.colors[name]; ok {
		return s.in(variant)
	}
	return t.stock.Color(name, variant)
}

// Size gives the size of that name in device-independent units.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if s, ok := size(name); ok {
		return s
	}
	return t.stock.Size(name)
}

// Font gives the font for a text style. There are a regular, a bold and a
// monospaced one: kana and kanji know no italics, and Fyne keeps a parsed font
// for each style it meets (6 to 30 MB), so use no others.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Symbol:
		return t.stock.Font(style)
	case style.Monospace:
		return t.mono
	case style.Bold:
		return t.bold
	}
	return t.regular
}

// Icon gives Fyne's icon of that name, for Fyne's own widgets. Mejiro's icons
// come from the function Icon.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource {
	return t.stock.Icon(name)
}
