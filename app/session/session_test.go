package session_test

import (
	"fmt"
	"runtime"
	"slices"
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

func TestWhatEveryColumnNeedsIsLoaded(t *testing.T) {
	w := live(t, misskeytest.Options{Name: "Nest"})
	w.Until("all is there", func() bool {
		me, errMe := w.Me.Get()
		meta, errMeta := w.Meta.Get()
		return errMe == nil && errMeta == nil && me.Username == alice && meta.Name == "Nest" && w.Emojis.Loaded()
	})
	assert.Equal(t, w.server.UserID(alice), w.MyID())
	assert.Len(t, w.Emojis.All(), len(w.server.Emojis()))
	assert.Len(t, w.server.Requests("i"), 1)
	assert.Len(t, w.server.Requests("emojis"), 1)
}

func TestTheSetOfEmojiFollowsTheServer(t *testing.T) {
	w := live(t, misskeytest.Options{})
	w.Until("the emoji are there", w.Emojis.Loaded)
	name := w.server.Emojis()[0].Name
	w.server.AddEmoji("mejiro", "Birds", name)
	w.Until("it is added", func() bool {
		e, ok := w.Emojis.Emoji("mejiro")
		return ok && e.URL != ""
	})
	w.server.DeleteEmoji("mejiro")
	w.Until("it is deleted", func() bool {
		_, ok := w.Emojis.Emoji("mejiro")
		return !ok
	})
	w.server.SendFrame(alice, `{"type":"emojiUpdated","body":{"emojis":[{"name":"`+name+`","url":"https://x.example/new.png"}]}}`)
	w.Until("it is updated", func() bool {
		e, _ := w.Emojis.Emoji(name)
		return e.URL == "https://x.example/new.png"
	})
}

func TestARevokedTokenIsNoticed(t *testing.T) {
	w, id := one(t, misskeytest.Note{})
	w.server.Revoke(w.server.Token(alice))
	w.React(id, "🎉")
	err := w.reported(session.Reacting)
	var refused *api.Refused
	require.ErrorAs(t, err, &refused)
	assert.True(t, refused.IsAuth())
	assert.Equal(t, session.Unauthorized, w.state())
	assert.Empty(t, w.note(id).MyReaction)

	w.server.SendFrame(alice, "{}") // the stream goes on, and says nothing against it
	fresh := posts(w.server, bob, 1)
	w.shows(w.Open(session.Home), fresh[0], id)
	assert.Equal(t, session.Unauthorized, w.state())

	w.server.DropSockets()
	w.Until("the stream is turned away", func() bool { return w.Open(session.Home).State().Offline })
	w.Until("it has ended", func() bool { return !w.Running() })
	assert.Equal(t, session.Unauthorized, w.state())

	w.Retry()
	assert.Equal(t, session.Connecting, w.state())
	w.Until("it is turned away again", func() bool { return w.state() == session.Unauthorized && !w.Running() })
}

func TestATokenUnknownFromTheBeginning(t *testing.T) {
	w := at(t, misskeytest.Start(t, misskeytest.Options{}), "unknown")
	w.Start()
	list := w.Open(session.Home)
	w.Until("it is noticed", func() bool {
		return w.state() == session.Unauthorized && list.State().Phase == store.Failed && list.State().Offline
	})
	assert.Empty(t, w.failures, "the state says it")
}

func TestATokenThatLacksAPermission(t *testing.T) {
	server := misskeytest.Start(t, misskeytest.Options{})
	w := at(t, server, server.NewToken(alice, "read:account", "read:notifications"))
	w.Start()
	list := w.whole(session.Home)
	id := server.Post(bob, misskeytest.Note{Text: "hello"})
	w.shows(list, id)
	assert.Equal(t, session.Online, w.state())

	w.React(id, "🎉")

	var refused *api.Refused
	require.ErrorAs(t, w.reported(session.Reacting), &refused)
	assert.True(t, refused.IsPermission())
	assert.Equal(t, session.Unauthorized, w.state())
	w.Retry()
	assert.Equal(t, session.Online, w.state(), "the stream was never closed")
}

func TestASuspendedAccount(t *testing.T) {
	w := live(t, misskeytest.Options{})
	list := w.whole(session.Home)
	w.server.SetFault(misskeytest.Fault{
		Endpoint: "/streaming", Mode: misskeytest.FaultRefuse, Status: 403, Code: api.CodeSuspended,
	})
	w.server.DropSockets()
	w.Until("it is said", func() bool { return w.state() == session.Suspended && !w.Running() })
	assert.True(t, list.State().Offline)

	w.server.ClearFaults()
	w.Retry()
	w.Until("it is lifted", func() bool { return w.online() && w.Whole(session.Home) })

	w.server.SetFault(misskeytest.Fault{
		Endpoint: "notes/timeline", Mode: misskeytest.FaultRefuse, Status: 403, Code: api.CodeSuspended,
	})
	w.Reload(session.Home)
	w.Until("the API says it, too", func() bool { return w.state() == session.Suspended })
}

func TestANewNativeTokenIsNotOurs(t *testing.T) {
	w := live(t, misskeytest.Options{})
	tell := func() {
		w.server.SendFrame(alice, `{"type":"channel","body":{"id":"`+string(w.MainSubscription())+
			`","type":"myTokenRegenerated","body":null}}`)
	}
	before := len(w.server.Requests("i"))
	tell()
	w.Until("the server was asked", func() bool { return len(w.server.Requests("i")) > before })
	w.Run()
	assert.Equal(t, session.Online, w.state())
	w.server.Revoke(w.server.Token(alice))
	tell()
	w.Until("it is over", func() bool { return w.state() == session.Unauthorized })
}

func TestTheProfileFollowsTheServer(t *testing.T) {
	w := live(t, misskeytest.Options{})
	w.Until("the profile is there", func() bool {
		me, err := w.Me.Get()
		return err == nil && me.Username == alice
	})
	w.server.SendFrame(alice, `{"type":"channel","body":{"id":"`+string(w.MainSubscription())+
		`","type":"meUpdated","body":{"id":"`+string(w.MyID())+`","name":"Alice the Second"}}}`)
	w.Until("it is new", func() bool {
		me, err := w.Me.Get()
		return err == nil && me.Name == "Alice the Second" && me.Username == alice
	})
}

func TestEditedNotes(t *testing.T) {
	w, id := one(t, misskeytest.Note{})
	w.server.SendFrame(alice, `{"type":"noteUpdated","body":{"id":"`+string(id)+`","type":"updated","body":{"cw":"c","text":"new"}}}`)
	w.Until("it is edited", func() bool { return w.note(id).Body() == "new" && w.note(id).CW != nil })
}

func TestAFlood(t *testing.T) {
	const many = 1_000
	w := live(t, misskeytest.Options{})
	home, local := w.whole(session.Home), w.whole(session.Local)
	told := 0
	home.Rows.AddListener(listener(func() { told++ }))
	w.Run()
	sent := make(chan []misskey.NoteID, 1)
	go func() {
		pace := time.NewTicker(10 * time.Millisecond)
		defer pace.Stop()
		ids := make([]misskey.NoteID, many)
		for i := range ids {
			<-pace.C
			ids[many-1-i] = w.server.Post(bob, misskeytest.Note{Text: fmt.Sprint(i)})
		}
		sent <- ids
	}()
	var ids []misskey.NoteID
	w.Until("all are posted", func() bool {
		select {
		case ids = <-sent:
		default:
		}
		return ids != nil
	})
	w.shows(home, ids...)
	w.shows(local, ids...)
	assert.Equal(t, many, w.Notes.Len())
	assert.Less(t, told, many/2, "batches, not items")
}

func TestStopLeavesNothingBehind(t *testing.T) {
	w := live(t, misskeytest.Options{})
	list := w.whole(session.Home)
	w.server.SetFault(misskeytest.Fault{Endpoint: "*", Mode: misskeytest.FaultHang})
	w.Reload(session.Home)
	w.Renote(misskey.Note{ID: "x"})
	before := runtime.NumGoroutine()

	w.Stop()

	w.Until("the stream is closed", func() bool { return w.server.OnlineSockets() == 0 })
	id := w.server.Post(bob, misskeytest.Note{Text: "late"})
	w.Until("its goroutines have ended", func() bool { return runtime.NumGoroutine() < before })
	w.Run()
	assert.False(t, list.All().Has(id))
	assert.Empty(t, w.failures)
	w.Close(session.Home)
	w.Close(session.Home)
}

func TestASessionNeedsAServer(t *testing.T) {
	_, err := session.New(session.Options{Client: api.New(api.Server{}, "", api.Options{})})
	assert.Error(t, err)
}

func TestTidyForgetsWhatNobodyShows(t *testing.T) {
	w := at(t, misskeytest.Start(t, misskeytest.Options{}), "")
	posts(w.server, bob, 40)
	w.Start()
	list := w.whole(session.Home)
	notification := w.server.Post(bob, misskeytest.Note{Text: "@alice hello"})
	w.Until("alice is told", func() bool { return len(w.Notifications.All()) == 1 })
	long := posts(w.server, bob, session.LongList)
	w.Until("the list is long", func() bool { return len(list.All()) > session.LongList && list.All().Newest() == long[0] })
	place := list.All()[len(list.All())-1]
	remove := list.AddReader(func() string { return place })

	for range session.RestingTidies {
		w.Tidy()
	}
	assert.Greater(t, len(list.All()), session.LongList, "somebody reads its end")

	place = string(long[0])
	w.Tidy()
	assert.Greater(t, len(list.All()), session.LongList, "they may go back")
	w.Tidy()
	assert.Len(t, list.All(), session.ShortList)
	assert.Equal(t, session.ShortList+1, w.Notes.Len())
	assert.True(t, w.Notes.Has(notification), "a notification speaks of it")
	remove()

	w.Older(session.Home)
	w.Until("what was cut comes back", func() bool { return len(list.All()) == session.ShortList+40 })
	assert.True(t, slices.Equal(store.RowsOf(long[:session.ShortList+40]), list.All()))

	w.Close(session.Home)
	w.Tidy()
	assert.Equal(t, 1, w.Notes.Len())
}

func TestAPageThatIsOlderThanTheCut(t *testing.T) {
	w := at(t, misskeytest.Start(t, misskeytest.Options{}), "")
	posts(w.server, bob, 100)
	w.Start()
	list := w.whole(session.Home)
	long := posts(w.server, bob, session.LongList)
	w.Until("the list is long", func() bool { return list.All().Newest() == long[0] })
	w.server.SetFault(misskeytest.Fault{Endpoint: "notes/timeline", Latency: slow, Times: 1})
	w.Older(session.Home)
	for range session.RestingTidies {
		w.Tidy()
	}
	w.Until("the page has come", func() bool { return list.State().Older == store.Ready })
	assert.True(t, slices.Equal(store.RowsOf(long[:session.ShortList]), list.All()), "it does not join")
}

func TestTheListsHaveABound(t *testing.T) {
	w := live(t, misskeytest.Options{})
	list := w.whole(session.Home)
	many := make([]misskey.NoteID, session.MostRows+1)
	for i := range many {
		many[i] = misskey.NoteID(fmt.Sprintf("0%06d", i))
	}
	list.Add(many...)
	id := posts(w.server, bob, 1)[0]
	w.Until("it is shown", func() bool { return list.All().Has(id) })
	assert.Len(t, list.All(), session.ShortList)
	assert.False(t, slices.Contains(list.All(), "0000000"))
}
