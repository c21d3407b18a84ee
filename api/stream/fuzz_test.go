package stream

import (
	"os"
	"strings"
	"testing"
)

func FuzzDecode(f *testing.F) {
	frames, err := os.ReadFile("testdata/frames.jsonl")
	if err != nil {
		f.Fatal(err)
	}
	for line := range strings.Lines(string(frames)) {
		f.Add([]byte(line))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := decode(data)
		if err == nil && m.event == nil && m.from == "" {
			t.Error("neither an event nor an error nor a confirmation")
		}
		if n, ok := m.event.(NoteArrived); ok && err == nil && n.Note.ID == "" {
			t.Error("a note without ID")
		}
	})
}

func BenchmarkDecode(b *testing.B) {
	frames, err := os.ReadFile("testdata/frames.jsonl")
	if err != nil {
		b.Fatal(err)
	}
	var lines [][]byte
	for line := range strings.Lines(string(frames)) {
		lines = append(lines, []byte(line))
	}
	b.SetBytes(int64(len(frames) / len(lines)))
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, err := decode(lines[i%len(lines)]); err != nil {
			b.Fatal(err)
		}
	}
}
