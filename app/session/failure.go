package session

import (
	"context"
	"errors"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/app/task"
)

// Intent names what the reader wanted, for a report.
type Intent string

// The intents that can fail.
const (
	Reacting  Intent = "react"
	Renoting  Intent = "renote"
	Voting    Intent = "vote"
	Deleting  Intent = "delete"
	Filling   Intent = "fill" // a gap
	Reading   Intent = "read" // notifications
	Clipping  Intent = "clip"
	Answering Intent = "answer" // a request to follow
)

// Failure tells that an intent could not be carried out; what it had changed
// has been taken back.
type Failure struct {
	Intent Intent
	Err    error
}

// ask tells the server of something and hands the outcome to done.
func (s *Session) ask(tell func(context.Context) error, done func(error)) {
	task.Go(s.ctx, s.options.Loop,
		func(ctx context.Context) (struct{}, error) { return struct{}{}, tell(ctx) },
		func(_ struct{}, err error) {
			s.notice(err)
			done(err)
		})
}

func (s *Session) report(i Intent, err error) { s.options.Report(Failure{Intent: i, Err: err}) }

// doubt sees to a note about which the server disagrees: it is gone, or not as
// it is shown.
func (s *Session) doubt(id misskey.NoteID, err error) {
	switch {
	case isRefusal(err, (*api.Refused).IsGone):
		s.forget(id)
	case isRefusal(err, contradicts):
		s.refresh(id)
	}
}

// contradicts reports whether a refusal says that things stand otherwise than
// shown.
func contradicts(e *api.Refused) bool {
	switch e.Code {
	case api.CodeAlreadyReacted, api.CodeNotReacted, api.CodeAlreadyVoted:
		return true
	}
	return false
}

// refresh fetches a note as it is on the server.
func (s *Session) refresh(id misskey.NoteID) {
	task.Go(s.ctx, s.options.Loop,
		func(ctx context.Context) (misskey.Note, error) { return s.Client().Note(ctx, id) },
		func(n misskey.Note, err error) {
			if err == nil {
				s.Notes.Put(n)
			}
		})
}

func isRefusal(err error, is func(*api.Refused) bool) bool {
	var refused *api.Refused
	return errors.As(err, &refused) && is(refused)
}
