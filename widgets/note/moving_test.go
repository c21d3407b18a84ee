package note

import (
	"image"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/widgets/mfm"
	"mejiro/widgets/motion"
)

// stage is a governor of which a test gives the ticks.
type stage struct {
	*motion.Governor
	tick func() // nil while nothing moves
}

func newStage(mode motion.Mode) *stage {
	s := &stage{}
	s.Governor = motion.NewGovernor(func(f func()) func() {
		s.tick = f
		return func() { s.tick = nil }
	}, time.Now)
	s.SetMode(mode)
	return s
}

// showFilm shows a note with a film of a picture.
func showFilm(t *testing.T, s *stage) (*Card, *album) {
	t.Helper()
	newApp(t)
	pictures := newAlbum()
	env := newEnv(pictures)
	env.Governor = s.Governor
	v := Value{Note: said("bob", "", withFiles(photo("a", 20, 20)))}
	c := cardIn(t, env)
	c.SetNote(v, Lay(v, env, 330))
	frame := motion.Still{Image: image.NewRGBA(image.Rect(0, 0, 20, 20)), Delay: time.Hour}
	film := motion.NewFilm([]motion.Still{frame, frame}, 0)
	for _, req := range pictures.asked {
		if !req.Moving || req.URL == v.Note.User.AvatarURL {
			continue
		}
		for _, got := range pictures.waiting[req.URL] {
			got(film, true, nil)
		}
	}
	return c, pictures
}

func TestPicturesMoveUntilTheCardIsGivenUp(t *testing.T) {
	s := newStage(motion.On)
	c, _ := showFilm(t, s)
	require.NotNil(t, s.tick)
	c.Release()
	s.SetMode(motion.On) // looks who is there
	assert.Nil(t, s.tick)
}

func TestPicturesMoveUnderThePointerAlone(t *testing.T) {
	s := newStage(motion.Hover)
	c, _ := showFilm(t, s)
	assert.Nil(t, s.tick)

	c.MouseIn(mouse(0))
	assert.NotNil(t, s.tick)
	c.MouseOut()
	assert.Nil(t, s.tick)

	zoneAt(t, c, "Reply").MouseIn(mouse(0))
	assert.NotNil(t, s.tick, "what is in the card is the card")
	other := Value{Note: said("bob", "!", withID("other"))}
	c.SetNote(other, Lay(other, c.env, 330))
	assert.Nil(t, s.tick)
}

func TestPicturesStandStillWithoutMotion(t *testing.T) {
	s := newStage(motion.Off)
	_, pictures := showFilm(t, s)
	for _, req := range pictures.asked {
		assert.False(t, req.Moving)
	}
	assert.Nil(t, s.tick)
}

// cardIn is an empty card in a window.
func cardIn(t *testing.T, env *Env) *Card {
	t.Helper()
	c := NewCard(env, nothing{})
	w := test.NewTempWindow(t, c)
	w.Resize(fyne.NewSize(330, 600))
	return c
}

func TestCardsOutOfSightStandStill(t *testing.T) {
	s := newStage(motion.On)
	c, _ := showFilm(t, s)
	c.Sight(0, 0)
	assert.Nil(t, s.tick)
	c.Sight(c.MinSize().Height-1, c.MinSize().Height)
	assert.Nil(t, s.tick, "the film is further up")
	c.Sight(10, c.MinSize().Height)
	assert.NotNil(t, s.tick)
}

func TestAvatarsMoveAsTheReaderLikes(t *testing.T) {
	newApp(t)
	s, pictures := newStage(motion.Off), newAlbum()
	env := newEnv(pictures)
	env.Governor = s.Governor
	v := Value{Note: said("bob", "!")}
	c := cardIn(t, env)
	asked := func() (moving []bool) {
		pictures.asked = nil
		c.SetNote(v, Lay(v, env, 330))
		for _, req := range pictures.asked {
			if req.URL == v.Note.User.AvatarURL {
				moving = append(moving, req.Moving)
			}
		}
		return moving
	}
	require.NotEmpty(t, v.Note.User.AvatarURL)
	assert.Equal(t, []bool{false}, asked())
	s.SetMode(motion.Hover)
	assert.Equal(t, []bool{true}, asked())
	assert.Empty(t, asked(), "the same again")
	s.SetMode(motion.Off)
	assert.Equal(t, []bool{false}, asked())
}

func TestWhatIsNotOpenDoesNotMove(t *testing.T) {
	newApp(t)
	long := strings.Repeat("line\n", 30) + "$[spin last]"
	for name, c := range map[string]struct {
		value        Value
		shut, opened bool // whether anything moves
	}{
		"a warning":      {Value{Note: said("bob", "$[spin a]", withCW("careful"))}, false, true},
		"a moving one":   {Value{Note: said("bob", "$[spin a]", withCW("$[spin b]"))}, true, true},
		"what is folded": {Value{Note: said("bob", long)}, false, true},
		"the beginning":  {Value{Note: said("bob", "$[spin a]"+long)}, true, true},
		"nothing":        {Value{Note: said("bob", "a")}, false, false},
	} {
		s := newStage(motion.On)
		env := newEnv(newAlbum())
		env.Governor = s.Governor
		env.MFM = mfm.Switches{Advanced: true, Animated: true}
		card := cardIn(t, env)
		card.SetNote(c.value, Lay(c.value, env, 330))
		assert.Equal(t, c.shut, s.tick != nil, name)
		open := withOpen(c.value, Open{CW: true, Long: true})
		card.SetNote(open, Lay(open, env, 330))
		assert.Equal(t, c.opened, s.tick != nil, name)
		card.SetNote(c.value, Lay(c.value, env, 330))
		s.SetMode(motion.On) // looks who is there
		assert.Equal(t, c.shut, s.tick != nil, name)
	}
}
