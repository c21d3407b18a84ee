package store

import (
	"iter"
	"maps"

	"fyne.io/fyne/v2/data/binding"

	"mejiro/api/misskey"
)

// Notifications are the notifications of an account. The notes they speak of
// go into Notes.
type Notifications struct {
	*List[misskey.NotificationID]
	Unread binding.Int

	notes    *Notes
	byID     map[misskey.NotificationID]misskey.Notification
	answers  map[misskey.NotificationID]Answer
	watchers map[int]func(misskey.NotificationID)
	lastID   int // of a watcher
}

// NewNotifications returns an empty list that is loading.
func NewNotifications(notes *Notes) *Notifications {
	return &Notifications{
		List:   NewList[misskey.NotificationID](),
		Unread: binding.NewInt(),
		notes:  notes,
		byID:   map[misskey.NotificationID]misskey.Notification{},

		answers:  map[misskey.NotificationID]Answer{},
		watchers: map[int]func(misskey.NotificationID){},
	}
}

// AddWatcher has changed told of each notification that is no longer as it
// was, until remove. What becomes of its note is told by Notes.
func (s *Notifications) AddWatcher(changed func(misskey.NotificationID)) (remove func()) {
	s.lastID++
	id := s.lastID
	s.watchers[id] = changed
	return func() { delete(s.watchers, id) }
}

func (s *Notifications) tell(ids ...misskey.NotificationID) {
	for _, id := range ids {
		for _, changed := range s.watchers {
			changed(id)
		}
	}
}

// Put takes in notifications of a page or of the stream. It does not list
// them; see Add.
func (s *Notifications) Put(page ...misskey.Notification) {
	for _, n := range page {
		if n.Note != nil {
			s.notes.PutStreamed(*n.Note) // some servers leave out what the viewer did
			n.Note = &misskey.Note{ID: n.Note.ID}
		}
		s.byID[n.ID] = n
	}
}

// Notification returns one with its note as it is known now; the note is nil
// if it was deleted.
func (s *Notifications) Notification(id misskey.NotificationID) (misskey.Notification, bool) {
	n, ok := s.byID[id]
	if !ok || n.Note == nil {
		return n, ok
	}
	note, known := s.notes.Note(n.Note.ID)
	n.Note = nil
	if known {
		n.Note = &note
	}
	return n, true
}

// NoteIDs are the notes that the notifications speak of.
func (s *Notifications) NoteIDs() iter.Seq[misskey.NoteID] {
	return func(yield func(misskey.NoteID) bool) {
		for _, n := range s.byID {
			if n.Note != nil && !yield(n.Note.ID) {
				return
			}
		}
	}
}

// Retain forgets the notifications that are not listed.
func (s *Notifications) Retain() {
	maps.DeleteFunc(s.byID, func(id misskey.NotificationID, _ misskey.Notification) bool { return !s.All().Has(id) })
	maps.DeleteFunc(s.answers, func(id misskey.NotificationID, _ Answer) bool { return !s.All().Has(id) })
}
