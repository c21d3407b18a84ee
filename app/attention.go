package app

import (
	"mejiro/app/screens"
	"mejiro/widgets/motion"
)

// followAttention keeps track of whether the window has the reader's
// attention, lets notifications in sight count as read when it comes back, and
// has nothing move while it is elsewhere: a window that is minimised or covered
// does not have it either.
func (a *App) followAttention() {
	a.fyne.Lifecycle().SetOnEnteredForeground(func() {
		a.attended = true
		a.governor.Resume(motion.Unfocused)
		for _, c := range a.deck.columns {
			if n, ok := c.screen.(*screens.Notifications); ok {
				n.Attend()
			}
		}
	})
	a.fyne.Lifecycle().SetOnExitedForeground(func() {
		a.attended = false
		a.governor.Pause(motion.Unfocused)
	})
}

// Attended implements screens.Desk.
func (a *App) Attended() bool { return a.attended }
