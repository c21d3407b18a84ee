package store_test

import (
	"testing"

	"fyne.io/fyne/v2/data/binding"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/app/store"
)

const me = misskey.UserID("me")

// newNotes returns a store that holds the notes, and a note's current state.
func newNotes(t *testing.T, notes ...misskey.Note) *store.Notes {
	t.Helper()
	test.NewTempApp(t)
	s := store.NewNotes(me)
	s.Put(notes...)
	return s
}

func note(id misskey.NoteID) misskey.Note { return misskey.Note{ID: id} }

func get(t *testing.T, s *store.Notes, id misskey.NoteID) misskey.Note {
	t.Helper()
	n, ok := s.Note(id)
	require.True(t, ok, "note %s is not known", id)
	return n
}

// told returns a counter of how often a binding told.
func told[T any](item binding.Item[T]) *int {
	n := -1 // AddListener tells once by itself
	item.AddListener(binding.NewDataListener(func() { n++ }))
	return &n
}

func TestNotesAreKeptOnceAndExpandedFresh(t *testing.T) {
	target := misskey.Note{ID: "a", RenoteCount: 1}
	s := newNotes(t, misskey.Note{ID: "b", RenoteID: "a", Renote: &target})

	s.Reacted("a", "bob", "🎉", "")

	assert.Equal(t, map[string]int{"🎉": 1}, get(t, s, "b").Renote.Reactions)
}

func TestDeletedTargetVanishesFromItsReplies(t *testing.T) {
	target := note("a")
	s := newNotes(t, misskey.Note{ID: "b", ReplyID: "a", Reply: &target})

	s.Delete("a")

	assert.Nil(t, get(t, s, "b").Reply)
}

func TestStreamedCopyKeepsWhatTheViewerDid(t *testing.T) {
	poll := &misskey.Poll{Choices: []misskey.PollChoice{{Text: "x", Votes: 1, IsVoted: true}, {Text: "y"}}}
	s := newNotes(t, misskey.Note{ID: "a", MyReaction: "🎉", Poll: poll})

	fresh := &misskey.Poll{Choices: []misskey.PollChoice{{Text: "x", Votes: 2}, {Text: "y", Votes: 3}}}
	s.PutStreamed(misskey.Note{ID: "a", Poll: fresh})

	n := get(t, s, "a")
	assert.Equal(t, "🎉", n.MyReaction)
	assert.Equal(t, misskey.PollChoice{Text: "x", Votes: 2, IsVoted: true}, n.Poll.Choices[0])
	assert.False(t, fresh.Choices[0].IsVoted, "the copy of the server was altered")
}

func TestWatchTellsChangesUntilUnwatched(t *testing.T) {
	s := newNotes(t, note("a"))
	item := s.Watch("a")
	assert.Same(t, item, s.Watch("a"), "a second watch must share the binding")
	n := told(item)

	s.Reacted("a", "bob", "🎉", "")
	assert.Equal(t, 1, *n)
	s.Unwatch("a")
	s.Reacted("a", "carol", "🎉", "")
	assert.Equal(t, 2, *n, "one of two watches is left")
	s.Delete("a")
	last, err := item.Get()
	require.NoError(t, err)
	assert.Zero(t, last, "a deleted note is told as none")
	assert.Equal(t, 3, *n)
	s.Unwatch("a")
	s.Unwatch("a")
	assert.NotSame(t, item, s.Watch("a"))
}

func TestReactionKey(t *testing.T) {
	for in, want := range map[string]string{
		":cat:": ":cat@.:", ":cat@.:": ":cat@.:", ":cat@far.example:": ":cat@far.example:",
		"❤️": "❤", "👍": "👍", "❤️\u200d🔥": "❤️\u200d🔥", "": "",
	} {
		assert.Equal(t, want, store.ReactionKey(in), in)
	}
}

