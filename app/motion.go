package app

import (
	"sync"

	"mejiro/app/settings"
	"mejiro/widgets/mfm"
	"mejiro/widgets/motion"
)

// setMotion has things move, and MFM be drawn, as the settings say. Texts that
// are shown already follow when they are laid out anew.
func (a *App) setMotion() {
	a.governor.SetMode(motionMode(a.settings))
	for _, m := range a.members {
		m.env.MFM = switches(a.settings)
	}
	if a.deck == nil {
		return // it is not built yet
	}
	for _, c := range a.deck.columns {
		if c.env != nil {
			c.env.MFM = switches(a.settings)
		}
	}
}

// cover has everything on the stage rest until uncover is called.
func (a *App) cover() (uncover func()) {
	a.covers++
	a.onStage.Rest(true)
	return sync.OnceFunc(func() {
		a.covers--
		a.onStage.Rest(a.covers > 0)
	})
}

// motionMode is what the reader lets move.
func motionMode(s settings.Settings) motion.Mode {
	switch {
	case s.ReduceMotion, s.Animation == settings.AnimationOff:
		return motion.Off
	case s.Animation == settings.AnimationHover:
		return motion.Hover
	}
	return motion.On
}

// switches are what the reader wants drawn of MFM.
func switches(s settings.Settings) mfm.Switches {
	return mfm.Switches{Advanced: s.AdvancedMFM, Animated: motionMode(s) != motion.Off}
}
