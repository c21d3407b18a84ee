package screens

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"mejiro/app/settings"
	"mejiro/assets"
)

// NewSettings shows the preferences; changed is told of every change at once,
// and gallery opens the gallery of MFM.
func NewSettings(s settings.Settings, version string, changed func(settings.Settings), gallery func()) fyne.CanvasObject {
	form := widget.NewForm(
		widget.NewFormItem(lang.L("settings.theme"), themeChoice(s.Theme, func(t settings.Theme) {
			s.Theme = t
			changed(s)
		})),
		widget.NewFormItem(lang.L("settings.language"), languageChoice(s.Language, func(l string) {
			s.Language = l
			changed(s)
		})),
		widget.NewFormItem(lang.L("settings.animation"), animationChoice(s.Animation, func(v settings.Animation) {
			s.Animation = v
			changed(s)
		})),
		widget.NewFormItem("", check(lang.L("settings.reduceMotion"), s.ReduceMotion, func(on bool) {
			s.ReduceMotion = on
			changed(s)
		})),
		widget.NewFormItem("", check(lang.L("settings.advancedMFM"), s.AdvancedMFM, func(on bool) {
			s.AdvancedMFM = on
			changed(s)
		})),
	)
	return container.NewVBox(form, widget.NewSeparator(), about(version, gallery))
}

// about says what this program is and can draw.
func about(version string, gallery func()) fyne.CanvasObject {
	heading := widget.NewLabelWithStyle(lang.L("settings.about"), fyne.TextAlignLeading, fyne.TextStyle{Bold: true})
	return container.NewVBox(heading,
		container.NewBorder(nil, nil, nil, widget.NewButton(lang.L("gallery.title"), gallery), faintLabel("Mejiro "+version)))
}

func themeChoice(now settings.Theme, chosen func(settings.Theme)) fyne.CanvasObject {
	themes := []settings.Theme{settings.ThemeAuto, settings.ThemeLight, settings.ThemeDark}
	names := []string{lang.L("settings.theme.auto"), lang.L("settings.theme.light"), lang.L("settings.theme.dark")}
	return choice(names, slices.Index(themes, now), func(i int) { chosen(themes[i]) })
}

func animationChoice(now settings.Animation, chosen func(settings.Animation)) fyne.CanvasObject {
	choices := []settings.Animation{settings.AnimationOn, settings.AnimationHover, settings.AnimationOff}
	names := []string{lang.L("settings.animation.on"), lang.L("settings.animation.hover"), lang.L("settings.animation.off")}
	return choice(names, slices.Index(choices, now), func(i int) { chosen(choices[i]) })
}

func languageChoice(now string, chosen func(string)) fyne.CanvasObject {
	tags := append([]string{settings.Auto}, assets.Languages()...)
	names := []string{lang.L("settings.language.auto")}
	for _, tag := range assets.Languages() {
		names = append(names, languageName(tag))
	}
	return choice(names, slices.Index(tags, now), func(i int) { chosen(tags[i]) })
}

// languageName is a language's name in itself.
func languageName(tag string) string {
	switch tag {
	case "ja":
		return "日本語"
	case "ko":
		return "한국어"
	case "fr":
		return "Français"
	case "id":
		return "Bahasa Indonesia"
	}
	return "English"
}

func choice(names []string, now int, chosen func(int)) fyne.CanvasObject {
	s := widget.NewSelect(names, nil)
	s.SetSelectedIndex(now)
	s.OnChanged = func(name string) { chosen(slices.Index(names, name)) }
	return s
}

func check(name string, now bool, chosen func(bool)) fyne.CanvasObject {
	c := widget.NewCheck(name, nil)
	c.SetChecked(now)
	c.OnChanged = chosen
	return c
}
