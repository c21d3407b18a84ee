package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets/entry"
)

func TestAMenuIsReplacedWhileItIsOpen(t *testing.T) {
	r := start(t, t.TempDir())
	r.arrive()
	canvas := r.window.Canvas()
	menu := func(label string) *fyne.Menu { return fyne.NewMenu("", fyne.NewMenuItem(label, func() {})) }
	replace := r.Menu(menu("loading"), r.stage, fyne.NewPos(10, 10))
	waiting := canvas.Overlays().Top()
	replace(menu("loaded"))
	require.Len(t, canvas.Overlays().List(), 1)
	assert.NotSame(t, waiting, canvas.Overlays().Top())

	canvas.Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	require.Empty(t, canvas.Overlays().List())
	replace(menu("too late"))
	assert.Empty(t, canvas.Overlays().List(), "the reader has left it")
}

func TestADialogHasTheKeyboardUntilItIsClosed(t *testing.T) {
	r := start(t, t.TempDir())
	r.arrive()
	field := entry.New()
	end := r.Dialog("New clip…", field, field)
	assert.Same(t, field, r.window.Canvas().Focused())
	end()
	assert.Empty(t, r.window.Canvas().Overlays().List())
}
