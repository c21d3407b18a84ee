package session

import (
	"context"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/app/store"
)

// wish is the account's reaction to a note on its way to the server. One at a
// time is, so that the last one made is the one that stays.
type wish struct {
	wanted string // as the reader chose it; "" for none
	sent   string // what the server is being told
	server string // what it is known to have, as a key
	echoed bool   // the stream told of it since sent was sent
}

// React makes reaction the account's own on a note; "" takes the present one
// back. The same reaction again changes nothing.
func (s *Session) React(id misskey.NoteID, reaction string) {
	n, ok := s.Notes.Note(id)
	if !ok || n.MyReaction == store.ReactionKey(reaction) {
		return
	}
	s.Notes.React(id, reaction)
	if w, busy := s.wishes[id]; busy {
		w.wanted = reaction
		return
	}
	w := &wish{wanted: reaction, server: n.MyReaction}
	s.wishes[id] = w
	s.sendWish(id, w)
}

func (s *Session) sendWish(id misskey.NoteID, w *wish) {
	w.sent, w.echoed = w.wanted, false
	reaction := w.sent
	s.ask(func(ctx context.Context) error {
		if reaction == "" {
			return s.Client().DeleteReaction(ctx, id)
		}
		return s.Client().CreateReaction(ctx, id, reaction)
	}, func(err error) { s.wishSent(id, w, err) })
}

func (s *Session) wishSent(id misskey.NoteID, w *wish, err error) {
	sent := store.ReactionKey(w.sent)
	if (err == nil || isRefusal(err, already)) && !w.echoed {
		w.server = sent
	}
	if w.wanted != w.sent && store.ReactionKey(w.wanted) != w.server {
		s.sendWish(id, w) // the reader changed their mind meanwhile
		return
	}
	delete(s.wishes, id)
	s.Notes.React(id, w.server)
	if err == nil {
		return
	}
	if w.wanted == w.sent && w.server != sent {
		s.report(Reacting, err)
	}
	s.doubt(id, err)
}

// already reports whether a refusal says that the reaction is as wanted.
func already(e *api.Refused) bool {
	return e.Code == api.CodeAlreadyReacted || e.Code == api.CodeNotReacted
}

// myReaction absorbs what the stream tells of the account's own reaction; key
// is "" when it was taken back. It reports whether that is to be shown: not
// while the reader wants something else by now.
func (s *Session) myReaction(id misskey.NoteID, key string) (show bool) {
	w, busy := s.wishes[id]
	if !busy {
		return true
	}
	w.server = key
	w.echoed = w.echoed || key != "" || w.sent == ""
	return w.wanted == w.sent
}

// keepWishes shows the reactions that are on their way, in notes that were
// packed before.
func (s *Session) keepWishes() {
	for id, w := range s.wishes {
		s.Notes.React(id, w.wanted)
	}
}
