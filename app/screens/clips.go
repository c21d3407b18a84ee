package screens

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"mejiro/api/misskey"
	"mejiro/widgets/entry"
	"mejiro/widgets/look"
)

const (
	maxClipName   = 100 // characters, on every server
	shownClipName = 36  // characters of it in a menu or a toast
	clipFormWidth = 320
)

// Clip implements note.Actions.
func (a *noteActions) Clip(n misskey.Note, at fyne.CanvasObject) {
	a.chooseClip(n, at, fyne.NewPos(0, at.Size().Height))
}

// chooseClip opens a menu of the account's clips, which come when they are
// loaded, to put n into one.
func (a *noteActions) chooseClip(n misskey.Note, at fyne.CanvasObject, pos fyne.Position) {
	if a.guest() {
		return
	}
	fresh := item(lang.L("note.clip.new"), look.IconAdd, func() { a.newClip(n) })
	replace := a.desk.Menu(fyne.NewMenu("", line(lang.L("common.loading")), fyne.NewMenuItemSeparator(), fresh), at, pos)
	a.session.Clips(func(clips []misskey.Clip, err error) {
		items := a.clipItems(n, clips)
		switch {
		case err != nil:
			again := item(lang.L("common.retry"), look.IconRetry, func() { a.chooseClip(n, at, pos) })
			items = []*fyne.MenuItem{line(lang.L("note.clip.failed")), again}
		case len(clips) == 0:
			items = []*fyne.MenuItem{line(lang.L("note.clip.empty"))}
		}
		replace(fyne.NewMenu("", append(items, fyne.NewMenuItemSeparator(), fresh)...))
	})
}

func (a *noteActions) clipItems(n misskey.Note, clips []misskey.Clip) []*fyne.MenuItem {
	items := make([]*fyne.MenuItem, len(clips))
	for i, clip := range clips {
		icon := look.IconLock
		if clip.IsPublic {
			icon = look.IconVisibilityPublic
		}
		items[i] = item(clipName(clip), icon, func() { a.clip(n.ID, clip) })
	}
	return items
}

// clip puts a note into a clip and offers to take it out again.
func (a *noteActions) clip(id misskey.NoteID, clip misskey.Clip) {
	name := map[string]any{"Clip": clipName(clip)}
	remove := func() {
		a.session.Unclip(id, clip.ID, func() { a.desk.Toast(lang.L("note.unclipped", name)) })
	}
	a.session.Clip(id, clip.ID, func(already bool) {
		if already {
			a.desk.Offer(lang.L("note.clipped.already", name), lang.L("note.clipped.remove"), remove)
			return
		}
		a.desk.Offer(lang.L("note.clipped", name), lang.L("common.undo"), remove)
	})
}

// newClip asks for a clip to be made, which n is put into.
func (a *noteActions) newClip(n misskey.Note) {
	var closeForm func()
	content, field := clipForm(func() { closeForm() }, func(name string, public bool) {
		closeForm()
		a.session.CreateClip(name, public, func(clip misskey.Clip) { a.clip(n.ID, clip) })
	})
	closeForm = a.desk.Dialog(lang.L("note.clip.new"), content, field)
}

// clipForm asks for the name of a new clip and who may see it.
func clipForm(cancel func(), create func(name string, public bool)) (fyne.CanvasObject, *entry.Entry) {
	field := entry.New()
	field.SetPlaceHolder(lang.L("note.clip.name"))
	public := widget.NewCheck(lang.L("note.clip.public"), nil)
	name := func() string { return strings.TrimSpace(field.Text) }
	fit := func() bool { return name() != "" && utf8.RuneCountInString(name()) <= maxClipName }
	submit := func() {
		if fit() {
			create(name(), public.Checked)
		}
	}
	proceed := widget.NewButton(lang.L("note.clip.make"), submit)
	proceed.Importance = widget.HighImportance
	proceed.Disable()
	field.OnChanged = func(string) {
		if fit() {
			proceed.Enable()
		} else {
			proceed.Disable()
		}
	}
	field.OnSubmitted = func(string) { submit() }
	field.OnEscape = cancel
	buttons := container.NewHBox(layout.NewSpacer(), widget.NewButton(lang.L("common.cancel"), cancel), proceed)
	width := container.NewGridWrap(fyne.NewSize(clipFormWidth, field.MinSize().Height), field)
	return container.NewVBox(width, public, buttons), field
}

// clipName is a clip's name, short and in one line.
func clipName(c misskey.Clip) string {
	name := []rune(strings.Join(strings.Fields(c.Name), " "))
	if len(name) > shownClipName {
		return string(name[:shownClipName]) + "…"
	}
	return string(name)
}

// line is a word in a menu that cannot be chosen.
func line(text string) *fyne.MenuItem {
	i := fyne.NewMenuItem(text, nil)
	i.Disabled = true
	return i
}
