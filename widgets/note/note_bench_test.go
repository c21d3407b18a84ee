package note

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mejiro/api/misskey"
	"mejiro/widgets/feed"
	"mejiro/widgets/flow"
)

// BenchmarkLay lays out a note of words that were measured before.
func BenchmarkLay(b *testing.B) {
	newApp(b)
	env, v := newEnv(newAlbum()), Value{Note: usual()}
	b.ReportAllocs()
	for b.Loop() {
		Lay(v, env, 330)
	}
}

// BenchmarkLayCold lays out a note after a change of theme.
func BenchmarkLayCold(b *testing.B) {
	newApp(b)
	env, v := newEnv(newAlbum()), Value{Note: usual()}
	b.ReportAllocs()
	for b.Loop() {
		flow.DropCaches()
		Lay(v, env, 330)
	}
}

// BenchmarkSetNote gives a card another note by turns.
func BenchmarkSetNote(b *testing.B) {
	newApp(b)
	env := newEnv(newAlbum())
	c := NewCard(env, nothing{})
	w := test.NewTempWindow(b, c)
	w.Resize(fyne.NewSize(330, 400))
	values := []Value{{Note: usual()}, {Note: said("carol", "short :blobcat:", renoting(usual()))}}
	sheets := make([]*Sheet, len(values))
	for i, v := range values {
		sheets[i] = Lay(v, env, 330)
	}
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		c.SetNote(values[i%2], sheets[i%2])
	}
}

// rows are the notes of a long timeline.
type rows struct {
	env   *Env
	notes map[string]Value
}

func newRows(env *Env, n int) (*rows, []string) {
	r, ids := &rows{env: env, notes: map[string]Value{}}, make([]string, n)
	for i := range ids {
		note := usual()
		switch i % 5 {
		case 1:
			note = said("carol", "", renoting(usual()))
		case 2:
			note = said("dave", "a picture", withFiles(photo("a", 1200, 800)))
		case 3:
			note = said("erin", "an answer", replyTo(usual()))
		}
		text := fmt.Sprint(note.Body(), " ", i)
		if note.RenoteID == "" {
			note.Text = &text
		}
		note.ID = misskey.NoteID(fmt.Sprint(i))
		ids[i] = string(note.ID)
		r.notes[ids[i]] = Value{Note: note}
	}
	return r, ids
}

func (r *rows) Height(id string, width float32) float32 {
	return Lay(r.notes[id], r.env, width).Size.Height
}
func (r *rows) Kind(string) string { return "note" }
func (r *rows) Bind(id string, view fyne.CanvasObject) fyne.CanvasObject {
	c, ok := view.(*Card)
	if !ok {
		c = NewCard(r.env, nothing{})
	}
	c.SetNote(r.notes[id], Lay(r.notes[id], r.env, 330))
	return c
}

// BenchmarkScroll scrolls 10,000 notes by 60 units a step.
func BenchmarkScroll(b *testing.B) {
	newApp(b)
	r, ids := newRows(newEnv(newAlbum()), 10_000)
	f := feed.New(r)
	f.ReduceMotion = true
	w := test.NewTempWindow(b, f)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(330, 860))
	f.SetIDs(ids)
	b.ReportAllocs()
	for b.Loop() {
		f.ScrollBy(60)
	}
}
