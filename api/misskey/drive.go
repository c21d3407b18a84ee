package misskey

import (
	"strings"
	"time"
)

// DriveFile is a file in somebody's Drive, attached to a note or not.
type DriveFile struct {
	ID           FileID         `json:"id"`
	CreatedAt    time.Time      `json:"createdAt"`
	Name         string         `json:"name"`
	Type         string         `json:"type"` // MIME
	MD5          string         `json:"md5"`  // hex
	Size         int64          `json:"size"` // bytes
	IsSensitive  bool           `json:"isSensitive"`
	Blurhash     string         `json:"blurhash"`
	Properties   FileProperties `json:"properties"`
	URL          string         `json:"url"`
	ThumbnailURL string         `json:"thumbnailUrl"` // "" where there is none
	Comment      string         `json:"comment"`      // alt text
	FolderID     FolderID       `json:"folderId"`
	Folder       *DriveFolder   `json:"folder"`
	UserID       UserID         `json:"userId"`
	User         *User          `json:"user"`
}

// IsImage reports whether the file is a picture by its MIME type.
func (f DriveFile) IsImage() bool { return strings.HasPrefix(f.Type, "image/") }

// IsVideo reports whether the file is a video by its MIME type.
func (f DriveFile) IsVideo() bool { return strings.HasPrefix(f.Type, "video/") }

// IsAudio reports whether the file is a sound by its MIME type.
func (f DriveFile) IsAudio() bool { return strings.HasPrefix(f.Type, "audio/") }

// FileProperties describe a picture. Width and Height are in pixels, 0 when
// unknown; Orientation is an EXIF value of 2 to 8 on one's own files only, and
// from 5 on width and height are to be swapped.
type FileProperties struct {
	Width       int    `json:"width"`
	Height      int    `json:"height"`
	Orientation int    `json:"orientation"`
	AvgColor    string `json:"avgColor"`
}

// DriveFolder is a folder of a Drive.
type DriveFolder struct {
	ID           FolderID     `json:"id"`
	CreatedAt    time.Time    `json:"createdAt"`
	Name         string       `json:"name"`
	ParentID     FolderID     `json:"parentId"` // "" at the top
	FoldersCount int          `json:"foldersCount"`
	FilesCount   int          `json:"filesCount"`
	Parent       *DriveFolder `json:"parent"`
}

// DriveUsage is the answer of drive, in bytes.
type DriveUsage struct {
	Capacity int64 `json:"capacity"`
	Usage    int64 `json:"usage"`
}
