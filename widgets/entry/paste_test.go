package entry

import (
	"strings"
	"testing"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
)

func TestPasteIsPlainText(t *testing.T) {
	e := NewMultiLine()
	shown(t, e)
	board := test.NewClipboard()
	board.SetContent("one\r\ntwo\rthree\x00\x07\u2028four\tfive \xff日本語")
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
	assert.Equal(t, "one\ntwo\nthree\nfour\tfive 日本語", e.Text)
	e.TypedShortcut(&fyne.ShortcutUndo{})
	assert.Empty(t, e.Text)
	assert.Contains(t, board.Content(), "\r", "the clipboard keeps what it has")
	e.TypedShortcut(&fyne.ShortcutPaste{})
}

func TestPasteOfOneLine(t *testing.T) {
	e := New()
	shown(t, e)
	board := test.NewClipboard()
	board.SetContent("one\r\ntwo")
	e.TypedShortcut(&fyne.ShortcutPaste{Clipboard: board})
	assert.Equal(t, "one two", e.Text)
}

func TestHugePasteIsCutAtACharacter(t *testing.T) {
	got := plain(strings.Repeat("あ", maxPaste))
	assert.LessOrEqual(t, len(got), maxPaste)
	assert.Greater(t, len(got), maxPaste-4)
	assert.True(t, utf8.ValidString(got))
}
