package store

import (
	"cmp"
	"slices"

	"fyne.io/fyne/v2/data/binding"
)

// List is a list of what has IDs, newest first by ID, with gap rows where a
// stretch is missing: the notes of a timeline, or notifications.
type List[ID ~string] struct {
	rows    Rows[ID]
	readers map[int]func() string
	lastID  int // of a reader

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
	Phase Phase
	Err   error // of Failed
	Older Phase // what loading towards the end is doing; Ready when idle
	AtEnd bool  // nothing older exists
	// Offline is set while the list may lack newer entries: the stream is
	// broken, or what was missed meanwhile is not there yet.
	Offline bool
}

// NewList returns an empty list that is loading.
func NewList[ID ~string]() *List[ID] {
	l := &List[ID]{
		readers: map[int]func() string{},
		Rows:    binding.NewItem(neverEqual[[]string]),
		Status:  binding.NewItem(neverEqual[Status]),
	}
	l.SetStatus(func(Status) Status { return Status{Phase: Loading, Older: Ready} })
	return l
}

// State is the status as it is now.
func (l *List[ID]) State() Status {
	s, _ := l.Status.Get() // a plain item's Get never fails
	return s
}

// SetStatus replaces the status by what change makes of it.
func (l *List[ID]) SetStatus(change func(Status) Status) { _ = l.Status.Set(change(l.State())) }

// All are the rows as they are now; later changes do not alter them.
func (l *List[ID]) All() Rows[ID] { return l.rows }

// Add puts entries into their places; those shown already stay as they are.
func (l *List[ID]) Add(ids ...ID) {
	fresh := make(Rows[ID], 0, len(ids))
	for _, id := range ids {
		if id != "" && !l.rows.Has(id) {
			fresh = append(fresh, Row(id))
		}
	}
	if len(fresh) == 0 {
		return
	}
	slices.SortFunc(fresh, order)
	l.replace(merged(l.rows, slices.Compact(fresh)))
}

// AddGap marks that entries older than id are missing.
func (l *List[ID]) AddGap(id ID) {
	at, found := l.rows.find(GapBelow(id))
	if found || at == len(l.rows) {
		return
	}
	l.replace(slices.Insert(slices.Clone(l.rows), at, GapBelow(id)))
}

// FillGap puts a page fetched for the gap below id into it: entries older
// than id, newest first. The gap closes when the page reaches the entry under
// it or is empty, otherwise it moves below the page.
func (l *List[ID]) FillGap(id ID, page []ID) {
	at, found := l.rows.find(GapBelow(id))
	if !found {
		return
	}
	lower := ID("")
	if at+1 < len(l.rows) {
		lower, _ = RowID[ID](l.rows[at+1])
	}
	rows := slices.Delete(slices.Clone(l.rows), at, at+1)
	fresh := make(Rows[ID], 0, len(page)+1)
	for _, id := range page {
		fresh = append(fresh, Row(id))
	}
	if len(page) > 0 && lower != "" && page[len(page)-1] > lower {
		fresh = append(fresh, GapBelow(page[len(page)-1]))
	}
	slices.SortFunc(fresh, order)
	l.replace(merged(rows, slices.Compact(fresh)))
}

// Remove takes entries out, wherever they stand.
func (l *List[ID]) Remove(ids ...ID) {
	var gone []int
	for _, id := range ids {
		if at, found := l.rows.find(Row(id)); found {
			gone = append(gone, at)
		}
	}
	if len(gone) == 0 {
		return
	}
	slices.Sort(gone)
	rows := make(Rows[ID], 0, len(l.rows)-1)
	next := 0
	for _, at := range slices.Compact(gone) {
		rows = append(rows, l.rows[next:at]...)
		next = at + 1
	}
	l.replace(append(rows, l.rows[next:]...))
}

// Clear empties the list.
func (l *List[ID]) Clear() { l.replace(nil) }

func (l *List[ID]) replace(rows Rows[ID]) {
	l.rows = rows
	_ = l.Rows.Set(rows)
}

// merged is two sorted lists in one; what is in both is there once.
func merged[ID ~string](a, b Rows[ID]) Rows[ID] {
	rows := make(Rows[ID], 0, len(a)+len(b))
	for len(b) > 0 {
		at, found := a.find(b[0])
		rows = append(append(rows, a[:at]...), b[0])
		if found {
			at++
		}
		a, b = a[at:], b[1:]
	}
	return append(rows, a...)
}

// order sorts newest first, a gap right under its entry.
func order(a, b string) int {
	idA, gapA := RowID[string](a)
	idB, gapB := RowID[string](b)
	if c := cmp.Compare(idB, idA); c != 0 {
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
