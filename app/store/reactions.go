package store

import (
	"maps"
	"strings"

	"mejiro/api/misskey"
)

const (
	variationSelector = "\uFE0F"
	zeroWidthJoiner   = "\u200D"
)

// ReactionKey is a reaction as counts are keyed by it: a local custom emoji
// as ":name@.:", Unicode without U+FE0F unless it is a joined sequence.
func ReactionKey(reaction string) string {
	if strings.HasPrefix(reaction, ":") {
		name := strings.Trim(reaction, ":")
		if !strings.Contains(name, "@") {
			name += "@."
		}
		return ":" + name + ":"
	}
	if strings.Contains(reaction, zeroWidthJoiner) {
		return reaction
	}
	return strings.ReplaceAll(reaction, variationSelector, "")
}

// React makes reaction the viewer's own on a note and returns what takes it
// back, amid whatever others did meanwhile. An empty reaction removes the
// viewer's.
func (s *Notes) React(id misskey.NoteID, reaction string) (undo func()) {
	before := s.mine(id)
	s.setMine(id, ReactionKey(reaction))
	return func() {
		if s.mine(id) == ReactionKey(reaction) {
			s.setMine(id, before)
		}
	}
}

func (s *Notes) setMine(id misskey.NoteID, key string) {
	if s.mine(id) == key {
		return
	}
	s.Update(id, func(n misskey.Note) misskey.Note {
		n = addReaction(n, n.MyReaction, -1)
		n = addReaction(n, key, 1)
		n.MyReaction = key
		return n
	})
}

// Reacted absorbs that a user reacted. emojiURL is the picture of a remote
// custom emoji, else "". The echo of the viewer's own reaction changes
// nothing.
func (s *Notes) Reacted(id misskey.NoteID, user misskey.UserID, reaction, emojiURL string) {
	key := ReactionKey(reaction)
	if emojiURL != "" {
		s.learnEmoji(id, strings.Trim(key, ":"), emojiURL)
	}
	if user == s.me {
		s.setMine(id, key)
		return
	}
	s.Update(id, func(n misskey.Note) misskey.Note { return addReaction(n, key, 1) })
}

// Unreacted absorbs that a user took a reaction back. The viewer's own counts
// only while it is the one shown as theirs.
func (s *Notes) Unreacted(id misskey.NoteID, user misskey.UserID, reaction string) {
	key := ReactionKey(reaction)
	if user == s.me {
		if s.mine(id) == key {
			s.setMine(id, "")
		}
		return
	}
	s.Update(id, func(n misskey.Note) misskey.Note { return addReaction(n, key, -1) })
}

func (s *Notes) learnEmoji(id misskey.NoteID, name, url string) {
	s.Update(id, func(n misskey.Note) misskey.Note {
		emojis := maps.Clone(n.ReactionEmojis)
		if emojis == nil {
			emojis = misskey.EmojiMap{}
		}
		emojis[name] = url
		n.ReactionEmojis = emojis
		return n
	})
}

func addReaction(n misskey.Note, key string, by int) misskey.Note {
	if key == "" || n.Reactions[key]+by < 0 {
		return n
	}
	reactions := cloneReactions(n.Reactions)
	reactions[key] += by
	if reactions[key] == 0 {
		delete(reactions, key)
	}
	n.Reactions = reactions
	n.ReactionCount = max(0, n.ReactionCount+by)
	return n
}
