package misskey

import "time"

// Page is a page somebody made of blocks.
type Page struct {
	ID              string      `json:"id"`
	CreatedAt       time.Time   `json:"createdAt"`
	UpdatedAt       time.Time   `json:"updatedAt"`
	UserID          UserID      `json:"userId"`
	User            User        `json:"user"`
	Title           string      `json:"title"`
	Name            string      `json:"name"` // in its address
	Summary         string      `json:"summary"`
	Content         []PageBlock `json:"content"`
	Font            string      `json:"font"` // serif, sans-serif
	AlignCenter     bool        `json:"alignCenter"`
	HideTitlePinned bool        `json:"hideTitleWhenPinned"`
	EyeCatching     *DriveFile  `json:"eyeCatchingImage"`
	AttachedFiles   []DriveFile `json:"attachedFiles"`
	LikedCount      int         `json:"likedCount"`
	IsLiked         bool        `json:"isLiked"`
}

// PageBlock is a part of a page. Type is text, section, image or note; old
// pages have others, which cannot be shown.
type PageBlock struct {
	ID       string      `json:"id"`
	Type     string      `json:"type"`
	Text     string      `json:"text"` // MFM
	Title    string      `json:"title"`
	Children []PageBlock `json:"children"`
	FileID   FileID      `json:"fileId"`
	NoteID   NoteID      `json:"note"`
	Detailed bool        `json:"detailed"`
}

// PageLike is a liked page, of i/page-likes.
type PageLike struct {
	ID   string `json:"id"`
	Page Page   `json:"page"`
}
