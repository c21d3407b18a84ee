package store

import "mejiro/api/misskey"

// Timeline is a list of notes.
type Timeline = List[misskey.NoteID]

// NewTimeline returns an empty timeline that is loading.
func NewTimeline() *Timeline { return NewList[misskey.NoteID]() }
