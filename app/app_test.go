package app

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
	"mejiro/app/account"
	"mejiro/app/screens"
	"mejiro/app/session"
	"mejiro/app/settings"
	"mejiro/app/store"
	"mejiro/app/task/tasktest"
)

// running is the app in a test's window, at a server of its own.
type running struct {
	*App
	*tasktest.Window
	t      *testing.T
	server *misskeytest.Server
}

// start builds the app with a home; the window's keyring is memory alone.
func start(t *testing.T, home string) *running {
	t.Helper()
	r := &running{Window: tasktest.New(t), t: t, server: misskeytest.Start(t, misskeytest.Options{Seed: 1, Notes: 8})}
	paths, err := MakePaths(home)
	require.NoError(t, err)
	r.App = newApp(Flags{}, "test", paths, r.Loop, io.Discard)
	require.NoError(t, r.build(fyne.CurrentApp()))
	require.NoError(t, r.media.Close(), "nothing here is about pictures, and drawing them takes the server long")
	t.Cleanup(r.end)
	return r
}

func (r *running) end() {
	r.closeSignIn()
	r.deck.clear()
	for _, m := range r.members {
		m.stop()
	}
	r.cancel()
	r.transport.CloseIdleConnections()
}

// signIn lets a user of the server in, for this session only.
func (r *running) signIn(name string) account.ID {
	r.t.Helper()
	address, err := api.ParseServer(r.server.URL)
	require.NoError(r.t, err)
	token := misskey.Token(r.server.Token(name))
	kept, err := r.book.SignIn(context.Background(), account.New(address, r.server.User(name), nil), token, account.ThisSession)
	require.NoError(r.t, err)
	r.signedIn(kept, token)
	return kept.ID
}

// settled waits until every column is loaded.
func (r *running) settled() {
	r.t.Helper()
	r.Until("the columns are loaded", func() bool {
		for _, m := range r.members {
			if state, _ := m.session.State.Get(); state != session.Online {
				return false
			}
		}
		return true
	})
	r.Run()
}

func (r *running) sources() []string {
	var all []string
	for _, c := range r.deck.columns {
		all = append(all, c.conf.Source)
	}
	return all
}

func TestFirstStartAsksForAServer(t *testing.T) {
	r := start(t, t.TempDir())
	r.arrive()
	require.NotNil(t, r.signing)
	assert.Nil(t, r.Leave(), "there is nowhere to go back to")

	r.signIn("alice")
	assert.Nil(t, r.signing)
	assert.Equal(t, []string{"home", "notifications", "local"}, r.sources())
	r.settled()
}

func TestSecondAccountAddsItsHome(t *testing.T) {
	r := start(t, t.TempDir())
	alice := r.signIn("alice")
	bob := r.signIn("bob")
	r.settled()
	require.Len(t, r.deck.columns, 4)
	assert.Equal(t, string(alice), r.deck.columns[0].conf.Account)
	assert.Equal(t, string(bob), r.deck.columns[3].conf.Account)
	assert.Equal(t, bob, r.book.List().Acting)
	assert.Len(t, r.rail.faces, 2)
}

func TestSigningInAgainKeepsTheColumns(t *testing.T) {
	r := start(t, t.TempDir())
	alice := r.signIn("alice")
	before := r.member(alice)
	r.signIn("alice")
	assert.NotSame(t, before, r.member(alice), "the new token needs a new life")
	assert.Len(t, r.deck.columns, 3)
	r.settled()
}

func TestSigningOutTakesEverythingAway(t *testing.T) {
	r := start(t, t.TempDir())
	alice := r.signIn("alice")
	r.signIn("bob")
	r.settled()
	r.composer.compose(r.member(alice), screens.Draft{Text: "unsent"})

	r.signOut(alice, false)
	r.Until("alice is gone", func() bool { return r.member(alice) == nil })
	assert.Equal(t, []string{"home"}, r.sources(), "bob's column stays")
	assert.Nil(t, r.composer.now)
	_, err := r.book.Token(context.Background(), alice)
	assert.ErrorIs(t, err, account.ErrUnknown)

	r.signOut(r.book.List().Acting, false)
	r.Until("the way in is shown", func() bool { return r.signing != nil })
}

