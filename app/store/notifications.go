package store

import (
	"fyne.io/fyne/v2/data/binding"

	"mejiro/api/misskey"
)

// Notifications are the notifications of an account. The notes they speak of
// go into Notes.
type Notifications struct {
	*List[misskey.NotificationID]
	Unread binding.Int

	notes *Notes
	byID  map[misskey.NotificationID]misskey.Notification
}

// NewNotifications returns an empty list that is loading.
func NewNotifications(notes *Notes) *Notifications {
	return &Notifications{
		List:   NewList[misskey.NotificationID](),
		Unread: binding.NewInt(),
		notes:  notes,
		byID:   map[misskey.NotificationID]misskey.Notification{},
	}
}

// Put takes in notifications of a page or of the stream.
func (s *Notifications) Put(page ...misskey.Notification) {
	ids := make([]misskey.NotificationID, 0, len(page))
	for _, n := range page {
		if n.Note != nil {
			s.notes.PutStreamed(*n.Note) // they lack what the viewer did
		}
		s.byID[n.ID] = n
		ids = append(ids, n.ID)
	}
	s.Add(ids...)
}

// Notification returns one with its note as it is known now; the note is nil
// if it was deleted.
func (s *Notifications) Notification(id misskey.NotificationID) (misskey.Notification, bool) {
	n, ok := s.byID[id]
	if ok && n.Note != nil {
		n.Note = nil
		if note, known := s.notes.Note(s.byID[id].Note.ID); known {
			n.Note = &note
		}
	}
	return n, ok
}
