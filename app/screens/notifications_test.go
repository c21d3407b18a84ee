package screens_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
	"mejiro/app/screens"
	"mejiro/app/store"
	"mejiro/widgets/flow"
)

func (w *world) notifications() *screens.Notifications {
	w.t.Helper()
	n := screens.NewNotifications(w.context)
	w.show(n.Object())
	w.Until("they are followed", func() bool { return slices.Contains(w.server.Subscriptions(alice), "main") })
	return n
}

func (w *world) unread() int {
	n, err := w.session.Notifications.Unread.Get()
	require.NoError(w.t, err)
	return n
}

func TestNotificationsShowTheirNotes(t *testing.T) {
	w := live(t, alice)
	mine := w.server.Post(alice, misskeytest.Note{Text: "mine"})
	w.server.React(bob, mine, "🎉")
	reply := w.server.Post(carol, misskeytest.Note{Text: "@alice yes", ReplyID: mine})
	n := w.notifications()
	defer n.Close()
	w.Until("both are listed", func() bool { return len(w.listing.Rows) == 2 })
	w.Until("their notes are captured", func() bool {
		return slices.Equal(w.server.Captures(alice), slices.Sorted(slices.Values([]misskey.NoteID{mine, reply})))
	})

	w.server.React(bob, reply, "👍")
	w.Until("a change is shown", func() bool {
		return slices.ContainsFunc(w.cardsOf(reply), func(count int) bool { return count == 1 })
	})
	w.server.Delete(reply)
	w.Until("it is gone", func() bool { return len(w.cardsOf(reply)) == 0 })
	assert.Len(t, w.listing.Rows, 2, "its notification stays")
}

// cardsOf are the reactions that the cards of a note show.
func (w *world) cardsOf(id misskey.NoteID) []int {
	var counts []int
	for _, c := range w.cards() {
		if c.Value().Note.ID == id {
			counts = append(counts, c.Value().Note.ReactionCount)
		}
	}
	return counts
}

func TestWhatTheReaderSeesIsRead(t *testing.T) {
	w := live(t, alice)
	n := w.notifications()
	defer n.Close()
	listed := func(count int) {
		t.Helper()
		w.Until("they are listed", func() bool { return len(w.listing.Rows) == count })
	}
	for range 100 {
		w.server.Notify(alice, misskey.NotifyTest, nil)
	}
	listed(100)
	w.Until("they are unread: the reader is elsewhere", func() bool { return w.unread() == 100 })
	w.attended = true
	n.Attend()
	w.Until("all are read", func() bool { return w.unread() == 0 && len(w.server.Requests("notifications/mark-all-as-read")) == 1 })
	w.server.Notify(alice, misskey.NotifyTest, nil)
	listed(101)
	w.Until("what comes before their eyes is read", func() bool {
		return w.unread() == 0 && len(w.server.Requests("notifications/mark-all-as-read")) == 2
	})

	n.Feed().ScrollToEnd()
	w.server.Notify(alice, misskey.NotifyTest, nil)
	listed(102)
	w.Until("it is unread: it is out of sight", func() bool { return w.unread() == 1 })
	n.Feed().ScrollToTop()
	w.Until("all are read", func() bool { return w.unread() == 0 })
}

func TestReadingThatIsRefusedDoesNotHammer(t *testing.T) {
	w := live(t, alice)
	w.attended = true
	n := w.notifications()
	defer n.Close()
	w.server.SetFault(misskeytest.Fault{Endpoint: "notifications/mark-all-as-read", Mode: misskeytest.FaultRateLimit})
	w.server.Notify(alice, misskey.NotifyTest, nil)
	w.Until("it is refused", func() bool { return len(w.failures) == 1 && w.unread() == 1 })
	w.server.Notify(alice, misskey.NotifyTest, nil)
	w.Until("another one comes", func() bool { return len(w.listing.Rows) == 2 })
	assert.Equal(t, 2, w.unread())
	assert.Len(t, w.failures, 1)
}

