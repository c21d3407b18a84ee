package trace_test

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/app/trace"
)

func TestTraceWritesWhatWasDrawnOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "trace")
	r, err := trace.Open(path, time.Now())
	require.NoError(t, err)
	r.Frame()
	r.Frame()
	r.Received("a")
	r.Drawn("a")
	r.Drawn("a")
	r.Drawn("")
	r.Drawn("b")
	r.Frames([]time.Duration{16 * time.Millisecond})
	r.Frames(nil)
	r.Screen("deck")
	r.Toast("hello")
	r.Problem("no")
	r.List("home", "rows", "", make([]string, 100))
	require.NoError(t, r.Close())

	data, err := os.ReadFile(path)
	require.NoError(t, err)
	var kinds []string
	for _, line := range bytes.Split(bytes.TrimSpace(data), []byte("\n")) {
		var entry map[string]any
		require.NoError(t, json.Unmarshal(line, &entry))
		kind, _ := entry["what"].(string)
		kinds = append(kinds, kind)
		_, received := entry["received"]
		assert.Equal(t, entry["id"] == "a", received, "only a note of the stream was received")
	}
	assert.Equal(t, []string{"start", "frame", "note", "note", "frames", "screen", "toast", "problem", "list"}, kinds)
}

func TestNoRecorderDoesNothing(t *testing.T) {
	var r *trace.Recorder
	r.Frame()
	r.Received("a")
	r.Drawn("a")
	r.Frames([]time.Duration{1})
	r.Screen("deck")
	r.List("home", "rows", "", nil)
	require.NoError(t, r.Close())
	assert.False(t, r.Enabled())
}

func TestUnwritableTraceIsTold(t *testing.T) {
	_, err := trace.Open(t.TempDir(), time.Now())
	require.Error(t, err)
}
