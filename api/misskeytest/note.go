package misskeytest

import (
	"cmp"
	"slices"
	"time"

	"mejiro/api/misskey"
)

// note is a note, a renote or a quote.
type note struct {
	id   misskey.NoteID
	at   time.Time
	user *user

	text, cw   *string
	visibility misskey.Visibility
	visibleTo  []*user // of a specified note
	localOnly  bool
	acceptance misskey.ReactionAcceptance
	channel    *channel

	reply, renote *note // may have been deleted since
	files         []*file
	poll          *poll
	tags          []string
	mentions      []*user

	reactions    []*reaction // oldest first
	renoteCount  int
	repliesCount int
	deleted      bool
}

// channel is a channel notes may stand in.
type channel struct {
	id          misskey.ChannelID
	name, color string
	owner       *user
	followers   map[*user]bool
}

// reaction is a user's reaction to a note, name as it is shown.
type reaction struct {
	id   string
	at   time.Time
	user *user
	name string
}

// poll is the poll of a note.
type poll struct {
	choices   []string
	votes     []map[*user]bool // by choice
	multiple  bool
	expiresAt *time.Time
}

func (n *note) pureRenote() bool {
	return n.renote != nil && n.reply == nil && n.text == nil && n.cw == nil && len(n.files) == 0 && n.poll == nil
}

// repliesToOther tells whether n answers somebody other than its author.
func (n *note) repliesToOther() bool { return n.reply != nil && n.reply.user != n.user }

// visibleFor tells whether viewer, nil for somebody unknown, may see n.
func (n *note) visibleFor(viewer *user) bool {
	switch {
	case n.visibility == misskey.VisibilityPublic || n.visibility == misskey.VisibilityHome:
		return true
	case viewer == nil:
		return false
	case viewer == n.user || slices.Contains(n.mentions, viewer) || n.reply != nil && n.reply.user == viewer:
		return true
	case n.visibility == misskey.VisibilityFollowers:
		return viewer.following[n.user] != nil
	}
	return slices.Contains(n.visibleTo, viewer)
}

// reactionOf is viewer's reaction to n, nil when there is none.
func (n *note) reactionOf(viewer *user) *reaction {
	i := slices.IndexFunc(n.reactions, func(r *reaction) bool { return r.user == viewer })
	if i < 0 {
		return nil
	}
	return n.reactions[i]
}

// keep files n where its id belongs.
func (s *Server) keep(n *note) {
	at, _ := slices.BinarySearchFunc(s.notes, n, func(a, b *note) int { return cmp.Compare(a.id, b.id) })
	s.notes = slices.Insert(s.notes, at, n)
	s.noteByID[n.id] = n
}

// remove takes n out of the world. What answers or renotes it stays and points
// to nothing.
func (s *Server) remove(n *note) {
	n.deleted = true
	delete(s.noteByID, n.id)
	s.notes = slices.DeleteFunc(s.notes, func(other *note) bool { return other == n })
	n.user.notesCount--
	n.user.pinned = slices.DeleteFunc(n.user.pinned, func(other *note) bool { return other == n })
	if n.reply != nil {
		n.reply.repliesCount--
	}
	if n.renote != nil {
		n.renote.renoteCount--
	}
	s.capture(n, "deleted", object{"deletedAt": stamp(s.now())})
}

// seen is the note with an id if viewer may know of it.
func (s *Server) seen(id string, viewer *user) *note {
	n := s.noteByID[misskey.NoteID(id)]
	if n == nil || !n.visibleFor(viewer) {
		return nil
	}
	return n
}
