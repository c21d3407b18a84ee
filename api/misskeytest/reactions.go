package misskeytest

import (
	"slices"
	"strings"
	"unicode/utf8"

	"mejiro/api/misskey"
)

func reactionEndpoints() map[string]endpoint {
	return map[string]endpoint{
		"notes/reactions": {
			get: true, params: paging().and(ident("noteId").must(), text("type").orNull()),
			answer: func(c *call) (any, error) { return c.reactions() },
		},
		"notes/reactions/create": {
			permission: "write:reactions", login: true,
			params: params(ident("noteId").must(), text("reaction").must()),
			answer: func(c *call) (any, error) { return nil, c.createReaction() },
		},
		"notes/reactions/delete": {
			permission: "write:reactions", login: true, params: params(ident("noteId").must()),
			answer: func(c *call) (any, error) { return nil, c.deleteReaction() },
		},
		"notes/polls/vote": {
			permission: "write:votes", login: true,
			params: params(ident("noteId").must(), integer("choice").must()),
			answer: func(c *call) (any, error) { return nil, c.vote() },
		},
	}
}

func (c *call) reactions() (any, error) {
	n := c.noteByID[misskey.NoteID(c.str("noteId"))]
	if n == nil {
		return nil, noSuchNote("263fff3d-d0e1-4af4-bea7-8408059b451a")
	}
	packed := []object{}
	for _, r := range cut(n.reactions, c.page(), func(r *reaction) string { return r.id },
		func(r *reaction) bool { return !c.has("type") || r.name == c.str("type") }) {
		packed = append(packed, object{
			"id": r.id, "createdAt": stamp(r.at), "user": c.packUser(r.user), "type": r.name,
		})
	}
	return packed, nil
}

func (c *call) createReaction() error {
	n := c.noteByID[misskey.NoteID(c.str("noteId"))]
	if n == nil {
		return noSuchNote("033d0620-5bfe-4027-965d-980b0c85a3ea")
	}
	return c.react(c.user, n, c.str("reaction"))
}

// react puts a reaction of u on n; another one of theirs goes.
func (s *Server) react(u *user, n *note, wanted string) error {
	switch {
	case n.pureRenote():
		return refuse("CANNOT_REACT_TO_RENOTE", "You cannot react to Renote.", "eaccdc08-ddef-43fe-908f-d108faad57f5")
	case n.user.blocking[u]:
		return refuse("YOU_HAVE_BEEN_BLOCKED", "You cannot react this note because you have been blocked by this user.",
			"20ef5475-9f38-4e4c-bd33-de6d979498ec")
	case !n.visibleFor(u):
		r := internalError("Note not accessible for you.", "68e9d2d1-48bf-42c2-b90a-b20e09fd3d48")
		return r.withStatus(400)
	}
	name := s.reactionName(wanted, n.acceptance)
	if old := n.reactionOf(u); old != nil {
		if old.name == name {
			return refuse("ALREADY_REACTED", "You are already reacting to that note.", "71efcf98-86d6-4e2b-b2ad-9d032369366b")
		}
		s.unreact(u, n, old)
	}
	at := s.now()
	r := &reaction{id: s.ids.next(at), at: at, user: u, name: name}
	n.reactions = append(n.reactions, r)
	s.capture(n, "reacted", object{"reaction": name, "emoji": s.reactionEmoji(name), "userId": u.id})
	if n.user.local() {
		s.notify(n.user, &notification{kind: misskey.NotifyReaction, user: u, note: n, reaction: notifiedName(name)})
	}
	return nil
}

// notifiedName is how notifications write a reaction: local emoji without the
// host.
func notifiedName(name string) string { return strings.Replace(name, "@.:", ":", 1) }

func (c *call) deleteReaction() error {
	n := c.noteByID[misskey.NoteID(c.str("noteId"))]
	if n == nil {
		return noSuchNote("764d9fce-f9f2-4a0e-92b1-6ceac9a7ad37")
	}
	r := n.reactionOf(c.user)
	if r == nil {
		return refuse("NOT_REACTED", "You are not reacting to that note.", "92f4426d-4196-4125-aa5b-02943e2ec8fc")
	}
	c.unreact(c.user, n, r)
	return nil
}

func (s *Server) unreact(u *user, n *note, r *reaction) {
	n.reactions = slices.DeleteFunc(n.reactions, func(other *reaction) bool { return other == r })
	s.capture(n, "unreacted", object{"reaction": r.name, "userId": u.id})
}

