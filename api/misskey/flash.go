package misskey

import "time"

// Flash is a Play: a small program in AiScript.
type Flash struct {
	ID         string    `json:"id"`
	CreatedAt  time.Time `json:"createdAt"`
	UpdatedAt  time.Time `json:"updatedAt"`
	UserID     UserID    `json:"userId"`
	User       User      `json:"user"`
	Title      string    `json:"title"`
	Summary    string    `json:"summary"`
	Script     string    `json:"script"`
	Visibility string    `json:"visibility"` // public, private
	LikedCount int       `json:"likedCount"`
	IsLiked    bool      `json:"isLiked"`
}

// FlashLike is a liked Play, of flash/my-likes.
type FlashLike struct {
	ID    string `json:"id"`
	Flash Flash  `json:"flash"`
}
