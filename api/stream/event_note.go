package stream

import "mejiro/api/misskey"

// NoteArrived brings a note to a timeline, list, antenna or channel. The same
// note arrives once for every subscription it belongs to. MyReaction and the
// poll's IsVoted are not filled by the server.
type NoteArrived struct {
	Subscription SubscriptionID
	Note         misskey.Note
	// Partial is set when the server sent little more than the ID; the rest is
	// to be fetched with notes/show.
	Partial bool
}

// NoteReacted tells of a reaction to a captured note, also of one's own. A
// user who changes a reaction makes a NoteUnreacted and a NoteReacted.
type NoteReacted struct {
	NoteID   misskey.NoteID
	Reaction string // as in Note.Reactions
	// Emoji is nil for Unicode.
	Emoji  *ReactionEmoji
	UserID misskey.UserID
}

// ReactionEmoji is the picture of a custom emoji used as a reaction.
type ReactionEmoji struct {
	Name string `json:"name"` // the key for Note.ReactionEmojis: "name@." or "name@host"
	URL  string `json:"url"`
}

// NoteUnreacted tells that a reaction to a captured note was taken back.
type NoteUnreacted struct {
	NoteID   misskey.NoteID
	Reaction string
	UserID   misskey.UserID
}

// NotePollVoted tells of a vote in the poll of a captured note.
type NotePollVoted struct {
	NoteID misskey.NoteID
	Choice int // index
	UserID misskey.UserID
}

// NoteDeleted tells that a captured note is gone.
type NoteDeleted struct{ NoteID misskey.NoteID }

// NoteEdited tells that a captured note has new words, on forks where notes
// can be edited. Text and CW replace those of the note.
type NoteEdited struct {
	NoteID   misskey.NoteID
	Text, CW *string
}

// UserAdded tells that somebody was put on a subscribed list.
type UserAdded struct {
	Subscription SubscriptionID
	User         misskey.User
}

// UserRemoved tells that somebody was taken off a subscribed list.
type UserRemoved struct {
	Subscription SubscriptionID
	User         misskey.User
}

func (NoteArrived) event()   {}
func (NoteReacted) event()   {}
func (NoteUnreacted) event() {}
func (NotePollVoted) event() {}
func (NoteDeleted) event()   {}
func (NoteEdited) event()    {}
func (UserAdded) event()     {}
func (UserRemoved) event()   {}
