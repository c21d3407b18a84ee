package store_test

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/app/store"
)

func newTimeline(t *testing.T, ids ...misskey.NoteID) *store.Timeline {
	t.Helper()
	test.NewTempApp(t)
	list := store.NewTimeline()
	list.Add(ids...)
	return list
}

func rows(t *testing.T, list *store.Timeline) []string {
	t.Helper()
	r, err := list.Rows.Get()
	require.NoError(t, err)
	return r
}

func TestListIsSortedAndHoldsEachOnce(t *testing.T) {
	list := newTimeline(t, "b", "d", "b", "a")
	list.Add("c", "d")
	assert.Equal(t, []string{"d", "c", "b", "a"}, rows(t, list))
	assert.Equal(t, misskey.NoteID("d"), list.Newest())
	assert.Equal(t, misskey.NoteID("a"), list.Oldest())
	assert.True(t, list.Has("c"))
	assert.False(t, list.Has("x"))
}

func TestRowsToldEarlierAreNeverAltered(t *testing.T) {
	list := newTimeline(t, "a", "c", "e")
	before := rows(t, list)
	copied := slices.Clone(before)
	list.Add("d", "b")
	list.Remove("c")
	list.AddGap("d")
	assert.Equal(t, copied, before)
}

func TestGapStandsUnderItsEntryUntilFilled(t *testing.T) {
	list := newTimeline(t, "i", "h", "b", "a")
	list.AddGap("h")
	list.AddGap("h")
	assert.Equal(t, []string{"i", "h", "gap:h", "b", "a"}, rows(t, list))

	list.FillGap("h", []misskey.NoteID{"g", "f"})
	assert.Equal(t, []string{"i", "h", "g", "f", "gap:f", "b", "a"}, rows(t, list))

	list.FillGap("f", []misskey.NoteID{"e", "b"})
	assert.Equal(t, []string{"i", "h", "g", "f", "e", "b", "a"}, rows(t, list))
}

func TestGapClosesOnAnEmptyPage(t *testing.T) {
	list := newTimeline(t, "c", "a")
	list.AddGap("c")
	list.FillGap("c", nil)
	assert.Equal(t, []string{"c", "a"}, rows(t, list))
	list.FillGap("none", []misskey.NoteID{"x"})
	assert.Equal(t, []string{"c", "a"}, rows(t, list), "a gap that is none takes nothing")
}

func TestNoGapBelowTheLastEntry(t *testing.T) {
	list := newTimeline(t, "b", "a")
	list.AddGap("a")
	assert.Equal(t, []string{"b", "a"}, rows(t, list))
}

func TestTrimForgetsTheEnd(t *testing.T) {
	list := newTimeline(t, "c", "b", "a")
	list.SetStatus(func(s store.Status) store.Status { s.AtEnd = true; return s })
	list.Trim(5)
	s, err := list.Status.Get()
	require.NoError(t, err)
	assert.True(t, s.AtEnd)
	list.Trim(2)
	s, err = list.Status.Get()
	require.NoError(t, err)
	assert.False(t, s.AtEnd)
	assert.Equal(t, []string{"c", "b"}, rows(t, list))
	list.Clear()
	assert.Zero(t, list.Len())
	assert.Empty(t, list.Newest())
	assert.Empty(t, list.Oldest())
}

func TestStatusChangesOneThingAtATime(t *testing.T) {
	list := newTimeline(t)
	failure := errors.New("down")
	list.SetStatus(func(s store.Status) store.Status { s.Phase, s.Err = store.Failed, failure; return s })
	list.SetStatus(func(s store.Status) store.Status { s.Offline = true; return s })
	s, err := list.Status.Get()
	require.NoError(t, err)
	assert.Equal(t, store.Status{Phase: store.Failed, Err: failure, Older: store.Ready, Offline: true}, s)
}

// TestListAgainstASet compares random additions and removals with a plain set.
func TestListAgainstASet(t *testing.T) {
	list := newTimeline(t)
	random := rand.New(rand.NewPCG(1, 2))
	want := map[string]bool{}
	for range 2_000 {
		id := fmt.Sprintf("%03d", random.IntN(300))
		if random.IntN(3) == 0 {
			list.Remove(misskey.NoteID(id))
			delete(want, id)
			continue
		}
		list.Add(misskey.NoteID(id))
		want[id] = true
	}
	got := rows(t, list)
	assert.Len(t, got, len(want))
	assert.True(t, slices.IsSortedFunc(got, func(a, b string) int { return strings.Compare(b, a) }))
	for _, row := range got {
		assert.True(t, want[row])
	}
}
