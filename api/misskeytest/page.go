package misskeytest

import (
	"cmp"
	"slices"
	"sort"
)

// page is which stretch of a list is asked for. Both bounds are exclusive.
type page struct {
	limit        int
	since, until string
}

// page reads the paging parameters. Dates count only where no id is given.
func (c *call) page() page {
	p := page{limit: c.int("limit"), since: c.str("sinceId"), until: c.str("untilId")}
	if p.since == "" && p.until == "" {
		if c.has("sinceDate") {
			p.since = idAt(int64(c.int("sinceDate")))
		}
		if c.has("untilDate") {
			p.until = idAt(int64(c.int("untilDate")))
		}
	}
	return p
}

// cut takes a page of items that stand oldest first: newest first, except that
// a lower bound alone gives what is closest to it, oldest first.
func cut[T any](items []T, p page, id func(T) string, keep func(T) bool) []T {
	from, to := 0, len(items)
	if p.since != "" {
		from = sort.Search(len(items), func(i int) bool { return id(items[i]) > p.since })
	}
	if p.until != "" {
		to = sort.Search(len(items), func(i int) bool { return id(items[i]) >= p.until })
	}
	found := []T{}
	if p.since != "" && p.until == "" {
		for i := from; i < to && len(found) < p.limit; i++ {
			if keep(items[i]) {
				found = append(found, items[i])
			}
		}
		return found
	}
	for i := to - 1; i >= from && len(found) < p.limit; i-- {
		if keep(items[i]) {
			found = append(found, items[i])
		}
	}
	return found
}

// pageOfNotes is a page of all notes that pass keep.
func (c *call) pageOfNotes(keep func(*note) bool) []object {
	notes := cut(c.notes, c.page(), func(n *note) string { return string(n.id) }, keep)
	return c.packNotes(notes, c.user)
}

// slice is a page by position.
func (c *call) slice(n int) (from, to int) {
	from = min(max(c.int("offset"), 0), n)
	return from, min(from+c.int("limit"), n)
}

func followsByID(follows map[*user]*follow) []*follow {
	all := make([]*follow, 0, len(follows))
	for _, f := range follows {
		all = append(all, f)
	}
	slices.SortFunc(all, func(a, b *follow) int { return cmp.Compare(a.id, b.id) })
	return all
}
