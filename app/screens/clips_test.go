package screens_test

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
	"mejiro/app/screens"
	"mejiro/app/session"
	"mejiro/widgets/entry"
)

// menu is what the last menu says, "|" for a separator.
func (d *desk) menu() string {
	var labels []string
	for _, i := range d.menus[len(d.menus)-1].Items {
		switch {
		case i.IsSeparator:
			labels = append(labels, "|")
		case i.Disabled:
			labels = append(labels, "("+i.Label+")")
		default:
			labels = append(labels, i.Label)
		}
	}
	return strings.Join(labels, " ")
}

// offers waits for a toast, and for what it offers.
func (w *world) offers(toast, action string) {
	w.t.Helper()
	w.Until(toast, func() bool { return len(w.toasts) > 0 && w.toasts[len(w.toasts)-1] == toast })
	assert.Equal(w.t, action, w.offered)
}

func TestClippingANote(t *testing.T) {
	w := live(t, alice)
	birds := w.server.NewClip(alice, "Birds")
	id := w.server.Post(bob, misskeytest.Note{Text: "hello"})
	renote := w.server.Post(carol, misskeytest.Note{RenoteID: id})
	timeline := w.home(renote, id)
	defer timeline.Close()
	w.press(renote, "Clip")
	assert.Equal(t, "(Loading…) | New clip…", w.menu())
	w.Until("the clips are listed", func() bool { return w.menu() == "Birds | New clip…" })
	w.choice(t, "Birds")
	w.offers("Added to “Birds”", "Undo")
	assert.Equal(t, []misskey.NoteID{id}, w.server.Clipped(alice, birds))

	w.offer()
	w.Until("it is taken out", func() bool { return w.toasts[len(w.toasts)-1] == "Removed from “Birds”" })
	assert.Empty(t, w.server.Clipped(alice, birds))

	w.choice(t, "Birds")
	w.offers("Added to “Birds”", "Undo")
	w.choice(t, "Birds")
	w.offers("The note is in “Birds” already", "Remove")
	w.offer()
	w.Until("it is taken out", func() bool { return len(w.server.Clipped(alice, birds)) == 0 })
	assert.Empty(t, w.failures)
}

func TestClippingByMenuAndKey(t *testing.T) {
	w := live(t, alice)
	id := w.server.Post(bob, misskeytest.Note{Text: "hello"})
	timeline := w.home(id)
	defer timeline.Close()
	w.press(id, "More")
	w.choice(t, "Clip")
	w.Until("there are none", func() bool { return w.menu() == "(You have no clips yet) | New clip…" })
	remove := w.server.SetFault(misskeytest.Fault{Endpoint: "clips/list", Mode: misskeytest.FaultRateLimit})
	w.window.Canvas().Focus(timeline.Feed())
	timeline.Feed().TypedRune('j')
	timeline.Feed().TypedRune('c')
	w.Until("it fails", func() bool { return w.menu() == "(The clips could not be loaded) Retry | New clip…" })
	remove()
	w.choice(t, "Retry")
	w.Until("it does not", func() bool { return w.menu() == "(You have no clips yet) | New clip…" })
	assert.Empty(t, w.failures, "the menu said so")
}

func TestClippingIntoANewClip(t *testing.T) {
	w := live(t, alice)
	id := w.server.Post(bob, misskeytest.Note{Text: "hello"})
	timeline := w.home(id)
	defer timeline.Close()
	w.press(id, "Clip")
	w.choice(t, "New clip…")
	require.NotNil(t, w.dialog)
	w.window.SetContent(w.dialog)
	var name *entry.Entry
	var public *widget.Check
	for _, o := range test.LaidOutObjects(w.dialog) {
		switch o := o.(type) {
		case *entry.Entry:
			name = o
		case *widget.Check:
			public = o
		}
	}
	name.SetText("  ")
	name.OnSubmitted(name.Text)
	assert.NotNil(t, w.dialog, "it has no name yet")
	name.SetText(strings.Repeat("あ", 101))
	name.OnSubmitted(name.Text)
	assert.NotNil(t, w.dialog, "that is too long")
	long := strings.Repeat("鳥", 100)
	name.SetText(long + " ")
	public.SetChecked(true)
	buttonIn(w.dialog, "Create").Tapped(&fyne.PointEvent{})
	assert.Nil(t, w.dialog)
	w.offers("Added to “"+strings.Repeat("鳥", 36)+"…”", "Undo")
	requests := w.server.Requests("clips/create")
	require.Len(t, requests, 1)
	assert.JSONEq(t, `{"name":"`+long+`","isPublic":true}`, string(requests[0].Body))
}

func TestAGuestHasNoClips(t *testing.T) {
	w := live(t, "")
	id := w.server.Post(bob, misskeytest.Note{Text: "hello"})
	timeline := screens.NewTimeline(w.context, session.Local)
	defer timeline.Close()
	w.show(timeline.Object())
	w.lists(id)
	w.press(id, "More")
	assert.NotContains(t, w.menu(), "Clip")
	w.window.Canvas().Focus(timeline.Feed())
	timeline.Feed().TypedRune('j')
	timeline.Feed().TypedRune('c')
	assert.Equal(t, 1, w.toSignIn)
	assert.Empty(t, w.server.Requests("clips/list"))
}
