package app

import (
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets"
)

func TestGalleryStandsInForTheDeck(t *testing.T) {
	r := start(t, t.TempDir())
	r.signIn("alice")
	r.settled()
	r.showGallery()
	require.NotNil(t, r.gallery)
	assert.Same(t, r.gallery.Object(), r.stage.Content())

	assert.False(t, r.TypedRune('n'))
	assert.False(t, r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF5}))
	assert.Nil(t, r.composer.now, "keys of the deck rest")

	assert.True(t, r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}))
	assert.Nil(t, r.gallery)
	assert.Same(t, r.main, r.stage.Content())
}

func TestGalleryMakesWay(t *testing.T) {
	r := start(t, t.TempDir())
	r.signIn("alice")
	r.settled()
	r.showGallery()
	r.dropped(fyne.Position{}, []fyne.URI{storage.NewFileURI(filepath.Join(t.TempDir(), "a.png"))})
	assert.Nil(t, r.gallery, "a file dropped on it goes into a note")

	r.showGallery()
	r.showSignIn("")
	assert.Nil(t, r.gallery)
}

func TestGalleryNeedsNoAccount(t *testing.T) {
	r := start(t, t.TempDir())
	r.showGallery()
	r.gallery.Feed().ScrollToEnd()
	r.showGallery()
	assert.NotNil(t, r.gallery)
}

func TestTheDemoHasAPlaceForTheGallery(t *testing.T) {
	r := start(t, t.TempDir())
	assert.Nil(t, r.railIntents().gallery)
	usual := buttons(r.rail.object)
	r.flags.Demo = true
	r.reword()
	places := buttons(r.rail.object)
	require.Len(t, places, len(usual)+1)
	for _, b := range places {
		if !slices.ContainsFunc(usual, func(u *widgets.IconButton) bool { return u.ToolTip() == b.ToolTip() }) {
			test.Tap(b)
		}
	}
	assert.NotNil(t, r.gallery)
}

// buttons are the icon buttons in an object.
func buttons(object fyne.CanvasObject) []*widgets.IconButton {
	var found []*widgets.IconButton
	switch o := object.(type) {
	case *widgets.IconButton:
		found = append(found, o)
	case *fyne.Container:
		for _, part := range o.Objects {
			found = append(found, buttons(part)...)
		}
	}
	return found
}
