package session_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
	"mejiro/api/stream"
	"mejiro/app/session"
)

// one is a session that shows one note of bob's, captured.
func one(t *testing.T, n misskeytest.Note) (*world, misskey.NoteID) {
	t.Helper()
	w := live(t, misskeytest.Options{})
	list := w.whole(session.Home)
	if n.Text == "" {
		n.Text = "hello"
	}
	id := w.server.Post(bob, n)
	w.shows(list, id)
	w.watched(id)
	return w, id
}

// reported waits for the report of a failure, the only one so far.
func (w *world) reported(i session.Intent) error {
	w.t.Helper()
	w.Until("a failure is reported", func() bool { return len(w.failures) > 0 })
	require.Len(w.t, w.failures, 1)
	assert.Equal(w.t, i, w.failures[0].Intent)
	return w.failures[0].Err
}

// reactions waits until a note has just these reactions here, and the server
// agrees.
func (w *world) reactions(id misskey.NoteID, mine string, want map[string]int) {
	w.t.Helper()
	w.agreed(id, mine, want)
	// Echoes that are still on their way must change nothing.
	w.server.React("erin", id, "🐟")
	w.Until("all echoes have come", func() bool { return w.note(id).Reactions["🐟"] == 1 })
	w.server.Unreact("erin", id)
	w.Until("they changed nothing", func() bool { return assert.ObjectsAreEqual(want, w.note(id).Reactions) })
	assert.Equal(w.t, mine, w.note(id).MyReaction)
}

// agreed waits until a note has just these reactions here and on the server.
func (w *world) agreed(id misskey.NoteID, mine string, want map[string]int) {
	w.t.Helper()
	w.Until("the reactions are as they should be", func() bool {
		n, there := w.note(id), w.server.Note(id)
		return n.MyReaction == mine && assert.ObjectsAreEqual(want, n.Reactions) &&
			assert.ObjectsAreEqual(want, there.Reactions) && n.ReactionCount == there.ReactionCount
	})
}

func TestAReactionShowsAtOnceAndCountsOnce(t *testing.T) {
	w, id := one(t, misskeytest.Note{})
	w.React(id, "🎉")
	assert.Equal(t, "🎉", w.note(id).MyReaction, "before the server was asked")
	w.React(id, "🎉")
	w.reactions(id, "🎉", map[string]int{"🎉": 1})
	w.React(id, ":iine:")
	assert.Equal(t, map[string]int{":iine@.:": 1}, w.note(id).Reactions)
	w.reactions(id, ":iine@.:", map[string]int{":iine@.:": 1})
	w.React(id, "")
	assert.Empty(t, w.note(id).Reactions)
	w.reactions(id, "", map[string]int{})
	w.React(id, "")
	w.React("unknown", "🎉")
	assert.Len(t, w.server.Requests("notes/reactions/create"), 2)
	assert.Empty(t, w.failures)
}

func TestARefusedReactionIsTakenBackAmidOthers(t *testing.T) {
	refusals := map[string]func(*misskeytest.Server) (check func(t *testing.T, err error)){
		"rate limit": func(s *misskeytest.Server) func(*testing.T, error) {
			s.SetFault(misskeytest.Fault{Endpoint: "notes/reactions/create", Mode: misskeytest.FaultRateLimit, Latency: slow})
			return func(t *testing.T, err error) {
				var refused *api.Refused
				require.ErrorAs(t, err, &refused)
				assert.True(t, refused.IsRateLimit())
			}
		},
		"the server is gone": func(s *misskeytest.Server) func(*testing.T, error) {
			s.SetFault(misskeytest.Fault{Endpoint: "notes/reactions/create", Mode: misskeytest.FaultDrop, Latency: slow})
			return func(t *testing.T, err error) {
				var unreached *api.Unreached
				require.ErrorAs(t, err, &unreached)
			}
		},
		"blocked": func(s *misskeytest.Server) func(*testing.T, error) {
			s.SetFault(misskeytest.Fault{
				Endpoint: "notes/reactions/create", Mode: misskeytest.FaultRefuse,
				Code: "YOU_HAVE_BEEN_BLOCKED", Status: 400, Latency: slow,
			})
			return func(t *testing.T, err error) { require.Error(t, err) }
		},
	}
	for name, refuse := range refusals {
		t.Run(name, func(t *testing.T) {
			w, id := one(t, misskeytest.Note{})
			check := refuse(w.server)
			w.React(id, "🎉")
			w.server.React(carol, id, "🎉")
			w.Until("carol's is shown meanwhile", func() bool { return w.note(id).Reactions["🎉"] == 2 })

			check(t, w.reported(session.Reacting))

			w.reactions(id, "", map[string]int{"🎉": 1})
			assert.Len(t, w.failures, 1)
		})
	}
}

