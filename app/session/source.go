package session

import (
	"context"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/api/stream"
	"mejiro/app/store"
	"mejiro/app/task"
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

// source is a timeline that columns show.
type source struct {
	*list[misskey.Note, misskey.NoteID]
	columns      int
	subscription stream.SubscriptionID
	end          context.CancelFunc
}

// Open returns the list of a timeline for one more column to show. It loads
// and follows the timeline until every column has closed it.
func (s *Session) Open(kind Source) *store.Timeline {
	src, ok := s.sources[kind]
	if !ok {
		src = s.newSource(kind)
		s.sources[kind] = src
		src.first()
	}
	src.columns++
	return src.store
}

func (s *Session) newSource(kind Source) *source {
	timeline, channel := kind.kinds()
	ask := func(ctx context.Context, p api.Page) ([]misskey.Note, error) {
		return s.Client().Timeline(ctx, timeline, p, api.TimelineFilter{})
	}
	ctx, end := context.WithCancel(s.ctx)
	return &source{
		list:         newList(ctx, s, store.NewTimeline(), noteID, ask, s.putNotes),
		subscription: s.stream.Subscribe(channel, stream.Params{}),
		end:          end,
	}
}

func noteID(n misskey.Note) misskey.NoteID { return n.ID }

// putNotes takes in notes and names those that exist. What the reader chose
// meanwhile stays chosen.
func (s *Session) putNotes(notes []misskey.Note) []misskey.NoteID {
	s.Notes.Batch(func() {
		s.Notes.Put(notes...)
		s.keepWishes()
	})
	ids := make([]misskey.NoteID, 0, len(notes))
	for _, n := range notes {
		if s.Notes.Has(n.ID) {
			ids = append(ids, n.ID)
		}
	}
	return ids
}

// Close takes one Open back.
func (s *Session) Close(kind Source) {
	src, ok := s.sources[kind]
	if !ok {
		return
	}
	if src.columns--; src.columns == 0 {
		s.stream.Unsubscribe(src.subscription)
		src.end()
		delete(s.sources, kind)
	}
}

// Reload loads the newest notes of a timeline again.
func (s *Session) Reload(kind Source) {
	if src, ok := s.sources[kind]; ok {
		src.reload()
	}
}

// Older loads notes older than the oldest shown.
func (s *Session) Older(kind Source) {
	if src, ok := s.sources[kind]; ok {
		src.older()
	}
}

// FillGap loads the notes missing below a note.
func (s *Session) FillGap(kind Source, below misskey.NoteID) {
	if src, ok := s.sources[kind]; ok {
		src.fill(below)
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

// fetch gets a note the stream only named. Where that fails it counts as
// missed.
func (s *Session) fetch(id misskey.NoteID, src *source) {
	task.Go(src.ctx, s.options.Loop,
		func(ctx context.Context) (misskey.Note, error) { return s.Client().Note(ctx, id) },
		func(n misskey.Note, err error) {
			switch {
			case err == nil:
				src.streamed(s.putNotes([]misskey.Note{n}))
			case passes(err):
				src.reload()
			}
		})
}
