package flow

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
)

func TestBlockKeepsItsWidth(t *testing.T) {
	newApp(t)
	b := NewBlock(nil, text("one two three four five six")...)
	b.Align = fyne.TextAlignTrailing
	test.NewTempWindow(t, b)
	b.Resize(fyne.NewSize(60, 200))
	lines := b.view.Layout().Lines()
	assert.Greater(t, lines, 2)
	b.SetRuns(text("six five four three two one")...)
	assert.Equal(t, lines, b.view.Layout().Lines(), "another text is as wide as the one before")
	assert.Equal(t, float32(60), b.view.Layout().Size().Width)
	assert.Equal(t, b.view.Layout().Size().Height, b.MinSize().Height)
}