// slow is enough for other things to happen first.
const slow = 300 * time.Millisecond

func TestAReactionThatIsThereAlready(t *testing.T) {
	w, id := one(t, misskeytest.Note{})
	w.Unwatch(id)
	w.Until("it is not captured", func() bool { return len(w.server.Captures(alice)) == 0 })
	w.server.React(alice, id, "🎉") // by another client, unseen
	w.server.React(carol, id, "🎉")
	w.watched(id)

	w.React(id, "🎉")

	w.agreed(id, "🎉", map[string]int{"🎉": 2})
	assert.Empty(t, w.failures, "it is as the reader wants it")
}

func TestAReactionThatIsGoneAlready(t *testing.T) {
	w, id := one(t, misskeytest.Note{})
	w.React(id, "🎉")
	w.reactions(id, "🎉", map[string]int{"🎉": 1})
	w.Unwatch(id)
	w.Until("it is not captured", func() bool { return len(w.server.Captures(alice)) == 0 })
	w.server.Unreact(alice, id)
	w.watched(id)

	w.React(id, "")

	w.agreed(id, "", map[string]int{})
	w.Until("the matter is settled", func() bool { return !w.Wishing(id) })
	assert.Empty(t, w.failures)
}

func TestChangingOnesMindFast(t *testing.T) {
	w, id := one(t, misskeytest.Note{})
	w.server.SetFault(misskeytest.Fault{Endpoint: "notes/reactions/*", Latency: slow})
	for _, reaction := range []string{"🎉", "", "👍", ":iine:", "👀"} {
		w.React(id, reaction)
	}
	w.reactions(id, "👀", map[string]int{"👀": 1})
	assert.Len(t, w.server.Requests("notes/reactions/create"), 2, "the first and the last")
	assert.Empty(t, w.failures)
}

func TestChangingOnesMindWhileAllIsRefused(t *testing.T) {
	w, id := one(t, misskeytest.Note{})
	w.server.SetFault(misskeytest.Fault{Endpoint: "notes/reactions/*", Latency: slow, Mode: misskeytest.FaultRateLimit})
	w.React(id, "🎉")
	w.React(id, "👍")
	_ = w.reported(session.Reacting)
	w.reactions(id, "", map[string]int{})
	w.React(id, "🎉")
	w.React(id, "")
	w.Until("the server was asked", func() bool { return !w.Wishing(id) })
	assert.Len(t, w.failures, 1, "the reader got what they want")
}

func TestAReactionTheServerMakesAHeartOf(t *testing.T) {
	w, id := one(t, misskeytest.Note{Acceptance: misskey.AcceptLikeOnly})
	w.server.SetFault(misskeytest.Fault{Endpoint: "notes/reactions/create", Latency: slow})
	w.React(id, "🎉")
	// The stream may be faster than the answer.
	w.Apply(stream.NoteReacted{NoteID: id, Reaction: "❤", UserID: w.MyID()})
	w.Until("the matter is settled", func() bool { return !w.Wishing(id) })
	assert.Equal(t, "❤", w.note(id).MyReaction)
	w.agreed(id, "❤", map[string]int{"❤": 1})
}

