package note

import (
	"fyne.io/fyne/v2"

	"mejiro/api/misskey"
	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// Sheet is a card laid out for one width: what stands where, back to front
// within each kind; kinds are drawn in the order of the fields.
type Sheet struct {
	Size     fyne.Size
	Boxes    []Box
	Pictures []Picture
	Covers   []Box // over pictures
	Avatars  []Avatar
	Badges   []Box  // over avatars
	Grounds  []Zone // under texts, whose links stay live
	Texts    []Text
	Icons    []Icon
	Zones    []Zone
}

// Place is where something stands in its card, in device-independent units.
type Place struct {
	Pos  fyne.Position
	Size fyne.Size
}

// Box is a rectangle. Its colours are names of the theme; "" draws none.
type Box struct {
	Place
	Fill, Line fyne.ThemeColorName
	Radius     float32
	Faint      bool // 70 % of the fill shows through
}

// Picture is a remote picture fitted into its place.
type Picture struct {
	Place
	Request widgets.PictureRequest
	Alt     string
}

// Avatar is a user's avatar.
type Avatar struct {
	Place
	User misskey.User
}

// Text is laid-out text. Its links are live.
type Text struct {
	Pos    fyne.Position
	Layout *flow.Layout
}

// Icon is one of the theme's icons.
type Icon struct {
	Place
	Name  look.IconName
	Color fyne.ThemeColorName
}

// Zone is a place that can be pressed and tells so under the pointer.
type Zone struct {
	Place
	Label  string // the tooltip
	Radius float32
	Plain  bool // the pointer leaves no trace but its shape
	Press  func(a Actions, at fyne.CanvasObject)
}
