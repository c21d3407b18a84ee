//go:build e2e && linux

package e2e

import (
	"testing"
	"time"
)

const (
	// patience is how long a condition may take to come true. It only matters
	// when it does not.
	patience = 90 * time.Second
	glance   = 20 * time.Millisecond // between two looks at a condition
)

// await waits until cond holds and fails the test when it does not in time.
func await(t testing.TB, what string, cond func() bool) {
	t.Helper()
	if !holds(patience, cond) {
		t.Fatalf("waited %v in vain until %s", patience, what)
	}
}

// holds waits at most limit for cond.
func holds(limit time.Duration, cond func() bool) bool { return looking(limit, glance, cond) }

// looking is holds for conditions that cost something to look at.
func looking(limit, every time.Duration, cond func() bool) bool {
	deadline := time.NewTimer(limit)
	defer deadline.Stop()
	tick := time.NewTicker(every)
	defer tick.Stop()
	for !cond() {
		select {
		case <-tick.C:
		case <-deadline.C:
			return cond()
		}
	}
	return true
}
