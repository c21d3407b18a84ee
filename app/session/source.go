package session

import (
	"context"
	"slices"
	"time"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/api/stream"
	"mejiro/app/store"
)

// Source is a timeline a column can show.
type Source string

// The timelines every account has.
const (
	Home   Source = "home"
	Local  Source = "local"
	Social Source = "social" // Misskey's hybrid timeline
	Global Source = "global"
)

// kinds says how a source is called by the API and by the stream.
func (k Source) kinds() (api.TimelineKind, stream.Channel) {
	switch k {
	case Local:
		return api.TimelineLocal, stream.ChannelLocalTimeline
	case Social:
		return api.TimelineHybrid, stream.ChannelHybridTimeline
	case Global:
		return api.TimelineGlobal, stream.ChannelGlobalTimeline
	}
	return api.TimelineHome, stream.ChannelHomeTimeline
}

const (
	firstPage   = 30
	olderPage   = 40
	catchUpPage = 100
	// catchUpPages bounds what is fetched after a break before a gap is left
	// for the reader to open.
	catchUpPages = 5
	catchUpRetry = 5 * time.Second
)

// source is a timeline that columns show.
type source struct {
	list         *store.Timeline
	columns      int
	subscription stream.SubscriptionID
	// mark is how far the list is known to be whole: the newest note when the
	// stream broke, or when it was not open yet.
	mark     misskey.NoteID
	loaded   bool // the first page is there
	open     bool // the stream confirmed the subscription and is not broken
	behind   bool // notes newer than mark may be missing
	catching bool // they are being fetched
	breaks   int  // how often the subscription was opened
}

// Open returns the list of a timeline for one more column to show. It loads
// and follows the timeline until every column has closed it.
func (s *Session) Open(kind Source) *store.Timeline {
	src, ok := s.sources[kind]
	if !ok {
		src = &source{list: store.NewTimeline(), behind: true}
		s.sources[kind] = src
		_, channel := kind.kinds()
		src.subscription = s.stream.Subscribe(channel, stream.Params{})
		s.loadFirst(kind, src)
	}
	src.columns++
	return src.list
}

// Close takes one Open back.
func (s *Session) Close(kind Source) {
	src, ok := s.sources[kind]
	if !ok {
		return
	}
	if src.columns--; src.columns == 0 {
		s.stream.Unsubscribe(src.subscription)
		delete(s.sources, kind)
	}
}

// Reload loads the newest notes of a timeline again.
func (s *Session) Reload(kind Source) {
	src, ok := s.sources[kind]
	switch {
	case !ok:
	case src.loaded:
		if !src.behind {
			src.mark = src.list.Newest()
		}
		s.catchUp(kind, src)
	default:
		s.loadFirst(kind, src)
	}
}

func (s *Session) sourceOf(id stream.SubscriptionID) *source {
	for _, src := range s.sources {
		if src.subscription == id {
			return src
		}
	}
	return nil
}

func (s *Session) page(kind Source, p api.Page) func(context.Context) ([]misskey.Note, error) {
	timeline, _ := kind.kinds()
	return func(ctx context.Context) ([]misskey.Note, error) {
		return s.Client().Timeline(ctx, timeline, p, api.TimelineFilter{})
	}
}

func (s *Session) loadFirst(kind Source, src *source) {
	src.list.SetStatus(func(st store.Status) store.Status { st.Phase, st.Err = store.Loading, nil; return st })
	get(s, s.page(kind, api.Page{Limit: firstPage}), func(notes []misskey.Note, err error) {
		if err != nil {
			s.troubled(err)
			src.list.SetStatus(func(st store.Status) store.Status { st.Phase, st.Err = store.Failed, err; return st })
			return
		}
		s.add(src, notes)
		src.loaded, src.mark = true, src.list.Newest()
		src.list.SetStatus(func(st store.Status) store.Status {
			st.Phase, st.AtEnd = store.Ready, len(notes) == 0
			return st
		})
		if src.open {
			s.catchUp(kind, src)
		}
	})
}

func (s *Session) add(src *source, notes []misskey.Note) {
	s.Notes.Put(notes...)
	src.list.Add(store.IDs(notes)...)
}

// Older loads notes older than the oldest shown.
func (s *Session) Older(kind Source) {
	src, ok := s.sources[kind]
	if !ok || !src.loaded {
		return
	}
	if st, _ := src.list.Status.Get(); st.Older == store.Loading || st.AtEnd {
		return
	}
	src.setOlder(store.Loading, false)
	get(s, s.page(kind, api.Page{UntilID: string(src.list.Oldest()), Limit: olderPage}), func(notes []misskey.Note, err error) {
		if err != nil {
			s.troubled(err)
			src.setOlder(store.Failed, false)
			return
		}
		s.add(src, notes)
		src.setOlder(store.Ready, len(notes) == 0)
	})
}

func (src *source) setOlder(p store.Phase, end bool) {
	src.list.SetStatus(func(st store.Status) store.Status { st.Older, st.AtEnd = p, end; return st })
}

func (src *source) setOffline(offline bool) {
	if offline && !src.behind {
		src.mark, src.behind = src.list.Newest(), true
	}
	src.open = !offline
	src.list.SetStatus(func(st store.Status) store.Status { st.Offline = offline; return st })
}

// FillGap loads the notes missing below a note.
func (s *Session) FillGap(kind Source, below misskey.NoteID) {
	src, ok := s.sources[kind]
	if !ok {
		return
	}
	get(s, s.page(kind, api.Page{UntilID: string(below), Limit: catchUpPage}), func(notes []misskey.Note, err error) {
		if err != nil {
			s.fail(LoadingOlder, err)
			return
		}
		s.Notes.Put(notes...)
		src.list.FillGap(below, store.IDs(notes))
	})
}

// fetch gets a note the stream only named.
func (s *Session) fetch(id misskey.NoteID, src *source) {
	get(s, func(ctx context.Context) (misskey.Note, error) { return s.Client().Note(ctx, id) },
		func(n misskey.Note, err error) {
			if err == nil {
				s.add(src, []misskey.Note{n})
			}
		})
}

// forget takes a deleted note, and the pure renotes of it, out of every list.
func (s *Session) forget(id misskey.NoteID) {
	for _, src := range s.sources {
		src.list.Remove(s.rowsOf(src, id)...)
	}
	s.Notes.Delete(id)
}

func (s *Session) rowsOf(src *source, id misskey.NoteID) []misskey.NoteID {
	gone := []misskey.NoteID{id}
	rows, _ := src.list.Rows.Get()
	for _, row := range rows {
		rowID, gap := store.RowID[misskey.NoteID](row)
		if n, ok := s.Notes.Note(rowID); ok && !gap && n.RenoteID == id && n.IsPureRenote() {
			gone = append(gone, rowID)
		}
	}
	return slices.Compact(gone)
}
