package misskeytest

import (
	"slices"
	"time"

	"mejiro/api/misskey"
)

// publish makes a note of a draft and tells everybody concerned.
func (s *Server) publish(author *user, d draft) *note {
	n := s.write(author, d, s.now())
	s.broadcast(n)
	s.notifyOf(n)
	s.noticed(n)
	return n
}

// write makes a note of a draft without telling anybody.
func (s *Server) write(author *user, d draft, at time.Time) *note {
	n := &note{
		id: misskey.NoteID(s.ids.next(at)), at: at.Add(s.ids.skew), user: author,
		text: d.text, cw: d.cw, localOnly: d.localOnly, acceptance: d.acceptance, channel: d.channel,
		reply: d.reply, renote: d.renote, files: d.files, poll: d.poll,
		tags: tagsIn(d.text, d.cw), mentions: s.mentionsIn(d.text, d.cw),
	}
	n.visibility, n.visibleTo = d.visibility, d.visibleTo
	n.narrow()
	n.address()
	s.keep(n)
	author.notesCount++
	author.activeAt = at
	if n.reply != nil {
		n.reply.repliesCount++
	}
	if n.renote != nil {
		n.renote.renoteCount++
	}
	return n
}

// narrow cuts visibility down as the real server does.
func (n *note) narrow() {
	switch {
	case n.channel != nil:
		n.visibility, n.localOnly = misskey.VisibilityPublic, true
	case n.visibility != misskey.VisibilityPublic:
	case n.reply != nil && n.reply.visibility != misskey.VisibilityPublic,
		n.renote != nil && n.renote.visibility == misskey.VisibilityHome:
		n.visibility = misskey.VisibilityHome
	}
	if n.renote != nil && n.renote.visibility == misskey.VisibilityFollowers {
		n.visibility = misskey.VisibilityFollowers
	}
	if n.reply != nil && n.reply.localOnly && n.reply.channel == nil ||
		n.renote != nil && n.renote.localOnly && n.renote.channel == nil {
		n.localOnly = true
	}
}

// address adds to the mentioned and the addressees who belong there.
func (n *note) address() {
	if n.reply != nil && n.reply.user != n.user && !slices.Contains(n.mentions, n.reply.user) {
		n.mentions = append(n.mentions, n.reply.user)
	}
	if n.visibility != misskey.VisibilitySpecified {
		return
	}
	for _, u := range n.visibleTo {
		if !slices.Contains(n.mentions, u) {
			n.mentions = append(n.mentions, u)
		}
	}
	for _, u := range n.mentions {
		if !slices.Contains(n.visibleTo, u) {
			n.visibleTo = append(n.visibleTo, u)
		}
	}
}

// notifyOf tells those who are addressed, answered, renoted or waiting.
func (s *Server) notifyOf(n *note) {
	told := map[*user]bool{n.user: true}
	tell := func(u *user, kind misskey.NotificationType, event string) {
		if told[u] || !u.local() {
			return
		}
		told[u] = true
		if event != "" {
			s.toMain(u, event, s.packStreamed(n))
		}
		s.notify(u, &notification{kind: kind, user: n.user, note: n})
	}
	if n.renote != nil && !n.renote.deleted {
		kind := misskey.NotifyQuote
		if n.pureRenote() {
			kind = misskey.NotifyRenote
		}
		tell(n.renote.user, kind, "renote")
	}
	for _, u := range n.mentions {
		if u.local() && u != n.user {
			s.toMain(u, "mention", s.packNote(n, u))
		}
	}
	if n.reply != nil {
		tell(n.reply.user, misskey.NotifyReply, "reply")
	}
	for _, u := range n.mentions {
		tell(u, misskey.NotifyMention, "")
	}
	for _, f := range followsByID(n.user.followers) {
		if f.notify && n.visibleFor(f.follower) {
			tell(f.follower, misskey.NotifyNote, "")
		}
	}
	if n.poll != nil && n.poll.expiresAt != nil {
		s.after(n.poll.expiresAt.Sub(s.now()), func() { s.endPoll(n) })
	}
}

// endPoll tells the author and the voters that a poll has ended.
func (s *Server) endPoll(n *note) {
	if n.deleted {
		return
	}
	waiting := map[*user]bool{n.user: true}
	for _, votes := range n.poll.votes {
		for u := range votes {
			waiting[u] = true
		}
	}
	for _, u := range byID(waiting) {
		s.notify(u, &notification{kind: misskey.NotifyPollEnded, note: n})
	}
}
