package assets_test

import (
	"bytes"
	"image"
	"image/png"
	"testing"

	"mejiro/assets"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTheIconIsASquareWithClearCorners(t *testing.T) {
	picture, err := png.Decode(bytes.NewReader(assets.Icon()))
	require.NoError(t, err)
	require.Equal(t, image.Rect(0, 0, 512, 512), picture.Bounds())
	for _, corner := range []image.Point{{0, 0}, {511, 0}, {0, 511}, {511, 511}} {
		_, _, _, alpha := picture.At(corner.X, corner.Y).RGBA()
		assert.Zero(t, alpha, "corner %v", corner)
	}
	r, g, b, _ := picture.At(130, 270).RGBA()
	assert.True(t, g > r && g > 2*b, "the bird is green")
}
