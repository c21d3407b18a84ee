package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// over opens a window with a StateView over a button that fills it.
func over(t *testing.T, retry func()) (v *StateView, w fyne.Window, below *int) {
	t.Helper()
	themed(t)
	below = new(int)
	v = NewStateView(retry)
	w = test.NewTempWindow(t, container.NewStack(widget.NewButton("list", func() { *below++ }), v))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(330, 600))
	return v, w, below
}

func shown(v *StateView) map[string]bool {
	return map[string]bool{
		"skeleton": v.skeleton.Visible(),
		"sentence": v.sentence.Visible(),
		"hint":     v.hint.Visible(),
		"retry":    v.retry.Visible(),
		"banner":   v.banner.Visible(),
		"ground":   v.ground.Visible(),
	}
}

func TestStatesShowWhatBelongsToThem(t *testing.T) {
	tried := 0
	v, w, _ := over(t, func() { tried++ })
	assert.Equal(t, map[string]bool{
		"skeleton": true, "ground": true, "sentence": false, "hint": false, "retry": false, "banner": false,
	}, shown(v), "it begins as loading")
	assert.Len(t, v.skeleton.shapes, 6+3+4+2+3+4+2, "an avatar each, and bars by turns")

	v.ShowEmpty("Nothing here yet", "Follow someone")
	assert.Equal(t, map[string]bool{
		"skeleton": false, "ground": true, "sentence": true, "hint": true, "retry": false, "banner": false,
	}, shown(v))

	v.ShowError("The server does not answer")
	assert.Equal(t, map[string]bool{
		"skeleton": false, "ground": true, "sentence": true, "hint": false, "retry": true, "banner": false,
	}, shown(v))
	test.TapCanvas(w.Canvas(), v.retry.Position().AddXY(5, 5))
	assert.Equal(t, 1, tried)

	v.ShowLoading()
	assert.True(t, shown(v)["skeleton"])
}

func TestReadyLetsTheListBeSeenAndTapped(t *testing.T) {
	v, w, below := over(t, nil)
	v.ShowReady(false)
	assert.NotContains(t, shown(v), true)
	for _, visible := range shown(v) {
		assert.False(t, visible)
	}
	test.TapCanvas(w.Canvas(), fyne.NewPos(100, 100))
	assert.Equal(t, 1, *below)
	v.ShowReady(true)
	assert.True(t, v.banner.Visible())
	assert.False(t, v.ground.Visible())
	assert.InDelta(t, 600, v.banner.Position().Y+v.banner.Size().Height, 0.1)
	test.TapCanvas(w.Canvas(), fyne.NewPos(100, 595))
	assert.Equal(t, 2, *below)
}

func TestLongSentencesStayInTheColumn(t *testing.T) {
	v, _, _ := over(t, nil)
	v.ShowEmpty("しばらくしてからもう一度お試しください。しばらくしてからもう一度お試しください。", "A hint that is much longer than one line of a column can be made to hold")
	y := float32(0)
	for _, o := range []fyne.CanvasObject{v.icon, v.sentence, v.hint} {
		assert.GreaterOrEqual(t, o.Position().X, float32(0))
		assert.LessOrEqual(t, o.Position().X+o.Size().Width, float32(330))
		assert.GreaterOrEqual(t, o.Position().Y, y)
		assert.GreaterOrEqual(t, o.Size().Height+0.1, o.MinSize().Height)
		y = o.Position().Y + o.Size().Height
	}
	v.ShowError("x")
	assert.False(t, v.retry.Visible(), "nothing to try again with")
}

func TestSameStateAgainDrawsNothing(t *testing.T) {
	v, _, _ := over(t, nil)
	v.ShowError("x")
	before := v.icon.Resource
	v.ShowError("x")
	assert.Same(t, before, v.icon.Resource)
	v.ShowError("y")
	require.Equal(t, "y", v.sentence.Text)
}
