package postform

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/widgets/look"
)

func (f *Form) chooseVisibility() {
	if f.OnMenu == nil {
		return
	}
	menu := fyne.NewMenu("")
	for _, v := range []misskey.Visibility{
		misskey.VisibilityPublic, misskey.VisibilityHome, misskey.VisibilityFollowers, misskey.VisibilitySpecified,
	} {
		i := fyne.NewMenuItem(visibilityName(v), func() {
			f.value.Visibility = v
			f.changed()
		})
		i.Icon, i.Checked = look.Icon(visibilityIcon(v)), v == f.value.Visibility
		menu.Items = append(menu.Items, i)
	}
	f.OnMenu(menu, f.head.visibility)
}

func visibilityIcon(v misskey.Visibility) look.IconName {
	switch v {
	case misskey.VisibilityPublic:
		return look.IconVisibilityPublic
	case misskey.VisibilityHome:
		return look.IconVisibilityHome
	case misskey.VisibilityFollowers:
		return look.IconLock
	}
	return look.IconMail
}

func visibilityName(v misskey.Visibility) string {
	switch v {
	case misskey.VisibilityPublic:
		return lang.L("note.visibility.public")
	case misskey.VisibilityHome:
		return lang.L("note.visibility.home")
	case misskey.VisibilityFollowers:
		return lang.L("note.visibility.followers")
	}
	return lang.L("note.visibility.specified")
}
