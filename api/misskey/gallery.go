package misskey

import "time"

// GalleryPost is a set of pictures in the gallery.
type GalleryPost struct {
	ID          string      `json:"id"`
	CreatedAt   time.Time   `json:"createdAt"`
	UpdatedAt   time.Time   `json:"updatedAt"`
	UserID      UserID      `json:"userId"`
	User        User        `json:"user"`
	Title       string      `json:"title"`
	Description string      `json:"description"`
	FileIDs     []FileID    `json:"fileIds"`
	Files       []DriveFile `json:"files"`
	Tags        []string    `json:"tags"`
	IsSensitive bool        `json:"isSensitive"`
	LikedCount  int         `json:"likedCount"`
	IsLiked     bool        `json:"isLiked"`
}

// GalleryLike is a liked set of pictures, of i/gallery/likes.
type GalleryLike struct {
	ID   string      `json:"id"`
	Post GalleryPost `json:"post"`
}
