package app

import "mejiro/app/screens"

// followAttention keeps track of whether the window has the reader's
// attention, and lets notifications in sight count as read when it comes back.
func (a *App) followAttention() {
	a.fyne.Lifecycle().SetOnEnteredForeground(func() {
		a.attended = true
		for _, c := range a.deck.columns {
			if n, ok := c.screen.(*screens.Notifications); ok {
				n.Attend()
			}
		}
	})
	a.fyne.Lifecycle().SetOnExitedForeground(func() { a.attended = false })
}

// Attended implements screens.Desk.
func (a *App) Attended() bool { return a.attended }
