package session

import (
	"context"
	"slices"
	"time"

	"github.com/cenkalti/backoff/v5"

	"mejiro/api"
	"mejiro/app/store"
	"mejiro/app/task"
)

const (
	firstPage   = 30
	olderPage   = 40
	catchUpPage = 100
	// catchUpPages bounds what is fetched after a break before a gap is left
	// for the reader to open.
	catchUpPages = 5
	// Waits between tries to catch up, each shortened or lengthened by up to
	// half.
	catchUpRetry    = 2 * time.Second
	catchUpRetryMax = time.Minute
)

// list keeps one list of the store whole: it loads its pages, takes in what
// the stream brings, and after each break of the stream fetches what was
// missed.
type list[T any, ID ~string] struct {
	session *Session
	store   *store.List[ID]
	ctx     context.Context // over when nobody shows the list any more
	// ask asks the server for a page; it runs off the Fyne goroutine.
	ask func(context.Context, api.Page) ([]T, error)
	// put takes entries into their store and names those to be listed.
	put func([]T) []ID
	id  func(T) ID

	loaded bool // the first page is there
	floor  ID   // how far down the pages reached; what is below is not whole
	open   bool // the stream is open and feeds the list
	opened int  // how often it was

	behind   bool           // entries newer than before may be missing
	before   store.Rows[ID] // when the stream broke
	catching bool           // they are being fetched
	waits    backoff.ExponentialBackOff
	filling  map[ID]bool // gaps being filled
	resting  int         // tidyings in a row that found every reader near the top
}

func newList[T any, ID ~string](
	ctx context.Context, s *Session, entries *store.List[ID], id func(T) ID,
	ask func(context.Context, api.Page) ([]T, error), put func([]T) []ID,
) *list[T, ID] {
	l := &list[T, ID]{
		session: s, store: entries, ctx: ctx, id: id, ask: ask, put: put, behind: true, filling: map[ID]bool{},
		waits: backoff.ExponentialBackOff{
			InitialInterval: catchUpRetry, MaxInterval: catchUpRetryMax, Multiplier: 2, RandomizationFactor: 0.5,
		},
	}
	l.waits.Reset()
	return l
}

// page asks for a page and hands it to done, unless the list is closed by then.
func (l *list[T, ID]) page(p api.Page, done func([]T, error)) {
	task.Go(l.ctx, l.session.options.Loop,
		func(ctx context.Context) ([]T, error) { return l.ask(ctx, p) },
		func(got []T, err error) {
			l.session.notice(err)
			done(got, err)
		})
}

func (l *list[T, ID]) idsOf(entries []T) []ID {
	ids := make([]ID, len(entries))
	for i, e := range entries {
		ids[i] = l.id(e)
	}
	return ids
}

// first loads the newest page into a list that has none.
func (l *list[T, ID]) first() {
	l.store.SetStatus(func(st store.Status) store.Status { st.Phase, st.Err = store.Loading, nil; return st })
	l.page(api.Page{Limit: firstPage}, func(got []T, err error) {
		if err != nil {
			l.store.SetStatus(func(st store.Status) store.Status { st.Phase, st.Err = store.Failed, err; return st })
			return
		}
		l.loaded, l.before = true, store.RowsOf(l.idsOf(got))
		l.floor = l.before.Oldest()
		l.store.Add(l.put(got)...)
		l.store.SetStatus(func(st store.Status) store.Status {
			st.Phase, st.AtEnd = store.Ready, len(got) == 0
			return st
		})
		if l.open { // since before the page or after: what lies between is fetched
			l.catchUp()
		}
	})
}

// streamed lists what the stream brought. What is older than the pages reach,
// as a note that came late from another server, comes with its page.
func (l *list[T, ID]) streamed(ids []ID) {
	if l.loaded && !l.store.State().AtEnd {
		fresh := ids[:0:0]
		for _, id := range ids {
			if id > l.floor {
				fresh = append(fresh, id)
			}
		}
		ids = fresh
	}
	l.store.Add(ids...)
	if len(l.store.All()) > mostRows {
		l.trim()
	}
}

// older loads what lies below the pages so far.
func (l *list[T, ID]) older() {
	if st := l.store.State(); !l.loaded || st.Older == store.Loading || st.AtEnd {
		return
	}
	l.setOlder(store.Loading, false)
	floor := l.floor
	l.page(api.Page{UntilID: string(floor), Limit: olderPage}, func(got []T, err error) {
		switch {
		case err != nil:
			l.setOlder(store.Failed, false)
		case l.floor != floor: // the list was cut meanwhile
			l.setOlder(store.Ready, false)
		default:
			l.store.Add(l.put(got)...)
			if len(got) > 0 {
				l.floor = slices.Min(l.idsOf(got))
			}
			l.setOlder(store.Ready, len(got) == 0)
		}
	})
}

func (l *list[T, ID]) setOlder(p store.Phase, end bool) {
	l.store.SetStatus(func(st store.Status) store.Status { st.Older, st.AtEnd = p, end; return st })
}

// fill loads what is missing below an entry.
func (l *list[T, ID]) fill(below ID) {
	if l.filling[below] {
		return
	}
	l.filling[below] = true
	l.page(api.Page{UntilID: string(below), Limit: catchUpPage}, func(got []T, err error) {
		delete(l.filling, below)
		if err != nil {
			l.session.report(Filling, err)
			return
		}
		l.put(got)
		l.store.FillGap(below, l.idsOf(got))
	})
}

// retry loads the first page again where it failed.
func (l *list[T, ID]) retry() {
	if l.store.State().Phase == store.Failed {
		l.first()
	}
}

// reload fetches what is new, whether the stream is open or not.
func (l *list[T, ID]) reload() {
	if !l.loaded {
		l.retry()
		return
	}
	l.fallBehind()
	l.catchUp()
}

func (l *list[T, ID]) setOffline(offline bool) {
	if l.store.State().Offline != offline {
		l.store.SetStatus(func(st store.Status) store.Status { st.Offline = offline; return st })
	}
}
