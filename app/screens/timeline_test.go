package screens_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
	"mejiro/app/screens"
	"mejiro/app/session"
	"mejiro/app/store"
)

func TestATimelineShowsItsNotes(t *testing.T) {
	w := live(t, alice)
	ids := w.posts(3)
	timeline := w.home(ids...)
	defer timeline.Close()
	var shown []misskey.NoteID
	for _, c := range w.cards() {
		shown = append(shown, c.Value().Note.ID)
	}
	assert.Equal(t, ids, shown)
	assert.Equal(t, "rows", w.listing.State)

	fresh := w.server.Post(bob, misskeytest.Note{Text: "fresh"})
	w.Until("it is on top", func() bool { return w.cards()[0].Value().Note.ID == fresh })
	w.following(4)
}

func TestOnlyWhatIsSeenIsFollowed(t *testing.T) {
	w := live(t, alice)
	timeline := w.home()
	defer timeline.Close()
	ids := w.posts(30)
	w.lists(ids...)
	shown := len(w.cards())
	require.Less(t, shown, 20)
	w.following(shown)

	timeline.Feed().ScrollToEnd()
	w.Until("the end is shown", func() bool { return w.cards()[len(w.cards())-1].Value().Note.ID == ids[29] })
	w.following(len(w.cards()))
	assert.NotContains(t, w.server.Captures(alice), ids[0])
}

func TestAChangeDrawsItsRowAlone(t *testing.T) {
	w := live(t, alice)
	ids := w.posts(3)
	renote := w.server.Post(carol, misskeytest.Note{RenoteID: ids[2]})
	timeline := w.home(append([]misskey.NoteID{renote}, ids...)...)
	defer timeline.Close()
	w.following(3)
	before := maps.Clone(w.drawn)

	w.server.React(carol, ids[1], "🎉")
	w.Until("it is drawn", func() bool { return w.drawn[ids[1]] > before[ids[1]] })
	before[ids[1]]++
	assert.Equal(t, before, w.drawn)

	w.server.React(carol, ids[2], "🎉")
	w.Until("both its rows are drawn", func() bool {
		return w.drawn[ids[2]] == before[ids[2]]+1 && w.drawn[renote] == before[renote]+1
	})
	assert.Equal(t, before[ids[0]], w.drawn[ids[0]])
}

func TestAChangeOutOfSightIsSeenLater(t *testing.T) {
	w := live(t, alice)
	timeline := w.home()
	defer timeline.Close()
	ids := w.posts(30)
	w.lists(ids...)
	height := w.card(ids[0]).Size().Height
	timeline.Feed().ScrollToEnd()
	w.Until("the end is shown", func() bool { return w.cards()[len(w.cards())-1].Value().Note.ID == ids[29] })
	w.following(len(w.cards()))

	w.server.React(carol, ids[0], "🎉")
	quote := w.server.Post(carol, misskeytest.Note{RenoteID: ids[0], Text: "look"}) // it brings the reaction along
	w.Until("the reaction is known", func() bool {
		n, _ := w.session.Notes.Note(ids[0])
		return n.ReactionCount == 1
	})
	timeline.Feed().ScrollToTop()
	w.Until("the top is shown", func() bool { return w.cards()[0].Value().Note.ID == quote })

	assert.Equal(t, 1, w.card(ids[0]).Value().Note.ReactionCount)
	w.Run()
	assert.Greater(t, w.card(ids[0]).Size().Height, height, "there is room for the reaction")
}

func TestReplyingAnswersTheTarget(t *testing.T) {
	w := live(t, alice)
	id := w.server.Post(bob, misskeytest.Note{Text: "hello"})
	renote := w.server.Post(carol, misskeytest.Note{RenoteID: id})
	defer w.home(renote, id).Close()
	w.press(renote, "Reply")
	require.Len(t, w.composed, 1)
	assert.Equal(t, id, w.composed[0].Reply.ID)
	assert.Nil(t, w.composed[0].Quote)
}

