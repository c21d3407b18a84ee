package misskey

import "time"

// UserList is a list of users with a timeline of its own.
type UserList struct {
	ID         ListID    `json:"id"`
	CreatedAt  time.Time `json:"createdAt"`
	Name       string    `json:"name"`
	UserIDs    []UserID  `json:"userIds"`
	IsPublic   bool      `json:"isPublic"`
	LikedCount int       `json:"likedCount"` // of others' public lists
	IsLiked    bool      `json:"isLiked"`
}

// ListMembership is a user's place in a list.
type ListMembership struct {
	ID          string    `json:"id"`
	CreatedAt   time.Time `json:"createdAt"`
	UserID      UserID    `json:"userId"`
	User        User      `json:"user"`
	WithReplies bool      `json:"withReplies"`
}
