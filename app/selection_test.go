package app

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"

	"mejiro/widgets/flow"
)

func TestTheKeysOfASelection(t *testing.T) {
	r := start(t, t.TempDir())
	r.signIn("alice")
	r.settled()
	v := flow.NewView(nil)
	v.SetLayout(flow.Lay([]flow.Run{{Text: "one two"}}, flow.Options{}))
	flow.NewPage(&r.selection).Show(nil, v)
	r.copySelected()
	assert.Empty(t, r.fyne.Clipboard().Content(), "nothing is selected")
	v.Select(0, 3)
	r.copySelected()
	assert.Equal(t, "one", r.fyne.Clipboard().Content())
	r.selection.SelectAll()
	assert.Equal(t, "one two", r.selection.Text())
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	assert.Empty(t, r.selection.Text())
}
