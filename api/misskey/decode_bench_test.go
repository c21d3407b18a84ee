package misskey_test

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
)

// BenchmarkDecodeHundredNotes decodes what the largest page of a timeline has.
func BenchmarkDecodeHundredNotes(b *testing.B) {
	text, err := os.ReadFile("testdata/recordings/notes-timeline-100.json")
	require.NoError(b, err)
	var recorded struct{ Response []json.RawMessage }
	require.NoError(b, json.Unmarshal(text, &recorded))
	page := make([]json.RawMessage, 100)
	for i := range page {
		page[i] = recorded.Response[i%len(recorded.Response)]
	}
	data, err := json.Marshal(page)
	require.NoError(b, err)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		list, err := misskey.DecodeList[misskey.Note](data, nil)
		require.NoError(b, err)
		require.Zero(b, list.Skipped+list.Bent)
	}
}
