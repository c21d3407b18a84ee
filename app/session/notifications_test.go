package session_test

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/data/binding"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
	"mejiro/app/session"
	"mejiro/app/store"
)

func listener(f func()) binding.DataListener { return binding.NewDataListener(f) }

func (w *world) unread() int {
	n, err := w.Notifications.Unread.Get()
	require.NoError(w.t, err)
	return n
}

// notify gives alice n notifications.
func notify(server *misskeytest.Server, n int) {
	for range n {
		server.Notify(alice, misskey.NotifyTest, nil)
	}
}

// told waits until so many notifications are listed, each once and in order.
func (w *world) told(n int) {
	w.t.Helper()
	w.Until("the notifications are listed", func() bool { return len(w.Notifications.All()) == n })
	ids := slices.Collect(w.Notifications.All().IDs())
	sorted := slices.Clone(ids)
	slices.Sort(sorted)
	slices.Reverse(sorted)
	assert.True(w.t, slices.Equal(slices.Compact(sorted), ids), "in order, and each once")
}

func TestNotifications(t *testing.T) {
	w := at(t, misskeytest.Start(t, misskeytest.Options{}), "")
	notify(w.server, 35)
	w.Start()
	w.Until("they are whole", w.NotificationsWhole)
	w.told(30)
	w.Until("they are counted", func() bool { return w.unread() == 35 })

	w.OlderNotifications()
	w.told(35)
	id := w.server.Post(alice, misskeytest.Note{Text: "mine"})
	w.server.React(bob, id, "🎉")
	w.told(36)
	assert.Equal(t, 36, w.unread())
	n, ok := w.Notifications.Notification(w.Notifications.All().Newest())
	require.True(t, ok)
	assert.Equal(t, misskey.NotifyReaction, n.Type)
	assert.Equal(t, bob, n.User.Username)
	assert.Equal(t, "mine", n.Note.Body())

	w.ReadNotifications()
	assert.Zero(t, w.unread())
	w.Until("the server knows", func() bool { return len(w.server.Requests("notifications/mark-all-as-read")) == 1 })
	w.server.SendFrame(alice, `{"type":"channel","body":{"id":"`+string(w.MainSubscription())+`","type":"notificationFlushed"}}`)
	w.told(0)
	w.ReadNotifications()
	w.Run()
	assert.Len(t, w.server.Requests("notifications/mark-all-as-read"), 1, "nothing is unread")
}

func TestNotificationsReadElsewhere(t *testing.T) {
	w := live(t, misskeytest.Options{})
	notify(w.server, 2)
	w.Until("they are counted", func() bool { return w.unread() == 2 })
	w.server.SendFrame(alice, `{"type":"channel","body":{"id":"`+string(w.MainSubscription())+`","type":"readAllNotifications","body":null}}`)
	w.Until("they are read", func() bool { return w.unread() == 0 })
}

func TestReadingThatIsRefusedIsTakenBack(t *testing.T) {
	w := live(t, misskeytest.Options{})
	notify(w.server, 2)
	w.Until("they are counted", func() bool { return w.unread() == 2 })
	w.server.SetFault(misskeytest.Fault{
		Endpoint: "notifications/mark-all-as-read", Mode: misskeytest.FaultRateLimit, Latency: slow,
	})
	w.ReadNotifications()
	assert.Zero(t, w.unread())
	notify(w.server, 1)
	w.Until("one comes meanwhile", func() bool { return w.unread() == 1 })

	_ = w.reported(session.Reading)

	assert.Equal(t, 3, w.unread())
	w.ReadNotifications()
	assert.Equal(t, 3, w.unread(), "the server is left in peace for a while")
}

func TestNotificationsOfABreak(t *testing.T) {
	w := live(t, misskeytest.Options{})
	notify(w.server, 3)
	w.told(3)
	var remove func()
	w.away(func() {
		notify(w.server, 40)
		remove = w.server.SetFault(misskeytest.Fault{Endpoint: "i/notifications-grouped", Mode: misskeytest.FaultRefuse})
	})
	w.Until("the count is there", func() bool { return w.unread() == 43 })
	assert.True(t, w.Notifications.State().Offline)
	remove()
	w.told(43)
	w.Until("they are whole", w.NotificationsWhole)
	assert.False(t, w.Notifications.State().Offline)
	assert.Equal(t, 43, w.unread())
}

func TestNotificationsOfALongBreak(t *testing.T) {
	w := live(t, misskeytest.Options{})
	notify(w.server, 3)
	w.told(3)
	w.away(func() { notify(w.server, 450) })
	w.told(434)
	i := slices.IndexFunc(w.Notifications.All(), func(row string) bool {
		_, gap := store.RowID[misskey.NotificationID](row)
		return gap
	})
	require.Equal(t, 430, i)
	below, _ := store.RowID[misskey.NotificationID](w.Notifications.All()[i])
	w.FillNotificationGap(below)
	w.told(453)
}

func TestTheCountOfANotificationThatComesWithTheAnswer(t *testing.T) {
	w := at(t, misskeytest.Start(t, misskeytest.Options{}), "")
	notify(w.server, 2)
	w.server.SetFault(misskeytest.Fault{Endpoint: "i", Latency: 2 * slow, Times: 1})
	w.Start()
	w.Until("the stream is followed", func() bool { return w.Subscribed(w.MainSubscription()) })
	notify(w.server, 1)
	w.Until("it has come", func() bool { return w.unread() == 1 })
	w.Until("all are counted", func() bool { return w.unread() == 3 })
}

func TestNotificationsThatCouldNotBeLoaded(t *testing.T) {
	w := at(t, misskeytest.Start(t, misskeytest.Options{}), "")
	notify(w.server, 2)
	w.server.SetFault(misskeytest.Fault{Endpoint: "i/notifications-grouped", Mode: misskeytest.FaultRefuse, Times: 1})
	w.Start()
	w.Until("it failed", func() bool { return w.Notifications.State().Phase == store.Failed })
	w.ReloadNotifications()
	w.told(2)
}
