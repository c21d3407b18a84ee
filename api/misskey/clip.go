package misskey

import "time"

// Clip is somebody's collection of notes.
type Clip struct {
	ID             ClipID     `json:"id"`
	CreatedAt      time.Time  `json:"createdAt"`
	LastClippedAt  *time.Time `json:"lastClippedAt"`
	UserID         UserID     `json:"userId"`
	User           User       `json:"user"`
	Name           string     `json:"name"`
	Description    string     `json:"description"`
	IsPublic       bool       `json:"isPublic"`
	FavoritedCount int        `json:"favoritedCount"`
	IsFavorited    bool       `json:"isFavorited"`
	NotesCount     int        `json:"notesCount"`
}
