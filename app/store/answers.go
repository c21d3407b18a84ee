package store

import "mejiro/api/misskey"

// Answer is what became of a request to follow the account.
type Answer int

// The answers.
const (
	Unanswered Answer = iota
	Accepted
	Rejected
	Withdrawn // the server knows of no request any more
)

// Answer is what became of the request that a notification tells of.
func (s *Notifications) Answer(id misskey.NotificationID) Answer { return s.answers[id] }

// SetAnswer keeps what became of the request of a notification, and of others
// of the same user that were not answered: there is one request of theirs at a
// time. undo takes it back.
func (s *Notifications) SetAnswer(id misskey.NotificationID, answer Answer) (undo func()) {
	var of []misskey.NotificationID
	from := s.byID[id].UserID
	for other, n := range s.byID {
		same := n.Type == misskey.NotifyReceiveFollowRequest && n.UserID == from
		if other == id || same && s.answers[other] == Unanswered {
			of = append(of, other)
		}
	}
	s.answer(of, answer)
	return func() { s.answer(of, Unanswered) }
}

func (s *Notifications) answer(of []misskey.NotificationID, answer Answer) {
	for _, id := range of {
		s.answers[id] = answer
	}
	s.tell(of...)
}
