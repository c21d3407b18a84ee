package session

import (
	"context"

	"mejiro/api"
	"mejiro/api/misskey"
)

// Renote passes a note on, to as many as may see the note itself.
func (s *Session) Renote(n misskey.Note) {
	s.countRenote(n.ID, 1)
	draft := api.NewNote{RenoteID: n.ID, Visibility: n.Visibility, LocalOnly: n.LocalOnly}
	s.create(draft, func(made misskey.Note, err error) {
		if err != nil {
			s.countRenote(n.ID, -1)
			s.report(Renoting, err)
			s.doubt(n.ID, err)
			return
		}
		s.own(made)
	})
}

func (s *Session) countRenote(id misskey.NoteID, by int) {
	s.Notes.Update(id, func(n misskey.Note) misskey.Note {
		n.RenoteCount = max(0, n.RenoteCount+by)
		return n
	})
}

// Unrenote deletes the account's own renotes of a note, quotes included, as the
// server does.
func (s *Session) Unrenote(id misskey.NoteID) {
	s.ask(func(ctx context.Context) error { return s.Client().Unrenote(ctx, id) }, func(err error) {
		if err != nil {
			s.report(Unrenoting, err)
			return
		}
		for _, renote := range s.Notes.RenotesBy(s.MyID(), id) {
			s.forget(renote)
		}
		s.refresh(id) // for the count, of which other clients may know more
	})
}
