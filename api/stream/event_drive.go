package stream

import "mejiro/api/misskey"

// The events of ChannelDrive; DriveFileCreated and URLUploadFinished come on
// ChannelMain.

// DriveFileCreated tells of a new file in the account's Drive. It arrives once
// by ChannelMain and once by ChannelDrive.
type DriveFileCreated struct{ File misskey.DriveFile }

// DriveFileUpdated tells of a file renamed, moved or marked.
type DriveFileUpdated struct{ File misskey.DriveFile }

// DriveFileDeleted tells that a file is gone.
type DriveFileDeleted struct{ FileID misskey.FileID }

// DriveFolderCreated tells of a new folder.
type DriveFolderCreated struct{ Folder misskey.DriveFolder }

// DriveFolderUpdated tells of a folder renamed or moved.
type DriveFolderUpdated struct{ Folder misskey.DriveFolder }

// DriveFolderDeleted tells that a folder is gone.
type DriveFolderDeleted struct{ FolderID misskey.FolderID }

// URLUploadFinished answers drive/files/upload-from-url. Marker is the one
// given there.
type URLUploadFinished struct {
	Marker string            `json:"marker"`
	File   misskey.DriveFile `json:"file"`
}

func (DriveFileCreated) event()   {}
func (DriveFileUpdated) event()   {}
func (DriveFileDeleted) event()   {}
func (DriveFolderCreated) event() {}
func (DriveFolderUpdated) event() {}
func (DriveFolderDeleted) event() {}
func (URLUploadFinished) event()  {}
