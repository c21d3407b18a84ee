package note

import (
	"image/color"

	"fyne.io/fyne/v2"

	"mejiro/api/misskey"
	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// Sheet is a card laid out for one width: what stands where. Kinds are drawn
// in the order of the fields, and each from its first to its last.
type Sheet struct {
	Size     fyne.Size
	Boxes    []Box
	Pictures []Picture
	Covers   []Box // over pictures
	Avatars  []Avatar
	Badges   []Box  // over avatars
	Zones    []Zone // under texts, whose links stay live
	Icons    []Icon
	Texts    []Text
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
	LineWidth  float32 // of Line; 0 is 1 unit
	Radius     float32
	Flat       bool        // the corners at the right are square
	Faint      bool        // most of the fill shows through
	Soft       bool        // half of the line shows through
	Own        color.NRGBA // a fill that somebody chose, in place of Fill; zero for none
}

// Picture is a remote picture in its place.
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
	Room   flow.Insets // how far around it its effects may be seen
	// Page tells with what else it is selected: with all texts of that number, in the order of the sheet. 0 has it not
	// selected.
	Page  int
	Leads bool // a tap on it leads somewhere
}

// Within has the effects of a text seen up to the edges of p.
func (t Text) Within(p Place) Text {
	size := t.Layout.Size()
	t.Room = flow.Insets{
		Top: t.Pos.Y - p.Pos.Y, Right: p.Pos.X + p.Size.Width - t.Pos.X - size.Width,
		Bottom: p.Pos.Y + p.Size.Height - t.Pos.Y - size.Height, Left: t.Pos.X - p.Pos.X,
	}
	return t
}

// Icon is one of the theme's icons.
type Icon struct {
	Place
	Name  look.IconName
	Color fyne.ThemeColorName
}

// Zone is a place that can be pressed, or that only says something under the
// pointer. Later zones lie over earlier ones.
type Zone struct {
	Place
	Label  string  // the tooltip
	Shape  Place   // what is lit under the pointer; zero for the place itself
	Radius float32 // of the shape
	Plain  bool    // the pointer leaves no trace but its shape
	Press  func(a Actions, at fyne.CanvasObject)
}

// like reports whether a zone is to the pointer what another was.
func (z Zone) like(other Zone) bool {
	return z.Place == other.Place && z.Label == other.Label && z.Plain == other.Plain &&
		(z.Press == nil) == (other.Press == nil)
}

func place(x, y, w, h float32) Place {
	return Place{Pos: fyne.NewPos(x, y), Size: fyne.NewSize(w, h)}
}

func (p Place) right() float32  { return p.Pos.X + p.Size.Width }
func (p Place) bottom() float32 { return p.Pos.Y + p.Size.Height }
