package feed

// diff says where the rows of one list of ids are in another.
type diff struct {
	old, next      []string
	prefix, suffix int            // rows that are the same at both ends
	middle         map[string]int // indexes in next of the rows between; nil when either list has none there
}

// compare finds out what changed between two lists. It costs a comparison per row for what both ends have in common and a map entry for each of the
// others, so rows put on top or appended are cheap however long the list is.
func compare(old, next []string) diff {
	d := diff{old: old, next: next}
	short := min(len(old), len(next))
	for d.prefix < short && old[d.prefix] == next[d.prefix] {
		d.prefix++
	}
	for d.suffix < short-d.prefix && old[len(old)-1-d.suffix] == next[len(next)-1-d.suffix] {
		d.suffix++
	}
	if len(old) == d.prefix+d.suffix || len(next) == d.prefix+d.suffix {
		return d
	}
	d.middle = make(map[string]int, len(next)-d.prefix-d.suffix)
	for i := len(next) - d.suffix - 1; i >= d.prefix; i-- { // the first of equal ids wins
		d.middle[next[i]] = i
	}
	return d
}

// same reports whether nothing changed.
func (d diff) same() bool {
	return len(d.old) == len(d.next) && d.prefix == len(d.old)
}

// index returns where the row that was at i is now.
func (d diff) index(i int) (int, bool) {
	switch {
	case i < d.prefix:
		return i, true
	case i >= len(d.old)-d.suffix:
		return i + len(d.next) - len(d.old), true
	}
	j, ok := d.middle[d.old[i]]
	return j, ok
}

// indexFrom returns where the first surviving row at or after i is now.
func (d diff) indexFrom(i int) (int, bool) {
	for ; i < len(d.old); i++ {
		if j, ok := d.index(i); ok {
			return j, true
		}
	}
	return 0, false
}

// indexBack returns where the last surviving row before i is now.
func (d diff) indexBack(i int) (int, bool) {
	for i--; i >= 0; i-- {
		if j, ok := d.index(i); ok {
			return j, true
		}
	}
	return 0, false
}
