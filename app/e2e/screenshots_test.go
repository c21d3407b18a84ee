//go:build e2e && linux

package e2e

import (
	"fmt"
	"image"
	"path"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
	"mejiro/app/settings"
	"mejiro/assets"
)

// variant is a way the program can look.
type variant struct {
	language string
	theme    settings.Theme
	scale    int
}

func (v variant) String() string { return fmt.Sprintf("%s-%s-%dx", v.language, v.theme, v.scale) }

// TestScreenshots takes pictures of every screen, in all variants. It is run
// by `make screenshots`.
func TestScreenshots(t *testing.T) {
	for _, language := range []string{"en", "ja"} {
		for _, theme := range []settings.Theme{settings.ThemeLight, settings.ThemeDark} {
			for _, scale := range []int{1, 2} {
				v := variant{language, theme, scale}
				t.Run(v.String(), func(t *testing.T) { photograph(t, v) })
			}
		}
	}
}

const (
	photoWidth  = 1120 // of the window, in units
	photoHeight = 760
)

// photographer takes pictures of one variant.
type photographer struct {
	*desktop
	variant
	server *misskeytest.Server
	app    *app
	me     string
	ids    []misskey.NoteID // of the notes of the pictures, newest first
}

func photograph(t *testing.T, v variant) {
	options := misskeytest.Demo()
	options.Life, options.Notes, options.Users, options.Twemoji = 0, 150, 30, assets.Twemoji
	p := &photographer{
		desktop: newDesktop(t, (photoWidth+80)*v.scale, (photoHeight+80)*v.scale), variant: v,
		server: misskeytest.Start(t, options), me: "alice",
	}
	p.catchBrowser()
	p.signingIn()
	p.reading()
	p.writing()
	p.states()
}

// start starts the program on a deck.
func (p *photographer) start(columns []settings.Column) {
	p.t.Helper()
	s := settingsOf(columns)
	s.Theme, s.Language, s.Width, s.Height = p.theme, p.language, photoWidth, photoHeight
	p.app = p.desktop.start(start{settings: s, scale: p.scale})
	p.park()
}

// at is a place in the window, in units; negative ones count from the right
// and the bottom.
func (p *photographer) at(x, y int) image.Point {
	p.t.Helper()
	area := p.app.area()
	corner := area.Min
	if x < 0 {
		corner.X = area.Max.X
	}
	if y < 0 {
		corner.Y = area.Max.Y
	}
	return corner.Add(image.Pt(x, y).Mul(p.scale))
}

// park puts the mouse where nothing lights up.
func (p *photographer) park() { p.point(p.at(-3, -3)) }

// shoot takes a picture of the window once it has settled.
func (p *photographer) shoot(name string) {
	p.t.Helper()
	p.app.since(p.app.now(), "it goes on drawing", func(e entry) bool { return e.What == "frames" })
	keep(p.t, name+"-"+p.String(), p.app.settled(p.app.area()))
}

// change does something and waits until that changes the window.
func (p *photographer) change(do func()) {
	p.t.Helper()
	before := p.app.grab(p.app.area())
	do()
	await(p.t, "the window changes", func() bool {
		now := p.app.grab(p.app.area())
		return differing(before, now) > 1000*p.scale*p.scale
	})
}

// signingIn is the way to an account, as it goes where there is no keyring.
func (p *photographer) signingIn() {
	p.start(nil)
	p.app.shown("signin")
	p.shoot("signin")
	p.write("https://misskey.example/notes/1")
	p.change(func() { p.press("Return") })
	p.shoot("signin-problem")
	p.press("ctrl+a")
	p.write(p.server.URL)
	await(p.t, "the server is looked up", func() bool { return len(p.server.Requests("meta")) > 0 })
	p.shoot("signin-preview")
	p.press("Return")
	session := path.Base(p.opened(0).Path)
	p.shoot("signin-approval")
	p.server.Accept(session, p.me, misskeytest.UsualPermissions()...)
	p.app.told("no keyring", func(e entry) bool { return e.What == "problem" })
	p.shoot("signin-unkept")
	p.app.quit()
}