func TestAChipReactsAndTakesBack(t *testing.T) {
	w := live(t, alice)
	id := w.server.Post(bob, misskeytest.Note{Text: "hello"})
	w.server.React(carol, id, "🎉")
	defer w.home(id).Close()
	count := func(n int) {
		t.Helper()
		w.Until("the server has it", func() bool { return w.server.Note(id).Reactions["🎉"] == n })
		w.Until("it is shown", func() bool { return w.card(id).Value().Note.Reactions["🎉"] == n })
	}
	w.press(id, "🎉")
	w.Run()
	assert.Equal(t, 2, w.card(id).Value().Note.Reactions["🎉"], "at once")
	count(2)
	w.press(id, "🎉")
	count(1)

	w.press(id, "Add reaction")
	w.choose("👍")
	w.Until("the server has it", func() bool { return w.server.Note(id).Reactions["👍"] == 1 })
	assert.Empty(t, w.failures)
}

func TestRenotingAndQuoting(t *testing.T) {
	w := live(t, alice)
	id := w.server.Post(bob, misskeytest.Note{Text: "hello"})
	timeline := w.home(id)
	defer timeline.Close()
	w.press(id, "Renote")
	w.choice(t, "Renote")
	w.Until("it is renoted", func() bool { return len(w.listing.Rows) == 2 })
	renote := misskey.NoteID(w.listing.Rows[0])
	w.press(id, "Renote")
	w.choice(t, "Quote")
	assert.Equal(t, id, w.composed[0].Quote.ID)

	w.press(renote, "More")
	w.choice(t, "Remove renote")
	w.lists(id)
}

func TestTheMenuOfANote(t *testing.T) {
	w := live(t, alice)
	id := w.server.Post(alice, misskeytest.Note{Text: "hello", CW: "cw", Visibility: misskey.VisibilityHome})
	timeline := w.home(id)
	defer timeline.Close()
	open := func(choice string) {
		w.press(id, "More")
		w.choice(t, choice)
	}
	open("Copy text")
	open("Copy link")
	assert.Equal(t, []string{"hello", w.server.URL + "/notes/" + string(id)}, w.copied)
	open("Open in browser")
	assert.Equal(t, w.copied[1:], w.opened)

	open("Delete and edit")
	assert.Len(t, w.listing.Rows, 1, "before it was confirmed")
	w.confirm()
	w.Until("the form is open", func() bool { return len(w.composed) == 1 })
	d := w.composed[0]
	assert.Equal(t, screens.Draft{Text: "hello", CW: "cw", Visibility: misskey.VisibilityHome, Files: d.Files}, d)
	w.lists()
	assert.Equal(t, "empty", w.listing.State)
}

func TestTheKeysOfTheFocusedNote(t *testing.T) {
	w := live(t, alice)
	ids := w.posts(2)
	timeline := w.home(ids...)
	defer timeline.Close()
	feed := timeline.Feed()
	feed.TypedRune('r')
	assert.Empty(t, w.composed, "nothing has the focus")
	w.window.Canvas().Focus(feed)
	feed.TypedRune('j')
	feed.TypedRune('r')
	require.Len(t, w.composed, 1)
	focused := w.composed[0].Reply.ID
	feed.TypedRune('Q')
	assert.Equal(t, focused, w.composed[1].Quote.ID)
	feed.TypedRune('e')
	w.choose("👍")
	w.Until("the reaction arrives", func() bool { return w.server.Note(focused).Reactions["👍"] == 1 })
	feed.TypedRune('q')
	w.Until("the renote arrives", func() bool { return w.server.Note(focused).RenoteCount == 1 })
	feed.TypedRune('m')
	assert.NotEmpty(t, w.menus)
	feed.TypedRune('n')
	assert.Equal(t, []rune{'j', 'n'}, w.runes, "what the notes have no use for")
}

