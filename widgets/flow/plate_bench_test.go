package flow

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"mejiro/widgets/motion"
)

// dancers are a hundred words, each about 100 by 24 units, that all move.
func dancers() []Run {
	s := time.Second
	effects := []motion.Effect{
		motion.Tada{Speed: s},
		motion.Jelly{Speed: s},
		motion.Twitch{Speed: s},
		motion.Shake{Speed: s},
		motion.Spin{Speed: s},
		motion.Spin{Speed: s, Axis: motion.AxisX},
		motion.Spin{Speed: s, Axis: motion.AxisY},
		motion.Jump{Speed: s},
		motion.Bounce{Speed: s},
		motion.Rainbow{Speed: s},
	}
	var runs []Run
	for i := range 100 {
		runs = append(runs, Run{Box: &Box{Effect: effects[i%len(effects)], Runs: text("dancing words")}}, Run{Text: " "})
	}
	return runs
}

// BenchmarkBeat moves a hundred words by a beat.
func BenchmarkBeat(b *testing.B) {
	newApp(b)
	v := NewView(nil)
	v.Governor = motion.NewGovernor(func(func()) func() { return func() {} }, time.Now)
	v.Governor.SetMode(motion.On)
	v.Room = Insets{100, 100, 100, 100}
	r := v.CreateRenderer().(*renderer)
	v.layout = Lay(dancers(), Options{Width: 600})
	r.arrange()
	if len(r.movers) != 100 {
		b.Fatal(len(r.movers))
	}
	b.ReportAllocs()
	now := time.Duration(0)
	for b.Loop() {
		now += time.Second / 15
		r.Move(now)
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*100), "ns/plate")
}

// BenchmarkPlates shows a hundred words that move, from nothing.
func BenchmarkPlates(b *testing.B) {
	newApp(b)
	v := NewView(nil)
	v.Governor = motion.NewGovernor(func(func()) func() { return func() {} }, time.Now)
	v.Governor.SetMode(motion.On)
	r := v.CreateRenderer().(*renderer)
	l := Lay(dancers(), Options{Width: 600})
	v.Resize(fyne.NewSize(600, 600))
	b.ReportAllocs()
	for b.Loop() {
		v.layout = l
		r.arrange()
		v.layout = nil
		r.arrange()
	}
}