// reading is the deck and what opens from it.
func (p *photographer) reading() {
	author := p.server.Usernames()[2]
	p.server.Follow(p.me, author)
	p.post(author, misskeytest.Note{Text: "Which one?", Poll: []string{"tea お茶", "coffee", "water 물"}})
	p.post(author, misskeytest.Note{CW: "the ending", Text: "They were birds all along."})
	p.server.Notify(p.me, misskey.NotificationType("roleAssigned"), nil)
	ids := p.signIn(p.server, p.me, "bob")
	p.start(columns(ids[0], "home", "notifications", "local"))
	p.app.listed("rows", "home", "notifications", "local")
	p.shoot("deck")
	for _, shot := range []struct {
		name string
		open func()
	}{
		{"focus", func() { p.press("1", "j", "j", "v") }},
		{"palette", func() { p.press("1", "e") }},
		{"menu-note", func() { p.press("1", "m") }},
		{"menu-column", func() { p.click(p.at(380, 28), 1) }},
		{"menu-account", func() { p.click(p.at(28, 28), 3) }},
		{"menu-add-column", func() { p.click(p.at(28, -100), 1) }},
		{"tooltip", func() { p.point(p.at(28, -100)) }},
		{"settings", func() { p.click(p.at(28, -60), 1) }},
	} {
		p.change(shot.open)
		if shot.name != "tooltip" {
			p.park()
		}
		p.shoot(shot.name)
		p.press("Escape")
		p.park()
	}
	p.app.quit()
	p.viewing()
}

// viewing is a note with pictures, and one of them large.
func (p *photographer) viewing() {
	p.start(p.deck())
	p.app.listed("rows", "home", "notifications", "local")
	for range 12 { // down to a note with pictures, whichever it is
		p.press("1", "j", "o")
		if holds(time.Second, p.viewerOpen) {
			break
		}
	}
	p.shoot("viewer")
	p.press("Escape")
	p.app.quit()
}

// deck is the deck the program was started with before.
func (p *photographer) deck() []settings.Column {
	p.t.Helper()
	s, err := settings.Load(filepath.Join(p.homeOf(), "config"))
	require.NoError(p.t, err)
	return s.Columns
}

func (p *photographer) viewerOpen() bool {
	return slices.ContainsFunc(p.app.trace.read(p.t), inScreen("viewer"))
}

func (p *photographer) post(author string, n misskeytest.Note) {
	p.ids = append([]misskey.NoteID{p.server.Post(author, n)}, p.ids...)
}

// writing is the post form in its states.
func (p *photographer) writing() {
	p.start(p.deck())
	p.app.listed("rows", "home", "notifications", "local")
	p.press("n")
	p.app.shown("postform")
	p.shoot("postform")
	p.app.write("Hello from the little green bird. ")
	p.paste("こんにちは 🌸 안녕하세요")
	file := filepath.Join(p.folder, "home", "garden.png")
	paint(p.t, file)
	p.drop(p.app.window, p.at(300, 300), file)
	p.park()
	p.shoot("postform-file")
	remove := p.server.SetFault(misskeytest.Fault{Endpoint: "notes/create", Mode: misskeytest.FaultRateLimit})
	await(p.t, "a reason is told", func() bool {
		p.press("ctrl+Return") // it rests while the file is on its way
		return slices.ContainsFunc(p.app.trace.read(p.t), func(e entry) bool { return e.What == "problem" })
	})
	p.shoot("postform-refused")
	remove()
	p.press("ctrl+Return")
	p.app.shown("postform.closed")
	p.shoot("posted")
	moment := p.app.now()
	p.press("1", "j", "j", "r")
	p.app.since(moment, "the answer", inScreen("postform"))
	p.shoot("postform-reply")
	moment = p.app.now()
	p.press("Escape")
	p.app.since(moment, "closed", inScreen("postform.closed"))
	p.press("1", "shift+q")
	p.app.since(moment, "the quote", inScreen("postform"))
	p.shoot("postform-quote")
	p.press("Escape")
	require.NoError(p.t, p.server.Pause())
	p.app.told("offline", inState("offline"))
	p.shoot("offline")
	require.NoError(p.t, p.server.Resume())
	p.app.quit()
}

// states are columns that have nothing to show, for three reasons.
func (p *photographer) states() {
	server := misskeytest.Start(p.t, misskeytest.Options{})
	server.SetFault(misskeytest.Fault{Endpoint: "notes/local-timeline", Mode: misskeytest.FaultHTML})
	server.SetFault(misskeytest.Fault{Endpoint: "notes/global-timeline", Mode: misskeytest.FaultHang})
	ids := p.signIn(server, p.me)
	p.start(columns(ids[0], "home", "local", "global"))
	p.app.listed("failed", "local")
	p.app.listed("empty", "home")
	p.shoot("states")
	p.app.quit()
}
