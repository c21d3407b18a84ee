package note

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"

	"mejiro/api/misskey"
)

func TestPixels(t *testing.T) {
	f := photo("a", 1200, 800)
	assert.Equal(t, fyne.NewSize(1200, 800), pixels(f, 256))
	f.Properties.Orientation = 3
	assert.Equal(t, fyne.NewSize(1200, 800), pixels(f, 256))
	f.Properties.Orientation = 6
	assert.Equal(t, fyne.NewSize(800, 1200), pixels(f, 256), "it lies on its side")
	assert.Equal(t, fyne.NewSize(256, 144), pixels(photo("b", 0, 800), 256))
}

func TestCoveredPicturesAreNotFetched(t *testing.T) {
	newApp(t)
	v := Value{Note: said("bob", "", withFiles(sensitive(photo("a", 800, 600)), photo("b", 800, 600)))}
	requests := func() (all []string) {
		for _, p := range Lay(v, newEnv(newAlbum()), 330).Pictures {
			assert.NotEmpty(t, p.Request.Blurhash)
			all = append(all, p.Request.URL)
		}
		return all
	}
	assert.Equal(t, []string{"", photo("b", 1, 1).ThumbnailURL}, requests())
	v.Open.Files = true
	assert.Equal(t, []string{photo("a", 1, 1).ThumbnailURL, photo("b", 1, 1).ThumbnailURL}, requests())
}

func TestWhatStandsForAFile(t *testing.T) {
	picture := photo("a", 1, 1)
	assert.Equal(t, picture.ThumbnailURL, pictureURL(picture))
	picture.ThumbnailURL = ""
	assert.Equal(t, picture.URL, pictureURL(picture))
	picture.Type = "video/mp4"
	assert.Empty(t, pictureURL(picture), "a video is no picture")
}

func TestAllFilesAreAccountedFor(t *testing.T) {
	newApp(t)
	var files []misskey.DriveFile
	for i := range 20 {
		files = append(files, photo(fmt.Sprint(i), 800, 600), misskey.DriveFile{Name: "x.txt", Type: "text/plain"})
	}
	s := Lay(Value{Note: said("bob", "", withFiles(files...))}, newEnv(newAlbum()), 330)
	assert.Len(t, s.Pictures, maxPictures)
	textWith(t, s, fmt.Sprintf("%d files", 40-maxPictures-maxFileLines))
}

func TestCountsThatCannotBeAreNotShown(t *testing.T) {
	newApp(t)
	n := said("bob", "!", func(n *misskey.Note) { n.RepliesCount, n.RenoteCount = -3, 0 })
	for _, x := range Lay(Value{Note: n}, newEnv(newAlbum()), 330).Texts {
		assert.NotContains(t, []string{"0", "-3"}, x.Layout.String())
	}
}
