package feed

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/require"
)

// TestAnyChangeKeepsThePlace does a few thousand random things to a feed and checks after each that what was read has not moved, unless an end of the
// rows forces it to, and that the screen is right.
func TestAnyChangeKeepsThePlace(t *testing.T) {
	for seed := range uint64(16) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			rows := newRows()
			f, _ := open(t, rows)
			f.FollowTop = seed%2 == 0
			w := &walk{t: t, r: rand.New(rand.NewPCG(seed, 7)), rows: rows, feed: f}
			w.insert(60)
			for range 300 {
				w.step()
			}
		})
	}
}

// walk is a random walk through what can happen to a feed.
type walk struct {
	t    *testing.T
	r    *rand.Rand
	rows *rowsOf
	feed *Feed
	ids  []string
	made int
}

func (w *walk) step() {
	switch w.r.IntN(8) {
	case 0:
		w.insert(1 + w.r.IntN(4))
	case 1:
		w.keeping(func() { w.top(1 + w.r.IntN(3)) })
	case 2:
		w.keeping(w.remove)
	case 3:
		w.keeping(w.shuffle)
	case 4:
		w.keeping(w.grow)
	case 5:
		w.keeping(func() { w.feed.Resize(fyne.NewSize(w.feed.Size().Width, 200+float32(w.r.IntN(400)))) })
	default:
		w.feed.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(0, float32(w.r.IntN(801)-400))})
		w.check()
	}
}

// keeping does something and requires that the row that holds the place is where it was; if it is gone, that a row of the screen is.
func (w *walk) keeping(do func()) {
	w.t.Helper()
	id, y := w.feed.Place()
	before, atTop := seen(w.feed), w.feed.AtTop()
	do()
	w.check()
	if w.feed.FollowTop && atTop || w.forced() {
		return
	}
	after := seen(w.feed)
	height := w.rows.Height(id, 300)
	if height == 0 {
		return
	}
	if slices.Contains(w.ids, id) && y < w.feed.Size().Height {
		require.Contains(w.t, after, id, "the row that is read is out of sight")
		if y+height <= 0 {
			y = 0 // it shrank to where it could not be seen
		}
		require.InDelta(w.t, y, after[id][0], 0.01, "the row that is read has moved")
		return
	}
	kept, left := 0, 0
	for id, at := range before {
		if now, ok := after[id]; ok && abs(now[0]-at[0]) < 0.01 {
			kept++
		}
		if slices.Contains(w.ids, id) {
			left++
		}
	}
	require.True(w.t, kept > 0 || left == 0, "no row of those left has kept its place")
}

// forced reports whether an end of the rows is on the screen, so that their place is not free.
func (w *walk) forced() bool {
	s := &w.feed.strip
	return len(s.ids) == 0 || s.top || s.edge(len(s.ids)-1)+s.height(len(s.ids)-1) <= s.view+0.01
}

// check requires that the rows on the screen are right: no gap, no overlap, in order, each in one view of its kind and height.
func (w *walk) check() {
	w.t.Helper()
	var views []*rowView
	for _, o := range test.WidgetRenderer(w.feed).Objects() {
		if v, ok := o.(*rowView); ok {
			require.NotContains(w.t, views, v, "a view is shown twice")
			views = append(views, v)
		}
	}
	h := w.feed.Size().Height
	at := slices.IndexFunc(views, func(v *rowView) bool { return v.Position().Y+v.Size().Height > 0 })
	if len(w.ids) == 0 {
		require.Empty(w.t, views)
		return
	}
	require.LessOrEqual(w.t, views[at].Position().Y, float32(0.01), "a gap at the top")
	index := slices.Index(w.ids, views[at].id)
	y := views[at].Position().Y
	for _, v := range views[at:] {
		for w.rows.Height(w.ids[index], 300) == 0 {
			index++
		}
		require.Equal(w.t, w.ids[index], v.id, "rows out of order")
		require.InDelta(w.t, y, v.Position().Y, 0.01, "a gap or an overlap")
		require.InDelta(w.t, w.rows.Height(v.id, 300), v.Size().Height, 0.01)
		require.Equal(w.t, w.rows.Kind(v.id), v.kind, "a view of another kind")
		y += v.Size().Height
		index++
	}
	last := index == len(w.ids)
	require.True(w.t, y >= h-0.01 || last && views[0].id == w.firstShown(), "room is left below")
	require.LessOrEqual(w.t, len(views), 60)
}

func (w *walk) firstShown() string {
	for _, id := range w.ids {
		if w.rows.Height(id, 300) > 0 {
			return id
		}
	}
	return ""
}

func (w *walk) name() string {
	w.made++
	id := fmt.Sprint("n", w.made)
	w.rows.heights[id] = w.height()
	if w.r.IntN(4) == 0 {
		w.rows.kinds[id] = "other"
	}
	return id
}

func (w *walk) height() float32 {
	switch w.r.IntN(12) {
	case 0:
		return 0
	case 1:
		return float32(500 + w.r.IntN(900))
	}
	return float32(10 + w.r.IntN(150))
}

// insert puts n rows anywhere.
func (w *walk) insert(n int) {
	w.keeping(func() {
		for range n {
			w.ids = slices.Insert(slices.Clone(w.ids), w.r.IntN(len(w.ids)+1), w.name())
		}
		w.feed.SetIDs(w.ids)
	})
}

func (w *walk) top(n int) {
	for range n {
		w.ids = slices.Insert(slices.Clone(w.ids), 0, w.name())
	}
	w.feed.SetIDs(w.ids)
}

// remove takes out up to four rows, often those on the screen.
func (w *walk) remove() {
	at := w.r.IntN(len(w.ids) + 1)
	if id, _ := w.feed.Place(); w.r.IntN(2) == 0 {
		at = max(0, slices.Index(w.ids, id)-w.r.IntN(2))
	}
	w.ids = slices.Delete(slices.Clone(w.ids), min(at, len(w.ids)), min(at+w.r.IntN(4), len(w.ids)))
	w.feed.SetIDs(w.ids)
}

// shuffle moves a row to another place.
func (w *walk) shuffle() {
	if len(w.ids) == 0 {
		return
	}
	ids := slices.Clone(w.ids)
	i := w.r.IntN(len(ids))
	id := ids[i]
	ids = slices.Delete(ids, i, i+1)
	w.ids = slices.Insert(ids, w.r.IntN(len(ids)+1), id)
	w.feed.SetIDs(w.ids)
}

// grow gives some rows another height or kind.
func (w *walk) grow() {
	for range 1 + w.r.IntN(4) {
		if len(w.ids) > 0 {
			id := w.ids[w.r.IntN(len(w.ids))]
			w.rows.heights[id] = w.height()
			w.rows.kinds[id] = []string{"row", "other"}[w.r.IntN(2)]
			w.feed.Invalidate(id)
		}
	}
}
