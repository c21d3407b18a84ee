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
