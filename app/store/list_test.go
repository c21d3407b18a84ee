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
	assert.Equal(t, misskey.NoteID("d"), list.All().Newest())
	assert.Equal(t, misskey.NoteID("a"), list.All().Oldest())
	assert.True(t, list.All().Has("c"))
	assert.False(t, list.All().Has("x"))
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

func TestStatusChangesOneThingAtATime(t *testing.T) {
	list := newTimeline(t)
	failure := errors.New("down")
	list.SetStatus(func(s store.Status) store.Status { s.Phase, s.Err = store.Failed, failure; return s })
	list.SetStatus(func(s store.Status) store.Status { s.Offline = true; return s })
	s, err := list.Status.Get()
	require.NoError(t, err)
	assert.Equal(t, store.Status{Phase: store.Failed, Err: failure, Older: store.Ready, Offline: true}, s)
}

func TestGapsNextToOneAnotherCloseOneByOne(t *testing.T) {
	list := newTimeline(t, "h", "e", "b")
	list.AddGap("h")
	list.AddGap("e")
	list.Remove("e")
	assert.Equal(t, []string{"h", "gap:h", "gap:e", "b"}, rows(t, list))

	list.FillGap("h", []misskey.NoteID{"g", "d"})
	assert.Equal(t, []string{"h", "g", "gap:e", "d", "b"}, rows(t, list), "the page went past the next gap")
}

func TestNothingNewTellsNobody(t *testing.T) {
	list := newTimeline(t, "b", "a")
	n := told(list.Rows)
	list.Add("a", "b", "")
	list.Add()
	list.Remove("x")
	list.FillGap("x", []misskey.NoteID{"c"})
	assert.Zero(t, *n)
	list.Add("c", "c")
	assert.Equal(t, 1, *n)
}

func TestTrim(t *testing.T) {
	list := newTimeline(t)
	for i := range 1_000 {
		list.Add(misskey.NoteID(fmt.Sprintf("%04d", i)))
	}
	list.SetStatus(func(s store.Status) store.Status { s.AtEnd = true; return s })
	assert.False(t, list.Trim(1_000))
	assert.True(t, list.State().AtEnd)

	assert.True(t, list.Trim(500))
	assert.Len(t, rows(t, list), 500)
	assert.Equal(t, misskey.NoteID("0999"), list.All().Newest())
	assert.Equal(t, misskey.NoteID("0500"), list.All().Oldest())
	assert.False(t, list.State().AtEnd, "what was cut off can be loaded again")

	list.AddGap("0601")
	assert.True(t, list.Trim(400))
	assert.Equal(t, misskey.NoteID("0601"), list.All().Oldest(), "a gap is no end")
	list.Clear()
	assert.Empty(t, list.All())
	assert.Empty(t, list.All().Newest())
	assert.Empty(t, list.All().Oldest())
}

func TestTrimKeepsWhatIsRead(t *testing.T) {
	list := newTimeline(t)
	ids := make([]misskey.NoteID, 1_000)
	for i := range ids {
		ids[i] = misskey.NoteID(fmt.Sprintf("%04d", i))
	}
	list.Add(ids...)
	place := "0399"
	remove := list.AddReader(func() string { return place })
	list.AddReader(func() string { return "0950" })
	list.AddReader(func() string { return "" })
	assert.Equal(t, 600, list.Depth())

	assert.True(t, list.Trim(100))
	assert.Equal(t, misskey.NoteID("0200"), list.All().Oldest(), "the reader and 200 rows below")
	place = "0900"
	assert.True(t, list.Trim(100))
	assert.Len(t, rows(t, list), 299)
	remove()
	assert.Equal(t, 49, list.Depth())
}

// TestListAgainstASet compares random additions and removals with a plain set.
func TestListAgainstASet(t *testing.T) {
	list := newTimeline(t)
	random := rand.New(rand.NewPCG(1, 2))
	want := map[string]bool{}
	some := func() []misskey.NoteID {
		ids := make([]misskey.NoteID, random.IntN(6))
		for i := range ids {
			ids[i] = misskey.NoteID(fmt.Sprintf("%03d", random.IntN(300)))
		}
		return ids
	}
	for range 2_000 {
		ids := some()
		if random.IntN(3) == 0 {
			list.Remove(ids...)
			for _, id := range ids {
				delete(want, string(id))
			}
			continue
		}
		list.Add(ids...)
		for _, id := range ids {
			want[string(id)] = true
		}
	}
	got := rows(t, list)
	assert.Len(t, got, len(want))
	assert.True(t, slices.IsSortedFunc(got, func(a, b string) int { return strings.Compare(b, a) }))
	for _, row := range got {
		assert.True(t, want[row])
	}
}
