package look

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Colours that Fyne's own widgets use as well go by Fyne's names, so that a
// stock widget and one of ours never differ.
const (
	// ColorBackground is the ground of the window and between deck columns.
	ColorBackground = theme.ColorNameBackground
	// ColorText is the colour of running text.
	ColorText = theme.ColorNameForeground
	// ColorAccent is the leaf green of Misskey: what can be acted on first.
	ColorAccent = theme.ColorNamePrimary
	// ColorOnAccent is for text and icons on an accent-coloured ground.
	ColorOnAccent = theme.ColorNameForegroundOnPrimary
	// ColorLink is the colour of links.
	ColorLink = theme.ColorNameHyperlink
	// ColorDivider is the colour of hairlines.
	ColorDivider = theme.ColorNameSeparator
	// ColorHover is laid over what the pointer is on.
	ColorHover = theme.ColorNameHover
	// ColorPressed is laid over what is being pressed.
	ColorPressed = theme.ColorNamePressed
	// ColorFocus is the ring round what the keyboard acts on.
	ColorFocus = theme.ColorNameFocus
	// ColorError marks failures and what destroys.
	ColorError = theme.ColorNameError
	// ColorWarn marks what needs care.
	ColorWarn = theme.ColorNameWarning
	// ColorSuccess marks what went well.
	ColorSuccess = theme.ColorNameSuccess
	// ColorPopup is the ground of menus, dialogs and tooltips.
	ColorPopup = theme.ColorNameOverlayBackground
	// ColorScrollBar is the colour of scroll bars.
	ColorScrollBar = theme.ColorNameScrollBar
	// ColorSelection lies behind selected text.
	ColorSelection = theme.ColorNameSelection
	// ColorShadow is the colour of shadows.
	ColorShadow = theme.ColorNameShadow
	// ColorDisabled is for text and icons that cannot be used now.
	ColorDisabled = theme.ColorNameDisabled
)

// Colours of Mejiro's own widgets; Misskey Web's name stands in brackets where
// it differs.
const (
	// ColorPanel is the ground of notes, columns and cards.
	ColorPanel fyne.ThemeColorName = "panel"
	// ColorPanelHighlight is the ground of a panel's header [panelHighlight].
	ColorPanelHighlight fyne.ThemeColorName = "panelHighlight"
	// ColorRail is the ground of the rail with the accounts [navBg].
	ColorRail fyne.ThemeColorName = "rail"
	// ColorTextStrong is for names and titles [fgHighlighted].
	ColorTextStrong fyne.ThemeColorName = "textStrong"
	// ColorTextFaint is for secondary text: times, accts, hints, footer icons.
	ColorTextFaint fyne.ThemeColorName = "textFaint"
	// ColorMention is for mentions of others.
	ColorMention fyne.ThemeColorName = "mention"
	// ColorMentionGround lies behind mentions of others.
	ColorMentionGround fyne.ThemeColorName = "mentionGround"
	// ColorMentionMe is for mentions of the account that reads.
	ColorMentionMe fyne.ThemeColorName = "mentionMe"
	// ColorMentionMeGround lies behind mentions of the account that reads.
	ColorMentionMeGround fyne.ThemeColorName = "mentionMeGround"
	// ColorHashtag is for hashtags.
	ColorHashtag fyne.ThemeColorName = "hashtag"
	// ColorRenote is for renote lines and the border of quoted notes.
	ColorRenote fyne.ThemeColorName = "renote"
	// ColorChip is the ground of reaction chips and quiet buttons [buttonBg].
	ColorChip fyne.ThemeColorName = "chip"
	// ColorChipHover is ColorChip under the pointer [buttonHoverBg].
	ColorChipHover fyne.ThemeColorName = "chipHover"
	// ColorChipMine is the ground of our own reaction and of chosen things [accentedBg].
	ColorChipMine fyne.ThemeColorName = "chipMine"
	// ColorBadge is the ground of counts of unread things.
	ColorBadge fyne.ThemeColorName = "badge"
	// ColorOnBadge is for text on ColorBadge.
	ColorOnBadge fyne.ThemeColorName = "onBadge"
	// ColorLove is for hearts and likes.
	ColorLove fyne.ThemeColorName = "love"
	// ColorSkeleton is for the grey shapes drawn while something loads.
	ColorSkeleton fyne.ThemeColorName = "skeleton"
	// ColorQuoteBar is the bar left of a quotation in note text.
	ColorQuoteBar fyne.ThemeColorName = "quoteBar"
	// ColorCode is the ground of inline code and code blocks.
	ColorCode fyne.ThemeColorName = "code"
	// ColorInfo is the ground of notices.
	ColorInfo fyne.ThemeColorName = "info"
	// ColorInfoWarn is the ground of warnings.
	ColorInfoWarn fyne.ThemeColorName = "infoWarn"
	// ColorScrim dims what lies behind a dialog or an opened picture [modalBg].
	ColorScrim fyne.ThemeColorName = "scrim"
	// ColorPictureGround fills the box of a picture that is smaller than it.
	ColorPictureGround fyne.ThemeColorName = "pictureGround"
	// ColorOverPicture is the ground of labels that lie on a picture; the same in both variants.
	ColorOverPicture fyne.ThemeColorName = "overPicture"
	// ColorOnPicture is for text and icons on ColorOverPicture; the same in both variants.
	ColorOnPicture fyne.ThemeColorName = "onPicture"
	// ColorRing is the mejiro's white eye ring: round unread marks and presence dots.
	ColorRing fyne.ThemeColorName = "ring"
)

// Color gives the colour of that name in the current theme and variant.
// Call it on the Fyne goroutine, again after each change of theme.
func Color(name fyne.ThemeColorName) color.Color {
	return theme.Color(name)
}
