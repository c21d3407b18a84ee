package store

import (
	"slices"
	"time"

	"mejiro/api/misskey"
)

// A page of notifications puts neighbours into groups that tell the same of
// one note. A group is called by its oldest member; the others have no IDs in
// it. It ends where its page does, so that the next time, or when a page is
// loaded for another reason, it may be cut elsewhere.

// deed is what the members of a group have in common; the zero deed is that of
// notifications that are never grouped.
type deed struct {
	kind misskey.NotificationType
	note misskey.NoteID // reacted to or renoted
}

func deedOf(n misskey.Notification) deed {
	if n.Note == nil {
		return deed{}
	}
	switch n.Type {
	case misskey.NotifyReaction, misskey.NotifyReactionGrouped:
		return deed{misskey.NotifyReaction, n.Note.ID}
	case misskey.NotifyRenote, misskey.NotifyRenoteGrouped:
		return deed{misskey.NotifyRenote, n.Note.RenoteID}
	}
	return deed{}
}

// listedDeeds are the listed notifications that may be told by a page anew.
func (s *Notifications) listedDeeds(page []misskey.Notification) map[deed][]misskey.NotificationID {
	listed := map[deed][]misskey.NotificationID{}
	for _, n := range page {
		if d := deedOf(n); d != (deed{}) {
			listed[d] = nil
		}
	}
	if len(listed) == 0 {
		return nil
	}
	for id := range s.All().IDs() {
		d := deedOf(s.byID[id])
		if ids, wanted := listed[d]; wanted {
			listed[d] = append(ids, id)
		}
	}
	return listed
}

// takeOut takes what n tells out of others that tell it too: some are gone by
// that, some changed.
func (s *Notifications) takeOut(n misskey.Notification, others []misskey.NotificationID) (gone, changed []misskey.NotificationID) {
	for _, id := range others {
		other, known := s.byID[id]
		if !known || id == n.ID {
			continue
		}
		rest := without(other, n)
		switch had, has := len(members(other)), len(members(rest)); {
		case has == had:
		case has == 0:
			delete(s.byID, id)
			gone = append(gone, id)
		default:
			s.byID[id] = rest
			changed = append(changed, id)
		}
	}
	return gone, changed
}

// members are those that n tells of.
func members(n misskey.Notification) []misskey.UserReaction {
	switch {
	case n.Type == misskey.NotifyReactionGrouped:
		return n.Reactions
	case n.Type == misskey.NotifyRenoteGrouped:
		all := make([]misskey.UserReaction, len(n.Users))
		for i, u := range n.Users {
			all[i].User = u
		}
		return all
	case n.User != nil:
		return []misskey.UserReaction{{User: *n.User, Reaction: n.Reaction}}
	}
	return nil
}

// without is a less the members that b has too; a single notification that b
// holds has none left.
func without(a, b misskey.Notification) misskey.Notification {
	if !overlap(a, b) {
		return a
	}
	told := slices.Clone(members(b))
	var kept []misskey.UserReaction
	for _, m := range members(a) {
		i := slices.IndexFunc(told, func(t misskey.UserReaction) bool { return t.User.ID == m.User.ID && t.Reaction == m.Reaction })
		if i < 0 {
			kept = append(kept, m)
			continue
		}
		told = slices.Delete(told, i, i+1)
	}
	a.Reactions, a.Users = nil, nil
	switch {
	case a.Type == misskey.NotifyReactionGrouped:
		a.Reactions = kept
	case a.Type == misskey.NotifyRenoteGrouped:
		for _, m := range kept {
			a.Users = append(a.Users, m.User)
		}
	case len(kept) == 0:
		a.User = nil
	}
	if from := first(b); a.ID < b.ID && from.Before(a.CreatedAt) {
		a.CreatedAt = from // the newest ones went
	}
	return a
}

// tells reports whether a tells what the single notification b does.
func tells(a, b misskey.Notification) bool {
	return len(members(b)) > 0 && len(members(without(b, a))) == 0
}

// overlap reports whether a may tell what b tells: their stretches of time
// meet.
func overlap(a, b misskey.Notification) bool {
	if a.ID > b.ID {
		return !last(a).After(last(b))
	}
	return !last(a).Before(first(b))
}

// first is when the oldest member of n did it, or later where that cannot be
// told.
func first(n misskey.Notification) time.Time {
	if at, ok := misskey.IDTime(n.ID); ok {
		return at
	}
	return n.CreatedAt
}

// last is when the newest member of n did it. Groups of renotes are dated by
// any of them, but hold the newest.
func last(n misskey.Notification) time.Time {
	if deedOf(n).kind == misskey.NotifyRenote {
		if at, ok := misskey.IDTime(n.Note.ID); ok {
			return at
		}
	}
	return n.CreatedAt
}
