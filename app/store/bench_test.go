package store_test

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"mejiro/api/misskey"
	"mejiro/app/store"
)

func numbered(prefix string, n int) []misskey.NoteID {
	ids := make([]misskey.NoteID, n)
	for i := range ids {
		ids[i] = misskey.NoteID(fmt.Sprintf("%s%09d", prefix, i))
	}
	return ids
}

func BenchmarkAddTwoToTenThousand(b *testing.B) {
	test.NewTempApp(b)
	list := store.NewTimeline()
	list.Add(numbered("a", 10_000)...)
	n := 0
	for b.Loop() {
		n++
		list.Add(misskey.NoteID(fmt.Sprintf("b%09d", 2*n)), misskey.NoteID(fmt.Sprintf("b%09d", 2*n+1)))
		if n%100 == 0 {
			list.Trim(10_000)
		}
	}
}

func BenchmarkAddThousandToTenThousand(b *testing.B) {
	test.NewTempApp(b)
	list := store.NewTimeline()
	list.Add(numbered("a", 10_000)...)
	fresh := numbered("b", 1_000)
	for b.Loop() {
		list.Add(fresh...)
		list.Remove(fresh...)
	}
}

// BenchmarkDelete is a deletion among 10,000 notes, half of them renotes.
func BenchmarkDelete(b *testing.B) {
	test.NewTempApp(b)
	s := store.NewNotes(me)
	list := store.NewTimeline()
	ids := numbered("a", 10_000)
	for i, id := range ids {
		n := note(id)
		if i%2 == 1 {
			n = renoteOf(id, ids[i-1])
		}
		s.Put(n)
	}
	list.Add(ids...)
	n := 0
	for b.Loop() {
		n++
		id := misskey.NoteID(fmt.Sprintf("c%09d", n))
		s.Put(note(id))
		list.Add(id)
		list.Remove(s.Delete(id)...)
	}
}

func BenchmarkRetainTenThousand(b *testing.B) {
	test.NewTempApp(b)
	s := store.NewNotes(me)
	ids := numbered("a", 10_000)
	for _, id := range ids {
		s.Put(note(id))
	}
	for b.Loop() {
		s.Retain(slices.Values(ids))
	}
}
