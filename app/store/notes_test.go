package store_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"

	"mejiro/api/misskey"
	"mejiro/app/store"
)

func renoteOf(id, target misskey.NoteID) misskey.Note {
	n := note(target)
	return misskey.Note{ID: id, RenoteID: target, Renote: &n}
}

func quoteOf(id, target misskey.NoteID) misskey.Note {
	n := renoteOf(id, target)
	n.Text = new(string)
	return n
}

func TestDeletingTakesPureRenotesAlong(t *testing.T) {
	s := newNotes(t, renoteOf("r1", "a"), renoteOf("r2", "a"), quoteOf("q", "a"), renoteOf("r3", "b"))

	assert.ElementsMatch(t, []misskey.NoteID{"a", "r1", "r2"}, s.Delete("a"))
	assert.False(t, s.Has("r1"))
	assert.True(t, s.Has("r3"))
	assert.Nil(t, get(t, s, "q").Renote, "a quote stays, of nothing")

	s.Put(renoteOf("r4", "b"))
	s.Delete("r3")
	assert.ElementsMatch(t, []misskey.NoteID{"b", "r4"}, s.Delete("b"))
	assert.Equal(t, []misskey.NoteID{"x"}, s.Delete("x"), "of one that was never known")
}

func TestDeletedNotesDoNotComeBack(t *testing.T) {
	s := newNotes(t, note("a"))
	s.Delete("a")

	s.Put(note("a")) // a page that was on its way
	s.PutStreamed(renoteOf("r", "a"))

	assert.False(t, s.Has("a"))
	assert.Nil(t, get(t, s, "r").Renote)
}

func TestACopyInsideAReplyLacksMuch(t *testing.T) {
	poll := &misskey.Poll{Choices: []misskey.PollChoice{{Votes: 2, IsVoted: true}}}
	s := newNotes(t, misskey.Note{
		ID: "a", Poll: poll, MyReaction: "👍", Reactions: map[string]int{"👍": 1}, ReplyID: "z", Reply: &misskey.Note{ID: "z"},
	})

	s.Put(misskey.Note{ID: "b", ReplyID: "a", Reply: &misskey.Note{
		ID: "a", ReplyID: "z", RepliesCount: 1, Reactions: map[string]int{"👍": 1, "🎉": 2},
	}})

	n := get(t, s, "a")
	assert.Equal(t, 1, n.RepliesCount)
	assert.Equal(t, "👍", n.MyReaction)
	assert.Equal(t, map[string]int{"👍": 1, "🎉": 2}, n.Reactions)
	assert.Equal(t, poll, n.Poll)
	assert.NotNil(t, n.Reply)
}

func TestWhatTheViewerDidLastIsTold(t *testing.T) {
	s := newNotes(t, misskey.Note{ID: "a", MyReaction: "👍", Reactions: map[string]int{"👍": 1}})
	s.Put(misskey.Note{ID: "a", Reactions: map[string]int{"🎉": 1}})
	assert.Empty(t, get(t, s, "a").MyReaction, "the HTTP API tells all there is")
}

func TestACopyMadeJustBeforeAReaction(t *testing.T) {
	s := newNotes(t, misskey.Note{ID: "a", Poll: &misskey.Poll{Choices: make([]misskey.PollChoice, 2)}})
	s.React("a", "👍")
	s.Vote("a", 1)

	s.PutStreamed(misskey.Note{ID: "a", Poll: &misskey.Poll{Choices: make([]misskey.PollChoice, 2)}})

	n := get(t, s, "a")
	assert.Equal(t, map[string]int{"👍": 1}, n.Reactions)
	assert.Equal(t, misskey.PollChoice{Votes: 1, IsVoted: true}, n.Poll.Choices[1])
}

func TestAHiddenNoteShowsNothing(t *testing.T) {
	s := newNotes(t, misskey.Note{ID: "a", Poll: &misskey.Poll{}})
	s.PutStreamed(misskey.Note{ID: "a", IsHidden: true})
	assert.Nil(t, get(t, s, "a").Poll)
}

func TestABatchTellsOnce(t *testing.T) {
	s := newNotes(t, note("a"), note("b"))
	a, b := told(s.Watch("a")), told(s.Watch("b"))

	s.Batch(func() {
		s.Reacted("a", "bob", "🎉", "")
		s.Batch(func() { s.Reacted("a", "carol", "🎉", "") })
		assert.Zero(t, *a)
	})

	assert.Equal(t, 1, *a)
	assert.Zero(t, *b)
	assert.Equal(t, map[string]int{"🎉": 2}, get(t, s, "a").Reactions)
	s.Reacted("b", "bob", "🎉", "")
	assert.Equal(t, 1, *b)
}

func TestAnotherCopyOfTheSameTellsNobody(t *testing.T) {
	copied := func() misskey.Note {
		n := quoteOf("a", "b")
		n.Reactions = map[string]int{"🎉": 1}
		return n
	}
	s := newNotes(t, copied())
	n := told(s.Watch("a"))
	s.Put(copied())
	s.PutStreamed(copied())
	assert.Zero(t, *n)
	changed := copied()
	changed.Reactions["🎉"] = 2
	s.Put(changed)
	assert.Equal(t, 1, *n)
}

func TestRetainForgetsWhatNobodyRefersTo(t *testing.T) {
	quoted := quoteOf("q", "a")
	s := newNotes(t,
		misskey.Note{ID: "top", ReplyID: "q", Reply: &misskey.Note{ID: "q"}}, quoted,
		note("loose"), renoteOf("r1", "loose"), renoteOf("r2", "a"), note("seen"))
	s.Watch("seen")

	s.Retain(slices.Values([]misskey.NoteID{"top", "unknown"}))

	for _, id := range []misskey.NoteID{"top", "q", "a", "seen"} {
		assert.True(t, s.Has(id), id)
	}
	assert.Equal(t, 4, s.Len())
	s.Put(renoteOf("r1", "a"))
	assert.ElementsMatch(t, []misskey.NoteID{"a", "r1"}, s.Delete("a"), "a renote that was forgotten is no longer gone with it")
}

func TestNotificationsForgetWhatIsNotListed(t *testing.T) {
	notes := newNotes(t)
	s := store.NewNotifications(notes)
	a := note("a")
	s.Put(misskey.Notification{ID: "n1", Note: &a}, misskey.Notification{ID: "n2"}, misskey.Notification{ID: "n3", Note: &a})
	s.Add("n1", "n2")
	assert.Equal(t, []misskey.NoteID{"a", "a"}, slices.Collect(s.NoteIDs()))

	s.Retain()

	_, known := s.Notification("n3")
	assert.False(t, known)
	assert.Equal(t, []misskey.NoteID{"a"}, slices.Collect(s.NoteIDs()))
	s.Clear()
	s.Retain()
	assert.Empty(t, slices.Collect(s.NoteIDs()))
}
