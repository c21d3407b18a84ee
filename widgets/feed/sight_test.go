package feed

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestRowsKnowWhatOfThemIsSeen(t *testing.T) {
	r := newRows()
	r.heights["a1"], r.heights["a2"] = 1000, 30
	f, _ := open(t, r)
	f.SetIDs(names("a", 30))
	sights := func() map[string][2]float32 {
		all := map[string][2]float32{}
		for _, row := range f.stage.live {
			all[row.id] = row.view.(*rowView).sight
		}
		return all
	}
	assert.Equal(t, map[string][2]float32{"a0": {0, 50}, "a1": {0, 350}}, sights())

	require.True(t, f.ScrollTo("a1", -700))
	seen := sights()
	assert.Equal(t, [2]float32{700, 1000}, seen["a1"])
	assert.Equal(t, [2]float32{0, 30}, seen["a2"])
	assert.Equal(t, [2]float32{0, 20}, seen["a4"])
	assert.Equal(t, [2]float32{}, seen["a5"], "it is bound, and out of sight")

	f.ScrollToTop()
	f.glide.finish()
	assert.Equal(t, [2]float32{0, 50}, sights()["a0"])
}
