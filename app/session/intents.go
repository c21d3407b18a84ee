package session

import (
	"context"
	"errors"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/app/store"
	"mejiro/app/task"
)

// do tells the server of something that is shown already, and takes it back
// and reports when the server refuses.
func (s *Session) do(i Intent, tell func(context.Context) error, undo func()) {
	task.Go(s.ctx, s.options.Loop,
		func(ctx context.Context) (struct{}, error) { return struct{}{}, tell(ctx) },
		func(_ struct{}, err error) {
			if err != nil {
				undo()
				s.fail(i, err)
			}
		})
}

// Watch follows a shown note, so that reactions and votes arrive.
func (s *Session) Watch(id misskey.NoteID) { s.stream.Capture(id) }

// Unwatch takes one Watch back.
func (s *Session) Unwatch(id misskey.NoteID) { s.stream.Release(id) }

// React makes reaction the account's own on a note; "" takes the present one
// back. The same reaction again changes nothing.
func (s *Session) React(id misskey.NoteID, reaction string) {
	n, ok := s.Notes.Note(id)
	if !ok || n.MyReaction == store.ReactionKey(reaction) {
		return
	}
	undo := s.Notes.React(id, reaction)
	s.do(Reacting, func(ctx context.Context) error {
		if reaction == "" {
			return s.Client().DeleteReaction(ctx, id)
		}
		return s.Client().CreateReaction(ctx, id, reaction)
	}, undo)
}

// Vote votes for a choice of a note's poll.
func (s *Session) Vote(id misskey.NoteID, choice int) {
	undo := s.Notes.Vote(id, choice)
	s.do(Voting, func(ctx context.Context) error { return s.Client().VotePoll(ctx, id, choice) }, undo)
}

// Renote passes a note on.
func (s *Session) Renote(n misskey.Note) {
	s.countRenote(n.ID, 1)
	draft := api.NewNote{RenoteID: n.ID, Visibility: renoteVisibility(n), LocalOnly: n.LocalOnly}
	get(s, func(ctx context.Context) (misskey.Note, error) { return s.Client().CreateNote(ctx, draft) },
		func(made misskey.Note, err error) {
			if err != nil && !isProcessing(err) {
				s.countRenote(n.ID, -1)
				s.fail(Renoting, err)
				return
			}
			s.own(made)
		})
}

// renoteVisibility is as wide as the note itself is, at most.
func renoteVisibility(n misskey.Note) misskey.Visibility {
	if n.Visibility == misskey.VisibilityPublic {
		return misskey.VisibilityPublic
	}
	return n.Visibility
}

func (s *Session) countRenote(id misskey.NoteID, by int) {
	s.Notes.Update(id, func(n misskey.Note) misskey.Note {
		n.RenoteCount = max(0, n.RenoteCount+by)
		return n
	})
}

// Unrenote deletes the account's own renotes of a note.
func (s *Session) Unrenote(id misskey.NoteID) {
	s.do(Unrenoting, func(ctx context.Context) error { return s.Client().Unrenote(ctx, id) }, func() {})
}

// Delete deletes one of the account's own notes; done runs when it is gone.
// The note stays in its place until the server agreed.
func (s *Session) Delete(id misskey.NoteID, done func()) {
	get(s, func(ctx context.Context) (struct{}, error) { return struct{}{}, s.Client().DeleteNote(ctx, id) },
		func(_ struct{}, err error) {
			if err != nil && !isGone(err) {
				s.fail(Deleting, err)
				return
			}
			s.forget(id)
			done()
		})
}

// Post sends a note. done gets the note as the server made it, or the reason
// why there is none; the words stay with the caller until then.
func (s *Session) Post(draft api.NewNote, done func(misskey.Note, error)) {
	get(s, func(ctx context.Context) (misskey.Note, error) { return s.Client().CreateNote(ctx, draft) },
		func(made misskey.Note, err error) {
			if isProcessing(err) {
				err = nil // the server has it and is busy with it
			}
			if err != nil {
				s.troubled(err)
				done(made, err)
				return
			}
			if draft.ReplyID != "" {
				s.Notes.Update(draft.ReplyID, func(n misskey.Note) misskey.Note { n.RepliesCount++; return n })
			}
			s.own(made)
			done(made, nil)
		})
}

// own shows a note just made where the stream will bring it too.
func (s *Session) own(n misskey.Note) {
	if n.ID == "" {
		return
	}
	s.Notes.Put(n)
	if src, ok := s.sources[Home]; ok && src.loaded {
		src.list.Add(n.ID)
	}
}

func isProcessing(err error) bool {
	var refused *api.Refused
	return errors.As(err, &refused) && refused.IsProcessing()
}

func isGone(err error) bool {
	var refused *api.Refused
	return errors.As(err, &refused) && refused.IsGone()
}
