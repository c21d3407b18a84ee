package app

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mejiro/api/misskey"
	"mejiro/app/screens"
	"mejiro/widgets/emojipicker"
	"mejiro/widgets/look"
)

// memberDesk is what the screens of one account ask of the window.
type memberDesk struct {
	*App
	member *member
}

var _ screens.Desk = memberDesk{}

func (a *App) deskOf(m *member) screens.Desk { return memberDesk{App: a, member: m} }

// Compose implements screens.Desk.
func (d memberDesk) Compose(draft screens.Draft) { d.composer.compose(d.member, draft) }

// Palette implements screens.Desk: the reader's reactions in a pop-up.
func (d memberDesk) Palette(at fyne.CanvasObject, choose func(reaction string)) {
	choices := make([]emojipicker.Choice, len(d.settings.Reactions))
	for i, reaction := range d.settings.Reactions {
		choices[i] = emojipicker.Choice{Reaction: reaction, Run: d.member.env.Reaction(reaction, nil, look.TextTitle)}
	}
	content := emojipicker.NewPalette(d.media, d.governor, choices, func(reaction string) {
		d.closePopup()
		choose(reaction)
	})
	d.popup = widget.NewPopUp(d.stage.Over(container.NewPadded(content)), d.window.Canvas())
	d.popup.ShowAtRelativePosition(fyne.NewPos(0, at.Size().Height), at)
	content.OnCancel = func() { d.closePopup() }
	d.window.Canvas().Focus(content)
}

// closePopup takes the pop-up away and reports whether there was one.
func (a *App) closePopup() bool {
	if a.popup == nil || !a.popup.Visible() {
		return false
	}
	a.popup.Hide()
	return true
}

// ShowFile implements screens.Desk: pictures open over the window, everything
// else in the browser.
func (d memberDesk) ShowFile(files []misskey.DriveFile, index int) {
	if index < 0 || index >= len(files) {
		return
	}
	if !files[index].IsImage() {
		d.OpenURL(files[index].URL)
		return
	}
	d.App.showPictures(files, index)
}
