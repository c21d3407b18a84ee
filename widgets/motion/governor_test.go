package motion_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"mejiro/widgets/motion"
)

// bench is a driver of which a test is the clock.
type bench struct {
	at   time.Time
	tick func() // nil while no ticks are wanted
}

func newBench(mode motion.Mode) (*bench, *motion.Governor) {
	b := &bench{at: time.Unix(1000, 0)}
	g := motion.NewGovernor(func(f func()) func() {
		b.tick = f
		return func() { b.tick = nil }
	}, func() time.Time { return b.at })
	g.SetMode(mode)
	return b, g
}

// pass lets d go by in frames, each held up by what movers spend.
func (b *bench) pass(d time.Duration) {
	for end := b.at.Add(d); b.at.Before(end); {
		b.at = b.at.Add(time.Second / 60)
		if b.tick != nil {
			b.tick()
		}
	}
}

// dot counts how often it was moved.
type dot struct {
	bench *bench
	takes time.Duration
	times []time.Duration
	stops int
	then  func()
}

func (d *dot) Still() { d.stops++ }

func (d *dot) Move(now time.Duration) {
	d.times = append(d.times, now)
	d.bench.at = d.bench.at.Add(d.takes)
	if d.then != nil {
		d.then()
	}
}

func TestBeatsComeFifteenTimesASecond(t *testing.T) {
	b, g := newBench(motion.On)
	d := &dot{bench: b}
	g.Join(d)
	b.pass(2 * time.Second)
	assert.InDelta(t, 30, len(d.times), 1)
	assert.InDelta(t, 2*time.Second, d.times[len(d.times)-1], float64(100*time.Millisecond))
}

func TestBeatsThatCostMuchComeSeldom(t *testing.T) {
	b, g := newBench(motion.On)
	d := &dot{bench: b, takes: 40 * time.Millisecond}
	g.Join(d)
	b.pass(4 * time.Second)
	d.times = nil
	b.pass(10 * time.Second)
	spent := time.Duration(len(d.times)) * d.takes
	assert.Less(t, spent, 2100*time.Millisecond, "a fifth of the time")
	assert.Greater(t, spent, 1500*time.Millisecond)

	d.takes = 0
	b.pass(4 * time.Second)
	d.times = nil
	b.pass(2 * time.Second)
	assert.InDelta(t, 30, len(d.times), 1, "as soon as they cost little they come often")
}

func TestPaintingCounts(t *testing.T) {
	b, g := newBench(motion.On)
	var spent time.Duration
	g.CountBy(func() time.Duration { return spent })
	d := &dot{bench: b, then: func() { spent += 40 * time.Millisecond }}
	g.Join(d)
	b.pass(4 * time.Second)
	d.times = nil
	b.pass(10 * time.Second)
	assert.InDelta(t, 50, len(d.times), 3, "a fifth of the time")
}

func TestBeatsNeverEnd(t *testing.T) {
	b, g := newBench(motion.On)
	var spent time.Duration
	g.CountBy(func() time.Duration {
		spent += time.Hour
		return spent
	})
	d := &dot{bench: b}
	g.Join(d)
	b.pass(10 * time.Second)
	assert.InDelta(t, 40, len(d.times), 3)
}

func TestNothingTicksInVain(t *testing.T) {
	b, g := newBench(motion.On)
	assert.Nil(t, b.tick, "no one is there")
	leave := g.Join(&dot{bench: b})
	assert.NotNil(t, b.tick)
	leave()
	leave()
	b.pass(time.Second)
	assert.Nil(t, b.tick)

	g.Join(&dot{bench: b})
	g.SetMode(motion.Off)
	b.pass(time.Second)
	assert.Nil(t, b.tick)
	g.SetMode(motion.On)
	assert.NotNil(t, b.tick)
	g.Pause(motion.Hidden)
	assert.Nil(t, b.tick)
}

