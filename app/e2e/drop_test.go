//go:build e2e && linux

package e2e

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
)

func TestDroppedPictureIsUploadedAndAttached(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{Notes: 20})
	me := server.Usernames()[0]
	d := newDesktop(t, 1600, 1000)
	a := d.alone(server, me, "home")
	path := filepath.Join(d.folder, "home", "sunset 夕日.png")
	paint(t, path)
	server.SetFault(misskeytest.Fault{Endpoint: "drive/files/create", Rate: 1000, Times: 1}) // bytes per second

	assert.True(t, d.drop(a.window, a.area().Min.Add(image.Pt(200, 300)), path), "the window takes the file")
	a.shown("postform")
	await(t, "the file is uploaded", func() bool { return asked(server, "drive/files/create", me) })
	keep(t, "dropped", a.settled(a.area()))
	d.write("Look")
	var note misskey.Note
	await(t, "the note is at the server, with the file", func() bool {
		d.press("ctrl+Return") // it rests while the file is on its way
		id := posted(server, me, "Look")
		if id == "" {
			return false
		}
		note = server.Note(misskey.NoteID(id))
		return true
	})
	require.Len(t, note.Files, 1)
	assert.Equal(t, "sunset 夕日.png", note.Files[0].Name)
	assert.Equal(t, "image/png", note.Files[0].Type)
	a.drawn(string(note.ID))
	a.quit()
}

// paint makes a picture file.
func paint(t testing.TB, path string) {
	t.Helper()
	picture := image.NewRGBA(image.Rect(0, 0, 640, 400))
	for y := range 400 {
		for x := range 640 {
			picture.Set(x, y, color.RGBA{uint8(255 - y/3), uint8(120 + x/8), uint8(y / 2), 255})
		}
	}
	file, err := os.Create(path)
	require.NoError(t, err)
	require.NoError(t, png.Encode(file, picture))
	require.NoError(t, file.Close())
}
