package media

import (
	"image"

	"github.com/bbrks/go-blurhash"
)

// blurhashEdge is how many pixels a blurhash is drawn with each way: it holds at most 9 waves, and usually 4 by 3, so
// the graphics card smooths the rest.
const blurhashEdge = 16

// isBlurhash looks at the length alone.
func isBlurhash(hash string) bool {
	const least, most = 4 + 2*1*1, 4 + 2*9*9
	return len(hash) >= least && len(hash) <= most
}

// decodeBlurhash draws hash, or returns nil if it is malformed. It takes about 0.1 ms.
func decodeBlurhash(hash string) *image.RGBA {
	if !isBlurhash(hash) {
		return nil
	}
	img := image.NewRGBA(image.Rect(0, 0, blurhashEdge, blurhashEdge))
	if err := blurhash.DecodeDraw(img, hash, 1); err != nil {
		return nil
	}
	return img
}
