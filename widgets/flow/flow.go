// Package flow sets inline text in lines: text of several styles, custom and Unicode emoji as pictures, and links,
// broken by UAX #14 over the whole paragraph, so that Japanese lines keep kinsoku; Korean words stay whole where they can.
// Right-to-left writing is put in order by UAX #9, each paragraph by its first letter, each link and box by itself.
//
// The work is cut in three, so that a height is known without a view and a new width costs next to nothing:
// [Prepare] finds the break opportunities of some [Run]s, [Text.Lay] measures what it reaches and fills lines, and a
// [View] shows the resulting [Layout] with pooled canvas objects. [Lay] does the first two.
//
// Whatever is more than a look of text is a [Box]: it holds runs of its own, is prepared and laid out with the text that
// it stands in, in one go, and is a Layout within that of the text. So the cost of nesting is that of the text in it.
//
// Views of a [Page] let their text be selected, by pointer and keys, into a [Selection] that pages share, and tell where it
// came from. A page is all that one card says; what is selected stays within it. To select over several cards, the rows
// between them that have no view would have to be laid out to be copied, and each that comes or goes meanwhile be reckoned
// with: that is not worth it for notes, which are quoted one at a time.
//
// Widths are memoised for the whole package, since a timeline says the same words over and over; see [DropCaches].
// Everything here belongs to the Fyne goroutine.
package flow

import (
	"image/color"

	"fyne.io/fyne/v2"

	"mejiro/widgets/look"
)

// Run is one inline piece: text of one style, a picture or a box.
type Run struct {
	// Text may hold line feeds, which break the line. For a picture it is what is copied and read out.
	Text string
	// Emoji is a picture standing in the line instead of Text; nil for text.
	Emoji *Emoji
	// Box is content that stands in the line as one piece; nil for text and emoji.
	Box *Box
	// Style is how Text looks; Style.Size is also the em that Emoji is measured in.
	Style Style
	// Link makes the run tappable; nil otherwise. Neighbouring runs with the same pointer are one link.
	Link *Link
	// Aside is shown but not said: it is not copied with what stands around it.
	Aside bool
	// Source is what the run was made of, and means nothing here: [Layout.Parts] hands it back. It is comparable.
	Source any
}

// Style is how a run looks. The zero value is body text.
type Style struct {
	// Size is the text size in device-independent units; 0 is look.TextBody.
	Size float32
	// Bold picks the bold face. Bold Mono is drawn as Mono: every further face costs megabytes.
	Bold, Mono bool
	// Strike and Underline are drawn as lines of their own.
	Strike, Underline bool
	// Italic is drawn slanted. Mono, and what the slanted face has not, stay upright.
	Italic bool
	// Face is set instead of the text face, without regard to Bold, as far as it has the characters; Mono comes first.
	Face look.Face
	// Color is the text colour; "" is look.ColorText.
	Color fyne.ThemeColorName
	// Ink is a text colour that somebody chose, in place of Color; zero for none.
	Ink color.NRGBA
	// Background is drawn behind the run with rounded corners; "" is none.
	Background fyne.ThemeColorName
	// Alpha is the opacity of text, picture and background, above 0 and up to 1; 0 is opaque.
	Alpha float32
}

// Emoji is a picture in the line. It keeps its place from the beginning: when the picture turns out to be of another
// shape than Aspect said, it is fitted into that place and the view's OnAspect tells the true one.
type Emoji struct {
	// URL is what is asked of widgets.Pictures; "" shows Fallback.
	URL string
	// Icon is one of our own icons, drawn in the colour of the text in place of a picture; "" for none.
	Icon look.IconName
	// Round cuts a circle out of the picture.
	Round bool
	// Scale is the height in em; 0 is 1.25. It is held between 0.25 and 8.
	Scale float32
	// Middle centres the picture on the middle of the small letters, as Misskey does with custom emoji in text;
	// otherwise its bottom stands 0.25 em under the baseline.
	Middle bool
	// Aspect is width by height, 0 when not known yet (a square place). It is held between 1/4 and MaxAspect.
	Aspect float32
	// Fallback is the text shown in the place until the picture is there, and for good when it cannot be had.
	Fallback string
}

// Link is something a run leads to.
type Link struct {
	// Target is handed back to the view's owner and means nothing here.
	Target string
	// Tooltip is shown when the pointer rests on the link; "" shows none.
	Tooltip string
}

// MaxAspect is the widest place an emoji gets, as width by height.
const MaxAspect = 6
