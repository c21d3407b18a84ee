//go:build e2e && linux

package e2e

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"sync"
	"testing"
)

// entry is a line of the program's trace; see package trace.
type entry struct {
	T        float64   `json:"t"` // milliseconds since the process started
	What     string    `json:"what"`
	Unix     int64     `json:"unix"`
	ID       string    `json:"id"`
	Received *float64  `json:"received"`
	MS       []float64 `json:"ms"`
	Name     string    `json:"name"`
	Text     string    `json:"text"`
	State    string    `json:"state"`
	Count    int       `json:"count"`
	IDs      []string  `json:"ids"`
}

// tracing follows a trace file while it grows.
type tracing struct {
	path string

	mu      sync.Mutex
	offset  int64
	entries []entry
}

// read is all of the trace so far.
func (r *tracing) read(t testing.TB) []entry {
	t.Helper()
	r.mu.Lock()
	defer r.mu.Unlock()
	file, err := os.Open(r.path)
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	info, err := file.Stat()
	if err != nil {
		t.Fatal(err)
	}
	fresh := make([]byte, max(0, info.Size()-r.offset))
	n, _ := file.ReadAt(fresh, r.offset)
	r.take(t, fresh[:n])
	return r.entries
}

// take parses the whole lines of what is fresh.
func (r *tracing) take(t testing.TB, fresh []byte) {
	t.Helper()
	whole := fresh[:bytes.LastIndexByte(fresh, '\n')+1]
	r.offset += int64(len(whole))
	for line := range bytes.Lines(whole) {
		var e entry
		if err := json.Unmarshal(line, &e); err != nil {
			t.Fatalf("trace line %q: %v", line, err)
		}
		r.entries = append(r.entries, e)
	}
}

// source is what a column shows whose list the entry tells of.
func (e entry) source() string {
	source, _, _ := strings.Cut(e.Name, " ")
	return source
}
