package misskey

import "time"

// Visibility says who may see a note. A word this client does not know is
// treated like VisibilitySpecified wherever a choice must be made.
type Visibility string

// The visibilities of Misskey, widest first.
const (
	VisibilityPublic    Visibility = "public"
	VisibilityHome      Visibility = "home"
	VisibilityFollowers Visibility = "followers"
	VisibilitySpecified Visibility = "specified"
)

// ReactionAcceptance limits which reactions a note takes; "" takes all.
type ReactionAcceptance string

// The limits an author can set.
const (
	AcceptAll              ReactionAcceptance = ""
	AcceptLikeOnly         ReactionAcceptance = "likeOnly"
	AcceptLikeOnlyRemote   ReactionAcceptance = "likeOnlyForRemote"
	AcceptNonSensitive     ReactionAcceptance = "nonSensitiveOnly"
	AcceptNonSensitiveLike ReactionAcceptance = "nonSensitiveOnlyForLocalLikeOnlyForRemote"
)

// Note is a note, a renote or a quote.
type Note struct {
	ID        NoteID    `json:"id"`
	CreatedAt time.Time `json:"createdAt"`
	UserID    UserID    `json:"userId"`
	User      User      `json:"user"`

	// Text is MFM. It is nil for a pure renote and for a note of files alone.
	Text *string `json:"text"`
	// CW is the content warning, MFM. Nil means none; an empty one, which
	// remote servers send, still folds the note.
	CW *string `json:"cw"`

	Visibility     Visibility `json:"visibility"`
	VisibleUserIDs []UserID   `json:"visibleUserIds"`
	LocalOnly      bool       `json:"localOnly"`
	// IsHidden is set when the viewer may not see the content.
	IsHidden bool `json:"isHidden"`

	ReplyID     NoteID `json:"replyId"`
	ReplyUserID UserID `json:"replyUserId"`
	RenoteID    NoteID `json:"renoteId"`
	// Reply and Renote are nil when there is none, when the server did not
	// expand them, and, with the ID set, when their target was deleted.
	Reply  *Note `json:"reply"`
	Renote *Note `json:"renote"`

	FileIDs  []FileID    `json:"fileIds"`
	Files    []DriveFile `json:"files"`
	Tags     []string    `json:"tags"`
	Mentions []UserID    `json:"mentions"`
	Poll     *Poll       `json:"poll"`
	HasPoll  bool        `json:"hasPoll"`

	// Emojis maps custom emoji in a remote note's text to picture addresses.
	Emojis EmojiMap `json:"emojis"`
	// Reactions counts by reaction as shown: ":name@.:" for local custom
	// emoji, ":name@host:" for remote ones, or Unicode.
	Reactions map[string]int `json:"reactions"`
	// ReactionEmojis maps "name@host" of remote reactions to addresses.
	ReactionEmojis EmojiMap           `json:"reactionEmojis"`
	Acceptance     ReactionAcceptance `json:"reactionAcceptance"`
	MyReaction     string             `json:"myReaction"`
	ReactionCount  int                `json:"reactionCount"`
	RenoteCount    int                `json:"renoteCount"`
	RepliesCount   int                `json:"repliesCount"`
	ClippedCount   int                `json:"clippedCount"`

	// URI is the ActivityPub ID, URL the human page; both of remote notes only.
	URI string `json:"uri"`
	URL string `json:"url"`

	ChannelID ChannelID    `json:"channelId"`
	Channel   *NoteChannel `json:"channel"`
}

// NoteChannel is what a note tells of the channel it stands in.
type NoteChannel struct {
	ID                    ChannelID `json:"id"`
	Name                  string    `json:"name"`
	Color                 string    `json:"color"`
	IsSensitive           bool      `json:"isSensitive"`
	AllowRenoteToExternal bool      `json:"allowRenoteToExternal"`
	UserID                UserID    `json:"userId"`
}

// IsPureRenote reports whether n passes another note on and says nothing
// itself. What acts on such a note acts on its target.
func (n Note) IsPureRenote() bool {
	return n.RenoteID != "" && n.ReplyID == "" && n.Text == nil && n.CW == nil &&
		len(n.FileIDs) == 0 && n.Poll == nil
}

// IsQuote reports whether n passes another note on and adds words, files or a
// poll of its own.
func (n Note) IsQuote() bool {
	return n.RenoteID != "" && !n.IsPureRenote()
}

// Target is the note that reactions, replies and renotes of n go to: the
// renoted note of a pure renote, otherwise n itself.
func (n Note) Target() Note {
	if n.IsPureRenote() && n.Renote != nil {
		return *n.Renote
	}
	return n
}

// Body is the text, or "" where there is none.
func (n Note) Body() string {
	if n.Text == nil {
		return ""
	}
	return *n.Text
}

// CanRenote reports whether viewer may renote n by its visibility: public and
// home notes, and one's own for followers.
func (n Note) CanRenote(viewer UserID) bool {
	switch n.Visibility {
	case VisibilityPublic, VisibilityHome:
		return true
	case VisibilityFollowers:
		return n.UserID == viewer
	}
	return false
}

// Poll is the poll of a note.
type Poll struct {
	Multiple bool `json:"multiple"`
	// ExpiresAt is nil for a poll without end.
	ExpiresAt *time.Time   `json:"expiresAt"`
	Choices   []PollChoice `json:"choices"`
}

// PollChoice is one answer of a poll. IsVoted is mine.
type PollChoice struct {
	Text    string `json:"text"`
	Votes   int    `json:"votes"`
	IsVoted bool   `json:"isVoted"`
}

// NoteReaction is one user's reaction to a note, of notes/reactions.
type NoteReaction struct {
	ID        ReactionID `json:"id"`
	CreatedAt time.Time  `json:"createdAt"`
	User      User       `json:"user"`
	Type      string     `json:"type"`
}

// PartialNote is what changes about a note most, of notes/show-partial-bulk.
type PartialNote struct {
	ID             NoteID         `json:"id"`
	Reactions      map[string]int `json:"reactions"`
	ReactionEmojis EmojiMap       `json:"reactionEmojis"`
}

// NoteState is what the account did with a note, of notes/state.
type NoteState struct {
	IsFavorited   bool `json:"isFavorited"`
	IsMutedThread bool `json:"isMutedThread"`
}

// NoteFavorite is a bookmarked note, of i/favorites. Pages go by its own ID.
type NoteFavorite struct {
	ID        string    `json:"id"`
	CreatedAt time.Time `json:"createdAt"`
	NoteID    NoteID    `json:"noteId"`
	Note      Note      `json:"note"`
}

// NoteReactionWithNote is what a user reacted to, of users/reactions.
type NoteReactionWithNote struct {
	NoteReaction
	Note Note `json:"note"`
}
