package look

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Sizes of the design, in device-independent units.
const (
	// TextBody is the size of note text and everything of its rank.
	TextBody float32 = 14
	// TextSecondary is the size of times, counts, hints and other small print.
	TextSecondary float32 = 12
	// TextTitle is the size of column and dialog titles.
	TextTitle float32 = 16

	// Space1 separates parts of one thing: an icon and its count.
	Space1 float32 = 4
	// Space2 separates neighbours: two buttons, two pictures.
	Space2 float32 = 8
	// Space3 is the padding inside cards and rows.
	Space3 float32 = 12
	// Space4 separates groups.
	Space4 float32 = 16

	// RadiusCard rounds cards, pictures, buttons and fields.
	RadiusCard float32 = 8
	// RadiusDialog rounds dialogs and the post form.
	RadiusDialog float32 = 12

	// AvatarSize is the side of an avatar in a note.
	AvatarSize float32 = 40
	// ColumnWidth is the width of a new deck column.
	ColumnWidth float32 = 330
	// ColumnGap lies between two deck columns.
	ColumnGap float32 = 6
	// IconSize is the side of an icon beside text or in a button.
	IconSize float32 = 20

	// LineHeight times the text size is the height of a line of running text.
	LineHeight float32 = 1.5
)

func size(name fyne.ThemeSizeName) (float32, bool) {
	switch name {
	case theme.SizeNameText:
		return TextBody, true
	case theme.SizeNameCaptionText:
		return TextSecondary, true
	case theme.SizeNameSubHeadingText:
		return TextTitle, true
	case theme.SizeNameHeadingText:
		return 20, true
	case theme.SizeNamePadding:
		return Space1, true
	case theme.SizeNameInnerPadding:
		return Space2, true
	case theme.SizeNameInlineIcon:
		return IconSize, true
	case theme.SizeNameScrollBar:
		return 10, true
	case theme.SizeNameScrollBarRadius:
		return 5, true
	case theme.SizeNameSelectionRadius:
		return Space1, true
	case theme.SizeNameInputRadius, theme.SizeNameButtonRadius, theme.SizeNameCardRadius,
		theme.SizeNamePopupRadius, theme.SizeNameMenuRadius:
		return RadiusCard, true
	case theme.SizeNameDialogRadius:
		return RadiusDialog, true
	}
	return 0, false
}
