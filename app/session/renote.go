package session

import (
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
