package screens

import (
	"context"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"mejiro/api/misskey"
	"mejiro/app/session"
	"mejiro/app/store"
	"mejiro/app/task"
	"mejiro/widgets/note"
)

// timeRefresh is how often the times of shown notes are written anew.
const timeRefresh = 30 * time.Second

// Timeline shows one of an account's timelines.
type Timeline struct {
	*list
	session *session.Session
	source  session.Source
	store   *store.Timeline
	rows    *noteRows
	cancel  context.CancelFunc
	stop    func()
}

// Context is what the screens of one account have in common.
type Context struct {
	Desk    Desk
	Loop    *task.Loop
	Session *session.Session
	Env     *note.Env
	// Drawn, when set, makes an object that tells of a note being drawn.
	Drawn func(id misskey.NoteID) fyne.CanvasObject
	// Listed, when set, is told what the list shows.
	Listed func(Listing)
}

// NewTimeline opens a timeline until Close.
func NewTimeline(c Context, source session.Source) *Timeline {
	t := &Timeline{session: c.Session, source: source, store: c.Session.Open(source)}
	var ctx context.Context
	ctx, t.cancel = context.WithCancel(context.Background())
	changed := func(row string) { t.feed.Invalidate(row) }
	t.rows = newNoteRows(c.Session, c.Env, changed, func(row string) { c.Loop.Do(ctx, func() { changed(row) }) })
	t.rows.drawn = c.Drawn
	actions := &noteActions{desk: c.Desk, session: c.Session, rows: t.rows}
	t.rows.actions = actions
	t.list = newList(t, listIntents{
		retry: t.Reload, older: func() { c.Session.Older(source) },
	})
	t.list.listed = c.Listed
	noteKeys{list: t.list, actions: actions, noteOf: t.noteOf}.bind(c.Desk)
	task.Every(ctx, c.Loop, timeRefresh, t.refresh)
	t.stop = listen(t.list, t.store)
	return t
}

// Close ends the screen; its object must not be shown any more.
func (t *Timeline) Close() {
	t.stop()
	t.cancel()
	for _, row := range t.rows.shown() {
		t.rows.release(row)
	}
	t.session.Close(t.source)
}

// Reload loads the newest notes again.
func (t *Timeline) Reload() {
	t.session.Retry()
	t.session.Reload(t.source)
}

// Restyle draws everything anew, after a change of theme or language.
func (t *Timeline) Restyle() {
	t.rows.forget()
	t.feed.Forget()
}

func (t *Timeline) refresh() {
	t.rows.forget()
	t.feed.Invalidate(t.list.shown()...)
}

// rowHeight implements rowSource.
func (t *Timeline) rowHeight(row string, width float32) float32 {
	id, gap := store.RowID[misskey.NoteID](row)
	if gap {
		return gapHeight
	}
	return t.rows.height(row, id, width)
}

// bindRow implements rowSource.
func (t *Timeline) bindRow(row string, width float32, view fyne.CanvasObject) fyne.CanvasObject {
	id, gap := store.RowID[misskey.NoteID](row)
	if gap {
		return t.list.gap(view, t.gapSpan(row), func() { t.session.FillGap(t.source, id) })
	}
	card := t.rows.bind(row, id, width, view)
	card.OnTapped = func() { t.feed.TakeFocus(row) }
	return card
}

// releaseRow implements rowSource.
func (t *Timeline) releaseRow(row string, view fyne.CanvasObject) {
	if card, ok := view.(*note.Card); ok {
		card.Release()
	}
	t.rows.release(row)
}

// gapSpan is how much time a gap covers, 0 when that cannot be told.
func (t *Timeline) gapSpan(row string) time.Duration {
	rows, _ := t.store.Rows.Get()
	at := slices.Index(rows, row)
	if at < 1 || at+1 >= len(rows) {
		return 0
	}
	above, okAbove := t.session.Notes.Note(misskey.NoteID(rows[at-1]))
	below, okBelow := t.session.Notes.Note(misskey.NoteID(rows[at+1]))
	if !okAbove || !okBelow {
		return 0
	}
	return above.CreatedAt.Sub(below.CreatedAt)
}

// noteOf is the note of a row.
func (t *Timeline) noteOf(row string) (misskey.Note, bool) {
	id, gap := store.RowID[misskey.NoteID](row)
	n, ok := t.session.Notes.Note(id)
	return n, ok && !gap
}
