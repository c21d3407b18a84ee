package flow

import (
	"image"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets/motion"
)

// cinema is a governor of which a test is the clock.
type cinema struct {
	*motion.Governor
	at   time.Time
	tick func() // nil while nothing moves
}

func newCinema(mode motion.Mode) *cinema {
	c := &cinema{at: time.Unix(1000, 0)}
	c.Governor = motion.NewGovernor(func(f func()) func() {
		c.tick = f
		return func() { c.tick = nil }
	}, func() time.Time { return c.at })
	c.SetMode(mode)
	return c
}

// pass lets d go by in frames of the screen.
func (c *cinema) pass(d time.Duration) {
	const frame = time.Second / 60
	for end := c.at.Add(d); c.at.Before(end); {
		c.at = c.at.Add(min(frame, end.Sub(c.at)))
		if c.tick != nil {
			c.tick()
		}
	}
}

// film is one of two frames, each shown for a second.
func film() *motion.Film {
	var stills []motion.Still
	for range 2 {
		stills = append(stills, motion.Still{Image: image.NewRGBA(image.Rect(0, 0, 20, 20)), Delay: time.Second})
	}
	return motion.NewFilm(stills, 0)
}

// projector is the renderer of a view in which emoji come from a.
func projector(t testing.TB, c *cinema, a *album) (*View, *renderer) {
	t.Helper()
	newApp(t)
	v := NewView(a)
	v.Governor = c.Governor
	return v, v.CreateRenderer().(*renderer)
}

func TestEmojiMove(t *testing.T) {
	c := newCinema(motion.On)
	a, f := newAlbum(), film()
	a.atHand["parrot"] = f
	v, r := projector(t, c, a)
	v.layout = Lay([]Run{emoji("parrot")}, Options{Width: 200})
	r.Refresh()

	require.True(t, a.asked[0].Moving)
	p := r.pictures.inUse()[0]
	assert.True(t, f.Frames()[0] == p.image.Image)
	c.pass(1100 * time.Millisecond)
	assert.True(t, f.Frames()[1] == p.image.Image)
	c.pass(time.Second)
	assert.True(t, f.Frames()[0] == p.image.Image)

	r.Refresh()
	assert.Len(t, a.asked, 1, "it goes on")
	c.pass(time.Second)
	assert.True(t, f.Frames()[1] == p.image.Image)

	v.layout = Lay([]Run{emoji("cat")}, Options{Width: 200})
	r.Refresh()
	c.pass(time.Second)
	assert.Nil(t, p.image.Image, "another one knows nothing of it")
	c.pass(time.Second)
	assert.Nil(t, c.tick)
}

func TestEmojiOutOfSightDoNotMove(t *testing.T) {
	c := newCinema(motion.On)
	a := newAlbum()
	a.atHand["parrot"] = film()
	v, r := projector(t, c, a)
	l := Lay([]Run{emoji("parrot")}, Options{Width: 200})
	for _, leave := range []func(){
		func() { v.layout = nil; r.Refresh() },
		func() { r.Destroy() },
	} {
		v.layout = l
		r.Refresh()
		require.NotNil(t, c.tick)
		leave()
		c.pass(time.Second)
		assert.Nil(t, c.tick)
	}
}

func TestEmojiStandStillWithoutMotion(t *testing.T) {
	c := newCinema(motion.Off)
	a := newAlbum()
	a.atHand["parrot"] = film()
	v, r := projector(t, c, a)
	v.layout = Lay([]Run{emoji("parrot")}, Options{Width: 200})
	r.Refresh()
	assert.False(t, a.asked[0].Moving, "the first frame is all that is wanted")
	assert.Nil(t, c.tick)

	c.SetMode(motion.On)
	r.Refresh()
	require.Len(t, a.asked, 2)
	assert.True(t, a.asked[1].Moving)
	assert.NotNil(t, c.tick)
}

func TestEmojiUnderAnEffectMove(t *testing.T) {
	c := newCinema(motion.On)
	a, f := newAlbum(), film()
	a.atHand["parrot"] = f
	v, r := projector(t, c, a)
	v.layout = Lay([]Run{{Box: &Box{Effect: motion.Flip{H: true}, Runs: []Run{emoji("parrot")}}}}, Options{Width: 200})
	r.Refresh()
	p := r.layer.plates.inUse()[0]
	before := p.base
	c.pass(1100 * time.Millisecond)
	assert.True(t, before != p.base, "the plate shows the next frame")
}

// BenchmarkFrames shows the next frame of a hundred emoji.
func BenchmarkFrames(b *testing.B) {
	c := newCinema(motion.On)
	a := newAlbum()
	a.atHand["parrot"] = film()
	v, r := projector(b, c, a)
	var runs []Run
	for range 100 {
		runs = append(runs, emoji("parrot"))
	}
	v.layout = Lay(runs, Options{Width: 600})
	r.Refresh()
	b.ReportAllocs()
	for b.Loop() {
		c.pass(time.Second)
	}
}
