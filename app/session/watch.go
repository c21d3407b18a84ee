package session

import "mejiro/api/misskey"

// Watch follows a shown note, so that reactions and votes arrive.
func (s *Session) Watch(id misskey.NoteID) { s.stream.Capture(id) }

// Unwatch takes one Watch back.
func (s *Session) Unwatch(id misskey.NoteID) { s.stream.Release(id) }
