package assets

import _ "embed" // for the fonts

//go:embed fonts/NotoSansCJKjp-Regular.otf
var fontRegular []byte

//go:embed fonts/NotoSansCJKjp-Bold.otf
var fontBold []byte

//go:embed fonts/NotoSansMonoCJKjp-Regular.otf
var fontMono []byte

// FontRegular is the OpenType font of running text: Latin, kana, kanji, Hangul
// and symbols in one Japanese face. The bytes must not be changed. `make fonts`
// builds all three fonts; their licence is fonts/OFL.txt.
func FontRegular() []byte { return fontRegular }

// FontBold is FontRegular's bold face. The bytes must not be changed.
func FontBold() []byte { return fontBold }

// FontMono is the font of code, in which a kanji is as wide as two letters.
// It has no Hangul. The bytes must not be changed.
func FontMono() []byte { return fontMono }
