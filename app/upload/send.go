package upload

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"

	"mejiro/api"
	"mejiro/api/misskey"
)

// send uploads the file at path, telling its size and how much has gone out.
func send(ctx context.Context, client *api.Client, path string, sent, size *atomic.Int64) (misskey.DriveFile, error) {
	file, length, err := open(path)
	if err != nil {
		return misskey.DriveFile{}, err
	}
	defer func() { _ = file.Close() }()
	size.Store(length)
	return client.CreateDriveFile(ctx, api.Upload{
		Name: filepath.Base(path), Content: file, Size: length,
		OnProgress: func(n int64) { sent.Store(n) },
	})
}

// open opens a plain file and tells its length. What is none, such as a
// directory or a pipe that would keep one waiting, is not opened.
func open(path string) (*os.File, int64, error) {
	stat, err := os.Stat(path)
	switch {
	case err != nil:
		return nil, 0, noFile(err)
	case !stat.Mode().IsRegular():
		return nil, 0, ErrNoFile
	}
	file, err := os.Open(path)
	if err != nil {
		return nil, 0, noFile(err)
	}
	return file, stat.Size(), nil
}

// noFile is ErrNoFile with the reason alone; paths are the reader's own
// business.
func noFile(err error) error {
	var of *fs.PathError
	if errors.As(err, &of) {
		err = of.Err
	}
	return fmt.Errorf("%w: %w", ErrNoFile, err)
}
