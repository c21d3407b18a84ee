package session_test

import (
	"net/http"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
	"mejiro/app/session"
	"mejiro/app/store"
	"mejiro/app/task/tasktest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// alice is whose session it is; bob is somebody she follows.
const (
	alice = "alice"
	bob   = "bob"
	carol = "carol"
)

// world is a session of alice's at a server of its own. The test's goroutine
// is the Fyne goroutine.
type world struct {
	*session.Session
	*tasktest.Window
	t        testing.TB
	server   *misskeytest.Server
	failures []session.Failure
}

// at opens a session with a token, "" being alice's usual one. It is not
// started.
func at(t testing.TB, server *misskeytest.Server, token string) *world {
	t.Helper()
	w := &world{Window: tasktest.New(t), t: t, server: server}
	transport := api.NewTransport()
	t.Cleanup(transport.CloseIdleConnections)
	if token == "" {
		token = server.Token(alice)
	}
	address, err := api.ParseServer(server.URL)
	require.NoError(t, err)
	client := api.New(address, token, api.Options{Transport: transport})
	w.Session, err = session.New(session.Options{
		Client: client, Token: misskey.Token(token), Me: server.UserID(alice), HTTP: &http.Client{Transport: transport},
		Loop: w.Loop, Report: func(f session.Failure) { w.failures = append(w.failures, f) },
	})
	require.NoError(t, err)
	t.Cleanup(w.Stop)
	return w
}

// live is a started session of alice's that is online.
func live(t testing.TB, o misskeytest.Options) *world {
	t.Helper()
	w := at(t, misskeytest.Start(t, o), "")
	w.Start()
	w.Until("the session is online", w.online)
	w.Until("the notifications are whole", w.NotificationsWhole)
	return w
}

func (w *world) online() bool {
	state, err := w.State.Get()
	require.NoError(w.t, err)
	return state == session.Online
}

func (w *world) state() session.State {
	state, err := w.State.Get()
	require.NoError(w.t, err)
	return state
}

// whole opens a timeline and waits until it is there and followed.
func (w *world) whole(kind session.Source) *store.Timeline {
	w.t.Helper()
	list := w.Open(kind)
	w.Until(string(kind)+" is whole", func() bool { return w.Whole(kind) })
	return list
}

// shows waits until a list shows just these notes, newest first.
func (w *world) shows(list *store.Timeline, ids ...misskey.NoteID) {
	w.t.Helper()
	w.Until("the notes are shown", func() bool { return slices.Equal(list.All(), store.RowsOf(ids)) })
}

func (w *world) note(id misskey.NoteID) misskey.Note {
	w.t.Helper()
	n, ok := w.Notes.Note(id)
	require.True(w.t, ok, "note %s is not known", id)
	return n
}

// watched captures a note and waits until the server knows.
func (w *world) watched(id misskey.NoteID) {
	w.t.Helper()
	w.Watch(id)
	w.Until("the note is captured", func() bool { return slices.Contains(w.server.Captures(alice), id) })
}

// posts lets somebody post n notes and gives them newest first.
func posts(server *misskeytest.Server, who string, n int) []misskey.NoteID {
	ids := make([]misskey.NoteID, n)
	for i := range ids {
		ids[n-1-i] = server.Post(who, misskeytest.Note{Text: "hello"})
	}
	return ids
}
