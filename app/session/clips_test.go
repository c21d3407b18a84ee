package session_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
	"mejiro/app/session"
)

// clipsPage is the most a server answers at once.
const clipsPage = 100

// clips asks for the clips and waits for the answer.
func (w *world) clips() (clips []misskey.Clip, err error) {
	w.t.Helper()
	done := false
	w.Clips(func(got []misskey.Clip, failed error) { clips, err, done = got, failed, true })
	w.Until("the clips are there", func() bool { return done })
	return clips, err
}

func TestClipping(t *testing.T) {
	w, id := one(t, misskeytest.Note{})
	birds := w.server.NewClip(alice, "Birds")
	clips, err := w.clips()
	require.NoError(t, err)
	require.Len(t, clips, 1)
	assert.Equal(t, "Birds", clips[0].Name)

	var told []bool
	tell := func(already bool) { told = append(told, already) }
	w.Clip(id, birds, tell)
	w.Until("it is clipped", func() bool { return len(told) == 1 })
	assert.Equal(t, []misskey.NoteID{id}, w.server.Clipped(alice, birds))
	w.Clip(id, birds, tell)
	w.Until("it was already", func() bool { return len(told) == 2 })
	assert.Equal(t, []bool{false, true}, told)

	out := false
	w.Unclip(id, birds, func() { out = true })
	w.Until("it is out", func() bool { return out })
	assert.Empty(t, w.server.Clipped(alice, birds))
	assert.Empty(t, w.failures)
}

func TestMoreClipsThanAPage(t *testing.T) {
	w := live(t, misskeytest.Options{})
	for range 2*clipsPage + 3 {
		w.server.NewClip(alice, "one of many")
	}
	clips, err := w.clips()
	require.NoError(t, err)
	assert.Len(t, clips, 2*clipsPage+3)
	assert.Len(t, w.server.Requests("clips/list"), 3)
}

func TestANewClip(t *testing.T) {
	w := live(t, misskeytest.Options{})
	var made misskey.Clip
	w.CreateClip("Trees", true, func(c misskey.Clip) { made = c })
	w.Until("it is there", func() bool { return made.ID != "" })
	assert.True(t, made.IsPublic)
	clips, err := w.clips()
	require.NoError(t, err)
	assert.Equal(t, []misskey.ClipID{made.ID}, []misskey.ClipID{clips[0].ID})
}

func TestRefusedClipsAreReported(t *testing.T) {
	w, id := one(t, misskeytest.Note{})
	w.server.SetFault(misskeytest.Fault{Endpoint: "clips/*", Mode: misskeytest.FaultRateLimit})
	_, err := w.clips()
	require.Error(t, err)
	assert.Empty(t, w.failures, "who asked was told")
	for i, try := range []func(){
		func() { w.Clip(id, "c", func(bool) { t.Error("it is not clipped") }) },
		func() { w.Unclip(id, "c", func() { t.Error("it is not out") }) },
		func() { w.CreateClip("Trees", false, func(misskey.Clip) { t.Error("it is not made") }) },
	} {
		try()
		w.Until("it is reported", func() bool { return len(w.failures) == i+1 })
		assert.Equal(t, session.Clipping, w.failures[i].Intent)
	}
}