func TestColumnsComeBack(t *testing.T) {
	home := t.TempDir()
	r := start(t, home)
	r.signIn("alice")
	r.settled()
	r.moveColumn(r.deck.columns[0], 1)
	r.closeColumn(r.deck.columns[2])
	r.deck.resize(r.deck.columns[0], 70)
	r.saveColumns()
	want := r.deck.configuration()
	r.Until("the settings are kept", func() bool {
		kept, err := settings.Load(r.paths.Config)
		return err == nil && slices.Equal(kept.Columns, want)
	})
	assert.Equal(t, []string{"notifications", "home"}, r.sources())
	assert.InDelta(t, 400, want[0].Width, 0.1)
}

func TestColumnWidthsHaveBounds(t *testing.T) {
	r := start(t, t.TempDir())
	r.signIn("alice")
	c := r.deck.columns[0]
	r.deck.resize(c, -10_000)
	assert.EqualValues(t, leastColumn, c.width())
	r.deck.resize(c, 10_000)
	assert.EqualValues(t, mostColumn, c.width())
	r.settled()
}

func TestANoteIsPostedAndTheFormLeaves(t *testing.T) {
	r := start(t, t.TempDir())
	r.signIn("alice")
	r.settled()
	r.composeNew()
	require.NotNil(t, r.composer.now)
	r.write("Hello from the form")
	r.composer.send()
	r.Until("the form is away", func() bool { return r.composer.now == nil })
	assert.False(t, turning(r.composer.form), "a wheel out of sight costs as much as one in sight")
	assert.True(t, r.posted("Hello from the form"))
	assert.Empty(t, r.composer.sheets)
}

// write types into the form as a reader would.
func (r *running) write(text string) {
	for _, c := range text {
		r.composer.form.Field().TypedRune(c)
	}
}

// turning reports whether something in o shows that it waits.
func turning(o fyne.CanvasObject) bool {
	for _, part := range test.LaidOutObjects(o) {
		if a, ok := part.(*widget.Activity); ok && a.Visible() {
			return true
		}
	}
	return false
}

func (r *running) posted(text string) bool {
	return slices.ContainsFunc(r.server.Notes(), func(n misskey.Note) bool { return n.Body() == text })
}

func TestARefusedNoteStaysWithAReason(t *testing.T) {
	r := start(t, t.TempDir())
	r.signIn("alice")
	r.settled()
	remove := r.server.SetFault(misskeytest.Fault{Endpoint: "notes/create", Mode: misskeytest.FaultRateLimit, Times: 1})
	defer remove()
	r.composeNew()
	r.write("again")
	r.composer.send()
	r.Until("the reason is there", func() bool { return r.composer.now != nil && r.composer.now.problem != "" })
	assert.Equal(t, "again", r.composer.form.Value().Text)
	assert.False(t, r.posted("again"))

	r.composer.send()
	r.Until("the form is away", func() bool { return r.composer.now == nil })
	assert.True(t, r.posted("again"))
}

func TestWhatIsWrittenOutlivesTheForm(t *testing.T) {
	r := start(t, t.TempDir())
	alice := r.signIn("alice")
	r.settled()
	r.composeNew()
	r.write("half a thought")
	r.composer.close()
	n := r.server.Notes()[0]
	r.composer.compose(r.member(alice), screens.Draft{Reply: &n})
	r.composer.close()
	r.composeNew()
	assert.Equal(t, "half a thought", r.composer.form.Value().Text)
}

func TestAReplyMentionsAndKeepsVisibility(t *testing.T) {
	r := start(t, t.TempDir())
	alice := r.signIn("alice")
	r.settled()
	id := r.server.Post("bob", misskeytest.Note{Text: "who comes, @carol and @alice?", Visibility: misskey.VisibilityHome})
	n := r.server.Note(id)
	r.composer.compose(r.member(alice), screens.Draft{Reply: &n})
	value := r.composer.form.Value()
	assert.Equal(t, "@bob @carol ", value.Text)
	assert.Equal(t, misskey.VisibilityHome, value.Visibility)
}