func TestAGapOfNotificationsLoads(t *testing.T) {
	w := live(t, alice)
	n := w.notifications()
	defer n.Close()
	w.server.Notify(alice, misskey.NotifyTest, nil)
	w.Until("it is listed", func() bool { return len(w.listing.Rows) == 1 })
	require.NoError(t, w.server.Pause())
	w.Until("the break is said", func() bool { return w.listing.State == "offline" })
	for range 450 {
		w.server.Notify(alice, misskey.NotifyTest, nil)
	}
	require.NoError(t, w.server.Resume())
	var gap string
	w.Until("there is a gap", func() bool {
		i := slices.IndexFunc(w.listing.Rows, func(row string) bool {
			_, gap := store.RowID[string](row)
			return gap
		})
		if i >= 0 {
			gap = w.listing.Rows[i]
		}
		return i >= 0
	})
	n.Feed().ScrollTo(gap, 0)
	w.Until("its button is shown", func() bool { return w.button("Load") != nil })
	w.button("Load").Tapped(&fyne.PointEvent{})
	w.Until("all are listed", func() bool { return len(w.listing.Rows) == 451 })
}

func TestTheKeysOfANotificationsNote(t *testing.T) {
	w := live(t, alice)
	n := w.notifications()
	defer n.Close()
	mention := w.server.Post(bob, misskeytest.Note{Text: "@alice hello"})
	w.server.Notify(alice, misskey.NotifyTest, nil)
	w.Until("they are listed", func() bool { return len(w.listing.Rows) == 2 })
	w.window.Canvas().Focus(n.Feed())
	n.Feed().TypedRune('j')
	n.Feed().TypedRune('r')
	n.Feed().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	assert.Empty(t, w.composed, "a test speaks of no note")
	n.Feed().TypedRune('j')
	n.Feed().TypedRune('r')
	require.Len(t, w.composed, 1)
	assert.Equal(t, mention, w.composed[0].Reply.ID)
	n.Feed().TypedRune('c')
	w.Until("there are no clips", func() bool { return w.menu() == "(You have no clips yet) | New clip…" })
	n.Feed().TypedRune('n')
	assert.Equal(t, 'n', w.runes[len(w.runes)-1])
}

func TestARequestToFollowIsAnsweredInItsCard(t *testing.T) {
	w := live(t, alice)
	n := w.notifications()
	defer n.Close()
	w.server.AskToFollow(carol, alice)
	w.Until("it is listed", func() bool { return len(w.listing.Rows) == 1 })
	remove := w.server.SetFault(misskeytest.Fault{Endpoint: "following/requests/accept", Mode: misskeytest.FaultRateLimit})
	w.pressWord("Accept")
	w.Until("it is refused", func() bool { return len(w.failures) == 1 })
	remove()
	w.pressWord("Accept")
	w.Until("carol follows alice", func() bool { return w.server.Follows(carol, alice) })
	w.Run()
	w.requireWord("Accepted")
}

// pressWord taps a word on a card.
func (w *world) pressWord(word string) {
	w.t.Helper()
	at := w.requireWord(word)
	test.TapCanvas(w.window.Canvas(), at)
	w.Run()
}

// requireWord is where a word stands on a card.
func (w *world) requireWord(word string) fyne.Position {
	w.t.Helper()
	for _, o := range test.LaidOutObjects(w.window.Content()) {
		if text, ok := o.(*flow.View); ok && text.Visible() && text.Layout() != nil && text.Layout().String() == word {
			return fyne.CurrentApp().Driver().AbsolutePositionForObject(text).AddXY(2, 2)
		}
	}
	require.Fail(w.t, "no card says "+word)
	return fyne.Position{}
}

func TestClosedNotificationsLetGo(t *testing.T) {
	w := live(t, alice)
	mine := w.server.Post(alice, misskeytest.Note{Text: "mine"})
	w.server.React(bob, mine, "🎉")
	n := w.notifications()
	w.following(1)
	n.Close()
	w.following(0)
}
