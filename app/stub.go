package app

import (
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"

	"mejiro/app/screens"
)

func (a *App) addAccount() {}

// showSettings opens the preferences.
func (a *App) showSettings() {
	d := dialog.NewCustom(lang.L("deck.settings"), lang.L("common.close"),
		screens.NewSettings(a.currentSettings(), a.version, a.applySettings), a.window)
	d.Show()
}
