package store_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/app/store"
)

// events are what a server tells an account of, oldest first: the times in
// their IDs are seconds apart.
type events []misskey.Notification

func begin() time.Time { return time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC) }

// aid is an ID of the kind servers make, of so many seconds after the
// beginning.
func aid(seconds int, node string) string {
	const epoch = 946684800000
	return strconv.FormatInt(begin().Add(time.Duration(seconds)*time.Second).UnixMilli()-epoch, 36) + node
}

// add lets somebody new react to a note or, where reaction is "", renote it.
func (e *events) add(note misskey.NoteID, reaction string) {
	i := len(*e)
	who := misskey.User{ID: misskey.UserID(fmt.Sprint("user", i)), Username: "u"}
	n := misskey.Notification{
		ID: misskey.NotificationID(aid(i, "nnnn0001")), CreatedAt: begin().Add(time.Duration(i) * time.Second),
		Type: misskey.NotifyReaction, User: &who, UserID: who.ID, Reaction: reaction, Note: &misskey.Note{ID: note},
	}
	if reaction == "" {
		n.Type = misskey.NotifyRenote
		n.Note = &misskey.Note{ID: misskey.NoteID(aid(i, "aaaa0001")), RenoteID: note, Renote: &misskey.Note{ID: note}}
	}
	*e = append(*e, n)
}

// page is what a server answers: at most limit events older than until, newest
// first, in groups.
func (e *events) page(until misskey.NotificationID, limit int) []misskey.Notification {
	var page []misskey.Notification
	for _, n := range slices.Backward(*e) {
		if until != "" && n.ID >= until {
			continue
		}
		if limit--; limit < 0 {
			break
		}
		if at := len(page) - 1; at >= 0 && joins(page[at], n) {
			page[at] = joined(page[at], n)
			continue
		}
		page = append(page, n)
	}
	return page
}

func joins(group, n misskey.Notification) bool {
	if n.Type == misskey.NotifyRenote {
		return (group.Type == n.Type || group.Type == misskey.NotifyRenoteGrouped) && group.Note.RenoteID == n.Note.RenoteID
	}
	return (group.Type == n.Type || group.Type == misskey.NotifyReactionGrouped) && group.Note.ID == n.Note.ID
}

// joined is a group with one more, older member.
func joined(group, n misskey.Notification) misskey.Notification {
	if group.User != nil {
		first := group
		group = misskey.Notification{CreatedAt: first.CreatedAt, Note: first.Note}
		if first.Type == misskey.NotifyRenote {
			group.Type, group.Users = misskey.NotifyRenoteGrouped, []misskey.User{*first.User}
		} else {
			group.Type, group.Reactions = misskey.NotifyReactionGrouped, []misskey.UserReaction{{User: *first.User, Reaction: first.Reaction}}
		}
	}
	group.ID = n.ID
	if n.Type == misskey.NotifyRenote {
		group.CreatedAt = n.CreatedAt // as servers do
		group.Users = append(slices.Clone(group.Users), *n.User)
	} else {
		group.Reactions = append(slices.Clone(group.Reactions), misskey.UserReaction{User: *n.User, Reaction: n.Reaction})
	}
	return group
}

// shown are whom the listed notifications tell of, from the top.
func shown(t *testing.T, s *store.Notifications) []misskey.UserID {
	t.Helper()
	var all []misskey.UserID
	for id := range s.All().IDs() {
		n, ok := s.Notification(id)
		require.True(t, ok, "a row shows nothing")
		for _, r := range n.Reactions {
			all = append(all, r.User.ID)
		}
		for _, u := range n.Users {
			all = append(all, u.ID)
		}
		if n.User != nil {
			all = append(all, n.User.ID)
		}
	}
	return all
}

func everybody(from, to int) []misskey.UserID {
	var all []misskey.UserID
	for i := to - 1; i >= from; i-- {
		all = append(all, misskey.UserID(fmt.Sprint("user", i)))
	}
	return all
}

func take(s *store.Notifications, page []misskey.Notification) {
	s.Put(page...)
	for _, n := range page {
		s.Add(n.ID)
	}
}

func stream(s *store.Notifications, n misskey.Notification) {
	if s.PutStreamed(n) {
		s.Add(n.ID)
	}
}

