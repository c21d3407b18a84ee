package session

import (
	"errors"

	"mejiro/api"
)

// State is how a session stands with its server.
type State int

// The states. A session begins Connecting.
const (
	Connecting State = iota
	Online
	Offline      // the stream broke and is tried again
	Unauthorized // the token is unknown, revoked or lacks a permission
	Suspended
)

// become changes the state. Unauthorized and Suspended stay until Retry: that
// the stream is open says nothing against them.
func (s *Session) become(state State) {
	if now, _ := s.State.Get(); now != Unauthorized && now != Suspended { // a plain item's Get never fails
		_ = s.State.Set(state)
	}
}

// doubtState takes back what the server said of the account, to be said anew.
func (s *Session) doubtState() {
	switch now, _ := s.State.Get(); {
	case now != Unauthorized && now != Suspended:
	case s.connected:
		_ = s.State.Set(Online)
	default:
		_ = s.State.Set(Connecting)
	}
}

// notice sees to errors that say the account cannot go on as it is.
func (s *Session) notice(err error) {
	var refused *api.Refused
	if !errors.As(err, &refused) {
		return
	}
	switch {
	case refused.IsAuth(), refused.IsPermission():
		s.become(Unauthorized)
	case refused.Code == api.CodeSuspended:
		s.become(Suspended)
	}
}

// broken tells every list that the stream does not feed it.
func (s *Session) broken(state State) {
	s.connected = false
	s.become(state)
	for _, src := range s.sources {
		src.broken()
	}
	s.notifications.broken()
}
