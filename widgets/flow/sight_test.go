package flow

import (
	"image"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets/motion"
)

func TestWhatIsOutOfSightIsNotDrawn(t *testing.T) {
	newApp(t)
	c := newCinema(motion.On)
	v, _ := theatre(t, c, nil, 0, under(motion.Spin{Speed: time.Second}, Run{Text: "first"}), Run{Text: "\n\n\n\n\n\n\n\n\n\n"},
		under(motion.Spin{Speed: time.Second}, Run{Text: "last"}))
	plates := v.renderer.layer.plates.inUse()
	require.Len(t, plates, 2)
	moves := func() (changed [2]bool) {
		before := [2]attitude{plates[0].now, plates[1].now}
		c.pass(time.Second / 4)
		for i := range plates {
			changed[i] = !plates[i].now.same(&before[i])
		}
		return changed
	}
	assert.Equal(t, [2]bool{true, true}, moves())
	v.Sight(0, 30)
	assert.Equal(t, [2]bool{true, false}, moves())
	v.Sight(v.layout.Size().Height-30, v.layout.Size().Height)
	assert.Equal(t, [2]bool{false, true}, moves())
	v.Sight(-100, -70)
	assert.Equal(t, [2]bool{}, moves())

	c.SetMode(motion.Off)
	c.pass(time.Second)
	for _, p := range plates {
		assert.True(t, p.now.plain, "all come to rest")
	}
}

func TestFramesOutOfSightAreNotShown(t *testing.T) {
	c := newCinema(motion.On)
	a, f := newAlbum(), film()
	a.atHand["parrot"] = f
	v, r := projector(t, c, a)
	v.layout = Lay([]Run{emoji("parrot"), {Text: "\n"}, under(motion.Flip{H: true}, emoji("parrot"))}, Options{Width: 200})
	r.Refresh()
	plain, plate := r.pictures.inUse()[0], r.layer.plates.inUse()[0]
	base := plate.base
	v.Sight(0, 1)
	c.pass(1100 * time.Millisecond)
	assert.False(t, plain.skips())
	assert.Same(t, base, plate.base)

	v.Sight(v.layout.Size().Height-1, v.layout.Size().Height)
	c.pass(time.Second)
	assert.True(t, plain.skips())
	assert.NotSame(t, base, plate.base)

	c.SetMode(motion.Hover)
	assert.False(t, plain.skips(), "it goes back to where it began")
}

func TestWhatThePointerLeavesGoesBack(t *testing.T) {
	newApp(t)
	c := newCinema(motion.Hover)
	v, _ := theatre(t, c, nil, 0, under(motion.Spin{Speed: time.Second}, Run{Text: "spin"}), boxed(Box{Sparkles: true, Runs: []Run{{Text: "stars"}}}))
	picture := func() image.Point { return v.renderer.layer.plates.inUse()[0].now.bounds.Size() }
	stars := func() (n int) {
		for _, s := range v.renderer.layer.sparks.inUse() {
			if s.image.Visible() {
				n++
			}
		}
		return n
	}
	rest := picture()
	assert.Zero(t, stars())
	v.Governor.Hovered(true)
	c.pass(700 * time.Millisecond)
	assert.NotEqual(t, rest, picture())
	assert.Positive(t, stars())
	v.Governor.Hovered(false)
	c.pass(time.Second)
	assert.Equal(t, rest, picture())
	assert.Zero(t, stars())
}
