//go:build e2e && linux

package e2e

import (
	"net/http"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
)

func TestNoteWrittenInTheWindow(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{Notes: 20})
	me := server.Usernames()[0]
	d := newDesktop(t, 1600, 1000)
	a := d.alone(server, me, "home")
	d.press("n")
	a.shown("postform")
	d.write("Good morning. ")
	d.paste("おはよう🌸")
	d.press("ctrl+Return")
	await(t, "the note is at the server", func() bool { return posted(server, me, "Good morning. おはよう🌸") != "" })
	a.drawn(posted(server, me, "Good morning. おはよう🌸"))
	a.shown("postform.closed")
	a.quit()
}

func TestRefusedNoteStaysWithAReason(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{Notes: 20})
	me := server.Usernames()[0]
	d := newDesktop(t, 1600, 1000)
	a := d.alone(server, me, "home")
	remove := server.SetFault(misskeytest.Fault{
		Endpoint: "notes/create", Mode: misskeytest.FaultRefuse,
		Code: "CONTAINS_PROHIBITED_WORDS", Status: http.StatusBadRequest,
	})
	d.press("n")
	a.shown("postform")
	d.write("not wanted")
	d.press("ctrl+Return")
	said := a.told("a reason", func(e entry) bool { return e.What == "problem" })
	assert.Contains(t, said.Text, "prohibits", "the reason is the server's")
	keep(t, "refused", a.settled(a.area()))
	assert.Empty(t, posted(server, me, "not wanted"))
	remove()
	d.press("ctrl+Return")
	await(t, "the same words are at the server", func() bool { return posted(server, me, "not wanted") != "" })
	a.shown("postform.closed")
	a.quit()
}

// posted is the ID of the note with a text of a user's, "" when there is none.
func posted(server *misskeytest.Server, user, text string) string {
	notes := server.Notes()
	i := slices.IndexFunc(notes, func(n misskey.Note) bool { return n.User.Username == user && n.Body() == text })
	if i < 0 {
		return ""
	}
	return string(notes[i].ID)
}
