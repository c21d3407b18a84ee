package flow

import (
	"image/color"

	"fyne.io/fyne/v2"

	"mejiro/widgets/motion"
)

// Box is content set in lines of its own that stands in the line like one character, or, as a block, in a line of its
// own. Boxes nest.
type Box struct {
	// Runs are the content.
	Runs []Run
	// Over is a reading set above the content, centred; nil for none.
	Over []Run
	// Content is shown instead of Runs; nil for text.
	Content Content

	// Block has the box take a line of its own and all of its width; otherwise it is as wide as its content, and at
	// most as wide as the line.
	Block bool
	// Align moves the lines within the box.
	Align fyne.TextAlign
	// Padding lies between the edge and the content, Margin around the edge, in device-independent units.
	Padding, Margin Insets
	// Fill is behind the content.
	Fill Paint
	// Radius rounds the corners, in device-independent units.
	Radius float32
	// Border runs around the box, inside its edge and outside its padding.
	Border Border
	// Bar is the width of a bar along the left edge, inside the padding, in BarPaint; 0 for none.
	Bar      float32
	BarPaint Paint
	// Clip cuts what reaches beyond the edge.
	Clip bool
	// Effect has the box drawn otherwise than it stands; nil for none.
	Effect motion.Effect
	// Hover takes the effect away while the pointer is on the box.
	Hover bool
	// Sparkles has stars rise over the content while it moves.
	Sparkles bool
	// Tooltip is shown when the pointer rests on the box; "" shows none.
	Tooltip string
}

// Insets are distances from the four edges.
type Insets struct{ Top, Right, Bottom, Left float32 }

// Paint is a colour of the theme, or one that somebody chose. The zero value paints nothing.
type Paint struct {
	Name fyne.ThemeColorName
	Ink  color.NRGBA // in place of Name; zero for none
	// Alpha is the opacity, above 0 and up to 1; 0 is opaque.
	Alpha float32
}

// LineStyle is how a border is drawn, as in CSS.
type LineStyle int

// The line styles.
const (
	LineNone LineStyle = iota
	LineSolid
	LineDotted
	LineDashed
	LineDouble
	LineGroove
	LineRidge
	LineInset
	LineOutset
)

// Border is the line around a box. Its width takes place in the layout, whatever the style.
type Border struct {
	Style LineStyle
	Width float32 // device-independent units
	Paint Paint
}

// Content fills a box with something other than text, such as a field to type in. It is comparable, best a pointer: what
// New made is kept for as long as a content that is equal is shown.
type Content interface {
	// Size is the place it takes where width is at hand; pure.
	Size(width float32) fyne.Size
	// New makes what is shown. It is given the place that Size said.
	New() fyne.CanvasObject
}

// Spoken is content that shows text, which is selected like text around it where it is not wider than the place it gets,
// and otherwise as a whole.
type Spoken interface {
	Content
	// Lines is the text and At is where in the content it stands; pure.
	Lines() *Layout
	At() fyne.Position
}

// Based is content that stands on the baseline of the line instead of a little below.
type Based interface {
	Content
	// Baseline is how far below the top the baseline runs where width is at hand; pure.
	Baseline(width float32) float32
}
