package session

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"time"

	"mejiro/api"
	"mejiro/app/store"
	"mejiro/app/task"
)

// overlap is how many known entries must stand at the end of what was fetched
// for the stretch above to count as whole. One would not do: servers whose
// parts disagree about the time bring entries slightly out of order, and an
// own note may have been shown before the stream's breaking was noticed.
const overlap = 5

// subscribed runs when the stream feeds the list, at first or again. From here
// on entries come by themselves, so what came before is fetched now.
func (l *list[T, ID]) subscribed() {
	l.open = true
	l.opened++
	if l.loaded {
		l.catchUp()
		return
	}
	l.setOffline(false)
	l.retry()
}

// broken runs when the stream does not feed the list any more.
func (l *list[T, ID]) broken() {
	l.open = false
	l.fallBehind()
	l.setOffline(true)
}

// fallBehind remembers what the list held while it was whole.
func (l *list[T, ID]) fallBehind() {
	if !l.behind {
		l.behind, l.before = true, l.store.All()
	}
}

// caught is what a catch-up found.
type caught[T any] struct {
	entries  []T  // newest first
	complete bool // down to what was known
}

// catchUp fetches what the list missed, and leaves a gap below if that is too
// much. It tries again until it succeeds, the stream breaks, which begins it
// anew later, or the server refuses for good.
func (l *list[T, ID]) catchUp() {
	if l.catching || !l.loaded {
		return
	}
	l.catching = true
	before, opened := l.before, l.opened
	task.Go(l.ctx, l.session.options.Loop,
		func(ctx context.Context) (caught[T], error) { return l.since(ctx, before) },
		func(c caught[T], err error) {
			l.catching = false
			l.session.notice(err)
			if err != nil {
				l.catchUpLater(err)
				return
			}
			l.waits.Reset()
			l.close(c)
			switch {
			case l.opened != opened: // it broke and opened while this was fetched
				l.catchUp()
			case l.open:
				l.behind, l.before = false, nil
				l.setOffline(false)
			default:
				l.before = l.store.All()
			}
		})
}

// close lists what a catch-up found.
func (l *list[T, ID]) close(c caught[T]) {
	l.store.Add(l.put(c.entries)...)
	if c.complete {
		return
	}
	last := slices.Min(l.idsOf(c.entries))
	l.store.AddGap(last)
	if l.store.All().Oldest() == last { // nothing had been there
		l.floor = last
		l.setOlder(store.Ready, false)
	}
}

func (l *list[T, ID]) catchUpLater(err error) {
	l.setOffline(true)
	if !passes(err) {
		return
	}
	wait := max(l.waits.NextBackOff(), retryAfter(err))
	task.After(l.ctx, l.session.options.Loop, wait, func() {
		if l.open && l.behind {
			l.catchUp()
		}
	})
}

// since pages back from the newest entry to what was known before. It goes
// from the newest, not up from the known, so that the reader gets the present
// even when years are missing, and so that entries of a server whose clock was
// set back are not missed.
func (l *list[T, ID]) since(ctx context.Context, before store.Rows[ID]) (caught[T], error) {
	var c caught[T]
	next := api.Page{Limit: firstPage}
	for range catchUpPages {
		got, err := l.ask(ctx, next)
		if err != nil {
			return c, err
		}
		c.entries = append(c.entries, got...)
		if len(got) == 0 || reaches(before, l.idsOf(c.entries)) {
			c.complete = true
			return c, nil
		}
		next = api.Page{UntilID: string(slices.Min(l.idsOf(got))), Limit: catchUpPage}
	}
	return c, nil
}

// reaches reports whether ids, newest first, go down to what was known before.
func reaches[ID ~string](before store.Rows[ID], ids []ID) bool {
	if len(before) == 0 {
		return false // there was nothing, so the end of all is where to stop
	}
	if ids[len(ids)-1] < before.Oldest() {
		return true
	}
	known := 0
	for _, id := range ids[max(0, len(ids)-2*overlap):] {
		if before.Has(id) {
			known++
		}
	}
	return known >= min(overlap, len(before))
}

// passes reports whether a failure may pass by itself.
func passes(err error) bool {
	var refused *api.Refused
	if errors.As(err, &refused) {
		return refused.IsRateLimit() || refused.Status >= http.StatusInternalServerError
	}
	return true
}

// retryAfter is how long the server asks to wait, 0 when it does not.
func retryAfter(err error) time.Duration {
	var refused *api.Refused
	if errors.As(err, &refused) {
		return refused.RetryAfter
	}
	return 0
}
