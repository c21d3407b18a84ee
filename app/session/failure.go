package session

import (
	"context"
	"errors"

	"mejiro/api"
)

// Intent names what the reader wanted, for a report.
type Intent string

// The intents that can fail.
const (
	Reacting     Intent = "react"
	Renoting     Intent = "renote"
	Unrenoting   Intent = "unrenote"
	Voting       Intent = "vote"
	Deleting     Intent = "delete"
	Posting      Intent = "post"
	LoadingOlder Intent = "older"
	Reading      Intent = "read"
)

// Failure tells that an intent could not be carried out; what it had changed
// has been taken back.
type Failure struct {
	Intent Intent
	Err    error
}

func (s *Session) fail(i Intent, err error) {
	if errors.Is(err, context.Canceled) {
		return
	}
	s.troubled(err)
	s.options.Report(Failure{Intent: i, Err: err})
}

func needsAuthorization(err error) bool {
	var refused *api.Refused
	return errors.As(err, &refused) && (refused.IsAuth() || refused.IsPermission())
}
