package app

import (
	"runtime"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mejiro/widgets/feed"
	"mejiro/widgets/note"
)

// shortcuts binds the keys that work everywhere. Single keys rest while a
// text field has the keyboard, since Fyne gives them to the field then.
func (a *App) shortcuts() {
	c := a.window.Canvas()
	c.SetOnTypedRune(func(r rune) { a.TypedRune(r) })
	c.SetOnTypedKey(func(e *fyne.KeyEvent) { a.TypedKey(e) })
	for i := range 9 {
		key := fyne.KeyName('1' + rune(i))
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierAlt}, func(fyne.Shortcut) { a.actAs(i) })
	}
	c.AddShortcut(&fyne.ShortcutCopy{}, func(fyne.Shortcut) { a.copySelected() })
	c.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyC, Modifier: fyne.KeyModifierShortcutDefault | fyne.KeyModifierShift},
		func(fyne.Shortcut) { a.copySelectedMFM() })
	c.AddShortcut(&fyne.ShortcutSelectAll{}, func(fyne.Shortcut) { a.selection.SelectAll() })
	for _, key := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyHome, fyne.KeyEnd} {
		c.AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: byWords() | fyne.KeyModifierShift},
			func(fyne.Shortcut) { a.selection.Move(key, true) })
	}
}

// byWords is the modifier that has arrows go by words.
func byWords() fyne.KeyModifier {
	if runtime.GOOS == "darwin" {
		return fyne.KeyModifierAlt
	}
	return fyne.KeyModifierControl
}

// copySelected copies the text that is selected, if any is.
func (a *App) copySelected() {
	if text := a.selection.Text(); text != "" {
		a.Copy(text)
	}
}

// copySelectedMFM copies what is selected as it was written.
func (a *App) copySelectedMFM() {
	if source := note.Source(&a.selection); source != "" {
		a.Copy(source)
	}
}

// selectBy lets a key with shift move the end of what is selected, and
// Escape take it away.
func (a *App) selectBy(e *fyne.KeyEvent) bool {
	if e.Name == fyne.KeyEscape {
		return a.selection.Clear()
	}
	d, ok := a.fyne.Driver().(desktop.Driver)
	return ok && d.CurrentKeyModifiers() == fyne.KeyModifierShift && a.selection.Move(e.Name, false)
}

// TypedRune acts on a single key that no widget wanted. Lists hand on what
// they do not know.
func (a *App) TypedRune(r rune) bool {
	if a.gallery != nil {
		return false
	}
	switch r {
	case 'n':
		a.composeNew()
	case '.':
		if f := a.currentFeed(); f != nil {
			f.ScrollToTop()
		}
	case '1', '2', '3', '4', '5', '6', '7', '8', '9':
		if i := int(r - '1'); i < len(a.deck.columns) {
			a.showColumn(a.deck.columns[i])
		}
	default:
		return false
	}
	return true
}

// TypedKey acts on a key that no widget wanted.
func (a *App) TypedKey(e *fyne.KeyEvent) bool {
	if a.gallery != nil {
		return a.galleryKey(e)
	}
	if a.selectBy(e) {
		return true
	}
	switch e.Name {
	case fyne.KeyLeft:
		a.step(-1)
	case fyne.KeyRight:
		a.step(1)
	case fyne.KeyEscape:
		if !a.closePopup() && a.composer.now != nil {
			a.composer.close()
		}
	case fyne.KeyF5:
		if i := a.currentColumn(); i >= 0 {
			a.deck.columns[i].screen.Reload()
		}
	default:
		return false
	}
	return true
}

// actAs makes an account of the rail the acting one.
func (a *App) actAs(i int) {
	if all := a.book.List().Accounts; i < len(all) {
		a.act(all[i].ID)
	}
}

// step moves the keyboard to a neighbouring column.
func (a *App) step(by int) {
	if i := a.currentColumn() + by; i >= 0 && i < len(a.deck.columns) {
		a.showColumn(a.deck.columns[i])
	}
}

// currentColumn is the column that has the keyboard, or the first; -1 when
// there is none.
func (a *App) currentColumn() int {
	focused := a.window.Canvas().Focused()
	for i, c := range a.deck.columns {
		if f, ok := focused.(*feed.Feed); ok && f == c.screen.Feed() {
			return i
		}
	}
	return min(0, len(a.deck.columns)-1)
}

func (a *App) currentFeed() *feed.Feed {
	if i := a.currentColumn(); i >= 0 {
		return a.deck.columns[i].screen.Feed()
	}
	return nil
}
