// Package trace writes down what was drawn when, as JSON lines, for measuring
// the app from outside. Without a file it does nothing.
//
// Each line is {"t": milliseconds since the process started, "what": …} with
// further fields by kind:
//
//	start       the process started; "unix" is that moment in Unix milliseconds
//	frame       the first frame was drawn
//	note        a note was drawn for the first time; "id", and "received" when
//	            the stream brought it, in milliseconds as t
//	frames      "ms": the times between the frames of the last stretch
//	screen      something was opened or closed; "name" says what
//	toast       something was said in passing; "text"
//	problem     it is said why a note did not go, or why a token cannot be kept
//	            or had; "text"
//	list        a column shows something else; "name" says whose, "state" and
//	            "text" how it is, "count" how many rows there are and "ids"
//	            the keys of the first of them
//
// All methods may be called from any goroutine, on a nil Recorder too.
package trace

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"sync"
	"time"
)

// Recorder writes a trace.
type Recorder struct {
	mu       sync.Mutex
	file     *os.File
	out      *bufio.Writer
	start    time.Time
	drawn    map[string]bool
	received map[string]time.Time
	frame    bool
}

const (
	most       = 1 << 20 // notes that a trace remembers
	listedRows = 64      // keys of rows that a line holds
)

// Open begins a trace in a new file at path. start is when the process
// started.
func Open(path string, start time.Time) (*Recorder, error) {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
	if err != nil {
		return nil, fmt.Errorf("trace: %w", err)
	}
	r := &Recorder{
		file: f, out: bufio.NewWriter(f), start: start,
		drawn: map[string]bool{}, received: map[string]time.Time{},
	}
	r.write(map[string]any{"t": 0, "what": "start", "unix": start.UnixMilli()})
	return r, nil
}

// Enabled reports whether anything is written.
func (r *Recorder) Enabled() bool { return r != nil }

// Frame tells that a frame was drawn; only the first is written.
func (r *Recorder) Frame() {
	if r == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if !r.frame {
		r.frame = true
		r.write(map[string]any{"t": r.since(time.Now()), "what": "frame"})
	}
}

// Received tells that the stream brought a note.
func (r *Recorder) Received(id string) {
	if r == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if _, known := r.received[id]; !known && len(r.received) < most {
		r.received[id] = time.Now()
	}
}

// Drawn tells that a note was drawn; only the first time is written.
func (r *Recorder) Drawn(id string) {
	if r == nil || id == "" {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.drawn[id] || len(r.drawn) >= most {
		return
	}
	r.drawn[id] = true
	line := map[string]any{"t": r.since(time.Now()), "what": "note", "id": id}
	if at, ok := r.received[id]; ok {
		line["received"] = r.since(at)
	}
	r.write(line)
}

// Frames writes the times between frames, in order.
func (r *Recorder) Frames(times []time.Duration) {
	if r == nil || len(times) == 0 {
		return
	}
	ms := make([]float64, len(times))
	for i, d := range times {
		ms[i] = float64(d.Microseconds()) / 1000
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.write(map[string]any{"t": r.since(time.Now()), "what": "frames", "ms": ms})
}

// Screen tells what the reader is shown now.
func (r *Recorder) Screen(name string) { r.tell("screen", "name", name) }

// Toast tells what was said in passing.
func (r *Recorder) Toast(text string) { r.tell("toast", "text", text) }

// Problem tells what was said to be wrong, in a place of its own.
func (r *Recorder) Problem(text string) { r.tell("problem", "text", text) }

// List tells what a column shows.
func (r *Recorder) List(name, state, text string, rows []string) {
	if r == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.write(map[string]any{
		"t": r.since(time.Now()), "what": "list", "name": name, "state": state, "text": text,
		"count": len(rows), "ids": rows[:min(len(rows), listedRows)],
	})
}

func (r *Recorder) tell(what, key, value string) {
	if r == nil {
		return
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.write(map[string]any{"t": r.since(time.Now()), "what": what, key: value})
}

// Close ends the trace.
func (r *Recorder) Close() error {
	if r == nil {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	return r.file.Close()
}

func (r *Recorder) since(t time.Time) float64 { return float64(t.Sub(r.start).Microseconds()) / 1000 }

// write puts a line into the file at once, so that a killed process has
// written all it drew. r.mu is held.
func (r *Recorder) write(line map[string]any) {
	data, err := json.Marshal(line)
	if err != nil {
		return
	}
	_, _ = r.out.Write(append(data, '\n'))
	_ = r.out.Flush()
}
