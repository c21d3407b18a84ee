package store

import "slices"

// below is how many rows under the first one that a reader sees are kept:
// more than any window shows at once.
const below = 200

// AddReader makes the list keep what somebody reads: place names the first
// row they see, "" for none. It is asked when the list is to be trimmed, until
// remove.
func (l *List[ID]) AddReader(place func() string) (remove func()) {
	l.lastID++
	id := l.lastID
	l.readers[id] = place
	return func() { delete(l.readers, id) }
}

// Depth is how many rows there are down to the one read furthest below.
func (l *List[ID]) Depth() int {
	depth := 0
	for _, place := range l.readers {
		if at, _ := l.rows.find(place()); place() != "" {
			depth = max(depth, at)
		}
	}
	return depth
}

// Trim cuts the list to its newest n rows, or to more where somebody reads
// further below, and reports whether it cut any. Then it is no longer at its
// end.
func (l *List[ID]) Trim(n int) bool {
	n = max(n, l.Depth()+below)
	if len(l.rows) <= n {
		return false
	}
	if _, gap := RowID[ID](l.rows[n-1]); gap {
		n-- // what follows is missing anyhow
	}
	l.replace(slices.Clone(l.rows[:n]))
	l.SetStatus(func(s Status) Status { s.AtEnd = false; return s })
	return true
}
