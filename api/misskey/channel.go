package misskey

import "time"

// Channel is a place for notes on one subject.
type Channel struct {
	ID            ChannelID  `json:"id"`
	CreatedAt     time.Time  `json:"createdAt"`
	LastNotedAt   *time.Time `json:"lastNotedAt"`
	Name          string     `json:"name"`
	Description   string     `json:"description"` // MFM
	UserID        UserID     `json:"userId"`      // owner; "" when gone
	BannerURL     string     `json:"bannerUrl"`
	BannerID      FileID     `json:"bannerId"`
	Color         string     `json:"color"`
	PinnedNoteIDs []NoteID   `json:"pinnedNoteIds"`
	PinnedNotes   []Note     `json:"pinnedNotes"` // of channels/show alone

	IsArchived            bool `json:"isArchived"`
	IsSensitive           bool `json:"isSensitive"`
	AllowRenoteToExternal bool `json:"allowRenoteToExternal"`
	UsersCount            int  `json:"usersCount"`
	NotesCount            int  `json:"notesCount"`

	IsFollowing bool `json:"isFollowing"`
	IsFavorited bool `json:"isFavorited"`
	IsMuting    bool `json:"isMuting"`
}
