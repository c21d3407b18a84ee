package look

import (
	"mejiro/assets"

	"fyne.io/fyne/v2"
	"golang.org/x/image/font/sfnt"
)

// Face is a face that text is seldom set in, besides those of [Theme.Font]. All share the line and the baseline of
// these. Each is read when text is first set in it, and costs up to 4 MB from then on.
type Face int

// The faces. None has all characters: see [Face.Has].
const (
	// FaceText stands for the fonts of the theme.
	FaceText Face = iota
	// FaceOblique is the regular font slanted, with the same widths.
	FaceOblique
	// FaceBoldOblique is the bold font slanted, with the same widths.
	FaceBoldOblique
	// FaceSerif has serifs.
	FaceSerif
	// FaceCursive looks as if written by hand.
	FaceCursive
	// FaceFantasy is for show.
	FaceFantasy
	// FaceMath is for letters in mathematics.
	FaceMath
	faceCount
)

// readFaces are what has been read. A font is known to Fyne by its resource, so that there is one for all themes.
var readFaces [faceCount]readFace

type readFace struct {
	resource fyne.Resource
	font     *sfnt.Font // nil when it cannot be read
	buffer   sfnt.Buffer
}

// Font is what to set as the FontSource of a text; nil for FaceText.
func (f Face) Font() fyne.Resource {
	return f.read().resource
}

// Has tells whether the face can draw a character. FaceText can, with the help of the system.
func (f Face) Has(r rune) bool {
	face := f.read()
	if face.resource == nil {
		return true
	}
	if face.font == nil {
		return false
	}
	glyph, err := face.font.GlyphIndex(&face.buffer, r)
	return err == nil && glyph != 0
}

func (f Face) read() *readFace {
	face := &readFaces[f]
	if face.resource == nil && f != FaceText {
		name, content := f.content()
		face.resource = fyne.NewStaticResource(name, content)
		if font, err := sfnt.Parse(content); err == nil {
			face.font = font
		}
	}
	return face
}

func (f Face) content() (name string, content []byte) {
	switch f {
	case FaceOblique:
		return "oblique.otf", assets.FontOblique()
	case FaceBoldOblique:
		return "boldoblique.otf", assets.FontBoldOblique()
	case FaceSerif:
		return "serif.otf", assets.FontSerif()
	case FaceCursive:
		return "cursive.otf", assets.FontCursive()
	case FaceFantasy:
		return "fantasy.ttf", assets.FontFantasy()
	}
	return "math.otf", assets.FontMath()
}
