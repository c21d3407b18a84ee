package store

import (
	"iter"
	"slices"
	"sort"
	"strings"
)

// Rows are the rows of a list, newest first. They are never altered.
type Rows[ID ~string] []string

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

// RowsOf are the rows that show ids.
func RowsOf[ID ~string](ids []ID) Rows[ID] {
	rows := make(Rows[ID], len(ids))
	for i, id := range ids {
		rows[i] = Row(id)
	}
	slices.SortFunc(rows, order)
	return slices.Compact(rows)
}

// Has reports whether a row shows id.
func (r Rows[ID]) Has(id ID) bool {
	_, found := r.find(Row(id))
	return found
}

// Newest is the ID of the first row, "" when there is none.
func (r Rows[ID]) Newest() ID {
	if len(r) == 0 {
		return ""
	}
	id, _ := RowID[ID](r[0])
	return id
}

// Oldest is the ID of the last row, "" when there is none.
func (r Rows[ID]) Oldest() ID {
	if len(r) == 0 {
		return ""
	}
	id, _ := RowID[ID](r[len(r)-1])
	return id
}

// find tells where row stands, or where it would.
func (r Rows[ID]) find(row string) (at int, found bool) {
	return sort.Find(len(r), func(i int) int { return order(row, r[i]) })
}

// IDs are the entries shown, newest first.
func (r Rows[ID]) IDs() iter.Seq[ID] {
	return func(yield func(ID) bool) {
		for _, row := range r {
			if id, gap := RowID[ID](row); !gap && !yield(id) {
				return
			}
		}
	}
}
