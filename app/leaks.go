package app

import (
	"bytes"
	"context"
	"log/slog"
	"runtime"
	"strings"
	"time"
)

const (
	endPatience = 3 * time.Second       // for goroutines that are about to end
	endGlance   = 20 * time.Millisecond // between two counts
)

// tellLeaks logs how many goroutines of our own still run after quitting, and
// where, if anybody reads the log. Those about to end have a moment to do so.
func (a *App) tellLeaks() {
	if !a.log.Enabled(context.Background(), slog.LevelDebug) {
		return
	}
	left := goroutinesLeft()
	for deadline := time.Now().Add(endPatience); len(left) > 0 && time.Now().Before(deadline); left = goroutinesLeft() {
		time.Sleep(endGlance)
	}
	a.log.Debug("quit", "goroutines", len(left), "stacks", strings.Join(left, "\n\n"))
}

// goroutinesLeft are the stacks of the goroutines of our own, without the one
// that asks.
func goroutinesLeft() []string {
	stacks := make([]byte, 1<<20)
	stacks = stacks[:runtime.Stack(stacks, true)]
	var left []string
	for i, stack := range bytes.Split(stacks, []byte("\n\n")) {
		if i > 0 && bytes.Contains(stack, []byte("mejiro/")) && !bytes.Contains(stack, []byte("(*instance).serve")) {
			left = append(left, string(stack))
		}
	}
	return left
}
