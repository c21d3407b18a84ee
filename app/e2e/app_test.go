//go:build e2e && linux

package e2e

import (
	"fmt"
	"image"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"

	"github.com/jezek/xgb/xproto"

	"mejiro/app/settings"
)

// app is the program under test.
type app struct {
	*desktop
	*process
	trace  tracing
	home   string
	scale  int
	over   bool          // it ended as it should
	window xproto.Window // 0 while it shows none
}

// start says how to start the program.
type start struct {
	args     []string
	settings settings.Settings // the zero value are those of newSettings
	hidden   bool
	scale    int // pixels per unit; 0 is 1
}

// tested is the program to test.
func tested(t testing.TB) string {
	t.Helper()
	path := os.Getenv("MEJIRO_BINARY")
	if path == "" {
		t.Fatal("MEJIRO_BINARY does not name the program to test; run `make window`")
	}
	return path
}

// newSettings are the settings tests begin with: nothing follows the machine.
func newSettings() settings.Settings {
	s := settings.Defaults()
	s.Theme, s.Language = settings.ThemeLight, "en"
	return s
}

// homeOf is the folder the program keeps everything in.
func (d *desktop) homeOf() string { return filepath.Join(d.folder, "mejiro") }

// prepare writes the settings of a home.
func (d *desktop) prepare(s settings.Settings) {
	d.t.Helper()
	if s.Language == "" {
		s = newSettings()
	}
	if err := settings.Save(filepath.Join(d.homeOf(), "config"), s); err != nil {
		d.t.Fatal(err)
	}
}

// start starts the program and waits for its window.
func (d *desktop) start(o start) *app {
	d.t.Helper()
	d.prepare(o.settings)
	return d.startAgain(o)
}

// startAgain starts the program in a home as it is.
func (d *desktop) startAgain(o start) *app {
	d.t.Helper()
	a := &app{desktop: d, home: d.homeOf()}
	d.starts++
	a.trace.path = filepath.Join(d.folder, fmt.Sprint("trace-", d.starts))
	args := append([]string{"--home", a.home, "--trace", a.trace.path, "--log", "debug"}, o.args...)
	if o.hidden {
		args = append(args, "--hidden")
	}
	a.scale = max(o.scale, 1)
	env := append([]string{fmt.Sprint("FYNE_SCALE=", a.scale), "GORACE=halt_on_error=0"}, d.env...)
	a.process = launch(d.t, program{path: tested(d.t), args: args, env: env})
	d.t.Cleanup(a.checkSaid)
	d.t.Cleanup(a.explain)
	if !o.hidden {
		a.appear()
	}
	return a
}

// appear waits for the window and gives it the keyboard.
func (a *app) appear() {
	a.t.Helper()
	await(a.t, "the window is shown", func() bool {
		a.mustRun()
		a.window = a.named("Mejiro")
		return a.window != 0
	})
	a.activate(a.window)
}

// mustRun fails the test when the program has ended by itself.
func (a *app) mustRun() {
	a.t.Helper()
	if !a.running() {
		a.t.Fatalf("the program ended with code %d\n%s", a.exitCode(), a.stderr.String())
	}
}

// told waits for a line of the trace and gives the first.
func (a *app) told(what string, match func(entry) bool) entry {
	a.t.Helper()
	var found entry
	await(a.t, "the program told: "+what, func() bool {
		a.mustRun()
		for _, e := range a.trace.read(a.t) {
			if match(e) {
				found = e
				return true
			}
		}
		return false
	})
	return found
}

// shown waits until the trace says that a screen is shown.
func (a *app) shown(name string) {
	a.t.Helper()
	a.told("screen "+name, func(e entry) bool { return e.What == "screen" && e.Name == name })
}

// drawn waits until a note is drawn.
func (a *app) drawn(id string) entry {
	a.t.Helper()
	return a.told("note "+id+" drawn", func(e entry) bool { return e.What == "note" && e.ID == id })
}

// now is how much the program has told up to now, for since.
func (a *app) now() int {
	a.t.Helper()
	return len(a.trace.read(a.t))
}

// since waits for a line after a moment that now gave.
func (a *app) since(moment int, what string, match func(entry) bool) entry {
	a.t.Helper()
	var found entry
	await(a.t, "the program told: "+what, func() bool {
		a.mustRun()
		for _, e := range a.trace.read(a.t)[moment:] {
			if match(e) {
				found = e
				return true
			}
		}
		return false
	})
	return found
}

// screen is where the window's content is on the screen.
func (a *app) area() image.Rectangle { return a.desktop.area(a.window) }

// quit closes the window and expects an orderly end: exit code 0, no goroutine
// left.
func (a *app) quit() {
	a.t.Helper()
	a.closeWindow(a.window)
	if !holds(patience, func() bool { return !a.running() }) {
		a.signal(syscall.SIGQUIT) // it says where it hangs
		holds(stopPatience, func() bool { return !a.running() })
		a.t.Fatalf("the program did not end %v after its window was closed", patience)
	}
	if code := a.exitCode(); code != 0 {
		a.t.Errorf("exit code %d\n%s", code, a.stderr.String())
	}
	if !strings.Contains(a.stderr.String(), "goroutines=0") {
		a.t.Errorf("goroutines are left after quitting, or it did not say:\n%s", a.stderr.String())
	}
	a.over = true
}

// faults are what the program must never say.
var faults = regexp.MustCompile(`Error in Fyne call thread|DATA RACE|panic:|fatal error:|SIGSEGV|level=ERROR`)

func (a *app) checkSaid() {
	if said := a.stderr.String(); faults.MatchString(said) {
		a.t.Errorf("the program complained:\n%s", said)
	}
}

// explain shows what the program was about when a test failed.
func (a *app) explain() {
	if !a.t.Failed() || a.over {
		return
	}
	whole := image.Rect(0, 0, int(a.desktop.screen.WidthInPixels), int(a.desktop.screen.HeightInPixels))
	keep(a.t, "failed-"+strings.ReplaceAll(a.t.Name(), "/", "-"), a.grab(whole))
	entries := a.trace.read(a.t)
	for _, e := range entries[max(0, len(entries)-40):] {
		a.t.Logf("trace %+v", e)
	}
	a.t.Logf("stderr:\n%s", a.stderr.String())
}
