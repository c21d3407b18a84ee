package look

import (
	"encoding/binary"
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// swatch is one colour in both variants.
type swatch struct{ light, dark color.NRGBA }

func (s swatch) in(variant fyne.ThemeVariant) color.NRGBA {
	if variant == theme.VariantLight {
		return s.light
	}
	return s.dark
}

// rgba takes 0xRRGGBBAA.
func rgba(v uint32) color.NRGBA {
	var b [4]byte
	binary.BigEndian.PutUint32(b[:], v)
	return color.NRGBA{R: b[0], G: b[1], B: b[2], A: b[3]}
}

func both(light, dark uint32) swatch { return swatch{light: rgba(light), dark: rgba(dark)} }

// palette builds the colours: those of Misskey Web's default themes (Mi Light
// and Mi Green+Lime Dark), with light secondary text, links and hashtags
// darker than there so that they can be read at 12 units.
func palette() map[fyne.ThemeColorName]swatch {
	return map[fyne.ThemeColorName]swatch{
		ColorBackground:     both(0xf4f4f4ff, 0x0c1210ff),
		ColorPanel:          both(0xffffffff, 0x192320ff),
		ColorPanelHighlight: both(0xf7f7f7ff, 0x1f2c28ff),
		ColorRail:           both(0xffffffff, 0x192320ff),
		ColorPopup:          both(0xffffffff, 0x293330ff),
		ColorDivider:        both(0xe8e8e8ff, 0xe7fffb24),

		ColorText:       both(0x676767ff, 0xdee7e4ff),
		ColorTextStrong: both(0x4f4f4fff, 0xffffffff),
		ColorTextFaint:  both(0x737373ff, 0xa3aca9ff),
		ColorDisabled:   both(0x67676780, 0xdee7e466),

		ColorAccent:          both(0x86b300ff, 0xb4e900ff),
		ColorOnAccent:        both(0xffffffff, 0x192320ff),
		ColorLink:            both(0x26849fff, 0x24d7ceff),
		ColorHashtag:         both(0xcf5b17ff, 0xff9156ff),
		ColorMention:         both(0x6f9500ff, 0xb4e900ff),
		ColorMentionGround:   both(0x86b3001a, 0xb4e9001a),
		ColorMentionMe:       both(0x00993cff, 0xffaa00ff),
		ColorMentionMeGround: both(0x00b3461a, 0xffaa001a),
		ColorRenote:          both(0x229e82ff, 0xb4e900ff),

		ColorChip:      both(0xf2f2f2ff, 0x24322eff),
		ColorChipHover: both(0xe6e6e6ff, 0x2e413bff),
		ColorChipMine:  both(0x86b30026, 0xb4e90026),
		ColorHover:     both(0x0000000d, 0xffffff0d),
		ColorPressed:   both(0x0000001a, 0xffffff1a),
		ColorFocus:     both(0x86b3004d, 0xb4e9004d),
		ColorSelection: both(0x86b30040, 0xb4e90040),

		ColorError:    both(0xec4137ff, 0xec4137ff),
		ColorWarn:     both(0xecb637ff, 0xecb637ff),
		ColorSuccess:  both(0x86b300ff, 0x86b300ff),
		ColorLove:     both(0xdd2e44ff, 0xdd2e44ff),
		ColorBadge:    both(0x31b1ceff, 0x31b1ceff),
		ColorOnBadge:  both(0xffffffff, 0xffffffff),
		ColorInfo:     both(0xe5f5ffff, 0x253142ff),
		ColorInfoWarn: both(0xfff0dbff, 0x42321cff),

		ColorSkeleton:      both(0xededebff, 0x24322eff),
		ColorQuoteBar:      both(0xb5b5b5ff, 0x6f7a76ff),
		ColorCode:          both(0xf5f5f5ff, 0x0c1210ff),
		ColorPictureGround: both(0xf2f2f2ff, 0x121a18ff),
		ColorOverPicture:   both(0x000000a6, 0x000000a6),
		ColorOnPicture:     both(0xffffffff, 0xffffffff),
		ColorRing:          both(0xffffffff, 0xffffffff),
		ColorScrim:         both(0x0000004d, 0x00000080),
		ColorShadow:        both(0x0000001a, 0x0000004d),
		ColorScrollBar:     both(0x00000033, 0xffffff33),

		theme.ColorNameButton:                    both(0xe9e9e9ff, 0x24322eff),
		theme.ColorNameDisabledButton:            both(0xf2f2f2ff, 0x24322eff),
		theme.ColorNameForegroundOnError:         both(0xffffffff, 0xffffffff),
		theme.ColorNameForegroundOnSuccess:       both(0xffffffff, 0x192320ff),
		theme.ColorNameForegroundOnWarning:       both(0x192320ff, 0x192320ff),
		theme.ColorNameHeaderBackground:          both(0xf7f7f7ff, 0x1f2c28ff),
		theme.ColorNameInnerWindowBorder:         both(0xffffffff, 0x293330ff),
		theme.ColorNameInnerWindowBorderInactive: both(0xf7f7f7ff, 0x1f2c28ff),
		theme.ColorNameInputBackground:           both(0xffffffff, 0x141c1aff),
		theme.ColorNameInputBorder:               both(0x00000026, 0xffffff26),
		theme.ColorNameMenuBackground:            both(0xffffffff, 0x293330ff),
		theme.ColorNamePlaceHolder:               both(0x8c8c8cff, 0x87908dff),
		theme.ColorNameScrollBarBackground:       both(0x00000000, 0x00000000),
	}
}
