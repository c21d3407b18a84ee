package api

import "slices"

const maxPage = 100 // elements, on every endpoint

// Page names a stretch of a list. Both bounds are exclusive. With UntilID it
// is what lies next before it, with SinceID alone what follows next after it,
// with both what lies between, with neither the newest. Whichever it is, the
// methods of Client answer newest first. Filters run on the server after the
// fetching, so a page may be short; only an empty one is the end.
type Page struct {
	SinceID string `json:"sinceId,omitempty"`
	UntilID string `json:"untilId,omitempty"`
	// Limit is 1 to 100; 0 leaves it to the server, usually 10.
	Limit int `json:"limit,omitempty"`
}

// bounded keeps the limit within what servers accept.
func (p Page) bounded() Page {
	p.Limit = min(max(p.Limit, 0), maxPage)
	return p
}

// newestFirst turns round what a server answers oldest first, which is so when
// SinceID is given alone.
func newestFirst[T any, ID ~string](page Page, list []T, id func(T) ID) []T {
	ascending := page.SinceID != "" && page.UntilID == "" &&
		len(list) > 1 && id(list[0]) < id(list[len(list)-1])
	if ascending {
		slices.Reverse(list)
	}
	return list
}
