package session

import (
	"context"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/app/task"
)

// Post sends a note. done gets the note as the server made it, or the reason
// why there is none; the words stay with the caller until then. A server that
// is still at it gives the zero note.
func (s *Session) Post(draft api.NewNote, done func(misskey.Note, error)) {
	s.create(draft, func(made misskey.Note, err error) {
		if err == nil {
			s.countReply(draft.ReplyID, 1)
			s.own(made)
		}
		done(made, err)
	})
}

// create makes a note.
func (s *Session) create(draft api.NewNote, done func(misskey.Note, error)) {
	task.Go(s.ctx, s.options.Loop,
		func(ctx context.Context) (misskey.Note, error) { return s.Client().CreateNote(ctx, draft) },
		func(made misskey.Note, err error) {
			s.notice(err)
			if isRefusal(err, (*api.Refused).IsProcessing) {
				err = nil // the server has it and is busy with it
			}
			done(made, err)
		})
}

func (s *Session) countReply(id misskey.NoteID, by int) {
	s.Notes.Update(id, func(n misskey.Note) misskey.Note {
		n.RepliesCount = max(0, n.RepliesCount+by)
		return n
	})
}

// own shows a note just made where the stream will bring it too.
func (s *Session) own(n misskey.Note) {
	if n.ID == "" {
		return
	}
	s.Notes.Put(n)
	for _, kind := range []Source{Home, Social} {
		if src, ok := s.sources[kind]; ok && src.loaded && n.ChannelID == "" {
			src.store.Add(n.ID)
		}
	}
}
