package assets

import (
	"archive/zip"
	"bytes"
	_ "embed" // for the archive
	"io/fs"
	"sync"
)

//go:embed twemoji/twemoji.zip
var twemojiArchive []byte

var openTwemoji = sync.OnceValues(func() (*zip.Reader, error) {
	return zip.NewReader(bytes.NewReader(twemojiArchive), int64(len(twemojiArchive)))
})

// Twemoji reads the drawing of a Unicode emoji, an SVG document, or nil if there is none. codes are the emoji's code
// points as Twemoji names its files: in lower-case hexadecimal, joined by "-", without U+FE0F unless U+200D is among
// them. `make emoji` makes the archive; its licence is twemoji/LICENSE.txt.
func Twemoji(codes string) []byte {
	archive, err := openTwemoji()
	if err != nil {
		return nil
	}
	drawing, err := fs.ReadFile(archive, codes+".svg")
	if err != nil {
		return nil
	}
	return drawing
}
