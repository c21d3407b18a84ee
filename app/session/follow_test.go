package session_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
	"mejiro/app/session"
	"mejiro/app/store"
)

// asked is a session of alice's that carol has asked to follow.
func asked(t *testing.T) (*world, misskey.NotificationID) {
	t.Helper()
	w := live(t, misskeytest.Options{})
	w.server.AskToFollow(carol, alice)
	w.told(1)
	return w, w.Notifications.All().Newest()
}

func TestARequestToFollowIsAccepted(t *testing.T) {
	w, id := asked(t)
	w.server.SetFault(misskeytest.Fault{Endpoint: "following/requests/accept", Latency: slow})
	var changed []misskey.NotificationID
	defer w.Notifications.AddWatcher(func(id misskey.NotificationID) { changed = append(changed, id) })()
	w.AnswerFollowRequest(id, true)
	w.AnswerFollowRequest(id, false) // which comes too late
	assert.Equal(t, store.Accepted, w.Notifications.Answer(id), "at once")
	assert.Equal(t, []misskey.NotificationID{id}, changed)
	w.Until("carol follows alice", func() bool { return w.server.Follows(carol, alice) })
	w.ReloadNotifications()
	w.Until("they are whole", w.NotificationsWhole)
	assert.Equal(t, store.Accepted, w.Notifications.Answer(id))
	assert.Empty(t, w.server.Requests("following/requests/reject"))
	assert.Empty(t, w.failures)
}

func TestARequestToFollowIsRejected(t *testing.T) {
	w, id := asked(t)
	w.AnswerFollowRequest(id, false)
	assert.Equal(t, store.Rejected, w.Notifications.Answer(id))
	w.Until("the server knows", func() bool { return len(w.server.Requests("following/requests/reject")) == 1 })
	w.server.AskToFollow(carol, alice)
	w.told(2)
	again := w.Notifications.All().Newest()
	assert.Equal(t, store.Unanswered, w.Notifications.Answer(again), "another request is another matter")
	w.AnswerFollowRequest(again, true)
	w.Until("carol follows alice", func() bool { return w.server.Follows(carol, alice) })
	assert.Equal(t, store.Rejected, w.Notifications.Answer(id))
}

func TestAnAnswerThatIsRefusedIsTakenBack(t *testing.T) {
	w, id := asked(t)
	remove := w.server.SetFault(misskeytest.Fault{Endpoint: "following/requests/accept", Mode: misskeytest.FaultRateLimit})
	w.AnswerFollowRequest(id, true)
	_ = w.reported(session.Answering)
	assert.Equal(t, store.Unanswered, w.Notifications.Answer(id))
	remove()
	w.AnswerFollowRequest(id, true)
	w.Until("carol follows alice", func() bool { return w.server.Follows(carol, alice) })
	assert.Len(t, w.failures, 1)
}

func TestARequestThatIsGone(t *testing.T) {
	w, id := asked(t)
	second := id
	w.server.TakeBackRequest(carol, alice)
	w.server.AskToFollow(carol, alice)
	w.told(2)
	w.server.TakeBackRequest(carol, alice)
	id = w.Notifications.All().Newest()
	w.AnswerFollowRequest(id, true)
	_ = w.reported(session.Answering)
	assert.Equal(t, store.Withdrawn, w.Notifications.Answer(id))
	assert.Equal(t, store.Withdrawn, w.Notifications.Answer(second), "the one before it is gone as well")
	w.AnswerFollowRequest("unknown", true)
	w.Run()
	assert.Len(t, w.server.Requests("following/requests/accept"), 1)
}
