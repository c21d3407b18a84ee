package store

import (
	"iter"
	"maps"
	"reflect"

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

// Put takes in notifications of a page, grouped or not. It does not list them;
// see Add. What is listed and told by the page anew, in a group that is cut
// otherwise, is taken out of where it was.
func (s *Notifications) Put(page ...misskey.Notification) {
	listed := s.listedDeeds(page)
	var gone, changed []misskey.NotificationID
	for _, n := range page {
		n = s.putNote(n)
		old, known := s.byID[n.ID]
		if known && last(old).After(last(n)) {
			continue // it is a group that has grown since the page was made
		}
		s.byID[n.ID] = n
		if known && !reflect.DeepEqual(old, n) {
			changed = append(changed, n.ID)
		}
		out, less := s.takeOut(n, listed[deedOf(n)])
		gone, changed = append(gone, out...), append(changed, less...)
	}
	s.Remove(gone...)
	s.tell(changed...)
}

// PutStreamed takes in a notification of the stream and reports whether it is
// to be listed: not when a page has told it before, in a group.
func (s *Notifications) PutStreamed(n misskey.Notification) bool {
	n = s.putNote(n)
	if _, known := s.byID[n.ID]; known {
		return true // a group called so stays what it is
	}
	if d := deedOf(n); d != (deed{}) {
		for id := range s.All().IDs() {
			if listed := s.byID[id]; deedOf(listed) == d && tells(listed, n) {
				return false
			}
		}
	}
	s.byID[n.ID] = n
	return true
}

// putNote takes in the note of n. What stays in n are its IDs.
func (s *Notifications) putNote(n misskey.Notification) misskey.Notification {
	if n.Note != nil {
		s.notes.PutStreamed(*n.Note) // some servers leave out what the viewer did
		n.Note = &misskey.Note{ID: n.Note.ID, RenoteID: n.Note.RenoteID}
	}
	return n
}

// Notification returns one with its note as it is known now; the note is nil
// if it was deleted. That of several renotes is one of them or, when that was
// taken back, what they renoted.
func (s *Notifications) Notification(id misskey.NotificationID) (misskey.Notification, bool) {
	n, ok := s.byID[id]
	if !ok || n.Note == nil {
		return n, ok
	}
	note, known := s.notes.Note(n.Note.ID)
	if !known && n.Type == misskey.NotifyRenoteGrouped {
		note, known = s.notes.Note(n.Note.RenoteID)
	}
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
			if n.Note == nil {
				continue
			}
			if !yield(n.Note.ID) || n.Note.RenoteID != "" && !yield(n.Note.RenoteID) {
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
