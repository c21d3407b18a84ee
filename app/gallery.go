package app

import (
	"time"

	"fyne.io/fyne/v2"

	"mejiro/api/misskey"
	"mejiro/app/screens"
	"mejiro/widgets/note"
)

// showGallery opens the gallery of MFM in place of the deck, as the acting
// account sees it.
func (a *App) showGallery() {
	a.closeGallery()
	a.gallery = screens.NewGallery(a.galleryEnv(), a, a.showDeck)
	a.gallery.Feed().ReduceMotion = a.settings.ReduceMotion
	a.showInstead(a.gallery.Object())
	a.window.Canvas().Focus(a.gallery.Feed())
	a.trace.Screen("gallery")
}

func (a *App) closeGallery() {
	if a.gallery != nil {
		a.gallery.Close()
		a.gallery = nil
		a.selection.Clear()
	}
}

// galleryKey acts on a key that nothing in the gallery wanted.
func (a *App) galleryKey(e *fyne.KeyEvent) bool {
	if a.selectBy(e) {
		return true
	}
	if e.Name == fyne.KeyEscape {
		a.showDeck()
	}
	return e.Name == fyne.KeyEscape
}

// galleryEnv is what the acting account's cards have in common, or those of
// nobody.
func (a *App) galleryEnv() *note.Env {
	if m := a.acting(); m != nil {
		env := *m.env
		env.Governor = a.onStage
		return &env
	}
	return &note.Env{
		Emoji:  func(string, string, misskey.EmojiMap) string { return "" },
		Aspect: a.aspect, Pictures: a.media, Now: time.Now, Governor: a.onStage, MFM: switches(a.settings),
		Highlighter: a.shades, Selection: &a.selection,
	}
}
