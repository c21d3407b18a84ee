//go:build e2e && linux

package e2e

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskeytest"
)

func TestNothingIsMissedWhenTheServerWasAway(t *testing.T) {
	const (
		outage = 10 * time.Second
		missed = 30
	)
	server := misskeytest.Start(t, misskeytest.Options{Notes: 20})
	people := server.Usernames()
	me, author := people[0], people[1]
	server.Follow(me, author)
	d := newDesktop(t, 1600, 1000)
	a := d.alone(server, me, "home")
	before := a.rows()

	require.NoError(t, server.Pause())
	a.listed("offline", "home")
	ticker := time.NewTicker(outage / missed)
	defer ticker.Stop()
	var ids []string
	for i := range missed {
		<-ticker.C // the outage takes its time
		ids = append(ids, string(server.Post(author, misskeytest.Note{Text: fmt.Sprintf("while you were away, %d", i)})))
	}
	require.NoError(t, server.Resume())
	slices.Reverse(ids)
	expected := append(ids, before.IDs...)
	await(t, "the missed notes are in their places, each once", func() bool {
		now := a.rows()
		return slices.Equal(now.IDs, expected) && now.State == "rows"
	})
	assert.Equal(t, before.Count+missed, a.rows().Count)
	d.press("1", "period") // to the top
	a.drawn(ids[0])
	after := string(server.Post(author, misskeytest.Note{Text: "back"}))
	await(t, "the stream brings notes again", func() bool { return a.rows().IDs[0] == after })
	a.quit()
}

// rows is what the home column was last told to show.
func (a *app) rows() entry { return a.rowsOf("home") }

// rowsOf is what the column of a source was last told to show.
func (a *app) rowsOf(source string) entry {
	a.t.Helper()
	for _, e := range slices.Backward(a.trace.read(a.t)) {
		if e.What == "list" && e.source() == source {
			return e
		}
	}
	return entry{}
}
