//go:build unix

package app

import (
	"syscall"
	"time"
)

// cpuTime is how much of a core's time this process has taken, painting in
// threads of the graphics driver and all; 0 if that is not known.
func cpuTime() time.Duration {
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		return 0
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