// heart is what becomes of reactions that cannot be.
const heart = "❤"

// legacy are the reactions of old servers.
func legacy(name string) string {
	switch name {
	case "like":
		return "👍"
	case "love":
		return heart
	case "laugh":
		return "😆"
	case "hmm":
		return "🤔"
	case "surprise":
		return "😮"
	case "congrats":
		return "🎉"
	case "angry":
		return "💢"
	case "confused":
		return "😥"
	case "rip":
		return "😇"
	case "pudding":
		return "🍮"
	case "star":
		return "⭐"
	}
	return name
}

// reactionName is a wanted reaction as it is kept and shown: ":name@.:" for
// custom emoji of this server, Unicode, or a heart for anything else.
func (s *Server) reactionName(wanted string, acceptance misskey.ReactionAcceptance) string {
	if acceptance == misskey.AcceptLikeOnly {
		return heart
	}
	wanted = legacy(wanted)
	if name, ok := strings.CutPrefix(wanted, ":"); ok {
		name = strings.TrimSuffix(strings.TrimSuffix(name, ":"), "@.")
		e := s.emojiBy[name]
		picky := acceptance == misskey.AcceptNonSensitive || acceptance == misskey.AcceptNonSensitiveLike
		if e == nil || e.Sensitive && picky {
			return heart
		}
		return ":" + name + "@.:"
	}
	if !isEmoji(wanted) {
		return heart
	}
	if !strings.ContainsRune(wanted, '\u200d') {
		wanted = strings.ReplaceAll(wanted, "\ufe0f", "")
	}
	return wanted
}

// isEmoji tells roughly whether a text is one Unicode emoji.
func isEmoji(text string) bool {
	first, _ := utf8.DecodeRuneInString(text)
	keycap := strings.HasSuffix(text, "\u20e3") && strings.ContainsRune("0123456789#*", first)
	return utf8.RuneCountInString(text) <= 10 && (keycap || first >= 0x203c && first != utf8.RuneError &&
		(first < 0x3040 || first > 0xfeff))
}

// reactionEmoji is what a socket is told of the picture of a reaction.
func (s *Server) reactionEmoji(name string) any {
	bare := strings.Trim(name, ":")
	if bare == name {
		return nil
	}
	if local, ok := strings.CutSuffix(bare, "@."); ok {
		return object{"name": bare, "url": s.emojiURL(s.emojiBy[local])}
	}
	return object{"name": bare, "url": s.URL + "/emoji/" + bare + ".webp"}
}

func (c *call) vote() error {
	n := c.seen(c.str("noteId"), c.user)
	if n == nil {
		return noSuchNote("ecafbd2e-c283-4d6d-aecb-1a0a33b75396")
	}
	return c.voteFor(c.user, n, c.int("choice"))
}

// voteFor adds a vote of u to the poll of n.
func (s *Server) voteFor(u *user, n *note, choice int) error {
	switch {
	case n.poll == nil:
		return refuse("NO_POLL", "The note does not attach a poll.", "5f979967-52d9-4314-a911-1c673727f92f")
	case n.user.blocking[u]:
		return refuse("YOU_HAVE_BEEN_BLOCKED", "You cannot vote this poll because you have been blocked by this user.",
			"85a5377e-b1e9-4617-b0b9-5bea73331e49")
	case n.poll.expiresAt != nil && n.poll.expiresAt.Before(s.now()):
		return refuse("ALREADY_EXPIRED", "The poll is already expired.", "1022a357-b085-4054-9083-8f8de358337e")
	case choice < 0 || choice >= len(n.poll.choices):
		return refuse("INVALID_CHOICE", "Choice ID is invalid.", "e0cc9a04-f2e8-41e4-a5f1-4127293260cc")
	case n.poll.closedFor(u, choice):
		return refuse("ALREADY_VOTED", "You have already voted.", "0963fc77-efac-419b-9424-b391608dc6d8")
	}
	n.poll.votes[choice][u] = true
	s.capture(n, "pollVoted", object{"choice": choice, "userId": u.id})
	return nil
}

// closedFor tells whether u has no vote left for a choice.
func (p *poll) closedFor(u *user, choice int) bool {
	if p.multiple {
		return p.votes[choice][u]
	}
	return slices.ContainsFunc(p.votes, func(votes map[*user]bool) bool { return votes[u] })
}
