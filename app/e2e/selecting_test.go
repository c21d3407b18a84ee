//go:build e2e && linux

package e2e

import (
	"image"
	"testing"

	"mejiro/api/misskeytest"
)

func TestTextSelectedInTheWindowIsCopied(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{})
	me := server.Usernames()[0]
	id := server.Post(me, misskeytest.Note{Text: "one **two** three\nfour <i>five</i> six"})
	d := newDesktop(t, 1200, 900)
	a := d.alone(server, me, "home")
	a.drawn(string(id))
	first := a.column(0).Min.Add(image.Pt(60, 102)) // left of the upper line, below the column's title and the name
	d.drag(first, first.Add(image.Pt(250, 21)))
	d.press("ctrl+c")
	d.copied("one two three\nfour five six")
	d.press("shift+Left", "ctrl+shift+Left", "ctrl+c")
	d.copied("one two three\nfour five ")
	d.press("ctrl+shift+c")
	d.copied("one **two** three\nfour <i>five</i> ")
	a.quit()
}
