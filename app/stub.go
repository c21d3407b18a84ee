package app

func (a *App) addAccount()   {}
func (a *App) showSettings() {}
