package store

import (
	"slices"
	"sort"
	"strings"

	"fyne.io/fyne/v2/data/binding"
)

// List is a list of what has IDs, newest first by ID, with gap rows where a
// stretch is missing: the notes of a timeline, or notifications.
type List[ID ~string] struct {
	rows   []string
	Rows   binding.Item[[]string] // see Row; a slice told is never altered
	Status binding.Item[Status]
}

// Phase says what a list is doing.
type Phase int

// The phases of a list. A list that failed or is offline may still hold rows.
const (
	Loading Phase = iota
	Ready
	Failed
)

// Status is the state a list is shown in.
type Status struct {
	Phase   Phase
	Err     error // of Failed
	Older   Phase // what loading towards the end is doing; Ready when idle
	AtEnd   bool  // nothing older exists
	Offline bool  // the stream is broken: what is shown may be old
}

const gapMark = "gap:"

// Row is the key of the row that shows id.
func Row[ID ~string](id ID) string { return string(id) }

// GapBelow is the key of the gap row under id.
func GapBelow[ID ~string](id ID) string { return gapMark + string(id) }

// RowID tells what a row shows, or what it is the gap below.
func RowID[ID ~string](row string) (id ID, gap bool) {
	bare, gap := strings.CutPrefix(row, gapMark)
	return ID(bare), gap
}

// NewList returns an empty list that is loading.
func NewList[ID ~string]() *List[ID] {
	l := &List[ID]{
		Rows:   binding.NewItem(neverEqual[[]string]),
		Status: binding.NewItem(neverEqual[Status]),
	}
	l.SetStatus(func(s Status) Status { return Status{Phase: Loading, Older: Ready} })
	return l
}

// SetStatus replaces the status by what change makes of it.
func (l *List[ID]) SetStatus(change func(Status) Status) {
	s, _ := l.Status.Get() // a plain item's Get never fails
	_ = l.Status.Set(change(s))
}

// Newest is the ID of the newest entry, "" in an empty list.
func (l *List[ID]) Newest() ID {
	if len(l.rows) == 0 {
		return ""
	}
	id, _ := RowID[ID](l.rows[0])
	return id
}

// Oldest is the ID of the oldest entry, "" in an empty list.
func (l *List[ID]) Oldest() ID {
	if len(l.rows) == 0 {
		return ""
	}
	id, _ := RowID[ID](l.rows[len(l.rows)-1])
	return id
}

// Has reports whether the list shows id.
func (l *List[ID]) Has(id ID) bool {
	_, found := l.find(Row(id))
	return found
}

// Len is the number of rows, gaps included.
func (l *List[ID]) Len() int { return len(l.rows) }

// Add puts entries into their places; those shown already stay as they are.
func (l *List[ID]) Add(ids ...ID) {
	rows := append(make([]string, 0, len(l.rows)+len(ids)), l.rows...)
	for _, id := range ids {
		if at, found := find(rows, Row(id)); !found {
			rows = slices.Insert(rows, at, Row(id))
		}
	}
	l.replace(rows)
}

// AddGap marks that entries older than id are missing.
func (l *List[ID]) AddGap(id ID) {
	at, found := l.find(GapBelow(id))
	if found || at == len(l.rows) {
		return
	}
	l.replace(slices.Insert(slices.Clone(l.rows), at, GapBelow(id)))
}

// FillGap puts a page fetched for the gap below id into it: entries older
// than id, newest first. The gap closes when the page reaches the entry under it or
// is empty, otherwise it moves below the page.
func (l *List[ID]) FillGap(id ID, page []ID) {
	at, found := l.find(GapBelow(id))
	if !found {
		return
	}
	lower := ID("")
	if at+1 < len(l.rows) {
		lower, _ = RowID[ID](l.rows[at+1])
	}
	l.replace(slices.Delete(slices.Clone(l.rows), at, at+1))
	l.Add(page...)
	if len(page) > 0 && lower != "" && page[len(page)-1] > lower {
		l.AddGap(page[len(page)-1])
	}
}

// Remove takes entries out, wherever they stand.
func (l *List[ID]) Remove(ids ...ID) {
	gone := make(map[string]bool, len(ids))
	for _, id := range ids {
		gone[Row(id)] = true
	}
	rows := slices.DeleteFunc(slices.Clone(l.rows), func(row string) bool { return gone[row] })
	if len(rows) != len(l.rows) {
		l.replace(rows)
	}
}

// Trim keeps the newest n rows and forgets that the end was reached if it cut
// any.
func (l *List[ID]) Trim(n int) {
	if len(l.rows) <= n {
		return
	}
	l.replace(slices.Clone(l.rows[:n]))
	l.SetStatus(func(s Status) Status { s.AtEnd = false; return s })
}

// Clear empties the list.
func (l *List[ID]) Clear() { l.replace(nil) }

func (l *List[ID]) replace(rows []string) {
	l.rows = rows
	_ = l.Rows.Set(rows)
}

func (l *List[ID]) find(row string) (at int, found bool) { return find(l.rows, row) }

func find(rows []string, row string) (at int, found bool) {
	return sort.Find(len(rows), func(i int) int { return order(row, rows[i]) })
}

// order sorts newest first, a gap right under its entry.
func order(a, b string) int {
	idA, gapA := RowID[string](a)
	idB, gapB := RowID[string](b)
	if c := strings.Compare(idB, idA); c != 0 {
		return c
	}
	switch {
	case gapA == gapB:
		return 0
	case gapA:
		return 1
	}
	return -1
}
