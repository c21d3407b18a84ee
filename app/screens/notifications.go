package screens

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/data/binding"

	"mejiro/api/misskey"
	"mejiro/app/session"
	"mejiro/app/store"
	"mejiro/app/task"
	"mejiro/widgets/note"
)

// Notifications shows what others did that concerns the account.
type Notifications struct {
	*list
	session *session.Session
	env     *note.Env
	rows    *noteRows
	cancel  context.CancelFunc
	stop    func()
	// attended reports whether the window has the reader's attention.
	attended func() bool
}

// NewNotifications opens the notifications until Close.
func NewNotifications(c Context) *Notifications {
	s := c.Session
	n := &Notifications{session: s, env: c.Env}
	var ctx context.Context
	ctx, n.cancel = context.WithCancel(context.Background())
	changed := func(row string) { n.feed.Invalidate(row) }
	n.rows = newNoteRows(s, c.Env, changed, func(row string) { c.Loop.Do(ctx, func() { changed(row) }) })
	actions := &noteActions{desk: c.Desk, session: s, rows: n.rows}
	n.rows.actions = actions
	n.rows.layRow = n.layRow
	n.list = newList(n, listIntents{retry: n.Reload, older: s.OlderNotifications})
	n.list.listed = c.Listed
	task.Every(ctx, c.Loop, timeRefresh, func() {
		n.rows.forget()
		n.feed.Invalidate(n.list.shown()...)
	})
	n.attended = c.Desk.Attended
	n.feed.OnTopChanged = func(bool) { n.Attend() }
	noteKeys{list: n.list, actions: actions, noteOf: n.noteOf}.bind(c.Desk)
	stopList := listen(n.list, s.Notifications.List)
	attend := binding.NewDataListener(n.Attend)
	s.Notifications.Unread.AddListener(attend)
	s.Notifications.Rows.AddListener(attend)
	stopWatching := s.Notifications.AddWatcher(func(id misskey.NotificationID) { n.redraw(store.Row(id)) })
	n.stop = func() {
		stopList()
		stopWatching()
		s.Notifications.Unread.RemoveListener(attend)
		s.Notifications.Rows.RemoveListener(attend)
	}
	return n
}

// redraw draws a row whose notification is another now, perhaps of another
// note.
func (n *Notifications) redraw(row string) {
	n.rows.release(row)
	n.feed.Invalidate(row)
}

// Attend marks what is shown as read if the reader sees it: the window has
// their attention and the newest notification is in sight.
func (n *Notifications) Attend() {
	if n.attended() && n.feed.AtTop() && len(n.list.rows) > 0 {
		n.session.ReadNotifications()
	}
}

// Close ends the screen; its object must not be shown any more.
func (n *Notifications) Close() {
	n.stop()
	n.cancel()
	for _, row := range n.rows.shown() {
		n.rows.release(row)
	}
}

// Reload loads the newest notifications again.
func (n *Notifications) Reload() { n.session.ReloadNotifications() }

// Restyle draws everything anew, after a change of theme or language.
func (n *Notifications) Restyle() {
	n.rows.forget()
	n.feed.Forget()
}

// layRow lays a notification out where a timeline would lay out a note.
func (n *Notifications) layRow(row string, width float32) (note.Value, *note.Sheet) {
	id, _ := store.RowID[misskey.NotificationID](row)
	about, ok := n.session.Notifications.Notification(id)
	if !ok {
		return note.Value{}, &note.Sheet{}
	}
	var v note.Value
	if about.Note != nil {
		v.Note = *about.Note
		v.Open = n.rows.open[v.Note.ID]
	}
	return v, note.LayNotification(about, answerOf(n.session, id), v.Open, n.env, width)
}

// noteOf is the note a row speaks of.
func (n *Notifications) noteOf(row string) (misskey.Note, bool) {
	id, gap := store.RowID[misskey.NotificationID](row)
	about, ok := n.session.Notifications.Notification(id)
	if gap || !ok || about.Note == nil {
		return misskey.Note{}, false
	}
	return *about.Note, true
}

// noteIDOf is the ID of the note a row speaks of, "" for none.
func (n *Notifications) noteIDOf(row string) misskey.NoteID {
	about, _ := n.noteOf(row)
	return about.ID
}

func (n *Notifications) rowHeight(row string, width float32) float32 {
	if _, gap := store.RowID[string](row); gap {
		return gapHeight
	}
	return n.rows.height(row, n.noteIDOf(row), width)
}

func (n *Notifications) bindRow(row string, width float32, view fyne.CanvasObject) fyne.CanvasObject {
	if below, gap := store.RowID[misskey.NotificationID](row); gap {
		return n.list.gap(view, 0, func() { n.session.FillNotificationGap(below) })
	}
	card := n.rows.bind(row, n.noteIDOf(row), width, view)
	card.OnTapped = func() { n.feed.TakeFocus(row) }
	return card
}

func (n *Notifications) releaseRow(row string, view fyne.CanvasObject) {
	if card, ok := view.(*note.Card); ok {
		card.Release()
	}
	n.rows.release(row)
}
