package gallery

import (
	"bytes"
	"image"
	"image/gif"
	_ "image/jpeg"
	_ "image/png"
	"slices"
	"strings"
	"testing"

	"github.com/kettek/apng"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// variety is how many different colours a picture has.
func variety(img *image.RGBA) int {
	seen := map[[4]uint8]bool{}
	for i := 0; i < len(img.Pix); i += 4 {
		seen[[4]uint8(img.Pix[i:i+4])] = true
	}
	return len(seen)
}

func TestPhotos(t *testing.T) {
	names := Photos()
	assert.GreaterOrEqual(t, len(names), 25)
	assert.True(t, slices.IsSorted(names))
	for _, name := range names {
		d, ok := Open("photo/" + name + "/1")
		require.True(t, ok, name)
		w, h, format, ok := Describe("photo/" + name + "/1")
		assert.True(t, ok)
		assert.Equal(t, []any{d.W, d.H, d.Format}, []any{w, h, format}, name)
		assert.Greater(t, variety(d.Image(60, 60)), 20, name)
		other, _ := Open("photo/" + name + "/2")
		assert.NotEqual(t, d.Image(60, 60).Pix, other.Image(60, 60).Pix, "%s has variants", name)
		again, _ := Open("photo/" + name + "/1")
		assert.Equal(t, d.Image(60, 60).Pix, again.Image(60, 60).Pix, "%s is always the same", name)
	}
}

func TestEmojis(t *testing.T) {
	seen := map[string]bool{}
	shapes := map[bool]int{}
	for _, e := range Emojis() {
		assert.False(t, seen[e.Name], "%s twice", e.Name)
		seen[e.Name] = true
		d, ok := Open("emoji/" + e.Name)
		require.True(t, ok, e.Name)
		assert.Greater(t, variety(d.Image(48*d.W/d.H, 48)), 3, e.Name)
		shapes[d.W != d.H]++
	}
	assert.Greater(t, shapes[true], 5, "some are wide or tall")
	_, ok := Open("emoji/none")
	assert.False(t, ok)
}

func TestAvatars(t *testing.T) {
	names := []string{"somebody", "somebody else", "a third"}
	for name := range portraits() {
		names = append(names, name)
	}
	pictures := map[string]string{}
	for _, name := range names {
		d, ok := Open("avatar/" + name)
		require.True(t, ok)
		pixels := string(d.Image(40, 40).Pix)
		assert.Empty(t, pictures[pixels], "%s looks like somebody", name)
		pictures[pixels] = name
	}
}

func TestEncode(t *testing.T) {
	for name, format := range map[string]string{
		"photo/sea/0": "jpeg", "photo/code/0": "png", "emoji/blobcat": "png", "emoji/party_parrot": "gif",
		"emoji/rainbow_heart": "png", "banner/server": "jpeg", "banner/alice": "jpeg", "icon/server": "png",
		"icon/badge": "png", "icon/fedi.example": "png", "icon/": "png",
	} {
		d, ok := Open(name)
		require.True(t, ok, name)
		data, err := d.Encode()
		require.NoError(t, err, name)
		img, got, err := image.Decode(bytes.NewReader(data))
		require.NoError(t, err, name)
		assert.Equal(t, format, strings.TrimPrefix(got, "a"), name) // the APNG library takes PNGs over, here
		assert.Equal(t, image.Pt(d.W, d.H), img.Bounds().Size(), name)
	}
}

func TestAnimations(t *testing.T) {
	parrot, _ := Open("emoji/party_parrot")
	data, err := parrot.Encode()
	require.NoError(t, err)
	g, err := gif.DecodeAll(bytes.NewReader(data))
	require.NoError(t, err)
	assert.Len(t, g.Image, len(parrot.Frames))
	assert.NotEqual(t, g.Image[0].Pix, g.Image[3].Pix)
	_, _, _, a := g.Image[0].At(0, 0).RGBA()
	assert.Zero(t, a, "the corner is transparent")

	heart, _ := Open("emoji/rainbow_heart")
	data, err = heart.Encode()
	require.NoError(t, err)
	moving, err := apng.DecodeAll(bytes.NewReader(data))
	require.NoError(t, err)
	assert.Len(t, moving.Frames, len(heart.Frames))
}

func TestOpenUnknown(t *testing.T) {
	for _, name := range []string{"", "photo", "photo/none/1", "none/x"} {
		_, ok := Open(name)
		assert.False(t, ok, name)
	}
	_, _, _, ok := Describe("emoji/blobcat")
	assert.False(t, ok)
}
