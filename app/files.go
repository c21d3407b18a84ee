package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"mejiro/app/account"
)

// dropped takes files let fall on the window: they go to the note being
// written, or to a new one of the account whose column they fell on.
func (a *App) dropped(at fyne.Position, uris []fyne.URI) {
	m := a.memberAt(at)
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	if m != nil && len(paths) > 0 {
		if a.gallery != nil {
			a.showDeck()
		}
		a.composer.addFiles(m, paths)
	}
}

// memberAt is the account of the column at a place in the window, or the
// acting one.
func (a *App) memberAt(at fyne.Position) *member {
	for _, c := range a.deck.columns {
		pos := a.fyne.Driver().AbsolutePositionForObject(c.object)
		size := c.object.Size()
		if at.X >= pos.X && at.X < pos.X+size.Width && at.Y >= pos.Y && at.Y < pos.Y+size.Height {
			return a.member(account.ID(c.conf.Account))
		}
	}
	return a.acting()
}

// chooseFile lets the reader pick a file.
func (a *App) chooseFile(chosen func(path string)) {
	d := dialog.NewFileOpen(func(file fyne.URIReadCloser, err error) {
		if err != nil || file == nil {
			return
		}
		path := file.URI().Path()
		_ = file.Close() // it is opened again where it is read
		chosen(path)
	}, a.window)
	d.Resize(fyne.NewSize(760, 520))
	a.open(d)
}
