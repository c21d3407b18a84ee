package store

import "mejiro/api/misskey"

// Timeline is a list of notes.
type Timeline = List[misskey.NoteID]

// NewTimeline returns an empty timeline that is loading.
func NewTimeline() *Timeline { return NewList[misskey.NoteID]() }

// IDs are the IDs of notes, in their order.
func IDs(notes []misskey.Note) []misskey.NoteID {
	ids := make([]misskey.NoteID, len(notes))
	for i, n := range notes {
		ids[i] = n.ID
	}
	return ids
}
