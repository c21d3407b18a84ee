package media

import (
	"archive/zip"
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/assets"
)

// TestEmojiAreDrawnWithoutTheirServer has the drawings that are at hand stand in for those that cannot be had.
func TestEmojiAreDrawnWithoutTheirServer(t *testing.T) {
	h := newHost(t, http.NotFound)
	d := newDesk(t, Options{Twemoji: assets.Twemoji})
	drawn := d.get(h.URL + "/twemoji/1f9d1-200d-1f680.svg")
	require.NoError(t, drawn.err)
	assert.Equal(t, 16, drawn.images[0].Bounds().Dx())

	for _, path := range []string{"/twemoji/61.svg", "/twemoji/1f600.png", "/emoji/1f600.svg", "/twemoji/..%2f1f600.svg"} {
		require.Error(t, d.get(h.URL+path).err, path)
	}
}

// TestAllOfTwemojiCanBeDrawn takes every drawing there is: servers give the same.
func TestAllOfTwemojiCanBeDrawn(t *testing.T) {
	archive, err := zip.OpenReader("../../assets/twemoji/twemoji.zip")
	require.NoError(t, err)
	defer func() { assert.NoError(t, archive.Close()) }()
	drawn := 0
	for _, f := range archive.File {
		img, err := vector(t.Context(), assets.Twemoji(strings.TrimSuffix(f.Name, ".svg")), target{w: 4, h: 4})
		require.NoError(t, err, f.Name)
		if !assert.Equal(t, 4, img.Bounds().Dx(), f.Name) {
			break
		}
		drawn++
	}
	assert.Greater(t, drawn, 3800)
}
