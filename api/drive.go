package api

import (
	"context"

	"mejiro/api/misskey"
)

func fileID(f misskey.DriveFile) misskey.FileID { return f.ID }

// Drive asks how large the account's Drive is and how full (drive).
func (c *Client) Drive(ctx context.Context) (misskey.DriveUsage, error) {
	return read[misskey.DriveUsage](ctx, c, call{endpoint: "drive"})
}

// FileSort is an order of files.
type FileSort string

// The orders a server knows. The zero value is by ID, newest first, the only
// one that goes with Page's bounds.
const (
	SortNewest   FileSort = "+createdAt"
	SortOldest   FileSort = "-createdAt"
	SortNameDown FileSort = "+name"
	SortName     FileSort = "-name"
	SortLargest  FileSort = "+size"
	SortSmallest FileSort = "-size"
)

// DriveFiles asks for the files of a folder, "" being the top (drive/files).
// kind narrows it to a MIME type such as "image/png" or "image/*"; "" is any.
func (c *Client) DriveFiles(
	ctx context.Context, folder misskey.FolderID, kind string, sort FileSort, page Page,
) ([]misskey.DriveFile, error) {
	params := struct {
		Page
		FolderID misskey.FolderID `json:"folderId,omitempty"`
		Type     string           `json:"type,omitempty"`
		Sort     FileSort         `json:"sort,omitempty"`
	}{page.bounded(), folder, kind, sort}
	list, err := c.files(ctx, "drive/files", params)
	if sort != "" {
		return list, err
	}
	return newestFirst(page, list, fileID), err
}

func (c *Client) files(ctx context.Context, endpoint string, params any) ([]misskey.DriveFile, error) {
	return readList(ctx, c, call{endpoint: endpoint, params: params},
		func(f misskey.DriveFile) bool { return f.ID != "" })
}

// DriveFilesByHash asks for the account's files with a content of this MD5, in
// hex (drive/files/find-by-hash).
func (c *Client) DriveFilesByHash(ctx context.Context, md5 string) ([]misskey.DriveFile, error) {
	return c.files(ctx, "drive/files/find-by-hash", map[string]string{"md5": md5})
}

// FileChange is what is to change about a file; nil leaves a thing as it is.
type FileChange struct {
	Name        *string
	Comment     *string // alt text, up to 512 characters; "" takes it away
	IsSensitive *bool
	FolderID    *misskey.FolderID // "" moves to the top
}

// UpdateDriveFile changes a file of the account (drive/files/update).
func (c *Client) UpdateDriveFile(
	ctx context.Context, id misskey.FileID, change FileChange,
) (misskey.DriveFile, error) {
	params := map[string]any{"fileId": id}
	if change.Name != nil {
		params["name"] = fileName(*change.Name)
	}
	if change.Comment != nil {
		params["comment"] = orNull(*change.Comment)
	}
	if change.IsSensitive != nil {
		params["isSensitive"] = *change.IsSensitive
	}
	if change.FolderID != nil {
		params["folderId"] = orNull(*change.FolderID)
	}
	return write[misskey.DriveFile](ctx, c, call{endpoint: "drive/files/update", params: params})
}

// orNull is null for "", which is how these two fields are cleared.
func orNull[T ~string](value T) *T {
	if value == "" {
		return nil
	}
	return &value
}

// DeleteDriveFile deletes a file of the account (drive/files/delete). Notes
// that show it lose it.
func (c *Client) DeleteDriveFile(ctx context.Context, id misskey.FileID) error {
	params := map[string]misskey.FileID{"fileId": id}
	return act(ctx, c, call{endpoint: "drive/files/delete", params: params})
}