func TestAGapIsShownAndLoads(t *testing.T) {
	w := live(t, alice)
	timeline := w.home()
	defer timeline.Close()
	before := w.posts(1)
	w.lists(before...)
	require.NoError(t, w.server.Pause())
	w.Until("the break is said", func() bool { return w.listing.State == "offline" })
	missed := w.posts(450)
	require.NoError(t, w.server.Resume())
	gap := store.GapBelow(missed[429])
	w.Until("there is a gap", func() bool { return slices.Contains(w.listing.Rows, gap) && w.listing.State == "rows" })

	timeline.Feed().ScrollTo(gap, 0)
	w.Until("its button is shown", func() bool { return w.button("Load") != nil })
	w.button("Load").Tapped(&fyne.PointEvent{})

	w.lists(append(missed, before...)...)
}

// button finds a button on the screen by what it says, or nil.
func (w *world) button(text string) fyne.Tappable { return buttonIn(w.window.Content(), text) }

func TestClosingLetsEverythingGo(t *testing.T) {
	w := live(t, alice)
	ids := w.posts(3)
	timeline := w.home(ids...)
	w.following(3)

	timeline.Close()

	w.following(0)
	w.Until("the timeline is not followed", func() bool { return slices.Equal(w.server.Subscriptions(alice), []string{"main"}) })
	before := maps.Clone(w.drawn)
	w.server.React(carol, ids[0], "🎉")
	notified := w.server.Post(bob, misskeytest.Note{Text: "@alice done"})
	w.Until("alice is told", func() bool { return w.session.Notes.Has(notified) })
	assert.Equal(t, before, w.drawn)
}

func TestClosingWhileWordIsOnItsWay(t *testing.T) {
	w := live(t, alice)
	timeline := w.home(w.posts(1)...)
	w.following(1)
	list := w.session.Open(session.Home)
	w.session.Close(session.Home)
	w.session.Notes.Put(misskey.Note{ID: "zzz", UserID: "x", User: misskey.User{ID: "x", Username: "x"}})
	list.Add("zzz") // the binding tells of it when the screen is closed

	timeline.Close()

	w.Run()
	w.following(0)
	assert.Zero(t, w.drawn["zzz"])
}

func TestTwoColumnsOfOneTimeline(t *testing.T) {
	w := live(t, alice)
	ids := w.posts(2)
	first := w.home(ids...)
	second := screens.NewTimeline(w.context, session.Home)
	w.Run()
	second.Close()
	fresh := w.server.Post(bob, misskeytest.Note{Text: "fresh"})
	w.lists(append([]misskey.NoteID{fresh}, ids...)...)
	w.following(3)
	first.Close()
	w.following(0)
}

func TestATimelineThatCannotBeLoaded(t *testing.T) {
	w := live(t, alice)
	id := w.server.Post(bob, misskeytest.Note{Text: "hello"})
	remove := w.server.SetFault(misskeytest.Fault{Endpoint: "notes/timeline", Mode: misskeytest.FaultRateLimit})
	timeline := screens.NewTimeline(w.context, session.Home)
	defer timeline.Close()
	w.show(timeline.Object())
	w.Until("it is said", func() bool { return w.listing.State == "failed" })
	assert.Equal(t, "loading", w.states[0])
	assert.True(t, strings.HasPrefix(w.listing.Says, "That was too often."), w.listing.Says)
	remove()
	w.button("Retry").Tapped(&fyne.PointEvent{})
	w.lists(id)
}

func TestAGuestIsAskedToSignIn(t *testing.T) {
	w := live(t, "")
	id := w.server.Post(bob, misskeytest.Note{Text: "hello"})
	w.server.React(carol, id, "🎉")
	timeline := screens.NewTimeline(w.context, session.Local)
	defer timeline.Close()
	w.show(timeline.Object())
	w.lists(id)
	for _, name := range []string{"Reply", "Renote", "Add reaction", "🎉"} {
		w.press(id, name)
	}
	assert.Equal(t, 4, w.toSignIn)
	assert.Empty(t, w.composed)
}