func TestClockStandsWhilePaused(t *testing.T) {
	b, g := newBench(motion.On)
	d := &dot{bench: b}
	g.Join(d)
	b.pass(time.Second)
	g.Pause(motion.Hidden)
	g.Pause(motion.Unfocused)
	beats := len(d.times)
	b.pass(time.Hour)
	g.Resume(motion.Hidden)
	b.pass(time.Hour)
	assert.Len(t, d.times, beats)
	assert.InDelta(t, time.Second, g.Now(), float64(50*time.Millisecond))

	g.Resume(motion.Unfocused)
	b.pass(time.Second)
	assert.Greater(t, len(d.times), beats)
	assert.InDelta(t, 2*time.Second, d.times[len(d.times)-1], float64(100*time.Millisecond))
}

func TestOnlyWhatIsUnderThePointerMoves(t *testing.T) {
	b, g := newBench(motion.Hover)
	one, other := g.Part(), g.Part()
	d, e := &dot{bench: b}, &dot{bench: b}
	one.Join(d)
	other.Join(e)
	assert.Nil(t, b.tick)

	one.Hovered(true)
	b.pass(time.Second)
	assert.NotEmpty(t, d.times)
	assert.Empty(t, e.times)

	inner := &dot{bench: b}
	leave := one.Part().Join(inner)
	b.pass(time.Second)
	assert.NotEmpty(t, inner.times, "what is in it is on it")
	leave()
	one.Hovered(false)
	one.Hovered(true)
	b.pass(time.Second)
	assert.Zero(t, d.stops, "it was never really left")
	one.Hovered(false)
	b.pass(time.Second)
	assert.Equal(t, 1, d.stops)
	assert.Nil(t, b.tick)
	g.SetMode(motion.On)
	b.pass(time.Second)
	assert.NotEmpty(t, e.times)
}

func TestWhatMayNotMoveComesToRest(t *testing.T) {
	b, g := newBench(motion.On)
	part := g.Part()
	d, e := &dot{bench: b}, &dot{bench: b}
	part.Join(d)
	g.Join(e)
	b.pass(time.Second)
	part.Rest(true)
	b.pass(time.Second)
	assert.Zero(t, d.stops, "it may go on when it is in sight again")
	g.SetMode(motion.Hover)
	b.pass(time.Second)
	g.SetMode(motion.Off)
	b.pass(time.Second)
	assert.Equal(t, []int{1, 1}, []int{d.stops, e.stops})
	assert.Nil(t, b.tick)

	g.SetMode(motion.On)
	late := &dot{bench: b}
	part.Join(late)
	b.pass(time.Second)
	g.SetMode(motion.Hover)
	b.pass(time.Second)
	assert.Equal(t, 1, late.stops, "it began as it was at that time")
}

func TestWhatRestsStandsStillWithItsParts(t *testing.T) {
	b, g := newBench(motion.On)
	screen := g.Part()
	in, beside := &dot{bench: b}, &dot{bench: b}
	screen.Part().Join(in)
	leave := g.Join(beside)
	screen.Rest(true)
	b.pass(time.Second)
	assert.Empty(t, in.times)
	assert.NotEmpty(t, beside.times)

	leave()
	b.pass(time.Second)
	assert.Nil(t, b.tick, "nothing that moves is in sight")
	screen.Rest(false)
	b.pass(time.Second)
	assert.NotEmpty(t, in.times)
}

func TestMoversComeAndGoDuringABeat(t *testing.T) {
	b, g := newBench(motion.On)
	first, second, third := &dot{bench: b}, &dot{bench: b}, &dot{bench: b}
	leave := []func(){g.Join(first), g.Join(second)}
	first.then = func() {
		leave[0]()
		leave[1]()
		g.Join(third)
	}
	b.pass(time.Second)
	assert.Len(t, first.times, 1)
	assert.Empty(t, second.times, "it had left")
	assert.NotEmpty(t, third.times)
}

func TestNoGovernorMovesNothing(t *testing.T) {
	var g *motion.Governor
	g.Part().Join(&dot{})()
	g.Hovered(true)
	g.SetMode(motion.On)
	g.Pause(motion.Hidden)
	g.Resume(motion.Hidden)
	assert.Equal(t, motion.Off, g.Mode())
	assert.Zero(t, g.Now())
}
