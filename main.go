// Mejiro is a native desktop client for Misskey.
package main

import (
	"errors"
	"os"
	"time"

	"mejiro/app"
)

// version is set by the build.
var version = "dev"

func main() {
	start := time.Now()
	flags, err := app.ParseFlags(os.Args[1:], os.Stderr)
	if errors.Is(err, app.ErrHelp) && len(os.Args) == 2 {
		return
	}
	if err != nil {
		os.Exit(2)
	}
	os.Exit(app.Run(flags, version, start, os.Stdout, os.Stderr))
}
