package feed

import (
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestOnlyRowsNearTheScreenAreBound(t *testing.T) {
	rows := newRows()
	f, _ := open(t, rows)
	f.SetIDs(names("n", 1000))
	assert.Len(t, seen(f), 8)
	assert.Equal(t, names("n", 12), rows.binds) // 400 and the overscan of 160, by 50
	assert.LessOrEqual(t, rows.measured, 12)
}

func TestRowsOnTopShowAtOnceAtTheTop(t *testing.T) {
	f, _ := open(t, newRows())
	ids := names("n", 100)
	f.SetIDs(ids)
	f.SetIDs(slices.Concat([]string{"new"}, ids))
	assert.Zero(t, topOf(t, f, "new"))
	assert.True(t, f.AtTop())
	assert.Zero(t, f.Above())
}

func TestRowsOnTopGoAboveUnlessFollowing(t *testing.T) {
	f, _ := open(t, newRows())
	f.FollowTop = false
	ids := names("n", 100)
	f.SetIDs(ids)
	f.SetIDs(slices.Concat([]string{"a", "b"}, ids))
	assert.Zero(t, topOf(t, f, "n0"))
	assert.Equal(t, 2, f.Above())
}

func TestAboveCountsWhatCameAndWasNotSeen(t *testing.T) {
	f, _ := open(t, newRows())
	var told []int
	var top []bool
	f.OnAboveChanged = func(n int) { told = append(told, n) }
	f.OnTopChanged = func(at bool) { top = append(top, at) }
	ids := names("n", 100)
	f.SetIDs(ids)
	f.scroll(120)
	assert.Zero(t, f.Above(), "rows that were there already are not new")
	f.SetIDs(slices.Concat(names("a", 3), ids))
	assert.Equal(t, 3, f.Above())
	f.SetIDs(slices.Concat(names("b", 2), names("a", 3), ids))
	assert.Equal(t, 5, f.Above())
	f.scroll(-220) // n0 was 120 above the top: two of the new ones come into sight
	assert.Equal(t, 3, f.Above())
	f.scroll(200)
	assert.Equal(t, 3, f.Above(), "what was seen is not new again")
	f.ScrollToTop()
	assert.Zero(t, f.Above())
	assert.Equal(t, []int{3, 5, 3, 0}, told)
	assert.Equal(t, []bool{false, true}, top)
}

func TestDeletingTheRowThatHoldsThePlace(t *testing.T) {
	f, _ := open(t, newRows())
	ids := names("n", 100)
	f.SetIDs(ids)
	f.ScrollTo("n50", 30)
	require.InDelta(t, 80, topOf(t, f, "n51"), 0.01)
	f.SetIDs(slices.Concat(ids[:50], ids[51:]))
	assert.InDelta(t, 80, topOf(t, f, "n51"), 0.01)
	assert.InDelta(t, 30, topOf(t, f, "n49"), 0.01)
}

func TestDeletingAllThatIsSeen(t *testing.T) {
	f, _ := open(t, newRows())
	ids := names("n", 100)
	f.SetIDs(ids)
	f.ScrollTo("n50", 30)
	f.SetIDs(slices.Concat(ids[:40], ids[70:]))
	assert.InDelta(t, 30, topOf(t, f, "n70"), 0.01)
	f.SetIDs(ids[:20])
	assert.InDelta(t, 350, topOf(t, f, "n19"), 0.01, "the end comes to the bottom")
	f.SetIDs(names("other", 50))
	assert.True(t, f.AtTop())
	f.SetIDs(nil)
	assert.Empty(t, seen(f))
	assert.True(t, f.AtTop())
	id, _ := f.Place()
	assert.Empty(t, id)
}

func TestRowsAboveGrowUpwards(t *testing.T) {
	rows := newRows()
	f, _ := open(t, rows)
	f.SetIDs(names("n", 100))
	f.ScrollTo("n50", 20)
	rows.heights["n49"] = 90
	rows.heights["n10"] = 500
	f.Invalidate("n49", "n10", "unknown")
	assert.InDelta(t, 20, topOf(t, f, "n50"), 0.01)
	assert.InDelta(t, -70, topOf(t, f, "n49"), 0.01)
	f.scroll(-40 * 50)
	assert.InDelta(t, 500, viewOf(f, "n10").Size().Height, 0.01, "what changed out of sight is measured when it is seen")
}

func TestInvalidateBindsAgain(t *testing.T) {
	rows := newRows()
	f, _ := open(t, rows)
	f.SetIDs(names("n", 100))
	rows.binds = nil
	before := viewOf(f, "n3")
	f.Invalidate("n3", "n80")
	assert.Equal(t, []string{"n3"}, rows.binds)
	assert.Same(t, before, viewOf(f, "n3"))
	rows.kinds["n3"] = "deleted"
	f.Invalidate("n3")
	assert.NotSame(t, before, viewOf(f, "n3"), "another kind has other views")
	assert.Contains(t, rows.released, "n3")
}

func TestWhatStaysIsNotBoundAgain(t *testing.T) {
	rows := newRows()
	f, _ := open(t, rows)
	ids := names("n", 100)
	f.SetIDs(ids)
	rows.binds = nil
	measured := rows.measured
	f.SetIDs(slices.Clone(ids))
	f.SetIDs(slices.Concat([]string{"new"}, ids))
	assert.Equal(t, []string{"new"}, rows.binds)
	assert.Equal(t, measured+1, rows.measured)
	assert.Equal(t, []string{"n11"}, rows.released)
}

func TestViewsAreUsedAgain(t *testing.T) {
	rows := newRows()
	f, _ := open(t, rows)
	f.SetIDs(names("n", 1000))
	for range 300 {
		f.scroll(170)
	}
	assert.LessOrEqual(t, rows.made, 20)
	assert.LessOrEqual(t, len(f.stage.pool["row"]), maxPooled)
}

func TestWidthChangesKeepThePlace(t *testing.T) {
	rows := newRows()
	f, _ := open(t, byWidth{rows})
	f.SetIDs(names("n", 200))
	f.ScrollTo("n100", 33)
	rows.binds = nil
	f.Resize(fyne.NewSize(500, 400))
	assert.InDelta(t, 33, topOf(t, f, "n100"), 0.01)
	assert.InDelta(t, 24000./500, viewOf(f, "n100").Size().Height, 1)
	assert.InDelta(t, 500, viewOf(f, "n100").Size().Width, 0.01)
	assert.Contains(t, rows.binds, "n100", "a row may look different at another width")
	rows.binds = nil
	f.Resize(fyne.NewSize(500, 600))
	assert.NotContains(t, rows.binds, "n100", "but not in another height of the window")
}

func TestRowsEndOnDevicePixels(t *testing.T) {
	rows := newRows()
	rows.heights["n0"] = 50.3
	f, w := open(t, rows)
	f.SetIDs(names("n", 30))
	assert.InDelta(t, 51, topOf(t, f, "n1"), 0.001)
	w.Canvas().(interface{ SetScale(float32) }).SetScale(2)
	f.Refresh()
	assert.InDelta(t, 50.5, topOf(t, f, "n1"), 0.001)
}

// byWidth are rows that are the higher the narrower they are.
type byWidth struct{ *rowsOf }

func (r byWidth) Height(id string, width float32) float32 {
	if h, ok := r.heights[id]; ok {
		return h * 300 / width
	}
	return 24000 / width
}

func TestGiantRow(t *testing.T) {
	rows := newRows()
	rows.heights["giant"] = 3000
	f, _ := open(t, byWidth{rows})
	f.SetIDs([]string{"giant"})
	assert.Zero(t, topOf(t, f, "giant"))
	f.scroll(1500)
	assert.InDelta(t, -1500, topOf(t, f, "giant"), 0.01)
	f.Resize(fyne.NewSize(600, 400))
	assert.InDelta(t, -750, topOf(t, f, "giant"), 0.01, "about the same words are read")
	f.scroll(1e6)
	assert.InDelta(t, 400-1500, topOf(t, f, "giant"), 0.01)
	f.SetIDs([]string{"new", "giant"})
	assert.InDelta(t, 400-1500, topOf(t, f, "giant"), 0.01)
}

func TestFoldingARowFromItsMiddleShowsItsTop(t *testing.T) {
	rows := newRows()
	rows.heights["n1"] = 3000
	f, _ := open(t, rows)
	f.SetIDs(names("n", 50))
	f.ScrollTo("n1", -2000)
	rows.heights["n1"] = 100
	f.Invalidate("n1")
	assert.Zero(t, topOf(t, f, "n1"))
}

func TestOddAnswersAreHarmless(t *testing.T) {
	rows := newRows()
	for id, h := range map[string]float32{"n0": float32(math.NaN()), "n1": float32(math.Inf(1)), "n2": -5, "n3": 1e30} {
		rows.heights[id] = h
	}
	f, _ := open(t, rows)
	f.SetIDs(names("n", 30))
	f.ScrollToEnd()
	f.ScrollToTop()
	assert.True(t, f.AtTop())
	assert.Zero(t, topOf(t, f, "n1"))
	f.SetIDs([]string{"a", "a", "a", "b", "a"})
	assert.Len(t, test.WidgetRenderer(f).Objects(), 5+2, "equal ids have a view each")

	none, _ := open(t, nothing{newRows()})
	none.SetIDs(names("n", 30))
	assert.Empty(t, seen(none))
}

// nothing are rows without views.
type nothing struct{ *rowsOf }

func (nothing) Bind(string, fyne.CanvasObject) fyne.CanvasObject { return nil }

func TestPlaceIsGivenBackAndTaken(t *testing.T) {
	f, _ := open(t, newRows())
	f.SetIDs(names("n", 100))
	require.True(t, f.ScrollTo("n42", 17))
	id, y := f.Place()
	assert.Equal(t, "n42", id)
	assert.InDelta(t, 17, y, 0.01)
	assert.False(t, f.ScrollTo("gone", 0))
}

func TestIDsBeforeTheFirstLayout(t *testing.T) {
	test.NewTempApp(t)
	f := New(newRows())
	ids := names("n", 100)
	f.SetIDs(ids)
	f.SetIDs(slices.Concat([]string{"new"}, ids))
	f.Resize(fyne.NewSize(300, 400))
	assert.Zero(t, topOf(t, f, "new"), "a feed that was never shown is at its top")
}

func TestHiddenFeedKeepsItsPlace(t *testing.T) {
	f, _ := open(t, newRows())
	ids := names("n", 100)
	f.SetIDs(ids)
	f.ScrollTo("n42", 17)
	f.Hide()
	f.SetIDs(slices.Concat(names("new", 10), ids))
	f.Show()
	assert.InDelta(t, 17, topOf(t, f, "n42"), 0.01)
}

func TestForgetMeasuresAndBindsAgain(t *testing.T) {
	rows := newRows()
	f, _ := open(t, rows)
	f.SetIDs(names("n", 100))
	f.ScrollTo("n42", 17)
	rows.binds = nil
	for _, id := range names("n", 100) {
		rows.heights[id] = 70
	}
	f.Forget()
	assert.InDelta(t, 17, topOf(t, f, "n42"), 0.01)
	assert.InDelta(t, 70, viewOf(f, "n42").Size().Height, 0.01)
	assert.Contains(t, rows.binds, "n42")
}

func TestNearEndFiresOncePerEnd(t *testing.T) {
	rows := newRows()
	rows.kinds["loading"], rows.kinds["failed"] = KindFooter, KindFooter
	f, _ := open(t, rows)
	fired := 0
	f.OnNearEnd = func() { fired++ }
	f.SetIDs(nil)
	assert.Zero(t, fired, "nothing has no end")
	ids := names("n", 40)
	f.SetIDs(ids)
	assert.Zero(t, fired)
	f.scroll(700)
	assert.Zero(t, fired)
	f.scroll(200) // 40*50 - 900 - 400 < 2*400
	assert.Equal(t, 1, fired)
	f.scroll(100)
	f.SetIDs(slices.Concat(ids, []string{"loading"}))
	f.SetIDs(slices.Concat(ids, []string{"failed"}))
	f.SetIDs(slices.Concat([]string{"new"}, ids, []string{"failed"}))
	assert.Equal(t, 1, fired, "the end is the same")
	more := slices.Concat(ids, names("m", 2))
	f.SetIDs(slices.Concat(more, []string{"loading"}))
	assert.Equal(t, 2, fired)
	f.SetIDs(slices.Concat(more, names("o", 200)))
	assert.Equal(t, 2, fired, "the end is far away now")
}

func TestCallbacksMayChangeTheFeed(t *testing.T) {
	f, _ := open(t, newRows())
	ids := names("n", 10)
	f.OnNearEnd = func() {
		if len(ids) < 60 {
			ids = slices.Concat(ids, names(ids[len(ids)-1]+"-", 10))
			f.SetIDs(ids)
		}
	}
	f.SetIDs(ids)
	assert.Equal(t, 30, f.Len(), "filled until two viewports are left")
}
