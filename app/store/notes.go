package store

import (
	"maps"

	"fyne.io/fyne/v2/data/binding"

	"mejiro/api/misskey"
)

// Notes are the notes one account knows, each kept once.
type Notes struct {
	me      misskey.UserID
	notes   map[misskey.NoteID]misskey.Note
	watched map[misskey.NoteID]*watched
}

type watched struct {
	item  binding.Item[misskey.Note]
	count int
}

// NewNotes returns an empty store of the notes that me, the account's own
// user, knows.
func NewNotes(me misskey.UserID) *Notes {
	return &Notes{
		me:      me,
		notes:   map[misskey.NoteID]misskey.Note{},
		watched: map[misskey.NoteID]*watched{},
	}
}

// Put takes in notes as the HTTP API packs them, with what the viewer did.
// The notes they reply to and renote are taken in too.
func (s *Notes) Put(notes ...misskey.Note) {
	for _, n := range notes {
		s.put(n, false)
	}
}

// PutStreamed takes in a note of the stream, which is packed for nobody in
// particular: what the viewer did is kept from what is known already.
func (s *Notes) PutStreamed(n misskey.Note) { s.put(n, true) }

func (s *Notes) put(n misskey.Note, streamed bool) {
	if n.ID == "" {
		return
	}
	for _, inner := range []*misskey.Note{n.Reply, n.Renote} {
		if inner != nil {
			s.put(*inner, streamed)
		}
	}
	if old, known := s.notes[n.ID]; known {
		n = merge(old, n, streamed)
	}
	s.set(n)
}

// merge keeps what a fresh copy of a note could not tell.
func merge(old, fresh misskey.Note, streamed bool) misskey.Note {
	if fresh.Reply == nil && fresh.ReplyID == old.ReplyID {
		fresh.Reply = old.Reply
	}
	if fresh.Renote == nil && fresh.RenoteID == old.RenoteID {
		fresh.Renote = old.Renote
	}
	if !streamed {
		return fresh
	}
	if fresh.MyReaction == "" {
		fresh.MyReaction = old.MyReaction
	}
	if fresh.Poll != nil && old.Poll != nil && len(fresh.Poll.Choices) == len(old.Poll.Choices) {
		poll := clonePoll(*fresh.Poll)
		for i := range poll.Choices {
			poll.Choices[i].IsVoted = poll.Choices[i].IsVoted || old.Poll.Choices[i].IsVoted
		}
		fresh.Poll = &poll
	}
	return fresh
}

// Note returns a note with the notes it replies to and renotes as they are
// known now.
func (s *Notes) Note(id misskey.NoteID) (misskey.Note, bool) {
	n, ok := s.notes[id]
	if !ok {
		return misskey.Note{}, false
	}
	return s.expand(n, 2), true
}

func (s *Notes) expand(n misskey.Note, depth int) misskey.Note {
	if depth == 0 {
		return n
	}
	n.Reply = s.fresh(n.Reply, depth)
	n.Renote = s.fresh(n.Renote, depth)
	return n
}

func (s *Notes) fresh(inner *misskey.Note, depth int) *misskey.Note {
	if inner == nil {
		return nil
	}
	current, known := s.notes[inner.ID]
	if !known {
		return nil // it was deleted since
	}
	current = s.expand(current, depth-1)
	return &current
}

// Watch returns the binding that follows a note until Unwatch was called as
// often. A deleted note is told as the zero note.
func (s *Notes) Watch(id misskey.NoteID) binding.Item[misskey.Note] {
	w, ok := s.watched[id]
	if !ok {
		w = &watched{item: binding.NewItem(neverEqual[misskey.Note])}
		_ = w.item.Set(s.notes[id]) // a plain item's Set never fails
		s.watched[id] = w
	}
	w.count++
	return w.item
}

// Unwatch ends one Watch.
func (s *Notes) Unwatch(id misskey.NoteID) {
	w, ok := s.watched[id]
	if !ok {
		return
	}
	if w.count--; w.count == 0 {
		delete(s.watched, id)
	}
}

// Update replaces a known note by what change makes of it. change must not
// alter maps and slices of the note it gets but replace them.
func (s *Notes) Update(id misskey.NoteID, change func(misskey.Note) misskey.Note) {
	if n, ok := s.notes[id]; ok {
		s.set(change(n))
	}
}

// Delete forgets a note.
func (s *Notes) Delete(id misskey.NoteID) {
	delete(s.notes, id)
	if w, ok := s.watched[id]; ok {
		_ = w.item.Set(misskey.Note{})
	}
}

func (s *Notes) set(n misskey.Note) {
	s.notes[n.ID] = n
	if w, ok := s.watched[n.ID]; ok {
		_ = w.item.Set(n)
	}
}

// neverEqual makes a binding tell every Set: comparing two notes deeply would
// cost more than drawing one again.
func neverEqual[T any](T, T) bool { return false }

func clonePoll(p misskey.Poll) misskey.Poll {
	p.Choices = append([]misskey.PollChoice(nil), p.Choices...)
	return p
}

func cloneReactions(r map[string]int) map[string]int {
	if r == nil {
		return map[string]int{}
	}
	return maps.Clone(r)
}
