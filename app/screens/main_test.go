package screens_test

import (
	"image"
	"net/http"
	"os"
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
	"mejiro/app/screens"
	"mejiro/app/session"
	"mejiro/app/task/tasktest"
	"mejiro/assets"
	"mejiro/widgets"
	"mejiro/widgets/look"
	"mejiro/widgets/note"
)

// TestMain has the tests speak English.
func TestMain(m *testing.M) {
	if _, err := assets.Speak("en"); err != nil {
		panic(err)
	}
	code := m.Run()
	if err := goleak.Find(); code == 0 && err != nil {
		println(err.Error())
		code = 1
	}
	os.Exit(code)
}

const (
	alice = "alice"
	bob   = "bob"
	carol = "carol"
)

// desk writes down what screens ask of the window.
type desk struct {
	attended bool
	opened   []string
	copied   []string
	composed []screens.Draft
	menus    []*fyne.Menu
	toSignIn int
	files    []misskey.DriveFile
	confirm  func()
	toasts   []string
	offered  string // what the last toast offers
	offer    func() // does it
	dialog   fyne.CanvasObject
	choose   func(reaction string)
	runes    []rune
}

func (d *desk) OpenURL(address string)              { d.opened = append(d.opened, address) }
func (d *desk) Toast(text string)                   { d.toasts = append(d.toasts, text) }
func (d *desk) Confirm(_, _, _ string, then func()) { d.confirm = then }
func (d *desk) Copy(text string)                    { d.copied = append(d.copied, text) }
func (d *desk) Attended() bool                      { return d.attended }

func (d *desk) Offer(text, action string, do func()) {
	d.toasts, d.offered, d.offer = append(d.toasts, text), action, do
}

func (d *desk) Dialog(_ string, content fyne.CanvasObject, _ fyne.Focusable) func() {
	d.dialog = content
	return func() { d.dialog = nil }
}

func (d *desk) Menu(m *fyne.Menu, _ fyne.CanvasObject, _ fyne.Position) func(*fyne.Menu) {
	d.menus = append(d.menus, m)
	return func(next *fyne.Menu) { d.menus = append(d.menus, next) }
}

func (d *desk) SignInFirst()                                     { d.toSignIn++ }
func (d *desk) Compose(draft screens.Draft)                      { d.composed = append(d.composed, draft) }
func (d *desk) Palette(_ fyne.CanvasObject, choose func(string)) { d.choose = choose }
func (d *desk) TypedKey(*fyne.KeyEvent) bool                     { return false }
func (d *desk) ShowFile(files []misskey.DriveFile, i int)        { d.files = append(d.files, files[i]) }
func (d *desk) TypedRune(r rune) bool {
	d.runes = append(d.runes, r)
	return r == 'n'
}

// choice picks an entry of the last menu.
func (d *desk) choice(t *testing.T, label string) {
	t.Helper()
	require.NotEmpty(t, d.menus)
	for _, i := range d.menus[len(d.menus)-1].Items {
		if i.Label == label {
			i.Action()
			return
		}
	}
	require.Fail(t, "the menu has no "+label)
}

// noPictures never brings any.
type noPictures struct{}

func (noPictures) Load(widgets.PictureRequest, float32, func(image.Image, bool, error)) func() {
	return func() {}
}

// world is the screens of alice's at a server of its own. The test's goroutine
// is the Fyne goroutine.
type world struct {
	*tasktest.Window
	desk
	t        *testing.T
	server   *misskeytest.Server
	session  *session.Session
	context  screens.Context
	window   fyne.Window
	drawn    map[misskey.NoteID]int // how often a note was bound to a card
	listing  screens.Listing
	states   []string // of the list, as they followed one another
	failures []session.Failure
}

