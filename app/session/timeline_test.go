package session_test

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
	"mejiro/api/stream"
	"mejiro/app/session"
	"mejiro/app/store"
)

func TestFirstPageThenTheStream(t *testing.T) {
	w := live(t, misskeytest.Options{})
	old := posts(w.server, bob, 3)
	list := w.whole(session.Home)
	w.shows(list, old...)

	fresh := posts(w.server, bob, 2)

	w.shows(list, append(fresh, old...)...)
	assert.Equal(t, "hello", w.note(fresh[0]).Body())
	assert.False(t, list.State().Offline)
}

func TestANoteByPageAndByStreamIsThereOnce(t *testing.T) {
	w := live(t, misskeytest.Options{})
	w.server.SetFault(misskeytest.Fault{Endpoint: "notes/timeline", Latency: 200 * time.Millisecond})
	list := w.Open(session.Home)
	w.Until("the stream is followed", func() bool { return slices.Contains(w.server.Subscriptions(alice), "homeTimeline") })

	ids := posts(w.server, bob, 2)

	w.Until("the stream was first", func() bool { return len(list.All()) == 2 })
	assert.Equal(t, store.Loading, list.State().Phase)
	w.Until("the page is there, too", func() bool { return w.Whole(session.Home) })
	assert.Equal(t, store.RowsOf(ids), list.All())
}

func TestOlderPagesToTheEnd(t *testing.T) {
	w := at(t, misskeytest.Start(t, misskeytest.Options{}), "")
	ids := posts(w.server, bob, 100)
	w.Start()
	list := w.whole(session.Home)
	w.shows(list, ids[:30]...)
	for range 2 {
		w.Older(session.Home)
		w.Older(session.Home) // asked twice, as by two columns
		w.Until("a page has come", func() bool { return list.State().Older == store.Ready })
	}
	w.shows(list, ids...)
	assert.False(t, list.State().AtEnd, "only an empty page is the end")

	w.Older(session.Home)
	w.Until("the end is known", func() bool { return list.State().AtEnd })

	w.server.ForgetRequests()
	w.Older(session.Home)
	w.Run()
	assert.Empty(t, w.server.Requests("notes/timeline"))
	w.shows(list, ids...)
}

func TestOlderThatFailsCanBeTriedAgain(t *testing.T) {
	w := at(t, misskeytest.Start(t, misskeytest.Options{}), "")
	ids := posts(w.server, bob, 40)
	w.Start()
	list := w.whole(session.Home)
	remove := w.server.SetFault(misskeytest.Fault{Endpoint: "notes/timeline", Mode: misskeytest.FaultRefuse})
	w.Older(session.Home)
	w.Until("it failed", func() bool { return list.State().Older == store.Failed })
	remove()
	w.Older(session.Home)
	w.shows(list, ids...)
}

func TestAnEmptyTimelineFills(t *testing.T) {
	w := live(t, misskeytest.Options{})
	list := w.whole(session.Home)
	assert.True(t, list.State().AtEnd)
	w.shows(list, posts(w.server, bob, 2)...)
}

func TestTwoColumnsShareASource(t *testing.T) {
	w := live(t, misskeytest.Options{})
	list := w.whole(session.Local)
	assert.Same(t, list, w.Open(session.Local))
	assert.Equal(t, []string{"main", "localTimeline"}, w.server.Subscriptions(alice))

	w.Close(session.Local)
	w.shows(list, posts(w.server, bob, 1)...)
	w.Close(session.Local)
	w.Until("nobody follows it", func() bool { return len(w.server.Subscriptions(alice)) == 1 })
	w.Close(session.Local)
	w.Reload(session.Local)
	w.Older(session.Local)
	w.FillGap(session.Local, "x")

	again := w.whole(session.Local)
	assert.NotSame(t, list, again)
}

func TestAPageThatComesWhenAllColumnsAreClosed(t *testing.T) {
	w := live(t, misskeytest.Options{})
	id := w.server.Post(bob, misskeytest.Note{Text: "to followers", Visibility: misskey.VisibilityFollowers})
	w.server.SetFault(misskeytest.Fault{Endpoint: "notes/timeline", Latency: slow})
	w.Open(session.Home)
	w.Close(session.Home)
	w.whole(session.Local)
	late := time.Now().Add(2 * slow)
	w.Until("the page would have come", func() bool { return time.Now().After(late) })
	assert.False(t, w.Notes.Has(id))
}

