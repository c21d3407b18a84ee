package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"

	"mejiro/app/account"
	"mejiro/widgets"
	"mejiro/widgets/look"
)

const railWidth = 56

// railAccount is an account as the rail shows it.
type railAccount struct {
	id        account.ID
	name      string
	acct      string
	avatarURL string
	acting    bool
	unread    int
	troubled  bool // it must sign in again
}

// railIntents are what the rail asks for.
type railIntents struct {
	act         func(id account.ID)                       // make it the acting account
	accountMenu func(id account.ID, at fyne.CanvasObject) // what else can be done with it
	addAccount  func()
	home        func()
	mentions    func() // the notifications
	addColumn   func(at fyne.CanvasObject)
	settings    func()
	note        func()
	gallery     func() // the gallery of MFM; nil where it has no place of its own
}

// rail is the strip at the left: the accounts above, where to go below.
type rail struct {
	intents  railIntents
	pictures widgets.Pictures
	accounts *fyne.Container
	faces    map[account.ID]*accountFace
	object   fyne.CanvasObject
}

func newRail(pictures widgets.Pictures, intents railIntents) *rail {
	r := &rail{intents: intents, pictures: pictures, accounts: container.NewVBox(), faces: map[account.ID]*accountFace{}}
	places := container.NewVBox(
		railButton(look.IconHome, lang.L("deck.home"), intents.home),
		railButton(look.IconNotifications, lang.L("deck.notifications"), intents.mentions),
		railMenu(look.IconColumns, lang.L("deck.addColumn"), intents.addColumn),
		railButton(look.IconSettings, lang.L("deck.settings"), intents.settings),
		newNoteButton(intents.note),
	)
	if intents.gallery != nil {
		places.Objects = slices.Insert(places.Objects, 0, railButton(look.IconPicture, lang.L("gallery.title"), intents.gallery))
	}
	content := container.NewBorder(
		container.NewVBox(r.accounts, railButton(look.IconAdd, lang.L("deck.addAccount"), intents.addAccount)),
		places, nil, nil, layout.NewSpacer())
	width := widgets.NewGround(look.ColorRail, 0)
	width.Least = fyne.NewSize(railWidth, 0)
	r.object = container.NewStack(width, container.NewPadded(content))
	return r
}

// newNoteButton is the button that opens the post form, in the accent colour.
func newNoteButton(do func()) fyne.CanvasObject {
	b := widgets.NewIconButton(look.IconNote, lang.L("deck.note"), do)
	b.SetTint(look.ColorOnAccent)
	return container.NewCenter(container.NewStack(widgets.NewGround(look.ColorAccent, look.RadiusCard), container.NewPadded(b)))
}

func railButton(icon look.IconName, label string, do func()) fyne.CanvasObject {
	return container.NewCenter(widgets.NewIconButton(icon, label, do))
}

func railMenu(icon look.IconName, label string, open func(at fyne.CanvasObject)) fyne.CanvasObject {
	b := widgets.NewIconButton(icon, label, nil)
	b.OnTap = func() { open(b) }
	return container.NewCenter(b)
}

// show replaces the accounts, keeping the faces of those that stay.
func (r *rail) show(accounts []railAccount) {
	faces := make(map[account.ID]*accountFace, len(accounts))
	objects := make([]fyne.CanvasObject, 0, len(accounts))
	for _, a := range accounts {
		face := r.faces[a.id]
		if face == nil {
			face = newAccountFace(r.pictures, func() { r.intents.act(a.id) },
				func(at fyne.CanvasObject) { r.intents.accountMenu(a.id, at) })
		}
		face.show(a)
		faces[a.id] = face
		objects = append(objects, face)
	}
	r.faces, r.accounts.Objects = faces, objects
	r.accounts.Refresh()
}
