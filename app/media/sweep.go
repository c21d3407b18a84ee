package media

import (
	"cmp"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// kept is a file of the disk cache as sweep sees it.
type kept struct {
	path string
	size int64
	used time.Time
}

// sweep removes what has not been used for too long, then what was used longest ago until a tenth of the room is free.
// It does nothing while another sweep runs, and stops with ctx.
func (d *disk) sweep(ctx context.Context) {
	d.mu.Lock()
	busy := d.sweeping
	d.sweeping = true
	d.mu.Unlock()
	if busy {
		return
	}
	total, ok := d.clear(ctx)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.sweeping = false
	if ok {
		d.used = total
	}
}

// clear returns the bytes left; ok is false if it was stopped.
func (d *disk) clear(ctx context.Context) (total int64, ok bool) {
	files, err := d.list(ctx)
	if err != nil {
		return 0, false
	}
	slices.SortFunc(files, func(a, b kept) int { return cmp.Compare(a.used.UnixNano(), b.used.UnixNano()) })
	for _, f := range files {
		total += f.size
	}
	room := d.most
	if total > d.most {
		room = d.most / 10 * 9
	}
	oldest := time.Now().Add(-d.age)
	for _, f := range files {
		if ctx.Err() != nil {
			return 0, false
		}
		if total <= room && f.used.After(oldest) {
			break
		}
		if os.Remove(f.path) == nil {
			total -= f.size
		}
	}
	return total, true
}

// list finds the files, and removes what a crash left behind.
func (d *disk) list(ctx context.Context) (files []kept, err error) {
	err = filepath.WalkDir(d.folder, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() && path != d.aspectsFile() { // what cannot be read is not ours to count
			files = look(files, path, e)
		}
		return ctx.Err()
	})
	return files, err
}

// look adds a file to those kept, unless a crash left it behind.
func look(files []kept, path string, e fs.DirEntry) []kept {
	stat, err := e.Info()
	if err != nil {
		return files
	}
	if strings.HasPrefix(e.Name(), diskTemp) && time.Since(stat.ModTime()) > touchAfter {
		_ = os.Remove(path) // tried again next time
		return files
	}
	return append(files, kept{path, onDisk(stat.Size()), stat.ModTime()})
}