func TestAPageMadeBeforeAReaction(t *testing.T) {
	w, id := one(t, misskeytest.Note{})
	w.server.SetFault(misskeytest.Fault{Endpoint: "notes/reactions/create", Latency: 2 * slow})
	item := w.Notes.Watch(id)
	w.React(id, "🎉")
	var seen []string
	item.AddListener(listener(func() { seen = append(seen, w.note(id).MyReaction) }))
	w.Reload(session.Home)
	w.Until("it is reloaded", func() bool { return w.Whole(session.Home) })
	assert.True(t, w.Wishing(id))
	assert.Equal(t, "🎉", w.note(id).MyReaction)
	w.agreed(id, "🎉", map[string]int{"🎉": 1})
	assert.NotContains(t, seen, "")
}

func TestAReactionWhoseAnswerIsLost(t *testing.T) {
	w, id := one(t, misskeytest.Note{})
	w.server.SetFault(misskeytest.Fault{Endpoint: "notes/reactions/create", Mode: misskeytest.FaultLose})
	w.React(id, "🎉")
	w.Until("the matter is settled", func() bool { return !w.Wishing(id) })
	w.reactions(id, "🎉", map[string]int{"🎉": 1})
}

func TestReactingWithAnotherClient(t *testing.T) {
	w, id := one(t, misskeytest.Note{})
	w.server.React(carol, id, "👍")
	w.server.React(alice, id, "👍")
	w.reactions(id, "👍", map[string]int{"👍": 2})
	w.server.React(alice, id, "🎉")
	w.reactions(id, "🎉", map[string]int{"👍": 1, "🎉": 1})
	w.server.Unreact(alice, id)
	w.reactions(id, "", map[string]int{"👍": 1})
}

func TestReactingToANoteThatIsGone(t *testing.T) {
	w, id := one(t, misskeytest.Note{})
	w.Unwatch(id)
	w.Until("it is not captured", func() bool { return len(w.server.Captures(alice)) == 0 })
	w.server.Delete(id)
	w.React(id, "🎉")
	_ = w.reported(session.Reacting)
	assert.False(t, w.Notes.Has(id), "there is nothing left to show")
}

func TestVotes(t *testing.T) {
	w, id := one(t, misskeytest.Note{Poll: []string{"a", "b"}})
	w.Vote(id, 1)
	assert.Equal(t, misskey.PollChoice{Text: "b", Votes: 1, IsVoted: true}, w.note(id).Poll.Choices[1])
	w.server.Vote(carol, id, 1)
	w.Until("carol's vote counts", func() bool { return w.note(id).Poll.Choices[1].Votes == 2 })
	w.Until("the server has both", func() bool { return w.server.Note(id).Poll.Choices[1].Votes == 2 })
	assert.Zero(t, w.note(id).Poll.Choices[0].Votes)
	assert.Empty(t, w.failures)
}

func TestARefusedVoteIsTakenBack(t *testing.T) {
	w, id := one(t, misskeytest.Note{Poll: []string{"a", "b"}})
	w.Unwatch(id)
	w.Until("it is not captured", func() bool { return len(w.server.Captures(alice)) == 0 })
	w.server.Vote(alice, id, 0) // with another client, unseen

	w.Vote(id, 1)

	err := w.reported(session.Voting)
	var refused *api.Refused
	require.ErrorAs(t, err, &refused)
	assert.Equal(t, api.CodeAlreadyVoted, refused.Code)
	w.Until("it is as on the server", func() bool {
		return slices.Equal(w.note(id).Poll.Choices, []misskey.PollChoice{{Text: "a", Votes: 1, IsVoted: true}, {Text: "b"}})
	})
}

func TestRenoting(t *testing.T) {
	w, id := one(t, misskeytest.Note{Visibility: misskey.VisibilityHome})
	list := w.Open(session.Home)
	w.Renote(w.note(id))
	assert.Equal(t, 1, w.note(id).RenoteCount)
	w.Until("the renote is shown", func() bool { return len(list.All()) == 2 })
	renote := w.note(list.All().Newest())
	assert.True(t, renote.IsPureRenote())
	assert.Equal(t, misskey.VisibilityHome, renote.Visibility)
	fresh := posts(w.server, bob, 1) // after the stream's copy
	w.shows(list, fresh[0], renote.ID, id)
	assert.Equal(t, 1, w.note(id).RenoteCount)
	assert.Empty(t, w.failures)
}

