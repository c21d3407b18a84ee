package misskey

import "time"

// Millis is a time in Unix milliseconds, where a server does not send a date.
type Millis int64

// Time is the time; the zero Millis is the zero Time.
func (m Millis) Time() time.Time {
	if m == 0 {
		return time.Time{}
	}
	return time.UnixMilli(int64(m)).UTC()
}

// NoteDraft is an unfinished or scheduled note kept by the server.
type NoteDraft struct {
	ID             DraftID            `json:"id"`
	CreatedAt      time.Time          `json:"createdAt"`
	UserID         UserID             `json:"userId"`
	User           User               `json:"user"`
	Text           string             `json:"text"`
	CW             *string            `json:"cw"` // nil for none
	Visibility     Visibility         `json:"visibility"`
	VisibleUserIDs []UserID           `json:"visibleUserIds"`
	LocalOnly      bool               `json:"localOnly"`
	Acceptance     ReactionAcceptance `json:"reactionAcceptance"`
	Hashtag        string             `json:"hashtag"`
	ReplyID        NoteID             `json:"replyId"`
	Reply          *Note              `json:"reply"`
	RenoteID       NoteID             `json:"renoteId"`
	Renote         *Note              `json:"renote"`
	FileIDs        []FileID           `json:"fileIds"`
	Files          []DriveFile        `json:"files"`
	Poll           *DraftPoll         `json:"poll"`
	ChannelID      ChannelID          `json:"channelId"`
	Channel        *NoteChannel       `json:"channel"`
	ScheduledAt    Millis             `json:"scheduledAt"`
	IsScheduled    bool               `json:"isActuallyScheduled"`
}

// DraftPoll is the poll of a draft. ExpiresAt is a date or, on some servers,
// milliseconds; ExpiredAfter is milliseconds.
type DraftPoll struct {
	Choices      []string `json:"choices"`
	Multiple     bool     `json:"multiple"`
	ExpiredAfter int64    `json:"expiredAfter"`
}

// ScheduledNote is a note misskey.io will post later.
type ScheduledNote struct {
	ID          DraftID           `json:"id"`
	CreatedAt   time.Time         `json:"createdAt"`
	ScheduledAt Millis            `json:"scheduledAt"`
	Reason      string            `json:"reason"` // why it could not be posted
	Data        ScheduledNoteData `json:"data"`
}

// ScheduledNoteData is what a scheduled note will hold.
type ScheduledNoteData struct {
	Text       string      `json:"text"`
	CW         *string     `json:"cw"`
	Visibility Visibility  `json:"visibility"`
	LocalOnly  bool        `json:"localOnly"`
	Files      []DriveFile `json:"files"`
	Poll       *DraftPoll  `json:"poll"`
}
