package session

import (
	"context"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/api/stream"
	"mejiro/app/store"
	"mejiro/app/task"
)

// subscribed runs when a subscription is confirmed: from here on notes come by
// the stream, so what came before is fetched now.
func (s *Session) subscribed(e stream.Subscribed) {
	_ = s.State.Set(Online)
	if e.Subscription == s.main {
		s.Notifications.SetStatus(func(st store.Status) store.Status { st.Offline = false; return st })
		if e.Again {
			s.catchUpNotifications()
		}
		return
	}
	for kind, src := range s.sources {
		if src.subscription != e.Subscription {
			continue
		}
		src.setOffline(false)
		src.breaks++
		if src.loaded {
			s.catchUp(kind, src)
		}
	}
}

// refused runs when the server does not open a subscription, as where a
// timeline is switched off. The list stays what the API gave.
func (s *Session) refused(id stream.SubscriptionID) {
	if src := s.sourceOf(id); src != nil {
		src.setOffline(true)
	}
}

// caught is what a catch-up found.
type caught struct {
	notes    []misskey.Note // newest first
	complete bool           // down to the mark
}

// catchUp fetches what a timeline missed: everything newer than its mark, and
// a gap below that if it is too much. It tries again until it succeeds or the
// timeline is closed.
func (s *Session) catchUp(kind Source, src *source) {
	if src.catching {
		return
	}
	src.behind, src.catching = true, true
	mark, breaks := src.mark, src.breaks
	get(s, func(ctx context.Context) (caught, error) { return s.since(ctx, kind, mark) }, func(c caught, err error) {
		src.catching = false
		if err != nil {
			s.troubled(err)
			task.After(s.ctx, s.options.Loop, catchUpRetry, func() { s.retryCatchUp(kind, src) })
			return
		}
		s.add(src, c.notes)
		if !c.complete {
			src.list.AddGap(c.notes[len(c.notes)-1].ID)
		}
		if src.breaks != breaks { // the stream broke while this was fetched
			s.retryCatchUp(kind, src)
			return
		}
		src.behind = false
	})
}

func (s *Session) retryCatchUp(kind Source, src *source) {
	if s.sources[kind] == src && src.open && src.behind {
		s.catchUp(kind, src)
	}
}

// since pages back from the newest note to mark. It goes from the newest, not
// up from mark, so that the reader gets the present even when years are
// missing, and so that a note with an ID older than mark, from a server whose
// clock was set back, is not missed.
func (s *Session) since(ctx context.Context, kind Source, mark misskey.NoteID) (caught, error) {
	var c caught
	next := api.Page{Limit: firstPage}
	for range catchUpPages {
		notes, err := s.page(kind, next)(ctx)
		if err != nil {
			return c, err
		}
		c.notes = append(c.notes, notes...)
		if len(notes) == 0 || mark == "" || notes[len(notes)-1].ID <= mark {
			c.complete = true
			return c, nil
		}
		next = api.Page{UntilID: string(notes[len(notes)-1].ID), Limit: catchUpPage}
	}
	return c, nil
}
