package app

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"mejiro/app/screens"
	"mejiro/app/settings"
	"mejiro/widgets/look"
	"mejiro/widgets/mfm"
	"mejiro/widgets/motion"
)

func TestSettingsSayWhatMoves(t *testing.T) {
	r := start(t, t.TempDir())
	alice := r.signIn("alice")
	r.settled()
	assert.Equal(t, motion.On, r.governor.Mode())
	assert.Equal(t, mfm.Switches{Advanced: true, Animated: true}, r.member(alice).env.MFM)
	assert.Same(t, r.onDeck, r.member(alice).env.Governor)
	column := r.deck.columns[0].env
	assert.NotSame(t, r.onDeck, column.Governor)

	s := r.currentSettings()
	s.Animation, s.AdvancedMFM = settings.AnimationHover, false
	r.applySettings(s)
	assert.Equal(t, motion.Hover, r.governor.Mode())
	assert.Equal(t, mfm.Switches{Animated: true}, r.member(alice).env.MFM)
	assert.Equal(t, mfm.Switches{Animated: true}, column.MFM)

	s.ReduceMotion = true
	r.applySettings(s)
	assert.Equal(t, motion.Off, r.governor.Mode())
	assert.Equal(t, mfm.Switches{}, r.member(alice).env.MFM)
	r.settled()
}

// stillness counts how often it is moved.
type stillness struct{ moves int }

func (s *stillness) Move(time.Duration) { s.moves++ }
func (s *stillness) Still()             {}

// hall is a governor that beats when a test says so.
func hall() (g *motion.Governor, beat func()) {
	at, tick := time.Unix(1000, 0), func() {}
	g = motion.NewGovernor(func(f func()) func() {
		tick = f
		return func() { tick = func() {} }
	}, func() time.Time { return at })
	g.SetMode(motion.On)
	return g, func() {
		at = at.Add(time.Second)
		tick()
	}
}

func TestColumnsOutOfSightRest(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	g, beat := hall()
	d := newDeck()
	movers := make([]*stillness, 4)
	for i := range movers {
		movers[i] = &stillness{}
		c := &column{conf: settings.Column{Width: 300}, governor: g.Part(), object: container.NewStack(), handle: newColumnHandle(nil, nil)}
		c.screen = screens.NewLocked("", nil)
		c.governor.Part().Join(movers[i])
		d.add(c)
	}
	w := test.NewTempWindow(t, d.object)
	w.SetPadded(false)
	moved := func() []int {
		all := make([]int, len(movers))
		beat()
		for i, m := range movers {
			all[i], m.moves = m.moves, 0
		}
		return all
	}
	w.Resize(fyne.NewSize(500, 300))
	assert.Equal(t, []int{1, 1, 0, 0}, moved())
	w.Resize(fyne.NewSize(900, 300))
	assert.Equal(t, []int{1, 1, 1, 0}, moved(), "a wider window shows more")
	w.Resize(fyne.NewSize(500, 300))
	d.scroll.Scrolled(&fyne.ScrollEvent{Scrolled: fyne.NewDelta(-400, 0)})
	assert.Equal(t, []int{0, 1, 1, 0}, moved())
	d.show(d.columns[3], w.Canvas())
	assert.Equal(t, []int{0, 0, 1, 1}, moved())
	d.move(d.columns[0], 1)
	assert.Equal(t, []int{0, 0, 1, 1}, moved())
	d.remove(d.columns[1])
	assert.Equal(t, []int{0, 1, 1}, moved()[1:], "what is left moved up")
}

func TestWhatIsCoveredRests(t *testing.T) {
	g, beat := hall()
	a := &App{governor: g, onStage: g.Part()}
	a.onDeck = a.onStage.Part()
	below, above := &stillness{}, &stillness{}
	a.onDeck.Join(below)
	g.Part().Join(above)
	first, second := a.cover(), a.cover()
	beat()
	first()
	first()
	beat()
	assert.Zero(t, below.moves, "another lies over it still")
	assert.Equal(t, 2, above.moves)
	second()
	beat()
	assert.Equal(t, 1, below.moves)
}
