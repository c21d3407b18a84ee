package motion_test

import (
	"image"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets/motion"
)

const ms = time.Millisecond

// stills are frames of which each is one pixel wider than the last.
func stills(delays ...time.Duration) (all []motion.Still) {
	for i, d := range delays {
		all = append(all, motion.Still{Image: image.NewRGBA(image.Rect(0, 0, i+1, 1)), Delay: d})
	}
	return all
}

// shown is which of the stills is shown at t, and until when.
func shown(f *motion.Film, t time.Duration) (int, time.Duration) {
	frame, next := f.FrameAt(t)
	return frame.Bounds().Dx() - 1, next
}

func TestFilmShowsFramesInTurn(t *testing.T) {
	f := motion.NewFilm(stills(50*ms, 30*ms, 20*ms), 0)
	for _, c := range []struct {
		at, next time.Duration
		frame    int
	}{
		{-time.Hour, 50 * ms, 0},
		{0, 50 * ms, 0},
		{49 * ms, 50 * ms, 0},
		{50 * ms, 80 * ms, 1},
		{99 * ms, 100 * ms, 2},
		{100 * ms, 150 * ms, 0},
		{1080 * ms, 1100 * ms, 2},
	} {
		frame, next := shown(f, c.at)
		assert.Equal(t, c.frame, frame, c.at)
		assert.Equal(t, c.next, next, c.at)
	}
	assert.Equal(t, image.Rect(0, 0, 1, 1), f.Bounds(), "as a picture it is its first frame")
}

func TestFilmEnds(t *testing.T) {
	f := motion.NewFilm(stills(50*ms, 50*ms), 2)
	frame, _ := shown(f, 150*ms)
	assert.Equal(t, 1, frame)
	frame, next := shown(f, 200*ms)
	assert.Equal(t, 1, frame, "it stops at its last frame")
	assert.Equal(t, motion.Forever, next)
}

func TestFilmsAreBounded(t *testing.T) {
	assert.Nil(t, motion.NewFilm(nil, 0))
	assert.Len(t, motion.NewFilm(stills(make([]time.Duration, 500)...), 0).Frames(), motion.MaxFrames)

	large := image.NewUniform(nil)
	one := motion.NewFilm([]motion.Still{{Image: large}, {Image: large}}, 0)
	assert.Len(t, one.Frames(), 1, "the pixels count")
	_, next := one.FrameAt(time.Hour)
	assert.Equal(t, motion.Forever, next)

	_, next = motion.NewFilm(stills(0, 19*ms), 0).FrameAt(0)
	assert.Equal(t, 100*ms, next, "too fast to be meant")
	_, next = motion.NewFilm(stills(20*ms, 1<<62), 0).FrameAt(1 << 62)
	assert.Positive(t, next)
}

// watch plays a film and remembers what it showed.
func watch(g *motion.Governor, f *motion.Film) (*motion.Reel, *[]int) {
	var seen []int
	r := motion.Play(g, f, func(frame image.Image) { seen = append(seen, frame.Bounds().Dx()-1) })
	return r, &seen
}

func TestReelShowsOnlyWhatChanges(t *testing.T) {
	b, g := newBench(motion.On)
	r, seen := watch(g, motion.NewFilm(stills(200*ms, 200*ms, time.Minute), 0))
	assert.Equal(t, []int{0}, *seen, "at once")
	b.pass(time.Second)
	assert.Equal(t, []int{0, 1, 2}, *seen)
	r.Stop()
	b.pass(2 * time.Minute)
	assert.Equal(t, []int{0, 1, 2}, *seen)
	assert.Nil(t, b.tick)
}

func TestReelsOfEndlessFilmsAreInStep(t *testing.T) {
	b, g := newBench(motion.On)
	f := motion.NewFilm(stills(time.Second, time.Second), 0)
	_, first := watch(g, f)
	b.pass(1500 * ms)
	_, second := watch(g, f)
	assert.Equal(t, []int{0, 1}, *first)
	assert.Equal(t, []int{1}, *second)
}

func TestReelOfAFilmThatEndsBeginsAnew(t *testing.T) {
	b, g := newBench(motion.On)
	b.pass(time.Hour)
	_, seen := watch(g, motion.NewFilm(stills(200*ms, 200*ms), 1))
	assert.Equal(t, []int{0}, *seen)
	b.pass(time.Second)
	assert.Equal(t, []int{0, 1}, *seen)
	assert.Nil(t, b.tick, "it is over")
}

func TestReelUnderThePointerGoesBackToItsFirstFrame(t *testing.T) {
	b, g := newBench(motion.Hover)
	b.pass(time.Hour)
	for _, times := range []int{0, 1} {
		part := g.Part()
		_, seen := watch(part, motion.NewFilm(stills(200*ms, 200*ms), times))
		assert.Equal(t, []int{0}, *seen)
		for range 2 {
			*seen = nil
			part.Hovered(true)
			b.pass(500 * ms)
			part.Hovered(false)
			b.pass(time.Second)
			require.NotEmpty(t, *seen, times)
			assert.Contains(t, *seen, 1)
			assert.Equal(t, 0, (*seen)[len(*seen)-1])
		}
	}
	assert.Nil(t, b.tick)
}

func TestReelsStandStillWithoutMotion(t *testing.T) {
	b, g := newBench(motion.Off)
	b.pass(time.Second)
	for _, governor := range []*motion.Governor{nil, g} {
		r, seen := watch(governor, motion.NewFilm(stills(50*ms, 50*ms), 0))
		assert.Equal(t, []int{0}, *seen)
		r.Stop()
	}
	var none *motion.Reel
	none.Stop()
}

func BenchmarkBeatOf100Films(b *testing.B) {
	bench, g := newBench(motion.On)
	film := motion.NewFilm(stills(66*ms, 66*ms, 66*ms, 66*ms), 0)
	for range 100 {
		motion.Play(g, film, func(image.Image) {})
	}
	require.NotNil(b, bench.tick)
	b.ReportAllocs()
	for b.Loop() {
		bench.at = bench.at.Add(67 * ms)
		bench.tick()
	}
}
