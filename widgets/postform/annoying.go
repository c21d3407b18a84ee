package postform

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// annoys reports whether a text is of those that Misskey Web advises against showing to everybody: such as takes much room, or that of others.
func annoys(text string) bool {
	return slices.ContainsFunc([]string{"$[x2", "$[x3", "$[x4", "$[scale", "$[position"}, func(fn string) bool {
		return strings.Contains(text, fn)
	})
}

// newAdvice asks whether a text that may annoy is to be sent to everybody.
func newAdvice(f *Form) *fyne.Container {
	text := flow.NewBlock(nil, flow.Run{Text: lang.L("postform.annoying"), Style: flow.Style{Size: look.TextSecondary + 1}})
	home := widget.NewButton(lang.L("postform.annoying.home"), func() {
		f.value.Visibility = misskey.VisibilityHome
		f.changed()
		f.send()
	})
	home.Importance = widget.HighImportance
	anyway := widget.NewButton(lang.L("postform.annoying.anyway"), func() {
		f.advise(false)
		f.send()
	})
	object := notice(look.ColorInfoWarn, widget.NewIcon(look.IconIn(look.IconWarning, look.ColorWarn)),
		container.NewVBox(text, container.NewHBox(home, anyway)))
	object.Hide()
	return object
}

// advise shows the advice, or takes it away.
func (f *Form) advise(on bool) {
	if on != f.advice.Visible() {
		f.advice.Hidden = !on
		f.arrange()
	}
}
