package session_test

import (
	"fmt"
	"slices"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
	"mejiro/app/session"
	"mejiro/app/store"
)

// away takes the server down while do happens there.
func (w *world) away(do func()) {
	w.t.Helper()
	require.NoError(w.t, w.server.Pause())
	w.Until("the break is noticed", func() bool { return w.state() == session.Offline })
	do()
	require.NoError(w.t, w.server.Resume())
}

func TestNotesOfABreakAreAllThereOnce(t *testing.T) {
	w := live(t, misskeytest.Options{})
	home, local := w.whole(session.Home), w.whole(session.Local)
	before := posts(w.server, bob, 5)
	w.shows(home, before...)
	var missed []misskey.NoteID

	w.away(func() {
		assert.True(t, home.State().Offline)
		missed = posts(w.server, bob, 30)
	})

	for _, list := range []*store.Timeline{home, local} {
		w.shows(list, append(missed, before...)...)
	}
	w.Until("all is whole", func() bool { return w.Whole(session.Home) && w.Whole(session.Local) && w.online() })
	assert.False(t, home.State().Offline)
	fresh := posts(w.server, bob, 1)
	w.shows(home, slices.Concat(fresh, missed, before)...)
	assert.Empty(t, w.failures)
}

func TestALongBreakLeavesAGapToOpen(t *testing.T) {
	w := live(t, misskeytest.Options{})
	before := posts(w.server, bob, 5)
	list := w.whole(session.Home)
	var missed []misskey.NoteID
	w.away(func() { missed = posts(w.server, bob, 600) })

	gap := store.GapBelow(missed[429])
	w.Until("a gap is shown", func() bool { return slices.Contains(list.All(), gap) })
	w.Until("the rest is whole", func() bool { return w.Whole(session.Home) })
	want := append(append(store.RowsOf(missed[:430]), gap), store.RowsOf(before)...)
	assert.True(t, slices.Equal(want, list.All()))

	remove := w.server.SetFault(misskeytest.Fault{Endpoint: "notes/timeline", Mode: misskeytest.FaultRefuse})
	w.FillGap(session.Home, missed[429])
	w.FillGap(session.Home, missed[429]) // pressed twice
	w.Until("it failed", func() bool { return len(w.failures) > 0 })
	assert.True(t, slices.Equal(want, list.All()))
	remove()

	w.FillGap(session.Home, missed[429])
	w.Until("the gap has moved", func() bool { return slices.Contains(list.All(), store.GapBelow(missed[529])) })
	w.FillGap(session.Home, missed[529])
	w.shows(list, append(missed, before...)...)
	require.Len(t, w.failures, 1)
	assert.Equal(t, session.Filling, w.failures[0].Intent)
}

func TestACatchUpThatFailsIsTriedAgain(t *testing.T) {
	w := live(t, misskeytest.Options{})
	list := w.whole(session.Home)
	before := posts(w.server, bob, 1)
	w.shows(list, before...)
	var missed []misskey.NoteID
	var remove func()
	w.away(func() {
		missed = posts(w.server, bob, 3)
		remove = w.server.SetFault(misskeytest.Fault{Endpoint: "notes/timeline", Mode: misskeytest.FaultHTML})
	})
	w.Until("the stream is back", func() bool { return len(w.server.Subscriptions(alice)) == 2 })
	fresh := posts(w.server, bob, 1)
	w.Until("new notes come", func() bool { return list.All().Newest() == fresh[0] })
	assert.True(t, list.State().Offline, "what is shown is not whole")
	remove()

	w.shows(list, slices.Concat(fresh, missed, before)...)
	w.Until("it is whole", func() bool { return !list.State().Offline })
	assert.Empty(t, w.failures)
}

func TestACatchUpRefusedForGoodIsLeftToTheReader(t *testing.T) {
	w := live(t, misskeytest.Options{})
	list := w.whole(session.Home)
	var missed []misskey.NoteID
	var remove func()
	w.away(func() {
		missed = posts(w.server, bob, 3)
		remove = w.server.SetFault(misskeytest.Fault{
			Endpoint: "notes/timeline", Mode: misskeytest.FaultRefuse, Code: api.CodeRolePermission, Status: 403,
		})
	})
	w.Until("it was refused", func() bool { return w.CatchUpEnded(session.Home) })
	assert.True(t, list.State().Offline)
	remove()
	w.Reload(session.Home)
	w.shows(list, missed...)
	w.Until("it is whole", func() bool { return !list.State().Offline })
}

func TestABreakDuringACatchUp(t *testing.T) {
	w := live(t, misskeytest.Options{})
	list := w.whole(session.Home)
	before := posts(w.server, bob, 40)
	w.shows(list, before...)
	var missed []misskey.NoteID
	w.away(func() {
		missed = posts(w.server, bob, 35)
		w.server.ForgetRequests()
		// The second page comes when all that follows has happened.
		w.server.SetFault(misskeytest.Fault{Endpoint: "notes/timeline", Times: 1})
		w.server.SetFault(misskeytest.Fault{Endpoint: "notes/timeline", Times: 1, Latency: 3 * time.Second})
	})
	w.Until("the first page has come", func() bool { return len(w.server.Requests("notes/timeline")) == 1 })

	w.server.DropSockets()
	again := posts(w.server, bob, 35)
	w.Until("the stream is back", func() bool { return len(w.server.Subscriptions(alice)) == 2 })
	assert.True(t, w.CatchingUp(session.Home))

	w.shows(list, slices.Concat(again, missed, before)...)
	w.Until("it is whole", func() bool { return w.Whole(session.Home) })
}

