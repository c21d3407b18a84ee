//go:build e2e && linux

package e2e

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/xproto"
)

// desktop is a virtual screen with a window manager, a D-Bus session and
// folders of its own; openKeyring adds a keyring.
type desktop struct {
	t       testing.TB
	folder  string // of everything that belongs to it
	env     []string
	display string
	x       *xgb.Conn
	screen  *xproto.ScreenInfo
	atoms   map[string]xproto.Atom
	keyring bool // there is one
	starts  int  // of the program
}

// newDesktop starts a screen of so many pixels.
func newDesktop(t testing.TB, width, height int) *desktop {
	t.Helper()
	folder, err := os.MkdirTemp("", "mejiro-e2e-") // short, for the paths of sockets
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { removeAll(t, folder) })
	d := &desktop{t: t, folder: folder, atoms: map[string]xproto.Atom{}}
	for _, name := range []string{"run", "home", "bin", "config", "cache", "data"} {
		if err := os.Mkdir(filepath.Join(folder, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	d.env = []string{
		"PATH=" + filepath.Join(folder, "bin") + ":" + os.Getenv("PATH"),
		"HOME=" + filepath.Join(folder, "home"),
		"XDG_RUNTIME_DIR=" + filepath.Join(folder, "run"),
		"XDG_CONFIG_HOME=" + filepath.Join(folder, "config"),
		"XDG_CACHE_HOME=" + filepath.Join(folder, "cache"),
		"XDG_DATA_HOME=" + filepath.Join(folder, "data"),
		"LANG=C.UTF-8", "TZ=Asia/Tokyo",
		"NO_AT_BRIDGE=1",
	}
	d.startBus()
	d.startScreen(width, height)
	d.startWindowManager()
	return d
}

// removeAll removes a folder that a process which is just ending may still
// write in.
func removeAll(t testing.TB, folder string) {
	if !holds(10*time.Second, func() bool { return os.RemoveAll(folder) == nil }) {
		t.Errorf("could not remove %s", folder)
	}
}

func (d *desktop) startScreen(width, height int) {
	d.t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = read.Close() }()
	launch(d.t, program{
		path: "Xvfb", env: d.env, files: []*os.File{write},
		args: []string{
			"-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-nolisten", "tcp", "-noreset",
		},
	})
	_ = write.Close()
	_ = read.SetReadDeadline(time.Now().Add(patience))
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		d.t.Fatalf("Xvfb did not start: %v", err)
	}
	d.display = ":" + strings.TrimSpace(number)
	d.env = append(d.env, "DISPLAY="+d.display)
	xgb.Logger.SetOutput(io.Discard) // it tells of every end of a connection
	if d.x, err = xgb.NewConnDisplay(d.display); err != nil {
		d.t.Fatalf("connect to %s: %v", d.display, err)
	}
	d.t.Cleanup(d.x.Close)
	d.screen = xproto.Setup(d.x).DefaultScreen(d.x)
	// A key held down for long because the machine is busy shall not repeat.
	xproto.ChangeKeyboardControl(d.x, xproto.KbAutoRepeatMode, []uint32{xproto.AutoRepeatModeOff})
}

func (d *desktop) startWindowManager() {
	d.t.Helper()
	launch(d.t, program{path: "openbox", env: d.env})
	await(d.t, "the window manager is there", func() bool {
		return len(d.property(d.screen.Root, "_NET_SUPPORTING_WM_CHECK")) > 0
	})
}

// script puts a shell script into the folder that PATH begins with.
func (d *desktop) script(name, text string) {
	d.t.Helper()
	path := filepath.Join(d.folder, "bin", name)
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+text), 0o700); err != nil {
		d.t.Fatal(err)
	}
}
