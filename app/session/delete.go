package session

import (
	"context"

	"mejiro/api"
	"mejiro/api/misskey"
)

// Delete deletes one of the account's own notes; done runs when it is gone.
// The note stays in its place until the server agreed.
func (s *Session) Delete(id misskey.NoteID, done func()) {
	s.ask(func(ctx context.Context) error { return s.Client().DeleteNote(ctx, id) }, func(err error) {
		if err != nil && !isRefusal(err, (*api.Refused).IsGone) {
			s.report(Deleting, err)
			return
		}
		s.forget(id)
		done()
	})
}

// forget takes a deleted note, and the pure renotes of it, out of every list.
func (s *Session) forget(id misskey.NoteID) {
	if n, ok := s.Notes.Note(id); ok {
		s.countReply(n.ReplyID, -1)
		if n.IsPureRenote() {
			s.countRenote(n.RenoteID, -1)
		}
	}
	gone := s.Notes.Delete(id)
	for _, src := range s.sources {
		src.store.Remove(gone...)
	}
}