func TestABreakOfATimelineThatWasEmpty(t *testing.T) {
	for _, many := range []int{0, 20, 450} {
		t.Run(strconv.Itoa(many), func(t *testing.T) {
			w := live(t, misskeytest.Options{})
			list := w.whole(session.Home)
			remove := w.server.SetFault(misskeytest.Fault{Endpoint: "notes/timeline", Mode: misskeytest.FaultRefuse})
			w.server.DropSockets()
			w.Until("the catch-up fails", func() bool { return w.CatchUpEnded(session.Home) })
			first := posts(w.server, bob, 1)
			w.shows(list, first...)
			var missed []misskey.NoteID
			w.away(func() {
				missed = posts(w.server, bob, many)
				remove()
			})

			w.Until("it is whole", func() bool { return w.Whole(session.Home) })
			want := append(store.RowsOf(missed), store.RowsOf(first)...)
			if many > 430 {
				want = slices.Concat(store.RowsOf(missed[:430]), store.Rows[misskey.NoteID]{store.GapBelow(missed[429])}, store.RowsOf(first))
			}
			assert.True(t, slices.Equal(want, list.All()))
			assert.True(t, list.State().AtEnd, "there never was anything older")
		})
	}
}

func TestABreakOfATimelineThatHadNothing(t *testing.T) {
	w := live(t, misskeytest.Options{})
	list := w.whole(session.Home)
	var missed []misskey.NoteID
	w.away(func() { missed = posts(w.server, bob, 450) })
	w.shows(list, missed[:430]...)
	assert.False(t, list.State().AtEnd)
	w.Older(session.Home)
	w.shows(list, missed...)
}

// ticking is a clock that is a second later each time it is asked.
func ticking() func() time.Time {
	var seconds atomic.Int64
	start := time.Now()
	return func() time.Time { return start.Add(time.Duration(seconds.Add(1)) * time.Second) }
}

func TestBreaksAmongClocksThatDisagree(t *testing.T) {
	for _, missing := range []int{1, 26, 126} { // at the ends of pages, too
		t.Run(strconv.Itoa(missing), func(t *testing.T) {
			w := live(t, misskeytest.Options{Now: ticking()})
			list := w.whole(session.Home)
			first := posts(w.server, bob, 40)
			w.server.SkewIDs(time.Hour)
			ahead := posts(w.server, bob, 3)
			w.shows(list, append(ahead, first...)...)
			var missed []misskey.NoteID

			w.away(func() {
				w.server.SkewIDs(0)
				missed = posts(w.server, bob, missing)
				latest := w.server.Note(missed[0]).CreatedAt
				// Another part of the server is behind by more than the break.
				w.server.SkewIDs(w.server.Note(first[0]).CreatedAt.Sub(latest) - 5*time.Second)
				missed = append(missed, w.server.Post(carol, misskeytest.Note{Text: "slow"}))
			})

			all := slices.Concat(ahead, missed, first)
			slices.Sort(all)
			slices.Reverse(all)
			w.shows(list, all...)
		})
	}
}

func TestReloadFetchesWhatIsNew(t *testing.T) {
	w := live(t, misskeytest.Options{})
	list := w.whole(session.Home)
	ids := posts(w.server, "dave", 20) // whom alice does not follow yet
	w.server.Follow(alice, "dave")
	w.Reload(session.Home)
	w.shows(list, ids...)
	w.Until("it is whole", func() bool { return w.Whole(session.Home) })
}

func TestWhereACatchUpMayStop(t *testing.T) {
	ids := func(from, to int) []misskey.NoteID {
		var found []misskey.NoteID
		for i := from; i > to; i-- {
			found = append(found, misskey.NoteID(fmt.Sprintf("%03d", i)))
		}
		return found
	}
	known := store.RowsOf(ids(100, 50))
	for name, c := range map[string]struct {
		before store.Rows[misskey.NoteID]
		ids    []misskey.NoteID
		want   bool
	}{
		"nothing known":                  {nil, ids(130, 100), false},
		"all new":                        {known, ids(130, 100), false},
		"the last one is known":          {known, ids(129, 99), false},
		"five are known":                 {known, ids(125, 95), true},
		"one of them stands lower":       {known, append(ids(125, 96), "0955", "095"), true},
		"an own note, shown while blind": {store.RowsOf(append(ids(100, 50), "120")), ids(149, 119), false},
		"below all that is known":        {known, ids(60, 30), true},
		"few known, all met":             {store.RowsOf(ids(3, 0)), ids(20, 0), true},
		"few known, one gone":            {store.RowsOf(ids(3, 0)), append(ids(20, 3), "002", "000"), true},
	} {
		t.Run(name, func(t *testing.T) { assert.Equal(t, c.want, session.Reaches(c.before, c.ids)) })
	}
}
