package misskey

import "time"

// Announcement is a word of the server's operators.
type Announcement struct {
	ID        AnnouncementID `json:"id"`
	CreatedAt time.Time      `json:"createdAt"`
	UpdatedAt *time.Time     `json:"updatedAt"`
	Title     string         `json:"title"`
	Text      string         `json:"text"` // MFM
	ImageURL  string         `json:"imageUrl"`
	Icon      string         `json:"icon"`    // info, warning, error, success
	Display   string         `json:"display"` // dialog, normal, banner

	NeedConfirmationToRead bool `json:"needConfirmationToRead"`
	Silence                bool `json:"silence"`
	ForYou                 bool `json:"forYou"`
	IsRead                 bool `json:"isRead"`
}
