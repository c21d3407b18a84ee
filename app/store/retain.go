package store

import (
	"iter"
	"slices"

	"mejiro/api/misskey"
)

// maxGone bounds the memory of deleted notes.
const maxGone = 10_000

// Retain forgets every note but roots, those that are watched, and those that
// one of them replies to or renotes.
func (s *Notes) Retain(roots iter.Seq[misskey.NoteID]) {
	kept := make(map[misskey.NoteID]bool, len(s.notes))
	for id := range roots {
		s.keep(id, kept)
	}
	for id := range s.watched {
		s.keep(id, kept)
	}
	for id := range s.notes {
		if !kept[id] {
			delete(s.notes, id)
		}
	}
	for target, ids := range s.renotes {
		ids = slices.DeleteFunc(ids, func(id misskey.NoteID) bool { return !kept[id] })
		if s.renotes[target] = ids; len(ids) == 0 {
			delete(s.renotes, target)
		}
	}
	if len(s.gone) > maxGone {
		clear(s.gone)
	}
}

func (s *Notes) keep(id misskey.NoteID, kept map[misskey.NoteID]bool) {
	n, known := s.notes[id]
	if !known || kept[id] {
		return
	}
	kept[id] = true
	for _, inner := range []*misskey.Note{n.Reply, n.Renote} {
		if inner != nil {
			s.keep(inner.ID, kept)
		}
	}
}