func TestEverySourceIsFollowed(t *testing.T) {
	w := live(t, misskeytest.Options{})
	lists := map[session.Source]*store.Timeline{}
	for _, kind := range []session.Source{session.Home, session.Local, session.Social, session.Global} {
		lists[kind] = w.whole(kind)
	}
	id := w.server.Post(bob, misskeytest.Note{Text: "to all"})
	for kind, list := range lists {
		w.Until(string(kind)+" shows it", func() bool { return list.All().Has(id) })
	}
	followers := w.server.Post(bob, misskeytest.Note{Text: "to followers", Visibility: misskey.VisibilityFollowers})
	w.shows(lists[session.Home], followers, id)
	w.shows(lists[session.Social], followers, id)
	w.shows(lists[session.Local], id)
}

func TestAServerThatIsDownAtFirst(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{})
	ids := posts(server, bob, 2)
	require.NoError(t, server.Pause())
	w := at(t, server, "")
	w.Start()
	list := w.Open(session.Home)
	w.Until("loading failed", func() bool {
		return list.State().Phase == store.Failed && w.Notifications.State().Phase == store.Failed
	})
	w.Until("it is said", func() bool { return w.state() == session.Offline })
	require.Error(t, list.State().Err)

	require.NoError(t, server.Resume())

	w.shows(list, ids...)
	w.Until("all is whole", func() bool { return w.Whole(session.Home) && w.NotificationsWhole() && w.Emojis.Loaded() })
	me, err := w.Me.Get()
	require.NoError(t, err)
	assert.Equal(t, alice, me.Username)
	assert.Empty(t, w.failures, "nobody asked for anything")
}

func TestRetryLoadsWhatFailed(t *testing.T) {
	w := live(t, misskeytest.Options{})
	ids := posts(w.server, bob, 2)
	remove := w.server.SetFault(misskeytest.Fault{Endpoint: "notes/timeline", Mode: misskeytest.FaultRefuse})
	list := w.Open(session.Home)
	w.Until("loading failed", func() bool { return list.State().Phase == store.Failed })
	remove()
	w.Retry()
	w.Reload(session.Home) // as a screen does
	w.shows(list, ids...)
}

func TestATimelineTheStreamRefuses(t *testing.T) {
	w := live(t, misskeytest.Options{})
	w.server.RefuseChannel("localTimeline")
	ids := posts(w.server, bob, 2)
	list := w.Open(session.Local)
	w.shows(list, ids...)
	w.Apply(stream.Refused{Subscription: w.Subscription(session.Local)}) // after ten seconds of silence
	w.Until("it is said", func() bool { return list.State().Offline })

	ids = append(posts(w.server, bob, 40), ids...)
	w.Reload(session.Local)
	w.shows(list, ids...)
	assert.True(t, list.State().Offline)
}

func TestLateNotesOfOtherServersDoNotTearAHole(t *testing.T) {
	w := at(t, misskeytest.Start(t, misskeytest.Options{}), "")
	ids := posts(w.server, bob, 60)
	w.Start()
	list := w.whole(session.Home)

	w.server.SkewIDs(-24 * time.Hour) // a note made a day ago arrives now
	late := w.server.Post(carol, misskeytest.Note{Text: "late"})
	w.server.SkewIDs(0)
	fresh := w.server.Post(bob, misskeytest.Note{Text: "fresh"})
	w.shows(list, append([]misskey.NoteID{fresh}, ids[:30]...)...)

	w.Older(session.Home)
	w.shows(list, append(append([]misskey.NoteID{fresh}, ids...), late)...)
}

func TestNotesOutOfOrderFindTheirPlaces(t *testing.T) {
	w := live(t, misskeytest.Options{})
	list := w.whole(session.Home)
	w.server.SkewIDs(time.Hour)
	ahead := w.server.Post(bob, misskeytest.Note{Text: "from the future"})
	w.server.SkewIDs(0)
	now := w.server.Post(bob, misskeytest.Note{Text: "now"})
	w.server.SkewIDs(-time.Hour)
	behind := w.server.Post(bob, misskeytest.Note{Text: "from the past"})
	w.shows(list, ahead, now, behind)
}

func TestNotesTheStreamOnlyNames(t *testing.T) {
	w := live(t, misskeytest.Options{})
	list := w.whole(session.Home)
	// Alice follows dave too late for the stream to bring his notes.
	ids := posts(w.server, "dave", 2)
	w.server.Follow(alice, "dave")
	name := func(id misskey.NoteID) {
		w.server.SendFrame(alice, `{"type":"channel","body":{"id":"`+string(w.Subscription(session.Home))+
			`","type":"note","body":{"id":"`+string(id)+`"}}}`)
	}

	name(ids[1])
	w.shows(list, ids[1])
	assert.Equal(t, "hello", w.note(ids[1]).Body())

	w.server.SetFault(misskeytest.Fault{Endpoint: "notes/show", Mode: misskeytest.FaultRefuse})
	name("unknown")
	name(ids[0])
	w.shows(list, ids...)
}
