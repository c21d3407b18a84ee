package store

import (
	"fyne.io/fyne/v2/data/binding"

	"mejiro/api/misskey"
)

// Emojis are the custom emoji of the account's server.
type Emojis struct {
	byName map[string]misskey.Emoji
	loaded bool
	// Changed is told when the set was loaded or altered; its value counts up.
	Changed binding.Int
}

// NewEmojis returns an empty set that is not loaded yet.
func NewEmojis() *Emojis {
	return &Emojis{byName: map[string]misskey.Emoji{}, Changed: binding.NewInt()}
}

// Replace puts a freshly loaded set in place of the old one.
func (s *Emojis) Replace(all []misskey.Emoji) {
	s.byName = make(map[string]misskey.Emoji, len(all))
	for _, e := range all {
		s.byName[e.Name] = e
	}
	s.loaded = true
	s.tell()
}

// Put adds or replaces emoji the server told of.
func (s *Emojis) Put(changed ...misskey.Emoji) {
	for _, e := range changed {
		s.byName[e.Name] = e
	}
	s.tell()
}

// Delete removes emoji by name.
func (s *Emojis) Delete(names ...string) {
	for _, name := range names {
		delete(s.byName, name)
	}
	s.tell()
}

// Emoji finds one by name, without colons.
func (s *Emojis) Emoji(name string) (misskey.Emoji, bool) {
	e, ok := s.byName[name]
	return e, ok
}

// Loaded reports whether the whole set is known, so that a name it lacks is
// no emoji.
func (s *Emojis) Loaded() bool { return s.loaded }

// All are the emoji in no order.
func (s *Emojis) All() []misskey.Emoji {
	all := make([]misskey.Emoji, 0, len(s.byName))
	for _, e := range s.byName {
		all = append(all, e)
	}
	return all
}

func (s *Emojis) tell() {
	n, _ := s.Changed.Get() // a plain item's Get never fails
	_ = s.Changed.Set(n + 1)
}
