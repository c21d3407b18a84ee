package app

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log/slog"
)

// Flags are what the command line asks for.
type Flags struct {
	Demo       bool
	DemoServer string // address to serve the demo server at, alone; "" for none
	Hidden     bool
	Version    bool
	Home       string // folder for settings, data and cache; "" for the system's
	Log        slog.Level
	Trace      string // file to write what was drawn when to; "" for none
}

// ErrHelp is returned when the command line asked for help, which was given.
var ErrHelp = flag.ErrHelp

// ParseFlags reads the command line without the program's name. Help and
// complaints go to out.
func ParseFlags(args []string, out io.Writer) (Flags, error) {
	var f Flags
	set := flag.NewFlagSet("mejiro", flag.ContinueOnError)
	set.SetOutput(out)
	set.BoolVar(&f.Demo, "demo", false, "open on an embedded demo server with two signed-in accounts")
	set.StringVar(&f.DemoServer, "demo-server", "", "serve the demo server alone at `address` (127.0.0.1:0 picks a port), without a window")
	set.BoolVar(&f.Hidden, "hidden", false, "start without showing the window")
	set.BoolVar(&f.Version, "version", false, "print the version and exit")
	set.StringVar(&f.Home, "home", "", "keep settings, cache and data under `folder`")
	set.StringVar(&f.Trace, "trace", "", "write what was drawn when to `file`, as JSON lines")
	f.Log = slog.LevelWarn
	set.TextVar(&f.Log, "log", slog.LevelWarn, "`level` of messages on stderr: debug, info, warn or error")
	if err := set.Parse(args); err != nil {
		return f, err
	}
	if set.NArg() > 0 {
		err := fmt.Errorf("unexpected argument %q", set.Arg(0))
		_, _ = fmt.Fprintln(out, err)
		return f, errors.Join(err, flag.ErrHelp)
	}
	return f, nil
}
