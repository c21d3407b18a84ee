package store

import "mejiro/api/misskey"

// Vote marks a choice as voted by the viewer and returns what takes it back.
// A choice that is none, or voted already, is left as it is.
func (s *Notes) Vote(id misskey.NoteID, choice int) (undo func()) {
	if !s.vote(id, choice, true, 1) {
		return func() {}
	}
	return func() { s.vote(id, choice, false, -1) }
}

// PollVoted absorbs a vote. The echo of the viewer's own changes nothing.
func (s *Notes) PollVoted(id misskey.NoteID, user misskey.UserID, choice int) {
	if user == s.me {
		s.vote(id, choice, true, 1)
		return
	}
	s.changeChoice(id, choice, func(c misskey.PollChoice) misskey.PollChoice {
		c.Votes++
		return c
	})
}

func (s *Notes) vote(id misskey.NoteID, choice int, voted bool, by int) bool {
	n, known := s.notes[id]
	if !known || n.Poll == nil {
		return false
	}
	p := n.Poll
	if choice < 0 || choice >= len(p.Choices) || p.Choices[choice].IsVoted == voted {
		return false
	}
	s.changeChoice(id, choice, func(c misskey.PollChoice) misskey.PollChoice {
		c.IsVoted = voted
		c.Votes = max(0, c.Votes+by)
		return c
	})
	return true
}

func (s *Notes) changeChoice(id misskey.NoteID, choice int, change func(misskey.PollChoice) misskey.PollChoice) {
	s.Update(id, func(n misskey.Note) misskey.Note {
		if n.Poll == nil || choice < 0 || choice >= len(n.Poll.Choices) {
			return n
		}
		poll := clonePoll(*n.Poll)
		poll.Choices[choice] = change(poll.Choices[choice])
		n.Poll = &poll
		return n
	})
}