// live opens alice's session; "" is a guest's.
func live(t *testing.T, who string) *world {
	t.Helper()
	w := &world{
		Window: tasktest.New(t), t: t, server: misskeytest.Start(t, misskeytest.Options{}), drawn: map[misskey.NoteID]int{},
	}
	fyne.CurrentApp().Settings().SetTheme(look.New(look.Light))
	transport := api.NewTransport()
	t.Cleanup(transport.CloseIdleConnections)
	address, err := api.ParseServer(w.server.URL)
	require.NoError(t, err)
	token, me := "", misskey.UserID("")
	if who != "" {
		token, me = w.server.Token(who), w.server.UserID(who)
	}
	w.session, err = session.New(session.Options{
		Client: api.New(address, token, api.Options{Transport: transport}), Token: misskey.Token(token), Me: me,
		HTTP: &http.Client{Transport: transport}, Loop: w.Loop,
		Report: func(f session.Failure) { w.failures = append(w.failures, f) },
	})
	require.NoError(t, err)
	t.Cleanup(w.session.Stop)
	w.session.Start()
	w.context = screens.Context{
		Desk: &w.desk, Loop: w.Loop, Session: w.session,
		Env: &note.Env{
			Me: me, Username: who, Server: w.server.URL, Pictures: noPictures{}, Now: time.Now,
			Emoji:  func(string, string, misskey.EmojiMap) string { return "" },
			Aspect: func(string) float32 { return 0 },
		},
		Drawn: func(id misskey.NoteID) fyne.CanvasObject {
			w.drawn[id]++
			return widget.NewLabel("")
		},
		Listed: func(l screens.Listing) {
			w.listing, w.states = l, append(w.states, l.State)
		},
	}
	w.window = fyne.CurrentApp().NewWindow("")
	t.Cleanup(w.window.Close)
	return w
}

// show puts a screen into the window.
func (w *world) show(o fyne.CanvasObject) {
	w.window.SetContent(o)
	w.window.Resize(fyne.NewSize(360, 700))
}

// home shows alice's home timeline with these notes, newest first.
func (w *world) home(ids ...misskey.NoteID) *screens.Timeline {
	w.t.Helper()
	timeline := screens.NewTimeline(w.context, session.Home)
	w.show(timeline.Object())
	w.Until("the timeline is followed", func() bool { return slices.Contains(w.server.Subscriptions(alice), "homeTimeline") })
	w.lists(ids...)
	return timeline
}

// lists waits until the screen lists just these notes.
func (w *world) lists(ids ...misskey.NoteID) {
	w.t.Helper()
	w.Until("the notes are listed", func() bool {
		return len(w.listing.Rows) == len(ids) && !slices.ContainsFunc(ids, func(id misskey.NoteID) bool {
			return !slices.Contains(w.listing.Rows, string(id))
		})
	})
}

// cards are the cards on the screen, from the top.
func (w *world) cards() []*note.Card {
	var found []*note.Card
	for _, o := range test.LaidOutObjects(w.window.Content()) {
		if c, ok := o.(*note.Card); ok && c.Visible() && c.Value().Note.ID != "" {
			found = append(found, c)
		}
	}
	slices.SortFunc(found, func(a, b *note.Card) int { return int(a.Position().Y - b.Position().Y) })
	return found
}

func (w *world) card(row misskey.NoteID) *note.Card {
	w.t.Helper()
	for _, c := range w.cards() {
		if c.Value().Note.ID == row {
			return c
		}
	}
	require.Fail(w.t, "no card shows the note")
	return nil
}

// press taps what is called so on a card.
func (w *world) press(row misskey.NoteID, name string) {
	w.t.Helper()
	c := w.card(row)
	for _, z := range note.Lay(c.Value(), w.context.Env, c.Size().Width).Zones {
		if z.Label == name {
			at := fyne.CurrentApp().Driver().AbsolutePositionForObject(c)
			test.TapCanvas(w.window.Canvas(), at.Add(z.Pos).AddXY(z.Size.Width/2, z.Size.Height/2))
			return
		}
	}
	require.Fail(w.t, "the card has no "+name)
}

// posts lets bob post n notes and gives them newest first.
func (w *world) posts(n int) []misskey.NoteID {
	ids := make([]misskey.NoteID, n)
	for i := range ids {
		ids[n-1-i] = w.server.Post(bob, misskeytest.Note{Text: "hello"})
	}
	return ids
}

func (w *world) following(n int) {
	w.t.Helper()
	w.Until("the shown notes are captured", func() bool { return len(w.server.Captures(alice)) == n })
}
