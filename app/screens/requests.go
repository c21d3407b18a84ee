package screens

import (
	"mejiro/api/misskey"
	"mejiro/app/session"
	"mejiro/app/store"
	"mejiro/widgets/note"
)

// Answer implements note.Actions.
func (a *noteActions) Answer(request misskey.NotificationID, accept bool) {
	a.session.AnswerFollowRequest(request, accept)
}

// answerOf is how the request that a notification tells of stands.
func answerOf(s *session.Session, id misskey.NotificationID) note.Answer {
	switch s.Notifications.Answer(id) {
	case store.Accepted:
		return note.Accepted
	case store.Rejected:
		return note.Rejected
	case store.Withdrawn:
		return note.Withdrawn
	case store.Unanswered:
	}
	return note.Unanswered
}
