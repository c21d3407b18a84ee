package session

import (
	"cmp"
	"context"
	"slices"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/app/task"
)

const (
	clipsPage = 100
	// clipPages bounds how many clips are looked at; servers allow far fewer.
	clipPages = 5
)

// Clips asks for the account's own clips and hands them to done.
func (s *Session) Clips(done func([]misskey.Clip, error)) {
	task.Go(s.ctx, s.options.Loop, s.allClips, func(clips []misskey.Clip, err error) {
		s.notice(err)
		done(clips, err)
	})
}

// allClips pages through the clips. A server that knows no pages repeats
// itself, which is the end too.
func (s *Session) allClips(ctx context.Context) ([]misskey.Clip, error) {
	var all []misskey.Clip
	known := map[misskey.ClipID]bool{}
	for next := (api.Page{Limit: clipsPage}); len(all) < clipPages*clipsPage; {
		page, err := s.Client().Clips(ctx, next)
		if err != nil {
			return nil, err
		}
		before := len(all)
		for _, clip := range page {
			if !known[clip.ID] {
				known[clip.ID] = true
				all = append(all, clip)
			}
		}
		if len(all) == before || len(page) < clipsPage {
			break
		}
		next.UntilID = string(slices.MinFunc(page, byClipID).ID)
	}
	return all, nil
}

func byClipID(a, b misskey.Clip) int { return cmp.Compare(a.ID, b.ID) }

// CreateClip makes a clip; done gets it when it is there.
func (s *Session) CreateClip(name string, public bool, done func(misskey.Clip)) {
	task.Go(s.ctx, s.options.Loop,
		func(ctx context.Context) (misskey.Clip, error) { return s.Client().CreateClip(ctx, name, public) },
		func(clip misskey.Clip, err error) {
			s.notice(err)
			if err != nil {
				s.report(Clipping, err)
				return
			}
			done(clip)
		})
}

// Clip puts a note into a clip; done is told when it is in, and whether it was
// already.
func (s *Session) Clip(id misskey.NoteID, clip misskey.ClipID, done func(already bool)) {
	s.ask(func(ctx context.Context) error { return s.Client().AddClipNote(ctx, clip, id) }, func(err error) {
		already := isRefusal(err, func(e *api.Refused) bool { return e.Code == api.CodeAlreadyClipped })
		if err != nil && !already {
			s.report(Clipping, err)
			return
		}
		done(already)
	})
}

// Unclip takes a note out of a clip; done is told when it is out.
func (s *Session) Unclip(id misskey.NoteID, clip misskey.ClipID, done func()) {
	s.ask(func(ctx context.Context) error { return s.Client().RemoveClipNote(ctx, clip, id) }, func(err error) {
		if err != nil {
			s.report(Clipping, err)
			return
		}
		done()
	})
}