func TestAGroupTakesInWhatTheStreamBrought(t *testing.T) {
	for name, reaction := range map[string]string{"reactions": "👍", "renotes": ""} {
		t.Run(name, func(t *testing.T) {
			s := store.NewNotifications(store.NewNotes("me"))
			var e events
			for range 3 {
				e.add("mine", reaction)
			}
			take(s, e.page("", 10))
			assert.Len(t, s.All(), 1)
			for range 2 {
				e.add("mine", reaction)
				stream(s, e[len(e)-1])
			}
			assert.Len(t, s.All(), 3, "they stay single")
			stream(s, e[0])
			stream(s, e[1])
			assert.Equal(t, everybody(0, 5), shown(t, s), "what was told in a group is not told again")

			var changed []misskey.NotificationID
			defer s.AddWatcher(func(id misskey.NotificationID) { changed = append(changed, id) })()
			stale := e[:4]
			take(s, e.page("", 10))
			assert.Len(t, s.All(), 1)
			assert.Equal(t, everybody(0, 5), shown(t, s))
			assert.Equal(t, []misskey.NotificationID{e[0].ID}, changed)
			take(s, stale.page("", 10))
			assert.Equal(t, everybody(0, 5), shown(t, s), "a page made before takes nobody away")
			assert.Len(t, changed, 1)
		})
	}
}

func TestGroupsThatAreCutElsewhere(t *testing.T) {
	for name, reaction := range map[string]string{"reactions": "👍", "renotes": ""} {
		t.Run(name, func(t *testing.T) {
			s := store.NewNotifications(store.NewNotes("me"))
			var e events
			for range 20 {
				e.add("mine", reaction)
			}
			take(s, e.page("", 10))
			take(s, e.page(s.All().Oldest(), 10))
			assert.Len(t, s.All(), 2)
			for range 4 {
				e.add("mine", reaction)
			}
			take(s, e.page("", 10))
			assert.Equal(t, everybody(0, 24), shown(t, s))
			take(s, e.page("", 30))
			assert.Equal(t, everybody(0, 24), shown(t, s))
			assert.Len(t, s.All(), 1)
		})
	}
}

func TestTheSameAgainLaterIsAnotherMatter(t *testing.T) {
	s := store.NewNotifications(store.NewNotes("me"))
	var e events
	for range 3 {
		e.add("mine", "👍")
	}
	e.add("other", "👍")
	for range 2 {
		e.add("mine", "👍")
	}
	e[4].User, e[5].User = e[0].User, e[1].User
	take(s, e.page("", 10))
	assert.Len(t, s.All(), 3)
	assert.Equal(t, []misskey.UserID{"user1", "user0", "user3", "user2", "user1", "user0"}, shown(t, s))
	take(s, e.page("", 10))
	assert.Len(t, shown(t, s), 6)
}

func TestNobodyIsLostOrDoubledHoweverPagesAreCut(t *testing.T) {
	for seed := range uint64(60) {
		r := rand.New(rand.NewPCG(seed, 0))
		s := store.NewNotifications(store.NewNotes("me"))
		var e events
		grow := func() {
			for range 1 + r.IntN(6) {
				e.add(misskey.NoteID(fmt.Sprint("note", r.IntN(2))), []string{"", "👍", "👍", "❤"}[r.IntN(4)])
			}
		}
		for range 10 {
			grow()
		}
		from := len(e) // what is known begins there
		reach := func(page []misskey.Notification) {
			take(s, page)
			oldest := slices.IndexFunc(e, func(n misskey.Notification) bool { return n.ID == page[len(page)-1].ID })
			from = min(from, oldest)
		}
		reach(e.page("", 5))
		for range 40 {
			switch known := len(e); r.IntN(4) {
			case 0:
				grow()
				for _, n := range e[known:] {
					stream(s, n)
				}
			case 1:
				reach(e.page("", 1+len(e)-from+r.IntN(5)))
			case 2:
				if older := e.page(s.All().Oldest(), 1+r.IntN(8)); len(older) > 0 {
					reach(older)
				}
			case 3: // a page that is loaded again, and word that comes late
				rows := slices.Collect(s.All().IDs())
				if again := e.page(rows[r.IntN(len(rows))], 1+r.IntN(20)); len(again) > 0 {
					reach(again)
				}
				stream(s, e[from+r.IntN(len(e)-from)])
			}
			require.Equal(t, everybody(from, len(e)), shown(t, s), "seed %d", seed)
		}
	}
}
