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
	s.Notes.Batch(func() {
		for _, e := range batch {
			if n, ok := e.(stream.NoteArrived); ok {
				if src := s.take(n); src != nil {
					arrived[src] = append(arrived[src], n.Note.ID)
				}
				continue
			}
			_ = s.applyConnection(e) || s.applyNote(e) || s.applyMain(e) || s.applyServer(e)
		}
	})
	for src, ids := range arrived { // in whatever order: each list has its own
		src.streamed(s.existing(ids))
	}
}

// existing are the notes that were not deleted in the batch that brought them.
func (s *Session) existing(ids []misskey.NoteID) []misskey.NoteID {
	known := ids[:0]
	for _, id := range ids {
		if s.Notes.Has(id) {
			known = append(known, id)
		}
	}
	return known
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
		s.connected = true
		s.become(Online)
		s.loadAccount(e.Again)
	case stream.Disconnected:
		s.broken(Offline)
	case stream.Unauthorized:
		s.broken(Unauthorized)
	case stream.Suspended:
		s.broken(Suspended)
	case stream.Subscribed:
		s.subscription(e.Subscription, (*source).subscribed, s.notifications.subscribed)
	case stream.Refused:
		s.subscription(e.Subscription, (*source).broken, s.notifications.broken)
	default:
		return false
	}
	return true
}

// subscription tells whoever a subscription feeds.
func (s *Session) subscription(id stream.SubscriptionID, tell func(*source), tellMain func()) {
	if id == s.main {
		tellMain()
	} else if src := s.sourceOf(id); src != nil {
		tell(src)
	}
}

func (s *Session) applyNote(e stream.Event) bool {
	switch e := e.(type) {
	case stream.NoteReacted:
		s.reacted(e)
	case stream.NoteUnreacted:
		if e.UserID != s.MyID() || s.myReaction(e.NoteID, "") {
			s.Notes.Unreacted(e.NoteID, e.UserID, e.Reaction)
		}
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

func (s *Session) reacted(e stream.NoteReacted) {
	url := ""
	if e.Emoji != nil {
		url = e.Emoji.URL
	}
	if e.UserID != s.MyID() || s.myReaction(e.NoteID, store.ReactionKey(e.Reaction)) {
		s.Notes.Reacted(e.NoteID, e.UserID, e.Reaction, url)
	}
}

func (s *Session) applyMain(e stream.Event) bool {
	switch e := e.(type) {
	case stream.NotificationArrived:
		s.notified(e.Notification)
	case stream.AllNotificationsRead:
		s.setUnread(0)
	case stream.NotificationsFlushed:
		s.flushed()
	case stream.MeUpdated:
		s.updateMe(e.Merge)
	case stream.TokenRegenerated:
		s.loadMe() // an app's token may hold on; the answer tells
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
