package session

import (
	"mejiro/api/misskey"
	"mejiro/api/stream"
	"mejiro/app/store"
)

// Whole reports whether a timeline is loaded and followed, with nothing left
// to fetch.
func (s *Session) Whole(kind Source) bool {
	src := s.sources[kind]
	return src != nil && src.loaded && src.whole()
}

// NotificationsWhole is Whole for the notifications.
func (s *Session) NotificationsWhole() bool { return s.notifications.loaded && s.notifications.whole() }

func (l *list[T, ID]) whole() bool { return l.open && !l.behind && !l.catching }

// Apply takes events in as if the stream had told them.
func (s *Session) Apply(events ...stream.Event) { s.apply(events) }

// MainSubscription is the subscription that notifications come by.
func (s *Session) MainSubscription() stream.SubscriptionID { return s.main }

// The bounds of Tidy.
const (
	LongList      = longList
	ShortList     = shortList
	RestingTidies = restingTidies
	MostRows      = mostRows
)

// Subscription is the subscription that feeds a timeline.
func (s *Session) Subscription(kind Source) stream.SubscriptionID {
	return s.sources[kind].subscription
}

// CatchingUp reports whether a timeline fetches what it missed.
func (s *Session) CatchingUp(kind Source) bool { return s.sources[kind].catching }

// CatchUpEnded reports whether a timeline that is open has given up.
func (s *Session) CatchUpEnded(kind Source) bool {
	src := s.sources[kind]
	return src.open && src.behind && !src.catching
}

// Reaches tells where a catch-up may stop.
func Reaches(before store.Rows[misskey.NoteID], ids []misskey.NoteID) bool {
	return reaches(before, ids)
}

// Wishing reports whether a reaction is on its way to the server.
func (s *Session) Wishing(id misskey.NoteID) bool { return s.wishes[id] != nil }

// Running reports whether the stream is kept open.
func (s *Session) Running() bool { return s.running }

// Subscribed reports whether the stream feeds the notifications.
func (s *Session) Subscribed(stream.SubscriptionID) bool { return s.notifications.open }
