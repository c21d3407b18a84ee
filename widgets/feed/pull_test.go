package feed

import (
	"testing"

	"fyne.io/fyne/v2"
	"github.com/stretchr/testify/assert"
)

// pulling is a feed with a row of 1000 units in the middle of others, at the top of which it is scrolled to, and what
// pulls for so many frames at a place below the top of the feed.
func pulling(t *testing.T) (f *Feed, pull func(y float32, frames int) (moved int)) {
	rows := newRows()
	rows.heights["n5"] = 1000
	f, _ = open(t, rows)
	f.SetIDs(names("n", 20))
	f.ScrollTo("n5", 0)
	return f, func(y float32, frames int) (moved int) {
		f.pull.anim = &fyne.Animation{} // as if it ran
		f.Pull(viewOf(f, "n5"), fyne.NewPos(0, y), func() { moved++ })
		for range frames {
			f.pullFor(1.0 / 60)
		}
		return moved
	}
}

func TestPullingScrollsFasterFurtherOut(t *testing.T) {
	f, pull := pulling(t)
	assert.Zero(t, pull(200, 5), "not while the pointer is within")
	assert.Zero(t, topOf(t, f, "n5"))
	assert.Equal(t, 10, pull(410, 10))
	near := -topOf(t, f, "n5")
	assert.Positive(t, near)
	pull(395, 0)
	f.endPull()
	pull(500, 10)
	far := -topOf(t, f, "n5") - near
	assert.Greater(t, far, 3*near)
	var ways []float32
	f.endPull()
	for range 8 {
		before := topOf(t, f, "n5")
		pull(-30, 1)
		ways = append(ways, topOf(t, f, "n5")-before)
	}
	assert.Greater(t, ways[7], 2*ways[0], "it begins slowly")
}

func TestPullingEndsWhereTheRowDoes(t *testing.T) {
	f, pull := pulling(t)
	pull(900, 200)
	assert.InDelta(t, 400-1000, topOf(t, f, "n5"), 1, "there is nothing more to select")
	assert.Zero(t, pull(900, 10))
	pull(-900, 400)
	assert.InDelta(t, 0, topOf(t, f, "n5"), 1)
	f.ScrollTo("n5", -300)
	pull(900, 1)
	before := topOf(t, f, "n5")
	f.Pull(viewOf(f, "n5"), fyne.NewPos(0, 900), nil)()
	assert.Nil(t, f.pull.anim, "stopped")
	f.pullTick(0.5)
	assert.Equal(t, before, topOf(t, f, "n5"))
}

func TestPullingWaitsForARowOutOfSight(t *testing.T) {
	f, pull := pulling(t)
	other := newRowView("row")
	f.pull.anim = &fyne.Animation{}
	f.Pull(other, fyne.NewPos(0, 900), nil)
	f.pullFor(1)
	assert.Zero(t, topOf(t, f, "n5"), "that is no row of the feed")
	pull(900, 1)
	f.Hide()
	assert.Nil(t, f.pull.anim)
}

func TestRevealingAStretchOfARow(t *testing.T) {
	f, _ := pulling(t)
	row := viewOf(f, "n5")
	f.RevealIn(row, 100, 20)
	assert.Zero(t, topOf(t, f, "n5"), "it is seen")
	f.RevealIn(row, 500, 20)
	assert.InDelta(t, 400-520-pullEdge, topOf(t, f, "n5"), 0.6)
	f.RevealIn(row, 60, 20)
	assert.InDelta(t, pullEdge-60, topOf(t, f, "n5"), 0.6)
	f.RevealIn(newRowView("row"), 5000, 20)
	assert.InDelta(t, pullEdge-60, topOf(t, f, "n5"), 0.6, "that is no row of the feed")
}
