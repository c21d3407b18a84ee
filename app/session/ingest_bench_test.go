package session_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
	"mejiro/app/session"
)

// BenchmarkIngest is what a streamed note costs from its frame to its row in a
// list, of a flood that waits for nothing but the batches: writing and reading
// the socket, decoding, storing, listing. The list is as long as lists get.
func BenchmarkIngest(b *testing.B) {
	const flood = 1_000
	w := live(b, misskeytest.Options{})
	list := w.whole(session.Home)
	n := w.server.Note(w.server.Post(bob, misskeytest.Note{Text: "めじろが庭の椿に来ました :kusa: https://misskey.example/notes"}))
	last := 0
	frames := func() []string {
		frames := make([]string, flood)
		for i := range frames {
			last++
			n.ID = misskey.NoteID(fmt.Sprintf("z%015d", last))
			body, err := json.Marshal(n)
			require.NoError(b, err)
			frames[i] = `{"type":"channel","body":{"id":"` + string(w.Subscription(session.Home)) + `","type":"note","body":` + string(body) + `}}`
		}
		return frames
	}
	b.ReportAllocs()
	for b.Loop() {
		b.StopTimer()
		list.Trim(session.LongList)
		w.Tidy()
		flood := frames()
		b.StartTimer()
		for _, f := range flood {
			w.server.SendFrame(alice, f)
		}
		w.Until("all are listed", func() bool { return list.All().Has(n.ID) })
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*flood), "ns/note")
}
