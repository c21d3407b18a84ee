package screens_test

import (
	"testing"

	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"mejiro/api/misskeytest"
	"mejiro/widgets/flow"
)

func TestCopyingWhatIsSelected(t *testing.T) {
	w := live(t, alice)
	w.context.Env.Selection = &flow.Selection{}
	id := w.server.Post(bob, misskeytest.Note{Text: "hello **great world**"})
	timeline := w.home(id)
	defer timeline.Close()
	w.press(id, "More")
	assert.NotContains(t, w.menu(), "Copy as MFM")
	for _, o := range test.LaidOutObjects(w.window.Content()) {
		if v, ok := o.(*flow.View); ok && v.Layout() != nil && v.Layout().String() == "hello great world" {
			v.Select(12, 17)
		}
	}
	w.press(id, "More")
	w.choice(t, "Copy")
	w.choice(t, "Copy as MFM")
	assert.Equal(t, []string{"world", "**world**"}, w.copied)
}
