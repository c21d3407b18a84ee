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
	if n.renote != nil && !n.renote.deleted && n.renote.user.local() && n.renote.user != n.user {
		s.toMain(n.renote.user, "renote", s.packStreamed(n))
	}
	for _, u := range n.mentions {
		if u.local() && u != n.user {
			s.toMain(u, "mention", s.packNote(n, u))
		}
	}
	if n.reply != nil && n.reply.user.local() && n.reply.user != n.user {
		s.toMain(n.reply.user, "reply", s.packStreamed(n))
	}
	for _, told := range concerned(n) {
		s.notify(told.user, &notification{kind: told.kind, user: n.user, note: n})
	}
	if n.poll != nil && n.poll.expiresAt != nil {
		s.after(n.poll.expiresAt.Sub(s.now()), func() { s.endPoll(n) })
	}
}

// concern is how a note concerns somebody.
type concern struct {
	user *user
	kind misskey.NotificationType
}

// concerned are the people of this server whom a note concerns, each once, by
// what concerns them most.
func concerned(n *note) []concern {
	var all []concern
	seen := map[*user]bool{n.user: true}
	add := func(u *user, kind misskey.NotificationType) {
		if !seen[u] && u.local() {
			seen[u] = true
			all = append(all, concern{u, kind})
		}
	}
	if n.renote != nil && !n.renote.deleted {
		add(n.renote.user, renoteKind(n))
	}
	if n.reply != nil {
		add(n.reply.user, misskey.NotifyReply)
	}
	for _, u := range n.mentions {
		add(u, misskey.NotifyMention)
	}
	for _, f := range followsByID(n.user.followers) {
		if f.notify && n.visibleFor(f.follower) {
			add(f.follower, misskey.NotifyNote)
		}
	}
	return all
}

func renoteKind(n *note) misskey.NotificationType {
	if n.pureRenote() {
		return misskey.NotifyRenote
	}
	return misskey.NotifyQuote
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
