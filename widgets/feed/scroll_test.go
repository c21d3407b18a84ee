package feed

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestWheelAndTouchpad(t *testing.T) {
	f, w := open(t, newRows())
	f.SetIDs(names("n", 100))
	test.Scroll(w.Canvas(), fyne.NewPos(50, 50), 0, -notch)
	assert.InDelta(t, -notch*wheelGain, f.strip.edge(0), 0.01, "a notch goes further")
	test.Scroll(w.Canvas(), fyne.NewPos(50, 50), 0, 7)
	assert.InDelta(t, -notch*wheelGain+7, f.strip.edge(0), 0.01, "a touchpad goes as far as it says")
	for range 10 {
		test.Scroll(w.Canvas(), fyne.NewPos(50, 50), 0, -0.3)
	}
	assert.InDelta(t, -notch*wheelGain+7-3, f.strip.edge(0), 0.51, "the smallest steps add up, by whole pixels")
	test.Scroll(w.Canvas(), fyne.NewPos(50, 50), 0, 1e6)
	assert.True(t, f.AtTop())
	var across float32
	f.OnScrollAcross = func(ev *fyne.ScrollEvent) { across += ev.Scrolled.DX }
	test.Scroll(w.Canvas(), fyne.NewPos(50, 50), -30, -5)
	assert.InDelta(t, -30, across, 0.01)
	assert.True(t, f.AtTop())
}

func TestScrollingEndsAtTheEnds(t *testing.T) {
	f, _ := open(t, newRows())
	f.SetIDs(names("n", 5))
	f.scroll(100)
	assert.True(t, f.AtTop(), "few rows stay at the top")
	f.SetIDs(names("n", 50))
	f.scroll(1e5)
	assert.InDelta(t, 350, topOf(t, f, "n49"), 0.01)
	f.ScrollToTop()
	assert.Zero(t, topOf(t, f, "n0"))
	f.ScrollToEnd()
	assert.InDelta(t, 350, topOf(t, f, "n49"), 0.01)
}

func TestGlideGoesSoftlyAndExactly(t *testing.T) {
	g := glide{anim: &fyne.Animation{}}
	var way []float32
	step := func(dy float32) { way = append(way, dy) }
	arrived := 0
	g.start(300, step, func() { arrived++ })
	const frame = float32(1) / 60
	at := float32(0.97) // just before the cycle begins anew
	g.at = at
	for range 20 {
		if at += frame; at > 1 {
			at--
		}
		g.tick(at)
	}
	require.NotEmpty(t, way)
	assert.LessOrEqual(t, len(way), 10, "it is short")
	var sum float32
	for i, dy := range way {
		sum += dy
		if i > 0 && i < len(way)-1 {
			assert.Less(t, dy, way[i-1], "it slows down")
		}
	}
	assert.InDelta(t, 300, sum, 0.01)
	assert.Equal(t, 1, arrived)
	assert.Nil(t, g.anim, "it stops when it is done")
}

func TestGlideKeepsMovingWhileTheWheelTurns(t *testing.T) {
	g := glide{anim: &fyne.Animation{}}
	var gone float32
	for i := range 30 {
		g.start(75, func(dy float32) { gone += dy }, nil)
		g.tick(float32(i+1) / 60)
	}
	assert.Greater(t, gone, float32(28*75))
}

func TestBarShowsWhereItIs(t *testing.T) {
	f, _ := open(t, newRows())
	f.SetIDs(names("n", 5))
	assert.False(t, f.bar.Visible(), "nothing to scroll")
	f.SetIDs(names("n", 100))
	assert.True(t, f.bar.Visible())
	assert.Zero(t, f.bar.at)
	assert.InDelta(t, 400*400/5000., f.bar.length, 0.1)
	f.scroll(2300)
	assert.InDelta(t, (400-32)/2, f.bar.at, 0.1)
	f.ScrollToEnd()
	assert.InDelta(t, 400-32, f.bar.at+f.bar.length-32, 0.1)
}

func TestBarIsDragged(t *testing.T) {
	rows := newRows()
	for i, id := range names("n", 1000) {
		rows.heights[id] = float32(20 + i%7*30)
	}
	f, _ := open(t, rows)
	f.SetIDs(names("n", 1000))
	mouse := func(y float32) *desktop.MouseEvent {
		return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(6, y)}, Button: desktop.MouseButtonPrimary}
	}
	drag := func(y float32) {
		f.bar.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(6, y)}})
	}
	f.bar.MouseDown(mouse(10))
	drag(200)
	assert.InDelta(t, 190, f.bar.at, 0.01, "the thumb is held where it was taken")
	i := f.strip.anchor
	assert.True(t, i > 400 && i < 620, "row %d", i)
	drag(5000)
	assert.InDelta(t, 400, topOf(t, f, "n999")+viewOf(f, "n999").Size().Height, 0.01)
	drag(-300)
	assert.True(t, f.AtTop())
	f.bar.DragEnd()
	f.bar.MouseDown(mouse(399))
	f.bar.MouseUp(mouse(399))
	assert.InDelta(t, 400, topOf(t, f, "n999")+viewOf(f, "n999").Size().Height, 15, "a click beside the thumb goes there")
	assert.False(t, f.bar.dragging)
}

func TestBarShowsOnHoverAndFades(t *testing.T) {
	f, w := open(t, newRows())
	f.SetIDs(names("n", 100))
	assert.Zero(t, f.bar.alpha)
	test.MoveMouse(w.Canvas(), fyne.NewPos(297, 100))
	assert.InDelta(t, 1, f.bar.alpha, 0)
	assert.InDelta(t, barWide, f.bar.thumb.Size().Width, 0.01)
	f.scroll(50)
	assert.InDelta(t, 1, f.bar.alpha, 0, "it stays as long as the pointer does")
	test.MoveMouse(w.Canvas(), fyne.NewPos(20, 300))
	assert.Zero(t, f.bar.alpha)
}
