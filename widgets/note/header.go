package note

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// header is the line with the name, the acct, the time and the marks of who
// may see the note. size is that of the name.
func (b *builder) header(n misskey.Note, x, width, size float32) {
	base := b.y + baseline(size)
	right := b.marks(n, x+width, base)
	ago := word(Ago(b.env.Now(), n.CreatedAt), faint())
	right -= breadth(ago)
	who := flow.Lay(b.env.who(n.User, flow.Style{Size: size, Bold: true, Color: look.ColorTextStrong}),
		flow.Options{Width: max(1, right-x-look.Space2), MaxLines: 1})
	height := who.Size().Height
	b.at(who, x, b.y)
	b.alone()
	b.zone(Zone{
		Place: place(x, b.y, who.Size().Width, height), Plain: true, Label: acct(n.User),
		Press: func(a Actions, _ fyne.CanvasObject) { a.OpenUser(n.User) },
	})
	b.at(ago, right, base-baseline(look.TextSecondary))
	b.zone(Zone{
		Place: place(right, b.y, ago.Size().Width, height), Plain: true, Label: exact(n.CreatedAt),
		Press: func(a Actions, _ fyne.CanvasObject) { a.OpenNote(n) },
	})
	b.y += height
}

// marks puts the icons that say who may see n, ending at right in the line
// whose letters stand on base, and returns where they begin.
func (b *builder) marks(n misskey.Note, right, base float32) float32 {
	const rise = 12 // of their top over the letters' feet
	mark := func(name look.IconName, label string) {
		right -= smallIcon
		b.icon(name, look.ColorTextFaint, right, base-rise, smallIcon)
		b.zone(Zone{Place: place(right, base-rise, smallIcon, smallIcon), Plain: true, Label: label})
		right -= look.Space1
	}
	if n.LocalOnly {
		mark(look.IconLocalOnly, lang.L("note.localOnly"))
	}
	switch n.Visibility {
	case misskey.VisibilityPublic, "":
	case misskey.VisibilityHome:
		mark(look.IconVisibilityHome, lang.L("note.visibility.home"))
	case misskey.VisibilityFollowers:
		mark(look.IconLock, lang.L("note.visibility.followers"))
	default:
		mark(look.IconMail, lang.L("note.visibility.specified"))
	}
	return right
}

// who is a user's name with what tells them apart: acct, bot, roles.
func (e *Env) who(u misskey.User, style flow.Style) []flow.Run {
	const maxRoles = 5
	plain := faint()
	runs := append(e.name(u, style), flow.Run{Text: "  " + acct(u), Style: plain})
	if u.IsBot {
		tag := flow.Style{Size: look.TextSecondary - 2, Color: look.ColorTextFaint, Background: look.ColorChip}
		runs = append(runs, flow.Run{Text: "  ", Style: plain}, flow.Run{Text: lang.L("note.bot"), Style: tag})
	}
	for i, role := range u.BadgeRoles {
		if role.IconURL == "" || i >= maxRoles {
			continue
		}
		runs = append(runs, flow.Run{Text: " ", Style: plain},
			flow.Run{Text: oneLine(role.Name), Style: plain, Emoji: &flow.Emoji{URL: role.IconURL, Aspect: 1}})
	}
	return runs
}

// acct names a user as the reader's server does.
func acct(u misskey.User) string { return oneLine(u.Acct()) }
