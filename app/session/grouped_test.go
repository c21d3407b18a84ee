package session_test

import (
	"fmt"
	"net/http"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
)

// guests is a server with people enough to react.
func guests() misskeytest.Options { return misskeytest.Options{Users: 120} }

func guest(i int) string { return fmt.Sprint("guest", i+50) }

// taken are notifications taken apart, newest group first: who did what.
func taken(page []misskey.Notification) []string {
	var all []string
	for _, n := range page {
		tell := func(kind misskey.NotificationType, u misskey.User) {
			all = append(all, fmt.Sprint(kind, " ", n.Note.Target().ID, " ", u.Username))
		}
		for _, r := range n.Reactions {
			tell(misskey.NotifyReaction, r.User)
		}
		for _, u := range n.Users {
			tell(misskey.NotifyRenote, u)
		}
		if n.User != nil {
			tell(n.Type, *n.User)
		}
	}
	return all
}

// truly waits until what is listed is what the server has, each once and in
// order.
func (w *world) truly() {
	w.t.Helper()
	want, err := w.Client().Notifications(w.t.Context(), api.Page{Limit: 100}, api.NotificationFilter{}, false)
	require.NoError(w.t, err)
	w.Until("all is told once", func() bool { return slices.Equal(taken(want), taken(w.listedNotifications())) })
}

func (w *world) listedNotifications() []misskey.Notification {
	var all []misskey.Notification
	for id := range w.Notifications.All().IDs() {
		n, ok := w.Notifications.Notification(id)
		require.True(w.t, ok)
		all = append(all, n)
	}
	return all
}

func TestNotificationsComeInGroups(t *testing.T) {
	w := at(t, misskeytest.Start(t, guests()), "")
	first, second := w.server.Post(alice, misskeytest.Note{Text: "first"}), w.server.Post(alice, misskeytest.Note{Text: "second"})
	for i := range 12 {
		w.server.React(guest(i), first, "👍")
	}
	for i := range 5 {
		w.server.Post(guest(i), misskeytest.Note{RenoteID: second})
	}
	w.Start()
	w.Until("they are whole", w.NotificationsWhole)
	w.told(2)
	w.Until("they are counted", func() bool { return w.unread() == 17 })
	groups := w.listedNotifications()
	assert.Equal(t, misskey.NotifyRenoteGrouped, groups[0].Type)
	assert.Equal(t, misskey.NotifyReactionGrouped, groups[1].Type)
	assert.Equal(t, "second", groups[0].Note.Target().Body())

	w.server.Post(guest(5), misskeytest.Note{RenoteID: second})
	w.told(3)
	assert.Equal(t, 18, w.unread())
	w.truly()
	w.ReloadNotifications()
	w.told(2)
	w.truly()
	assert.Equal(t, 18, w.unread())
}

func TestARenoteThatIsTakenBackLeavesItsGroup(t *testing.T) {
	w := at(t, misskeytest.Start(t, guests()), "")
	mine := w.server.Post(alice, misskeytest.Note{Text: "mine"})
	var last misskey.NoteID
	for i := range 3 {
		last = w.server.Post(guest(i), misskeytest.Note{RenoteID: mine})
	}
	w.Start()
	w.told(1)
	w.watched(last)
	w.server.Delete(last)
	w.Until("it is gone", func() bool { return !w.Notes.Has(last) })
	w.Tidy()
	group := w.listedNotifications()[0]
	require.NotNil(t, group.Note)
	assert.Equal(t, mine, group.Note.ID)
	assert.Len(t, group.Users, 3)
}

func TestGroupsOfABreak(t *testing.T) {
	w := live(t, guests())
	first, second := w.server.Post(alice, misskeytest.Note{Text: "first"}), w.server.Post(alice, misskeytest.Note{Text: "second"})
	for i := range 8 {
		w.server.React(guest(i), first, "👍")
	}
	w.told(8)
	w.away(func() {
		for i := 8; i < 50; i++ {
			w.server.React(guest(i), first, "👍")
		}
		for i := range 35 {
			w.server.React(guest(i), second, "❤")
		}
	})
	w.truly()
	w.Until("they are whole", w.NotificationsWhole)
	assert.Less(t, len(w.Notifications.All()), 8)
	assert.Equal(t, 85, w.unread())
	assert.Empty(t, w.failures)
}

func TestServersThatDoNotGroup(t *testing.T) {
	w := at(t, misskeytest.Start(t, guests()), "")
	w.server.SetFault(misskeytest.Fault{
		Endpoint: "i/notifications-grouped", Mode: misskeytest.FaultRefuse, Code: "UNKNOWN_API_ENDPOINT", Status: http.StatusNotFound,
	})
	mine := w.server.Post(alice, misskeytest.Note{Text: "mine"})
	for i := range 35 {
		w.server.React(guest(i), mine, "👍")
	}
	w.Start()
	w.told(30)
	w.OlderNotifications()
	w.told(35)
	w.truly()
	w.away(func() { w.server.React(guest(40), mine, "👍") })
	w.told(36)
	w.truly()
}
