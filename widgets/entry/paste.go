package entry

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// maxPaste is how many bytes are taken from the clipboard at once. Far more
// than any server takes; what is longer would hold up the window.
const maxPaste = 256 << 10

// paste inserts what is on the clipboard, without what cannot be seen.
func (e *Entry) paste(s *fyne.ShortcutPaste) {
	if s.Clipboard == nil {
		return
	}
	clean := *s
	clean.Clipboard = &clipboard{s.Clipboard}
	e.Entry.TypedShortcut(&clean)
}

// clipboard is a clipboard of plain text.
type clipboard struct{ fyne.Clipboard }

// Content implements fyne.Clipboard.
func (c *clipboard) Content() string { return plain(c.Clipboard.Content()) }

// Replace puts text in place of some characters before the cursor, which then
// stands so many characters before the end of the text.
func (e *Entry) Replace(before int, text string, back int) {
	for range before {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
	e.Entry.TypedShortcut(&fyne.ShortcutPaste{Clipboard: words(text)})
	for range back {
		e.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	}
}

// words is a clipboard that holds them.
type words string

// Content implements fyne.Clipboard.
func (w words) Content() string { return string(w) }

// SetContent implements fyne.Clipboard.
func (words) SetContent(string) {}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n")

// plain gives line ends one form and drops control characters, which servers
// refuse.
func plain(s string) string {
	s = strings.ToValidUTF8(s[:min(len(s), maxPaste)], "")
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, lineEnds.Replace(s))
}
