package session

import (
	"time"

	"mejiro/api/misskey"
)

const (
	tidyEvery = 5 * time.Minute
	// A list longer than longList rows is cut to shortList once its readers
	// stayed within nearTop rows of the top for restingTidies tidyings.
	longList      = 1_500
	shortList     = 1_000
	nearTop       = 300
	restingTidies = 2
	// mostRows bounds a list that nobody reads far down, at any time.
	mostRows = 20_000
)

// Tidy forgets what has become long: the ends of lists that nobody reads, and
// the notes that no list shows. The session does so by itself from time to
// time.
func (s *Session) Tidy() {
	for _, src := range s.sources {
		src.tidy()
	}
	s.notifications.tidy()
	s.Notifications.Retain()
	s.Notes.Retain(s.listed)
}

// listed are the notes that a list shows or speaks of.
func (s *Session) listed(yield func(misskey.NoteID) bool) {
	for _, src := range s.sources {
		for id := range src.store.All().IDs() {
			if !yield(id) {
				return
			}
		}
	}
	for id := range s.Notifications.NoteIDs() {
		if !yield(id) {
			return
		}
	}
}

func (l *list[T, ID]) tidy() {
	if l.store.Depth() > nearTop {
		l.resting = 0
		return
	}
	l.resting++
	if l.resting >= restingTidies && len(l.store.All()) > longList {
		l.trim()
	}
}

func (l *list[T, ID]) trim() {
	if l.store.Trim(shortList) {
		l.floor = l.store.All().Oldest()
	}
}
