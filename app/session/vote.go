package session

import (
	"context"

	"mejiro/api/misskey"
)

// Vote votes for a choice of a note's poll.
func (s *Session) Vote(id misskey.NoteID, choice int) {
	undo := s.Notes.Vote(id, choice)
	s.ask(func(ctx context.Context) error { return s.Client().VotePoll(ctx, id, choice) }, func(err error) {
		if err == nil {
			s.Notes.Vote(id, choice) // in case a copy made before came meanwhile
			return
		}
		undo()
		s.report(Voting, err)
		s.doubt(id, err)
	})
}
