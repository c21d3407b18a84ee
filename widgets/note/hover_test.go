package note

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/widgets"
	"mejiro/widgets/look"
)

func mouse(button desktop.MouseButton) *desktop.MouseEvent {
	return &desktop.MouseEvent{Button: button}
}

// hoverOver puts the pointer on a zone.
func hoverOver(_ *Card, z *zone) { z.MouseIn(mouse(0)) }

// zoneAt is the zone of a card that says so.
func zoneAt(t *testing.T, c *Card, label string) *zone {
	t.Helper()
	for _, p := range c.zones.all[:c.zones.used] {
		if z := p.(*zone); z.shown.Label == label {
			return z
		}
	}
	require.Fail(t, "no zone", label)
	return nil
}

func TestPointerLightsWhatItIsOn(t *testing.T) {
	c, _, _ := showNote(t, Value{Note: usual()})
	reply, more := zoneAt(t, c, "Reply"), zoneAt(t, c, "More")
	assert.False(t, c.glow.Visible())

	reply.MouseIn(mouse(0))
	assert.True(t, c.glow.Visible())
	assert.Equal(t, reply.Position(), c.glow.Position())
	assert.Equal(t, reply.Size(), c.glow.Size())
	assert.Equal(t, look.Color(look.ColorHover), c.glow.FillColor)
	assert.Equal(t, desktop.PointerCursor, reply.Cursor())

	reply.MouseDown(mouse(desktop.MouseButtonPrimary))
	assert.Equal(t, look.Color(look.ColorPressed), c.glow.FillColor)
	reply.MouseUp(mouse(desktop.MouseButtonPrimary))
	assert.Equal(t, look.Color(look.ColorHover), c.glow.FillColor)

	reply.MouseOut()
	assert.False(t, c.glow.Visible())
	more.MouseMoved(mouse(0))
	assert.Equal(t, more.Position(), c.glow.Position(), "a zone that came under the pointer is lit when that moves")

	more.MouseOut()
	more.MouseDown(mouse(desktop.MouseButtonPrimary))
	more.MouseUp(mouse(desktop.MouseButtonPrimary))
	assert.False(t, c.glow.Visible(), "the pointer left before the button was let go")
}

func TestNamesAndMarksAreNotLit(t *testing.T) {
	c, _, _ := showNote(t, Value{Note: said("bob", "!", seenBy(misskey.VisibilityHome, false))})
	name, mark := zoneAt(t, c, "@bob"), zoneAt(t, c, "Home")
	name.MouseIn(mouse(0))
	assert.False(t, c.glow.Visible())
	assert.Equal(t, desktop.PointerCursor, name.Cursor())
	mark.MouseIn(mouse(0))
	assert.False(t, c.glow.Visible())
	assert.Equal(t, desktop.DefaultCursor, mark.Cursor())
}

func TestTooltipsSayWhatZonesSay(t *testing.T) {
	c, _, canvas := showNote(t, Value{Note: usual()})
	stage := canvas.Content().(*widgets.Stage)
	var tell func()
	stage.After = func(_ time.Duration, f func()) func() {
		tell = f
		return func() { tell = nil }
	}
	z := zoneAt(t, c, ":blobcat:")
	z.MouseIn(mouse(0))
	require.NotNil(t, tell)
	assert.Equal(t, ":blobcat:", c.tip.ToolTip())
	zoneAt(t, c, "Reply").MouseIn(mouse(0))
	assert.Equal(t, "Reply", c.tip.ToolTip())
	z.MouseOut()
	require.NotNil(t, tell, "what the pointer has left before is not what it is on")
	zoneAt(t, c, "Reply").Tapped(&fyne.PointEvent{})
	assert.Nil(t, tell, "who taps knows what it does")
}

func TestGlowStaysWithTheSameNoteAlone(t *testing.T) {
	env := newEnv(newAlbum())
	v := Value{Note: usual()}
	c, _, _ := showNote(t, v)
	zoneAt(t, c, "Reply").MouseIn(mouse(0))
	v.Note.User.Name = "Bobby"
	c.SetNote(v, Lay(v, env, 330))
	assert.True(t, c.glow.Visible(), "the note changed elsewhere")

	v.Note.ID = "another"
	c.SetNote(v, Lay(v, env, 330))
	assert.False(t, c.glow.Visible())

	zoneAt(t, c, "Reply").MouseIn(mouse(0))
	v.Note.Text = nil
	c.SetNote(v, Lay(v, env, 330))
	assert.False(t, c.glow.Visible(), "the button moved away")
}

func TestReshapeIsToldOnceAndLater(t *testing.T) {
	newApp(t)
	pictures := newAlbum()
	env := newEnv(pictures)
	c := NewCard(env, nothing{})
	var due func()
	c.After = func(_ time.Duration, f func()) func() {
		due = f
		return func() { due = nil }
	}
	told := 0
	c.OnReshape = func() { told++ }
	w := test.NewTempWindow(t, c)
	w.Resize(fyne.NewSize(330, 300))
	v := Value{Note: said("bob", ":blobcat:", withReactions("", map[string]int{":blobcat@.:": 1}))}
	c.SetNote(v, Lay(v, env, 330))
	pictures.bring(home+"/emoji/blobcat.webp", 90, 30)
	require.NotNil(t, due)
	assert.Zero(t, told)
	due()
	assert.Equal(t, 1, told)

	c.SetNote(v, Lay(v, env, 330))
	c.reshape()
	other := Value{Note: said("bob", "!", withID("other"))}
	c.SetNote(other, Lay(other, env, 330))
	assert.Nil(t, due, "another note has nothing to do with it")
}
