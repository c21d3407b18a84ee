package api

import (
	"context"
	"io"
	"net/http"
	"time"

	"mejiro/api/misskey"
)

// Time limits of an upload: as a whole it may take as long as it moves.
const (
	uploadStall  = time.Minute     // without a byte taken by the network
	uploadHeader = 5 * time.Minute // the server looks through the file and makes previews
)

// Upload is a file to be put into Drive.
type Upload struct {
	// Name is made fit for Misskey: no path, at most 200 characters.
	Name        string
	Comment     string           // alt text, up to 512 characters
	FolderID    misskey.FolderID // "" is the top
	IsSensitive bool
	// Force stores a copy even where the Drive has the same content; otherwise
	// that file is answered as it is.
	Force bool

	// Content has Size bytes. It is not read after the call has returned.
	Content io.ReaderAt
	Size    int64
	// OnProgress, when set, is told how many bytes of Content have gone out.
	// It is called on another goroutine, often, and never after the call has
	// returned. The count starts over when a connection turned out dead.
	OnProgress func(sent int64)
}

// Unreadable tells that an upload ended because its content could not be read
// or was shorter than its Size.
type Unreadable struct {
	Name  string
	cause error
}

// Error names the file and the reader's error.
func (e *Unreadable) Error() string { return "api: reading " + e.Name + ": " + e.cause.Error() }

// Unwrap is the error of the reader.
func (e *Unreadable) Unwrap() error { return e.cause }

// CreateDriveFile uploads a file (drive/files/create), streaming it. It is sent
// once; ending ctx ends the upload. Besides the usual three an *Unreadable
// comes back when Content fails.
func (c *Client) CreateDriveFile(ctx context.Context, upload Upload) (misskey.DriveFile, error) {
	const name = "drive/files/create"
	ctx, t := newTry(ctx, patience{stall: uploadStall, header: uploadHeader})
	body, err := newUploadBody(upload, t.moved)
	if err != nil {
		t.end()
		return misskey.DriveFile{}, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.server.Address("/api/"+name), body.reader())
	if err != nil {
		t.end()
		return misskey.DriveFile{}, err
	}
	req.GetBody = func() (io.ReadCloser, error) { return io.NopCloser(body.reader()), nil }
	req.ContentLength = body.length()
	req.Header.Set("Content-Type", body.contentType)
	c.authorize(req)
	a, err := c.do(t, name, req, answerLimit)
	if failed := body.end(); err != nil && failed != nil {
		return misskey.DriveFile{}, &Unreadable{Name: upload.Name, cause: failed}
	}
	if err == nil {
		err = c.judge(name, a)
	}
	if err != nil {
		return misskey.DriveFile{}, err
	}
	return decode[misskey.DriveFile](c, name, a)
}
