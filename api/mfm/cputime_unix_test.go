//go:build unix

package mfm

import (
	"syscall"
	"testing"
	"time"
)

// spent is the processor time this process has used, which other processes do not lengthen.
func spent(tb testing.TB) time.Duration {
	tb.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		tb.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
