package session

import (
	"context"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/app/store"
)

// AnswerFollowRequest lets whom a notification tells of follow the account, or
// turns them down. A request is answered once.
func (s *Session) AnswerFollowRequest(id misskey.NotificationID, accept bool) {
	n, ok := s.Notifications.Notification(id)
	if !ok || n.UserID == "" || s.Notifications.Answer(id) != store.Unanswered {
		return
	}
	answer, tell := store.Rejected, s.Client().RejectFollowRequest
	if accept {
		answer, tell = store.Accepted, s.Client().AcceptFollowRequest
	}
	undo := s.Notifications.SetAnswer(id, answer)
	s.ask(func(ctx context.Context) error { return tell(ctx, n.UserID) }, func(err error) {
		if err == nil {
			return
		}
		undo()
		if isRefusal(err, withdrawn) {
			s.Notifications.SetAnswer(id, store.Withdrawn)
		}
		s.report(Answering, err)
	})
}

// withdrawn reports whether a refusal says that there is no request any more.
func withdrawn(e *api.Refused) bool {
	return e.Code == api.CodeNoFollowRequest || e.Code == api.CodeNoSuchUser
}
