//go:build e2e && linux

package e2e

import (
	"image"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
	"mejiro/widgets/look"
)

func TestEachColumnActsAsItsOwnAccount(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{})
	people := server.Usernames()
	author, users := people[2], people[:2]
	server.Follow(users[0], author)
	server.Follow(users[1], author)
	id := server.Post(author, misskeytest.Note{Text: "Who reads this?"})
	d := newDesktop(t, 1600, 1000)
	ids := d.signIn(server, users...)
	a := d.start(start{settings: settingsOf(slices.Concat(columns(ids[0], "home"), columns(ids[1], "home")))})
	a.drawn(string(id))
	for _, user := range users {
		a.told(user+"'s column", func(e entry) bool {
			return e.State == "rows" && strings.HasPrefix(e.Name, "home @"+user+"@")
		})
	}
	for i, user := range users {
		await(t, user+" streams", func() bool { return len(server.Subscriptions(user)) == 2 })
		d.press(keyOf(i), "j")
		a.react(i)
		await(t, user+"'s reaction arrives", func() bool { return asked(server, "notes/reactions/create", user) })
	}
	for i, user := range users {
		d.press(keyOf(i), "k", "q") // the note still has the focus in its column
		await(t, user+"'s renote arrives", func() bool { return renoted(server, id, user) })
	}
	require.Len(t, server.Requests("notes/reactions/create"), 2)
	assert.Equal(t, map[string]int{"😆": 2}, server.Note(id).Reactions)
	a.quit()
}

// keyOf is the key that shows the i-th column.
func keyOf(i int) string { return string(rune('1' + i)) }

// column is where the i-th column is on the screen, as wide as columns are
// unless somebody changed it.
func (a *app) column(i int) image.Rectangle {
	a.t.Helper()
	const rail, gap, width = 60, 6, int(look.ColumnWidth)
	area := a.area()
	area.Min.X += rail + gap + i*(width+gap)
	area.Max.X = area.Min.X + width
	return area
}

// react opens the palette on the focused note of the i-th column, which is the
// first and low, and takes the third reaction.
func (a *app) react(i int) {
	a.t.Helper()
	area := a.column(i)
	a.point(a.area().Max.Sub(image.Pt(5, 5))) // where nothing lights up
	area.Min.Y += 150                         // below the note, whose time changes
	before := a.settled(area)
	a.press("e")
	await(a.t, "the palette is shown", func() bool { return changed(before, a.grab(area)).Dx() > 150 })
	palette := changed(before, a.settled(area))
	middle := palette.Min.Add(palette.Size().Div(2)).Add(area.Min)
	a.click(middle.Sub(image.Pt(0, 22)), 1) // two rows of five
}

func renoted(server *misskeytest.Server, id misskey.NoteID, user string) bool {
	return slices.ContainsFunc(server.Notes(), func(n misskey.Note) bool {
		return n.RenoteID == id && n.User.Username == user
	})
}
