//go:build e2e && linux

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// usage is what a process has taken of the machine.
type usage struct {
	cpu      time.Duration // since its start
	renderer time.Duration // the part of cpu that Mesa's threads took to draw
	rss, pss float64       // MB
}

// jiffy is the unit of the kernel's clocks.
const jiffy = 10 * time.Millisecond

// usageOf reads what the process has taken up to now.
func usageOf(t testing.TB, pid int) usage {
	t.Helper()
	folder := fmt.Sprintf("/proc/%d", pid)
	u := usage{cpu: cpuOf(t, filepath.Join(folder, "stat"))}
	tasks, err := filepath.Glob(filepath.Join(folder, "task", "*", "comm"))
	if err != nil {
		t.Fatal(err)
	}
	for _, task := range tasks {
		if name, err := os.ReadFile(task); err == nil && strings.HasPrefix(string(name), "llvmpipe") {
			u.renderer += cpuOf(t, filepath.Join(filepath.Dir(task), "stat"))
		}
	}
	memory, err := os.ReadFile(filepath.Join(folder, "smaps_rollup"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(memory)) {
		fields := strings.Fields(line)
		kb, _ := strconv.ParseFloat(fields[min(1, len(fields)-1)], 64)
		switch fields[0] {
		case "Rss:":
			u.rss = kb / 1024
		case "Pss:":
			u.pss = kb / 1024
		}
	}
	return u
}

func cpuOf(t testing.TB, path string) time.Duration {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(data), ") ") // behind the name, which may hold anything
	fields := strings.Fields(rest)
	ticks := 0
	for _, field := range fields[11:13] { // in user and in system mode
		n, err := strconv.Atoi(field)
		if err != nil {
			t.Fatal(err)
		}
		ticks += n
	}
	return time.Duration(ticks) * jiffy
}

// since is what was taken from an earlier moment on.
func (u usage) since(before usage) usage {
	u.cpu -= before.cpu
	u.renderer -= before.renderer
	return u
}

// quantile is the value below which the part q of the values lies.
func quantile(values []float64, q float64) float64 {
	if len(values) == 0 {
		return 0
	}
	sorted := slices.Sorted(slices.Values(values))
	return sorted[min(int(q*float64(len(sorted))), len(sorted)-1)]
}
