package entry

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
)

// shown shows a field that has the keyboard.
func shown(t *testing.T, e *Entry) {
	t.Helper()
	test.NewTempApp(t)
	test.NewTempWindow(t, e).Canvas().Focus(e)
}

func TestSendingIsToldAndTypesNothing(t *testing.T) {
	e := NewMultiLine()
	shown(t, e)
	test.Type(e, "日本語")
	sent := ""
	e.OnSend = func() { sent = e.Text }
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter} {
		sent = ""
		e.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: fyne.KeyModifierControl})
		assert.Equal(t, "日本語", sent)
	}
	assert.Equal(t, "日本語", e.Text)
}

func TestEscapeIsTold(t *testing.T) {
	e := New()
	shown(t, e)
	escaped := false
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape}) // nobody wants to know
	e.OnEscape = func() { escaped = true }
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	assert.True(t, escaped)
}

func TestUnknownShortcutsAreHandedOn(t *testing.T) {
	var behind fyne.ShortcutHandler
	got := 0
	palette := &desktop.CustomShortcut{KeyName: fyne.KeyK, Modifier: fyne.KeyModifierControl}
	behind.AddShortcut(palette, func(fyne.Shortcut) { got++ })
	handOn(&behind, palette)
	handOn(nil, palette)
	assert.Equal(t, 1, got)
}

func TestEditingShortcutsStayInTheField(t *testing.T) {
	e := New()
	shown(t, e)
	test.Type(e, "one two")
	e.TypedShortcut(&fyne.ShortcutSelectAll{})
	assert.Equal(t, "one two", e.SelectedText())
	e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyBackspace, Modifier: fyne.KeyModifierShortcutDefault})
	assert.Equal(t, "one ", e.Text)
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyLeft, Modifier: fyne.KeyModifierShortcutDefault})
	assert.Zero(t, e.CursorColumn)
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyDelete, Modifier: fyne.KeyModifierShortcutDefault})
	assert.NotEqual(t, "one ", e.Text)
}

func TestTabLeavesTheField(t *testing.T) {
	first, second := NewMultiLine(), New()
	test.NewTempApp(t)
	w := test.NewTempWindow(t, container.NewVBox(first, second))
	w.Canvas().Focus(first)
	assert.False(t, first.AcceptsTab())
	w.Canvas().FocusNext()
	assert.Same(t, second, w.Canvas().Focused())
}