func TestADroppedFileIsUploadedAndPosted(t *testing.T) {
	r := start(t, t.TempDir())
	r.signIn("alice")
	r.settled()
	path := filepath.Join(t.TempDir(), "thing.txt")
	require.NoError(t, os.WriteFile(path, []byte("dropped"), 0o600))

	r.dropped(fyne.NewPos(0, 0), []fyne.URI{storage.NewFileURI(path)})
	require.NotNil(t, r.composer.now)
	r.Until("the file is in Drive", func() bool {
		jobs, _ := r.composer.now.uploads.Jobs.Get()
		return len(jobs) == 1 && jobs[0].File.ID != ""
	})
	r.Run()
	r.write("look")
	r.composer.send()
	r.Until("the form is away", func() bool { return r.composer.now == nil })
	i := slices.IndexFunc(r.server.Notes(), func(n misskey.Note) bool { return n.Body() == "look" })
	require.GreaterOrEqual(t, i, 0)
	assert.Len(t, r.server.Notes()[i].FileIDs, 1)
}

func TestFilesDroppedWhileANoteIsOnItsWayAreForTheNext(t *testing.T) {
	r := start(t, t.TempDir())
	r.signIn("alice")
	r.settled()
	path := filepath.Join(t.TempDir(), "late.txt")
	require.NoError(t, os.WriteFile(path, []byte("late"), 0o600))
	r.composeNew()
	r.write("gone")
	first := r.composer.now
	r.composer.send()
	r.dropped(fyne.NewPos(0, 0), []fyne.URI{storage.NewFileURI(path)})
	require.NotSame(t, first, r.composer.now)
	r.Until("the first is posted", func() bool { return r.posted("gone") && !first.busy })
	jobs, _ := r.composer.now.uploads.Jobs.Get()
	assert.Len(t, jobs, 1)
}

func TestGuestsReadPublicTimelines(t *testing.T) {
	r := start(t, t.TempDir())
	address, err := api.ParseServer(r.server.URL)
	require.NoError(t, err)
	r.LookAround(address)
	assert.Equal(t, guestSources(), r.sources())
	require.Len(t, r.members, 1)
	for _, m := range r.members {
		assert.True(t, m.session.IsGuest())
		list := m.session.Open(session.Local)
		r.Until("notes are there", func() bool {
			status, _ := list.Status.Get()
			rows, _ := list.Rows.Get()
			return status.Phase == store.Ready && len(rows) > 0
		})
	}
	for _, request := range r.server.Requests() {
		assert.Empty(t, request.User, request.Endpoint)
	}
}

func TestAnotherLanguageRewordsTheWindow(t *testing.T) {
	r := start(t, t.TempDir())
	r.signIn("alice")
	r.settled()
	s := r.currentSettings()
	s.Language = "ja"
	r.applySettings(s)
	defer func() {
		s.Language = "en"
		r.applySettings(s)
	}()
	_, title := sourceLook("notifications")
	assert.Equal(t, "通知", title)
	assert.Equal(t, []string{"home", "notifications", "local"}, r.sources())
	r.settled()
}

func TestAccountsWithoutTokenSayWhy(t *testing.T) {
	r := start(t, t.TempDir())
	alice := r.signIn("alice")
	r.settled()
	r.member(alice).stop()
	delete(r.members, alice)
	r.locked[alice] = account.ErrNoToken
	r.rebuildColumns(alice)
	for _, c := range r.deck.columns {
		assert.IsType(t, &screens.Locked{}, c.screen)
	}
	assert.NotEmpty(t, r.lockedSentence(account.ErrNoToken))
	assert.NotEqual(t, r.KeepProblem(&account.KeyringError{Problem: account.KeyringMissing}),
		r.KeepProblem(&account.KeyringError{Problem: account.KeyringLocked}))

	r.unlock(alice)
	r.Until("alice is back", func() bool { return r.member(alice) != nil })
	r.settled()
}

func TestTheDemoStandsBesideOtherAccounts(t *testing.T) {
	r := start(t, t.TempDir())
	alice := r.signIn("alice")
	r.settled()
	r.member(alice).stop()
	delete(r.members, alice)
	r.deck.clear()
	r.flags.Demo = true
	r.openAccounts()
	r.Until("the demo's accounts and the other are alive", func() bool { return len(r.members) == 1+len(demoUsers()) })
	r.Run()
	require.Len(t, r.deck.columns, 6)
	assert.Equal(t, string(alice), r.deck.columns[0].conf.Account)
	assert.NotEqual(t, string(alice), r.deck.columns[3].conf.Account)
	assert.Equal(t, []string{"home", "notifications", "local"}, r.sources()[3:])
}
