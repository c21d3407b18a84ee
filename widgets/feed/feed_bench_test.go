package feed

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// long returns a shown feed of 10,000 rows of differing heights, scrolled down a little.
func long(b *testing.B) (*Feed, []string) {
	b.Helper()
	test.NewTempApp(b)
	rows := &quietRows{}
	f := New(rows)
	f.ReduceMotion = true
	w := test.NewTempWindow(b, f)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(520, 860))
	ids := names("n", 10_000)
	f.SetIDs(ids)
	f.scroll(3000)
	return f, ids
}

// quietRows are rows of the kind a timeline has, without a record of what was asked.
type quietRows struct{}

func (quietRows) Height(id string, _ float32) float32 {
	return float32(60 + 37*int(id[len(id)-1]-'0'))
}
func (quietRows) Kind(string) string { return "row" }
func (quietRows) Bind(id string, view fyne.CanvasObject) fyne.CanvasObject {
	v, ok := view.(*rowView)
	if !ok {
		v = newRowView("row")
	}
	v.id = id
	return v
}

func BenchmarkInsertTwoOnTopOf10000(b *testing.B) {
	f, ids := long(b)
	more := slices.Concat([]string{"x", "y"}, ids)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if i%2 == 0 {
			f.SetIDs(more)
		} else {
			f.SetIDs(ids)
		}
	}
}

func BenchmarkInsertTwoInTheMiddleOf10000(b *testing.B) {
	f, ids := long(b)
	more := slices.Insert(slices.Insert(slices.Clone(ids), 7000, "x"), 20, "y")
	for i := 0; b.Loop(); i++ {
		if i%2 == 0 {
			f.SetIDs(more)
		} else {
			f.SetIDs(ids)
		}
	}
}

func BenchmarkSetIDsUnchanged(b *testing.B) {
	f, ids := long(b)
	for b.Loop() {
		f.SetIDs(ids)
	}
}

func BenchmarkInvalidateOutOfSight(b *testing.B) {
	f, ids := long(b)
	for b.Loop() {
		f.Invalidate(ids[9000:9020]...)
	}
}

func BenchmarkScroll60(b *testing.B)  { benchmarkScroll(b, 60) }
func BenchmarkScroll400(b *testing.B) { benchmarkScroll(b, 400) }

// benchmarkScroll goes down and, at the end, up again.
func benchmarkScroll(b *testing.B, dy float32) {
	f, _ := long(b)
	b.ReportAllocs()
	for b.Loop() {
		before := f.strip.y
		at := f.strip.anchor
		if f.scroll(dy); f.strip.anchor == at && f.strip.y == before {
			dy = -dy
		}
	}
}
