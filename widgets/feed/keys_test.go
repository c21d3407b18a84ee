package feed

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func press(f *Feed, name fyne.KeyName) { f.TypedKey(&fyne.KeyEvent{Name: name}) }

func TestKeysMoveTheFocus(t *testing.T) {
	f, w := open(t, newRows())
	var told []string
	f.OnFocusRow = func(id string) { told = append(told, id) }
	f.SetIDs(names("n", 100))
	w.Canvas().Focus(f)
	assert.False(t, f.ring.Visible())
	f.TypedRune('j')
	assert.Equal(t, "n0", f.FocusedRow())
	assert.True(t, f.ring.Visible())
	for range 8 {
		press(f, fyne.KeyDown)
	}
	assert.Equal(t, "n8", f.FocusedRow())
	assert.InDelta(t, 350, topOf(t, f, "n8"), 0.01, "scrolled as far as needed")
	assert.InDelta(t, 350+ringInset, f.ring.Position().Y, 0.01)
	f.TypedRune('k')
	press(f, fyne.KeyUp)
	assert.Equal(t, "n6", f.FocusedRow())
	assert.InDelta(t, -50, topOf(t, f, "n0"), 0.01)
	for range 9 {
		f.TypedRune('k')
	}
	assert.Equal(t, "n0", f.FocusedRow())
	assert.True(t, f.AtTop())
	assert.Equal(t, "n0", told[0])
	assert.Equal(t, "n0", told[len(told)-1])
	w.Canvas().Unfocus()
	assert.False(t, f.ring.Visible())
	assert.Equal(t, "n0", f.FocusedRow(), "the row is remembered")
}

func TestFocusStartsAtWhatIsSeen(t *testing.T) {
	f, _ := open(t, newRows())
	f.SetIDs(names("n", 100))
	f.FocusRow("n1")
	f.scroll(1020)
	f.TypedRune('j')
	assert.Equal(t, "n21", f.FocusedRow(), "the row that had the focus is far away")
}

func TestFocusReadsThroughAHighRow(t *testing.T) {
	rows := newRows()
	rows.heights["n1"] = 900
	f, _ := open(t, rows)
	f.SetIDs(names("n", 50))
	f.FocusRow("n0")
	f.TypedRune('j')
	assert.Zero(t, topOf(t, f, "n1"))
	f.TypedRune('j')
	assert.InDelta(t, -360, topOf(t, f, "n1"), 0.01)
	f.TypedRune('j')
	assert.InDelta(t, -500, topOf(t, f, "n1"), 0.01)
	assert.Equal(t, "n1", f.FocusedRow())
	f.TypedRune('j')
	assert.Equal(t, "n2", f.FocusedRow())
	f.TypedRune('k')
	assert.Equal(t, "n1", f.FocusedRow())
	assert.InDelta(t, -500, topOf(t, f, "n1"), 0.01, "entered from below it shows its end")
	f.TypedRune('k')
	f.TypedRune('k')
	assert.Zero(t, topOf(t, f, "n1"))
	f.TypedRune('k')
	assert.Equal(t, "n0", f.FocusedRow())
}

func TestKeysScroll(t *testing.T) {
	f, _ := open(t, newRows())
	f.SetIDs(names("n", 100))
	press(f, fyne.KeyPageDown)
	assert.InDelta(t, -360, f.strip.edge(0), 0.01)
	press(f, fyne.KeySpace)
	assert.InDelta(t, -720, f.strip.edge(0), 0.01)
	press(f, fyne.KeyPageUp)
	assert.InDelta(t, -360, f.strip.edge(0), 0.01)
	press(f, fyne.KeyEnd)
	assert.InDelta(t, 350, topOf(t, f, "n99"), 0.01)
	assert.Equal(t, "n99", f.FocusedRow())
	press(f, fyne.KeyHome)
	assert.True(t, f.AtTop())
	assert.Equal(t, "n0", f.FocusedRow())
}

func TestScreensMayTakeKeys(t *testing.T) {
	f, _ := open(t, newRows())
	f.SetIDs(names("n", 100))
	var keys []fyne.KeyName
	var runes []rune
	f.OnKey = func(ev *fyne.KeyEvent) bool { keys = append(keys, ev.Name); return ev.Name == fyne.KeySpace }
	f.OnRune = func(r rune) bool { runes = append(runes, r); return r == 'r' }
	press(f, fyne.KeySpace)
	assert.True(t, f.AtTop(), "Space was taken")
	press(f, fyne.KeyReturn)
	press(f, fyne.KeyDown)
	f.TypedRune('r')
	f.TypedRune('j')
	assert.Equal(t, []fyne.KeyName{fyne.KeySpace, fyne.KeyReturn, fyne.KeyDown}, keys)
	assert.Equal(t, []rune{'r', 'j'}, runes)
	assert.Equal(t, "n1", f.FocusedRow())
}

func TestFocusSurvivesItsRow(t *testing.T) {
	f, _ := open(t, newRows())
	ids := names("n", 100)
	f.SetIDs(ids)
	f.FocusRow("n3")
	f.SetIDs(slices.Concat([]string{"new"}, ids))
	assert.Equal(t, "n3", f.FocusedRow())
	f.SetIDs(slices.Concat(ids[:3], ids[4:]))
	assert.Equal(t, "n4", f.FocusedRow())
	f.SetIDs(ids[:2])
	assert.Equal(t, "n1", f.FocusedRow())
	f.FocusRow("gone")
	assert.Equal(t, "n1", f.FocusedRow())
	f.SetIDs(nil)
	assert.Empty(t, f.FocusedRow())
}

func TestTapsReachRowsFirst(t *testing.T) {
	f, w := open(t, newRows())
	f.SetIDs(names("n", 100))
	test.TapCanvas(w.Canvas(), fyne.NewPos(10, 60))
	assert.Equal(t, 1, viewOf(f, "n1").tapped)
	assert.Empty(t, f.FocusedRow())
	test.TapCanvas(w.Canvas(), fyne.NewPos(100, 110))
	assert.Equal(t, "n2", f.FocusedRow())
	assert.Same(t, f, w.Canvas().Focused())
	w.Canvas().Unfocus()
	f.TakeFocus("n4")
	assert.Equal(t, "n4", f.FocusedRow())
	assert.Same(t, f, w.Canvas().Focused(), "rows that take taps themselves hand the focus on")
}

func TestFocusWithinARowThatGoesComesToTheFeed(t *testing.T) {
	f, w := open(t, newRows())
	f.SetIDs(names("n", 100))
	button := viewOf(f, "n2").button
	w.Canvas().Focus(button)
	f.scroll(100)
	require.Same(t, button, w.Canvas().Focused())
	f.scroll(1000)
	assert.Same(t, f, w.Canvas().Focused(), "else a key would press the button of another row")
}
