// Package upload puts files into Drive, a few at a time, and tells how far
// they are.
//
// A Queue belongs to the Fyne goroutine. Reading and sending happen off it;
// what they tell comes back through app/task.
package upload

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2/data/binding"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/app/task"
)

const (
	atOnce       = 2
	progressEach = 100 * time.Millisecond
)

// ErrNoFile is wrapped by the error of a job whose path is no plain file.
var ErrNoFile = errors.New("not a file that can be uploaded")

// State is how far a job is.
type State int

// The states of a job. Only Failed can be retried.
const (
	Waiting State = iota
	Sending
	Done
	Failed
)

// Job is one file on its way, or arrived.
type Job struct {
	ID    int
	Path  string
	Name  string
	Size  int64 // bytes; 0 until the file was opened
	Sent  int64 // bytes given to the network
	State State
	File  misskey.DriveFile // of a Done job
	// Err is why a job Failed: ErrNoFile, *api.Unreadable, or one of the usual
	// three of package api.
	Err error
}

// Queue is the uploads of one account.
type Queue struct {
	// Jobs are the jobs in their order; the slice told is never altered.
	Jobs binding.Item[[]Job]

	ctx    context.Context
	loop   *task.Loop
	client *api.Client
	jobs   []Job
	ends   map[int]context.CancelFunc
	lastID int
}

// New returns an empty queue that ends with ctx.
func New(ctx context.Context, loop *task.Loop, client *api.Client) *Queue {
	return &Queue{
		Jobs: binding.NewItem(func(_, _ []Job) bool { return false }),
		ctx:  ctx, loop: loop, client: client, ends: map[int]context.CancelFunc{},
	}
}

// Add queues the file at path and returns the ID of its job.
func (q *Queue) Add(path string) int {
	q.lastID++
	q.jobs = append(slices.Clone(q.jobs), Job{ID: q.lastID, Path: path, Name: filepath.Base(path)})
	q.tell()
	q.next()
	return q.lastID
}

// AddDone puts a file that is in Drive already among the jobs.
func (q *Queue) AddDone(f misskey.DriveFile) int {
	q.lastID++
	q.jobs = append(slices.Clone(q.jobs), Job{ID: q.lastID, Name: f.Name, Size: f.Size, Sent: f.Size, State: Done, File: f})
	q.tell()
	return q.lastID
}

// Remove takes a job out and stops it. A file that is in Drive already stays
// there.
func (q *Queue) Remove(id int) {
	if end, sending := q.ends[id]; sending {
		end()
	}
	left := slices.DeleteFunc(slices.Clone(q.jobs), func(j Job) bool { return j.ID == id })
	if len(left) == len(q.jobs) {
		return
	}
	q.jobs = left
	q.tell()
	q.next() // takes the place of one that waited; of one being sent when that has ended
}

// Retry tries a failed job again.
func (q *Queue) Retry(id int) {
	for _, j := range q.jobs {
		if j.ID == id && j.State == Failed {
			q.change(id, func(j Job) Job {
				j.State, j.Sent, j.Err = Waiting, 0, nil
				return j
			})
		}
	}
	q.next()
}

// Clear stops everything and empties the queue.
func (q *Queue) Clear() {
	for _, end := range q.ends {
		end()
	}
	q.jobs = nil
	q.tell()
}

// next starts waiting jobs while there is room.
func (q *Queue) next() {
	for _, j := range q.jobs {
		if len(q.ends) >= atOnce {
			return
		}
		if j.State == Waiting {
			q.start(j)
		}
	}
}

func (q *Queue) start(j Job) {
	ctx, end := context.WithCancel(q.ctx)
	q.ends[j.ID] = end
	q.change(j.ID, func(j Job) Job { j.State = Sending; return j })
	var sent, size atomic.Int64
	task.Every(ctx, q.loop, progressEach, func() { q.progress(j.ID, sent.Load(), size.Load()) })
	// The result must arrive even when the job was cancelled, to make room for
	// the next one, so it is bound to the queue's context and not the job's.
	task.Go(q.ctx, q.loop, func(outer context.Context) (misskey.DriveFile, error) {
		stop := context.AfterFunc(outer, end)
		defer stop()
		return send(ctx, q.client, j.Path, &sent, &size)
	}, func(f misskey.DriveFile, err error) {
		end()
		delete(q.ends, j.ID)
		q.finish(j.ID, f, err)
		q.next()
	})
}

func (q *Queue) progress(id int, sent, size int64) {
	for _, j := range q.jobs {
		if j.ID == id && j.State == Sending && (j.Sent != sent || j.Size != size) {
			q.change(id, func(j Job) Job { j.Sent, j.Size = sent, size; return j })
		}
	}
}

func (q *Queue) finish(id int, f misskey.DriveFile, err error) {
	q.change(id, func(j Job) Job {
		if err != nil {
			j.State, j.Err = Failed, err
			return j
		}
		j.State, j.File, j.Size, j.Sent = Done, f, f.Size, f.Size
		return j
	})
}

// change replaces a job that is still there by what to makes of it.
func (q *Queue) change(id int, to func(Job) Job) {
	i := slices.IndexFunc(q.jobs, func(j Job) bool { return j.ID == id })
	if i < 0 {
		return
	}
	q.jobs = slices.Clone(q.jobs)
	q.jobs[i] = to(q.jobs[i])
	q.tell()
}

func (q *Queue) tell() { _ = q.Jobs.Set(q.jobs) }
