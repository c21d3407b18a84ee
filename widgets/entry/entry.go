// Package entry is the one text field of the app.
//
// It is Fyne's entry with the manners a window of many shortcuts needs: keys
// it has no use for go on to the canvas, Escape and sending are told to the
// owner, Tab leaves the field. What is pasted comes as plain text. Whatever an input method needs goes in here, so that no field of the
// app goes without it.
//
// It belongs to the Fyne goroutine.
package entry

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is a text field.
type Entry struct {
	widget.Entry

	// OnSend is called for Ctrl or ⌘ with Return; nil leaves it to the canvas.
	OnSend func()
	// OnEscape is called for Escape; nil ignores it.
	OnEscape func()
	// OnKey is asked first about each key; true means that it is dealt with. May be nil.
	OnKey func(key *fyne.KeyEvent) bool
	// WantsTab reports whether OnKey is to be asked about Tab now; nil never does.
	WantsTab func() bool
}

// New returns a field of one line.
func New() *Entry {
	e := &Entry{}
	e.ExtendBaseWidget(e)
	return e
}

// NewMultiLine returns a field that wraps words over any number of lines.
func NewMultiLine() *Entry {
	e := &Entry{}
	e.MultiLine = true
	e.Wrapping = fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	return e
}

// AcceptsTab implements fyne.Tabbable: Tab goes on to the next field, unless it
// is wanted.
func (e *Entry) AcceptsTab() bool { return e.WantsTab != nil && e.WantsTab() }

// TypedKey implements fyne.Focusable.
func (e *Entry) TypedKey(key *fyne.KeyEvent) {
	if e.OnKey != nil && e.OnKey(key) {
		return
	}
	if key.Name == fyne.KeyEscape && e.OnEscape != nil {
		e.OnEscape()
		return
	}
	e.Entry.TypedKey(key)
}

// TypedShortcut implements fyne.Shortcutable. Fyne gives shortcuts to the
// focused field alone, so those it does not know are passed on.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	if paste, ok := s.(*fyne.ShortcutPaste); ok {
		e.paste(paste)
		return
	}
	custom, ok := s.(*desktop.CustomShortcut)
	if !ok {
		e.Entry.TypedShortcut(s)
		return
	}
	if e.OnSend != nil && sends(custom) {
		e.OnSend()
		return
	}
	if edits(custom) {
		e.Entry.TypedShortcut(s)
		return
	}
	handOn(fyne.CurrentApp().Driver().CanvasForObject(e), s)
}

// handOn gives a shortcut to what stands behind the field.
func handOn(to any, s fyne.Shortcut) {
	if next, ok := to.(fyne.Shortcutable); ok {
		next.TypedShortcut(s)
	}
}

func sends(s *desktop.CustomShortcut) bool {
	enter := s.KeyName == fyne.KeyReturn || s.KeyName == fyne.KeyEnter
	return enter && (s.Modifier == fyne.KeyModifierControl || s.Modifier == fyne.KeyModifierSuper)
}

// edits reports whether a shortcut moves or deletes by words, which Fyne's
// entry does.
func edits(s *desktop.CustomShortcut) bool {
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyBackspace, fyne.KeyDelete:
		return true
	}
	return false
}
