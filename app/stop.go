package app

// stopUnhooked keeps Fyne from queueing an event as it stops. In 2.8.1 that
// event is lost when the queue it goes through is closed first, and Run then
// waits for it without end. It would save Fyne's own preferences, which are
// not used here.
func (a *App) stopUnhooked() {
	lifecycle, ok := a.fyne.Lifecycle().(interface{ SetOnStoppedHookExecuted(f func()) })
	if ok {
		lifecycle.SetOnStoppedHookExecuted(nil)
	}
}
