package screens

import (
	"context"

	"fyne.io/fyne/v2"

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
}

// NewNotifications opens the notifications until Close.
func NewNotifications(c Context) *Notifications {
	s := c.Session
	n := &Notifications{session: s, env: c.Env}
	n.rows = newNoteRows(s, c.Env, func(row string) { n.feed.Invalidate(row) })
	n.rows.actions = &noteActions{desk: c.Desk, session: s, rows: n.rows}
	n.rows.layRow = n.layRow
	n.list = newList(n, listIntents{retry: n.Reload, older: s.OlderNotifications})
	n.list.listed = c.Listed
	var ctx context.Context
	ctx, n.cancel = context.WithCancel(context.Background())
	task.Every(ctx, c.Loop, timeRefresh, func() {
		n.rows.forget()
		n.feed.Invalidate(n.rows.shown()...)
	})
	n.feed.OnTopChanged = func(atTop bool) {
		if atTop {
			s.ReadNotifications()
		}
	}
	n.feed.OnRune, n.feed.OnKey = c.Desk.TypedRune, c.Desk.TypedKey
	n.stop = n.list.listen(s.Notifications.Rows, s.Notifications.Status)
	return n
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
	return v, note.LayNotification(about, v.Open, n.env, width)
}

// noteOf is the note a row speaks of, "" for none.
func (n *Notifications) noteOf(row string) misskey.NoteID {
	id, _ := store.RowID[misskey.NotificationID](row)
	if about, ok := n.session.Notifications.Notification(id); ok && about.Note != nil {
		return about.Note.ID
	}
	return ""
}

func (n *Notifications) rowHeight(row string, width float32) float32 {
	if _, gap := store.RowID[string](row); gap {
		return gapHeight
	}
	return n.rows.lay(row, n.noteOf(row), width).sheet.Size.Height
}

func (n *Notifications) bindRow(row string, width float32, view fyne.CanvasObject) fyne.CanvasObject {
	if _, gap := store.RowID[string](row); gap {
		return n.list.gap(view, 0, n.session.OlderNotifications)
	}
	card := n.rows.bind(row, n.noteOf(row), width, view)
	card.OnTapped = func() { n.feed.TakeFocus(row) }
	return card
}

func (n *Notifications) releaseRow(row string, view fyne.CanvasObject) {
	if card, ok := view.(*note.Card); ok {
		card.Release()
	}
	n.rows.release(row)
}
