package app

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"mejiro/app/settings"
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

	s := r.currentSettings()
	s.Animation, s.AdvancedMFM = settings.AnimationHover, false
	r.applySettings(s)
	assert.Equal(t, motion.Hover, r.governor.Mode())
	assert.Equal(t, mfm.Switches{Animated: true}, r.member(alice).env.MFM)

	s.ReduceMotion = true
	r.applySettings(s)
	assert.Equal(t, motion.Off, r.governor.Mode())
	assert.Equal(t, mfm.Switches{}, r.member(alice).env.MFM)
	r.settled()
}
