package store

import (
	"maps"
	"reflect"
	"slices"

	"fyne.io/fyne/v2/data/binding"

	"mejiro/api/misskey"
)

// Notes are the notes one account knows, each kept once.
type Notes struct {
	me      misskey.UserID
	notes   map[misskey.NoteID]*misskey.Note    // a note pointed to is never altered
	renotes map[misskey.NoteID][]misskey.NoteID // the pure renotes of a note
	gone    map[misskey.NoteID]bool             // deleted; a late copy is not taken in
	watched map[misskey.NoteID]*watched
	changed map[misskey.NoteID]bool // in the Batch that runs; nil outside
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
		notes:   map[misskey.NoteID]*misskey.Note{},
		renotes: map[misskey.NoteID][]misskey.NoteID{},
		gone:    map[misskey.NoteID]bool{},
		watched: map[misskey.NoteID]*watched{},
	}
}

// Put takes in notes as the HTTP API packs them, with what the viewer did.
// The notes they reply to and renote are taken in too. Notes that were
// deleted are not.
func (s *Notes) Put(notes ...misskey.Note) {
	for _, n := range notes {
		s.put(n, forViewer)
	}
}

// PutStreamed takes in a note of the stream, which is packed for nobody in
// particular: what the viewer did is kept from what is known already.
func (s *Notes) PutStreamed(n misskey.Note) { s.put(n, forNobody) }

func (s *Notes) put(n misskey.Note, how packing) {
	if n.ID == "" || s.gone[n.ID] {
		return
	}
	n.Reply = s.putInner(n.Reply, inReply)
	n.Renote = s.putInner(n.Renote, how)
	old, known := s.notes[n.ID]
	if known {
		n = merge(*old, n, how)
		if s.watched[n.ID] != nil && reflect.DeepEqual(*old, n) {
			return // pages overlap, and each subscription brings its copy
		}
	} else if n.IsPureRenote() {
		s.renotes[n.RenoteID] = append(s.renotes[n.RenoteID], n.ID)
	}
	s.set(n)
}

// putInner takes in a note that another refers to. What stays in the other is
// its ID alone, so that a note renoted often is not held often.
func (s *Notes) putInner(inner *misskey.Note, how packing) *misskey.Note {
	if inner == nil {
		return nil
	}
	s.put(*inner, how)
	return &misskey.Note{ID: inner.ID}
}

// Note returns a note with the notes it replies to and renotes as they are
// known now.
func (s *Notes) Note(id misskey.NoteID) (misskey.Note, bool) {
	n, ok := s.notes[id]
	if !ok {
		return misskey.Note{}, false
	}
	return s.expand(*n, 2), true
}

// Has reports whether a note is known.
func (s *Notes) Has(id misskey.NoteID) bool {
	_, ok := s.notes[id]
	return ok
}

// Len is how many notes are known, those that others only refer to included.
func (s *Notes) Len() int { return len(s.notes) }

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
	known, ok := s.notes[inner.ID]
	if !ok {
		return nil // it was deleted since
	}
	current := s.expand(*known, depth-1)
	return &current
}

// Watch returns the binding that follows a note until Unwatch was called as
// often. A deleted note is told as the zero note.
func (s *Notes) Watch(id misskey.NoteID) binding.Item[misskey.Note] {
	w, ok := s.watched[id]
	if !ok {
		w = &watched{item: binding.NewItem(neverEqual[misskey.Note])}
		s.watched[id] = w
		s.show(id, w)
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
		s.set(change(*n))
	}
}

// Delete forgets a deleted note and the pure renotes of it, and names all that
// are gone by that. Later copies of them are not taken in.
func (s *Notes) Delete(id misskey.NoteID) (gone []misskey.NoteID) {
	gone = append([]misskey.NoteID{id}, s.renotes[id]...)
	delete(s.renotes, id)
	for _, id := range gone {
		if n, known := s.notes[id]; known && n.IsPureRenote() {
			s.unlist(*n)
		}
		delete(s.notes, id)
		s.gone[id] = true
		s.tell(id)
	}
	return gone
}

func (s *Notes) unlist(renote misskey.Note) {
	ids := s.renotes[renote.RenoteID]
	s.renotes[renote.RenoteID] = slices.DeleteFunc(ids, func(id misskey.NoteID) bool { return id == renote.ID })
}

// Batch runs change and tells the watchers of a note once that it changed,
// however often it did.
func (s *Notes) Batch(change func()) {
	if s.changed != nil {
		change()
		return
	}
	s.changed = map[misskey.NoteID]bool{}
	change()
	changed := s.changed
	s.changed = nil
	for id := range changed {
		s.tell(id)
	}
}

func (s *Notes) set(n misskey.Note) {
	s.notes[n.ID] = &n
	s.tell(n.ID)
}

func (s *Notes) tell(id misskey.NoteID) {
	w, ok := s.watched[id]
	switch {
	case !ok:
	case s.changed != nil:
		s.changed[id] = true
	default:
		s.show(id, w)
	}
}

func (s *Notes) show(id misskey.NoteID, w *watched) {
	var n misskey.Note // of a deleted one
	if known, ok := s.notes[id]; ok {
		n = *known
	}
	_ = w.item.Set(n) // a plain item's Set never fails
}

// mine is the viewer's reaction to a note, "" where there is none.
func (s *Notes) mine(id misskey.NoteID) string {
	if n, ok := s.notes[id]; ok {
		return n.MyReaction
	}
	return ""
}

// neverEqual makes a binding tell every Set: comparing two notes deeply would
// cost more than drawing one again.
func neverEqual[T any](T, T) bool { return false }

func clonePoll(p misskey.Poll) misskey.Poll {
	p.Choices = slices.Clone(p.Choices)
	return p
}

func cloneReactions(r map[string]int) map[string]int {
	if r == nil {
		return map[string]int{}
	}
	return maps.Clone(r)
}
