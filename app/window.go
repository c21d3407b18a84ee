package app

import (
	"net/url"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"mejiro/app/screens"
	"mejiro/app/settings"
	"mejiro/assets"
	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
	"mejiro/widgets/motion"
)

// openWindow makes the one window: rail and deck side by side, with room for
// what floats over them.
func (a *App) openWindow() {
	a.window = a.fyne.NewWindow("Mejiro")
	a.window.SetIcon(fyne.NewStaticResource("mejiro.png", assets.Icon()))
	a.deck = newDeck()
	a.composer = newComposer(a)
	a.main = a.content()
	a.stage = widgets.NewStage(a.main)
	a.window.SetContent(a.stage)
	a.window.SetPadded(false)
	a.window.Resize(fyne.NewSize(a.settings.Width, a.settings.Height))
	a.window.SetMaster()
	a.window.SetCloseIntercept(a.quit)
	a.stopUnhooked()
	a.window.SetOnDropped(a.dropped)
	a.shortcuts()
	if a.notice != "" {
		a.Toast(a.notice)
	}
}

// content is the rail and the deck, in the words of the present language. Fyne
// has painted the ground.
func (a *App) content() fyne.CanvasObject {
	a.rail = newRail(a.media, a.railIntents())
	content := container.NewBorder(nil, nil, a.rail.object, nil,
		container.NewStack(a.deck.object, a.composer.object))
	if a.trace.Enabled() {
		a.traceFrames()
		return container.NewStack(content, a.frameTracer())
	}
	return content
}

// raise brings the window to the front.
func (a *App) raise() {
	a.window.Show()
	a.governor.Resume(motion.Hidden)
	a.window.RequestFocus()
}

// restyle puts theme and language of the settings in force.
func (a *App) restyle() {
	variant := look.Auto
	switch a.settings.Theme {
	case settings.ThemeLight:
		variant = look.Light
	case settings.ThemeDark:
		variant = look.Dark
	case settings.ThemeAuto:
	}
	chosen := a.settings.Language
	if chosen == settings.Auto {
		chosen = ""
	}
	if _, err := assets.Speak(chosen); err != nil {
		a.log.Error("translations", "error", err)
	}
	flow.DropCaches()
	a.fyne.Settings().SetTheme(look.New(variant))
}

// applySettings puts changed settings in force and keeps them.
func (a *App) applySettings(s settings.Settings) {
	worded := s.Language != a.settings.Language
	a.settings = s
	a.setMotion()
	a.restyle()
	if worded {
		a.reword()
	}
	for _, c := range a.deck.columns {
		c.screen.Feed().ReduceMotion = s.ReduceMotion
		c.screen.Restyle()
	}
	a.saveSettings()
}

// reword makes everything that is shown anew, in the present language.
func (a *App) reword() {
	a.main = a.content()
	a.composer.rebuild()
	a.showAccounts()
	a.rebuildDeck()
	if a.signing == nil {
		a.stage.SetContent(a.main)
	}
}

// showSettings opens the preferences.
func (a *App) showSettings() {
	var d dialog.Dialog
	gallery := func() {
		d.Hide()
		a.showGallery()
	}
	d = dialog.NewCustom(lang.L("deck.settings"), lang.L("common.close"),
		screens.NewSettings(a.currentSettings(), a.version, a.applySettings, gallery), a.window)
	a.open(d)
	a.trace.Screen("settings")
}

// saveSettings keeps the settings. The disk is not waited for.
func (a *App) saveSettings() {
	a.saver.save(a.currentSettings())
}

// currentSettings are the settings with the size of the window as it is.
func (a *App) currentSettings() settings.Settings {
	if size := a.window.Canvas().Size(); size.Width > 0 {
		a.settings.Width, a.settings.Height = size.Width, size.Height
	}
	return a.settings
}

// OpenURL shows a web address in the browser.
func (a *App) OpenURL(address string) {
	u, err := url.Parse(address)
	if err != nil || (u.Scheme != "https" && u.Scheme != "http") {
		return
	}
	if err := a.fyne.OpenURL(u); err != nil {
		a.log.Warn("opening the browser", "error", err)
	}
}

// Toast says something in passing.
func (a *App) Toast(text string) {
	a.trace.Toast(text)
	a.stage.Toast(widgets.Toast{Text: text})
}

// Confirm asks before something that cannot be undone.
func (a *App) Confirm(title, text, yes string, then func()) {
	label := widget.NewLabel(text)
	label.Wrapping = fyne.TextWrapWord
	d := dialog.NewCustomConfirm(title, yes, lang.L("common.cancel"), container.NewGridWrap(fyne.NewSize(360, 60), label),
		func(ok bool) {
			if ok {
				then()
			}
		}, a.window)
	d.SetConfirmImportance(widget.DangerImportance)
	a.open(d)
}

// Offer is Toast with something that can be done about it.
func (a *App) Offer(text, action string, do func()) {
	a.trace.Toast(text)
	a.stage.Toast(widgets.Toast{Text: text, Action: action, OnAction: do})
}

// open shows a dialog. What lies below rests meanwhile.
func (a *App) open(d dialog.Dialog) {
	d.SetOnClosed(a.cover())
	d.Show()
}

// Dialog asks for something to be filled in, beginning with first, until it is
// closed.
func (a *App) Dialog(title string, content fyne.CanvasObject, first fyne.Focusable) (closeDialog func()) {
	d := dialog.NewCustomWithoutButtons(title, content, a.window)
	a.open(d)
	a.window.Canvas().Focus(first)
	return d.Hide
}

// Menu opens a menu at pos within at. What it returns puts another one in its
// place, unless the reader has left it meanwhile.
func (a *App) Menu(menu *fyne.Menu, at fyne.CanvasObject, pos fyne.Position) (replace func(*fyne.Menu)) {
	place := a.fyne.Driver().AbsolutePositionForObject(at).Add(pos)
	shown := a.openMenu(menu, place)
	return func(next *fyne.Menu) {
		if shown.Visible() {
			shown.Hide()
			shown = a.openMenu(next, place)
		}
	}
}

func (a *App) openMenu(menu *fyne.Menu, place fyne.Position) *widget.PopUpMenu {
	m := widget.NewPopUpMenu(menu, a.window.Canvas())
	m.ShowAtPosition(place)
	return m
}

// Copy puts text on the clipboard.
func (a *App) Copy(text string) { a.fyne.Clipboard().SetContent(text) }