func TestReactIsUndoneAmidOthersReactions(t *testing.T) {
	s := newNotes(t, misskey.Note{ID: "a", MyReaction: "👍", Reactions: map[string]int{"👍": 2}, ReactionCount: 2})

	undo := s.React("a", ":cat:")
	assert.Equal(t, map[string]int{"👍": 1, ":cat@.:": 1}, get(t, s, "a").Reactions)
	s.Reacted("a", "bob", ":cat@.:", "")
	undo()

	n := get(t, s, "a")
	assert.Equal(t, map[string]int{"👍": 2, ":cat@.:": 1}, n.Reactions)
	assert.Equal(t, "👍", n.MyReaction)
	assert.Equal(t, 3, n.ReactionCount)
}

func TestUndoAfterAnotherChoiceChangesNothing(t *testing.T) {
	s := newNotes(t, note("a"))
	undo := s.React("a", "👍")
	s.React("a", "🎉")
	undo()
	assert.Equal(t, "🎉", get(t, s, "a").MyReaction)
}

func TestEchoesOfOwnActionsChangeNothingTwice(t *testing.T) {
	s := newNotes(t, misskey.Note{ID: "a", Poll: &misskey.Poll{Choices: make([]misskey.PollChoice, 2)}})

	s.React("a", "🎉")
	s.Reacted("a", me, "🎉", "")
	s.Vote("a", 1)
	s.PollVoted("a", me, 1)
	n := get(t, s, "a")
	assert.Equal(t, map[string]int{"🎉": 1}, n.Reactions)
	assert.Equal(t, 1, n.Poll.Choices[1].Votes)

	s.Unreacted("a", me, "👍") // the echo of a choice that was replaced
	assert.Equal(t, "🎉", get(t, s, "a").MyReaction)
	s.React("a", "")
	s.Unreacted("a", me, "🎉")
	assert.Empty(t, get(t, s, "a").Reactions)
}

func TestRemoteReactionBringsItsPicture(t *testing.T) {
	s := newNotes(t, note("a"))
	s.Reacted("a", "bob", ":cat@far.example:", "https://far.example/cat.png")
	assert.Equal(t, misskey.EmojiMap{"cat@far.example": "https://far.example/cat.png"}, get(t, s, "a").ReactionEmojis)
}

func TestVoteIsTakenBackAndOddChoicesAreHarmless(t *testing.T) {
	s := newNotes(t, misskey.Note{ID: "a", Poll: &misskey.Poll{Choices: make([]misskey.PollChoice, 2)}}, note("b"))

	undo := s.Vote("a", 0)
	s.PollVoted("a", "bob", 0)
	undo()
	assert.Equal(t, misskey.PollChoice{Votes: 1}, get(t, s, "a").Poll.Choices[0])

	for _, choice := range []int{-1, 2} {
		s.Vote("a", choice)()
		s.PollVoted("a", "bob", choice)
	}
	s.PollVoted("b", "bob", 0)
	assert.Equal(t, misskey.PollChoice{Votes: 1}, get(t, s, "a").Poll.Choices[0])
}

func TestNotificationsShareTheNotes(t *testing.T) {
	notes := newNotes(t, misskey.Note{ID: "a", MyReaction: "👍", Reactions: map[string]int{"👍": 1}})
	s := store.NewNotifications(notes)
	about := note("a")
	about.Reactions = map[string]int{"👍": 1}

	s.Put(misskey.Notification{ID: "n1", Note: &about}, misskey.Notification{ID: "n2"})

	n, ok := s.Notification("n1")
	require.True(t, ok)
	assert.Equal(t, "👍", n.Note.MyReaction)
	notes.Delete("a")
	n, _ = s.Notification("n1")
	assert.Nil(t, n.Note)
	_, ok = s.Notification("none")
	assert.False(t, ok)
}

func TestEmojis(t *testing.T) {
	test.NewTempApp(t)
	s := store.NewEmojis()
	assert.False(t, s.Loaded())
	s.Replace([]misskey.Emoji{{Name: "a"}, {Name: "b"}})
	s.Put(misskey.Emoji{Name: "c", URL: "u"})
	s.Delete("a")

	assert.True(t, s.Loaded())
	assert.Len(t, s.All(), 2)
	e, ok := s.Emoji("c")
	assert.True(t, ok)
	assert.Equal(t, "u", e.URL)
	changes, err := s.Changed.Get()
	require.NoError(t, err)
	assert.Equal(t, 3, changes)
}
