package assets

import _ "embed" // for the fonts

//go:embed fonts/NotoSansCJKjp-Regular.otf
var fontRegular []byte

//go:embed fonts/NotoSansCJKjp-Bold.otf
var fontBold []byte

//go:embed fonts/NotoSansMonoCJKjp-Regular.otf
var fontMono []byte

//go:embed fonts/Oblique.otf
var fontOblique []byte

//go:embed fonts/BoldOblique.otf
var fontBoldOblique []byte

//go:embed fonts/Serif.otf
var fontSerif []byte

//go:embed fonts/Cursive.otf
var fontCursive []byte

//go:embed fonts/Fantasy.ttf
var fontFantasy []byte

//go:embed fonts/Math.otf
var fontMath []byte

// FontRegular is the OpenType font of running text: Latin, kana, kanji, Hangul
// and symbols in one Japanese face. The bytes must not be changed. `make fonts`
// builds all fonts; their licences are fonts/OFL.txt and, for FontMath,
// fonts/GUST-FONT-LICENSE.txt.
func FontRegular() []byte { return fontRegular }

// FontBold is FontRegular's bold face. The bytes must not be changed.
func FontBold() []byte { return fontBold }

// FontMono is the font of code, in which a kanji is as wide as two letters.
// It has no Hangul. The bytes must not be changed.
func FontMono() []byte { return fontMono }

// FontOblique is FontRegular slanted, with the same widths and with everyday
// characters only, as the fonts below. The bytes must not be changed.
func FontOblique() []byte { return fontOblique }

// FontBoldOblique is FontBold slanted. The bytes must not be changed.
func FontBoldOblique() []byte { return fontBoldOblique }

// FontSerif has serifs. The bytes must not be changed.
func FontSerif() []byte { return fontSerif }

// FontCursive looks as if written by hand. It has Latin letters only. The bytes
// must not be changed.
func FontCursive() []byte { return fontCursive }

// FontFantasy is for show. It has no kana, kanji and Hangul. The bytes must not
// be changed.
func FontFantasy() []byte { return fontFantasy }

// FontMath has Latin and Greek letters and signs of mathematics. The bytes must
// not be changed.
func FontMath() []byte { return fontMath }
