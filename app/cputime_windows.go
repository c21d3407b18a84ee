package app

import (
	"syscall"
	"time"
)

// cpuTime is how much of a core's time this process has taken, painting in
// threads of the graphics driver and all; 0 if that is not known.
func cpuTime() time.Duration {
	process, err := syscall.GetCurrentProcess()
	if err != nil {
		return 0
	}
	var started, ended, kernel, user syscall.Filetime
	if err := syscall.GetProcessTimes(process, &started, &ended, &kernel, &user); err != nil {
		return 0
	}
	return elapsed(kernel) + elapsed(user)
}

// elapsed is a duration in a Filetime, which has units of 100 ns.
func elapsed(t syscall.Filetime) time.Duration {
	return time.Duration(uint64(t.HighDateTime)<<32|uint64(t.LowDateTime)) * 100
}
