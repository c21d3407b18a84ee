package session

import (
	"mejiro/api/misskey"
	"mejiro/api/stream"
	"mejiro/app/store"
)

// apply takes a batch of events into the stores. Notes of one batch enter
// their timelines together, so that a flood costs one change a batch.
func (s *Session) apply(batch []stream.Event) {
	arrived := map[*source][]misskey.NoteID{}
	for _, e := range batch {
		if n, ok := e.(stream.NoteArrived); ok {
			if src := s.take(n); src != nil {
				arrived[src] = append(arrived[src], n.Note.ID)
			}
			continue
		}
		_ = s.applyConnection(e) || s.applyNote(e) || s.applyMain(e) || s.applyServer(e)
	}
	for src, ids := range arrived {
		src.list.Add(ids...)
	}
}

// take stores a streamed note and says which timeline it is for.
func (s *Session) take(n stream.NoteArrived) *source {
	src := s.sourceOf(n.Subscription)
	if src == nil {
		return nil
	}
	if n.Partial {
		s.fetch(n.Note.ID, src)
		return nil
	}
	s.Notes.PutStreamed(n.Note)
	return src
}

func (s *Session) applyConnection(e stream.Event) bool {
	switch e := e.(type) {
	case stream.Connected:
		_ = s.State.Set(Online)
	case stream.Disconnected:
		s.broken()
	case stream.Unauthorized:
		_ = s.State.Set(Unauthorized)
		s.markOffline(true)
	case stream.Suspended:
		_ = s.State.Set(Suspended)
		s.markOffline(true)
	case stream.Subscribed:
		s.subscribed(e)
	case stream.Refused:
		s.refused(e.Subscription)
	default:
		return false
	}
	return true
}

func (s *Session) applyNote(e stream.Event) bool {
	switch e := e.(type) {
	case stream.NoteReacted:
		url := ""
		if e.Emoji != nil {
			url = e.Emoji.URL
		}
		s.Notes.Reacted(e.NoteID, e.UserID, e.Reaction, url)
	case stream.NoteUnreacted:
		s.Notes.Unreacted(e.NoteID, e.UserID, e.Reaction)
	case stream.NotePollVoted:
		s.Notes.PollVoted(e.NoteID, e.UserID, e.Choice)
	case stream.NoteDeleted:
		s.forget(e.NoteID)
	case stream.NoteEdited:
		s.Notes.Update(e.NoteID, func(n misskey.Note) misskey.Note {
			n.Text, n.CW = e.Text, e.CW
			return n
		})
	default:
		return false
	}
	return true
}

func (s *Session) applyMain(e stream.Event) bool {
	switch e := e.(type) {
	case stream.NotificationArrived:
		s.Notifications.Put(e.Notification)
		unread, _ := s.Notifications.Unread.Get() // a plain item's Get never fails
		_ = s.Notifications.Unread.Set(unread + 1)
	case stream.AllNotificationsRead:
		_ = s.Notifications.Unread.Set(0)
	case stream.NotificationsFlushed:
		s.Notifications.Clear()
		_ = s.Notifications.Unread.Set(0)
	case stream.MeUpdated:
		known, _ := s.Me.Get()
		if me, err := e.Merge(known); err == nil {
			_ = s.Me.Set(me)
		}
	case stream.TokenRegenerated:
		_ = s.State.Set(Unauthorized)
	default:
		return false
	}
	return true
}

func (s *Session) applyServer(e stream.Event) bool {
	switch e := e.(type) {
	case stream.EmojiAdded:
		s.Emojis.Put(e.Emoji)
	case stream.EmojiUpdated:
		s.Emojis.Put(e.Emojis...)
	case stream.EmojiDeleted:
		s.Emojis.Delete(e.Names...)
	default:
		return false
	}
	return true
}

// broken remembers how far each list had got when the stream broke.
func (s *Session) broken() {
	if state, _ := s.State.Get(); state == Online || state == Connecting {
		_ = s.State.Set(Offline)
	}
	s.markOffline(true)
}

func (s *Session) markOffline(offline bool) {
	for _, src := range s.sources {
		src.setOffline(offline)
	}
	s.Notifications.SetStatus(func(st store.Status) store.Status { st.Offline = offline; return st })
}