func TestRefusedRenotesAreNotCounted(t *testing.T) {
	w, id := one(t, misskeytest.Note{})
	w.server.SetFault(misskeytest.Fault{Endpoint: "notes/create", Mode: misskeytest.FaultRateLimit})
	w.Renote(w.note(id))
	_ = w.reported(session.Renoting)
	assert.Zero(t, w.note(id).RenoteCount)
}

func TestDeletedNotesVanishEverywhere(t *testing.T) {
	w, id := one(t, misskeytest.Note{})
	home, local := w.Open(session.Home), w.whole(session.Local)
	renote := w.server.Post(carol, misskeytest.Note{RenoteID: id})
	quote := w.server.Post(carol, misskeytest.Note{RenoteID: id, Text: "look"})
	w.shows(local, quote, renote, id)
	w.shows(home, quote, renote, id)

	w.server.Delete(id)

	w.shows(home, quote)
	w.shows(local, quote)
	assert.Nil(t, w.note(quote).Renote)
	w.Reload(session.Home)
	w.Until("it is reloaded", func() bool { return w.Whole(session.Home) })
	assert.False(t, w.Notes.Has(id))
}

func TestDeletingOnesOwn(t *testing.T) {
	w, id := one(t, misskeytest.Note{})
	list := w.Open(session.Home)
	reply := w.server.Post(alice, misskeytest.Note{ReplyID: id, Text: "yes"})
	w.shows(list, reply, id)
	assert.Equal(t, 1, w.note(id).RepliesCount)
	remove := w.server.SetFault(misskeytest.Fault{Endpoint: "notes/delete", Mode: misskeytest.FaultRateLimit})
	w.Delete(reply, func() { t.Error("it is not gone") })
	_ = w.reported(session.Deleting)
	assert.True(t, list.All().Has(reply))
	remove()

	gone := false
	w.Delete(reply, func() { gone = true })
	w.shows(list, id)
	assert.True(t, gone)
	assert.Zero(t, w.note(id).RepliesCount)

	gone = false
	w.Delete(reply, func() { gone = true })
	w.Until("gone is gone", func() bool { return gone })
	assert.Len(t, w.failures, 1)
}

func TestPosting(t *testing.T) {
	w, id := one(t, misskeytest.Note{})
	list := w.Open(session.Home)
	var made misskey.Note
	post := func(draft api.NewNote) {
		t.Helper()
		done := false
		w.Post(draft, func(n misskey.Note, err error) {
			require.NoError(t, err)
			made, done = n, true
		})
		w.Until("it is posted", func() bool { return done })
	}
	post(api.NewNote{Text: "hi"})
	assert.True(t, list.All().Has(made.ID), "at once")
	first := made.ID
	post(api.NewNote{Text: "yes", ReplyID: id})
	assert.Equal(t, 1, w.note(id).RepliesCount)
	fresh := posts(w.server, bob, 1) // after the stream's copies
	w.shows(list, fresh[0], made.ID, first, id)
	assert.Equal(t, 1, w.note(id).RepliesCount)

	w.server.SetFault(misskeytest.Fault{Endpoint: "notes/create", Mode: misskeytest.FaultProcessing})
	post(api.NewNote{Text: "twice"})
	assert.Zero(t, made, "the server is still busy with the first of two")
}

func TestARefusedPostIsTheCallersMatter(t *testing.T) {
	w, _ := one(t, misskeytest.Note{})
	w.server.SetFault(misskeytest.Fault{Endpoint: "notes/create", Mode: misskeytest.FaultRateLimit})
	var got error
	w.Post(api.NewNote{Text: "hi"}, func(_ misskey.Note, err error) { got = err })
	w.Until("it is refused", func() bool { return got != nil })
	var refused *api.Refused
	assert.True(t, errors.As(got, &refused) && refused.IsRateLimit())
	assert.Empty(t, w.failures)
}
