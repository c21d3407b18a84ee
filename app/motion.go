package app

import (
	"mejiro/app/settings"
	"mejiro/widgets/mfm"
	"mejiro/widgets/motion"
)

// setMotion has things move, and MFM be drawn, as the settings say. What is
// shown already follows when it is shown anew.
func (a *App) setMotion() {
	a.governor.SetMode(motionMode(a.settings))
	for _, m := range a.members {
		m.env.MFM = switches(a.settings)
	}
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
