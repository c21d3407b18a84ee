// Package app is the program: its window with the rail and the deck, the
// accounts alive in it, starting and quitting.
//
// Run blocks on the Fyne goroutine until the window is closed for good;
// everything of an App belongs to that goroutine.
package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"mejiro/api"
	"mejiro/app/account"
	"mejiro/app/media"
	"mejiro/app/screens"
	"mejiro/app/settings"
	"mejiro/app/task"
	"mejiro/app/trace"
	"mejiro/assets"
	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/mfm"
	"mejiro/widgets/motion"
)

// ID names the app to the desktop and in the keyring.
const ID = "app.mejiro.desktop"

const quitPatience = 5 * time.Second

// App is the running program.
type App struct {
	flags   Flags
	version string
	paths   Paths
	log     *slog.Logger
	trace   *trace.Recorder
	notice  string // to be said when the window is there

	attended bool // the window has the reader's attention

	fyne      fyne.App
	window    fyne.Window
	stage     *widgets.Stage
	loop      *task.Loop
	transport *http.Transport
	media     *media.Loader
	governor  *motion.Governor // of all that moves in the window
	onStage   *motion.Governor // the part of it that rests under dialogs
	onDeck    *motion.Governor // the part of that which rests while something else is shown
	covers    int              // dialogs and such that lie over the stage
	shades    *mfm.Highlighter // of all code
	selection flow.Selection   // of all texts in the window
	settings  settings.Settings
	ctx       context.Context
	cancel    context.CancelFunc

	book     *account.Book
	members  map[account.ID]*member // the accounts that have a life
	locked   map[account.ID]error   // those that have none, and why
	saver    *saver
	deck     *deck
	rail     *rail
	composer *composer
	popup    *widget.PopUp     // the last palette
	main     fyne.CanvasObject // the rail and the deck
	signing  *screens.SignIn   // nil while the deck is shown
	gallery  *screens.Gallery  // nil unless it is shown in place of the deck
}

// Run runs the program with the command line's flags and returns its exit
// code. start is when the process started.
func Run(flags Flags, version string, start time.Time, stdout, stderr io.Writer) int {
	if flags.Version {
		_, _ = fmt.Fprintln(stdout, "Mejiro", version)
		return 0
	}
	var err error
	if flags.DemoServer != "" {
		err = serveDemo(flags.DemoServer, stdout)
	} else {
		err = open(flags, version, start, stderr)
	}
	if err != nil {
		_, _ = fmt.Fprintln(stderr, "mejiro:", err)
		return 1
	}
	return 0
}

// open shows the window and blocks until the program ends.
func open(flags Flags, version string, start time.Time, stderr io.Writer) error {
	home := flags.Home
	if flags.Demo && home == "" {
		temporary, err := os.MkdirTemp("", "mejiro-demo-")
		if err != nil {
			return err
		}
		defer func() { _ = os.RemoveAll(temporary) }()
		home = temporary
	}
	paths, err := MakePaths(home)
	if err != nil {
		return err
	}
	only, err := claim(paths.Data)
	if errors.Is(err, errRunning) {
		return nil // it shows its window now
	}
	if err != nil {
		return err
	}
	defer only.close()
	early := task.NewEarly(task.Fyne)
	a := newApp(flags, version, paths, task.NewLoop(early.Hop), stderr)
	if flags.Trace != "" {
		if a.trace, err = trace.Open(flags.Trace, start); err != nil {
			return err
		}
		defer func() { _ = a.trace.Close() }()
	}
	return a.run(only, early)
}

func newApp(flags Flags, version string, paths Paths, loop *task.Loop, stderr io.Writer) *App {
	a := &App{
		flags: flags, version: version, paths: paths, loop: loop,
		members: map[account.ID]*member{}, locked: map[account.ID]error{},
	}
	a.log = slog.New(slog.NewTextHandler(stderr, &slog.HandlerOptions{Level: flags.Log}))
	a.ctx, a.cancel = context.WithCancel(context.Background())
	var err error
	if a.settings, err = settings.Load(paths.Config); err != nil {
		a.log.Warn("settings", "error", err)
	}
	a.saver = &saver{ctx: a.ctx, loop: a.loop, folder: paths.Config, log: a.log}
	a.transport = api.NewTransport()
	return a
}

// run builds the window, shows it and blocks until the program ends. The
// accounts come to life meanwhile.
func (a *App) run(only *instance, early *task.Early) error {
	preferX11()
	fyneapp.SetMetadata(fyne.AppMetadata{ID: ID, Name: "Mejiro", Version: a.version})
	if err := a.build(fyneapp.NewWithID(ID)); err != nil {
		return err
	}
	go only.serve(func() { a.loop.Do(a.ctx, a.raise) })
	if !a.flags.Demo { // which arrives when its server stands
		a.arrive()
	}
	early.Run()
	if a.flags.Hidden {
		a.governor.Pause(motion.Hidden)
	} else {
		a.window.Show()
	}
	early.Run()
	early.End()
	a.fyne.Run()
	a.tellLeaks()
	return nil
}

// build makes everything that stands before the first account does.
func (a *App) build(f fyne.App) error {
	a.fyne = f
	a.restyle()
	a.governor = motion.NewGovernor(motion.AnimationTicks, time.Now)
	a.governor.CountBy(cpuTime)
	a.onStage = a.governor.Part()
	a.onDeck = a.onStage.Part()
	a.shades = mfm.NewHighlighter(a.background)
	a.setMotion()
	var err error
	a.media, err = media.NewLoader(a.ctx, a.loop, media.Options{
		Folder: filepath.Join(a.paths.Cache, "media"), UserAgent: a.agent(), Twemoji: assets.Twemoji,
	})
	if err != nil {
		a.log.Warn("pictures are not kept on disk", "error", err)
	}
	if err := a.openBook(); err != nil {
		return err
	}
	a.openAccounts()
	a.openWindow()
	a.followAttention()
	return nil
}

// openBook reads the account list.
func (a *App) openBook() error {
	book, damaged, err := account.Open(a.paths.Config)
	if err != nil {
		return err
	}
	a.book = book
	if damaged != nil {
		a.log.Warn("account list", "damaged", damaged)
		a.notice = lang.L("account.listDamaged")
	}
	return nil
}

// preferX11 has Fyne use X11 where both are there: its Wayland windows have no
// input method.
func preferX11() {
	if os.Getenv("FYNE_PLATFORM") == "" && os.Getenv("DISPLAY") != "" {
		_ = os.Setenv("FYNE_PLATFORM", "x11")
	}
}

// quit ends the program in order: sessions, what is under way, the window.
func (a *App) quit() {
	a.saver.saveNow(a.currentSettings())
	a.window.Hide()
	a.closeSignIn()
	for _, m := range a.members {
		m.stop()
	}
	a.cancel()
	_ = a.media.Close()
	ctx, cancel := context.WithTimeout(context.Background(), quitPatience)
	defer cancel()
	if err := a.loop.Close(ctx); err != nil {
		a.log.Warn("quitting", "error", err)
	}
	a.transport.CloseIdleConnections()
	a.fyne.Quit()
}
