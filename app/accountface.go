package app

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"

	"mejiro/widgets"
	"mejiro/widgets/look"
)

const (
	faceSize  = 36
	faceRoom  = 44
	badgeSize = 16
)

// accountFace is an account in the rail: its avatar in a ring when it acts,
// with the count of what is unread.
type accountFace struct {
	widgets.Tipped
	avatar *widgets.Avatar
	ring   *widgets.Ground
	badge  *widgets.Ground
	count  *canvas.Text
	act    func()
	menu   func(at fyne.CanvasObject)
}

var (
	_ fyne.Tappable          = (*accountFace)(nil)
	_ fyne.SecondaryTappable = (*accountFace)(nil)
	_ desktop.Cursorable     = (*accountFace)(nil)
)

func newAccountFace(pictures widgets.Pictures, act func(), menu func(at fyne.CanvasObject)) *accountFace {
	f := &accountFace{
		avatar: widgets.NewAvatar(pictures),
		ring:   widgets.NewGround("", faceRoom/2),
		badge:  widgets.NewGround(look.ColorBadge, badgeSize/2),
		count:  canvas.NewText("", look.Color(look.ColorOnBadge)),
		act:    act, menu: menu,
	}
	f.count.TextSize = 10
	f.count.TextStyle.Bold = true
	f.count.Alignment = fyne.TextAlignCenter
	f.ExtendBaseWidget(f)
	return f
}

func (f *accountFace) show(a railAccount) {
	f.avatar.SetFace(widgets.Face{URL: a.avatarURL, Name: a.name})
	f.SetToolTip(a.name + "\n" + a.acct)
	f.ring.Line = ""
	if a.acting {
		f.ring.Line = look.ColorAccent
	}
	f.badge.Fill, f.count.Text = "", ""
	switch {
	case a.troubled:
		f.badge.Fill, f.count.Text = look.ColorError, "!"
		f.SetToolTip(a.acct + "\n" + lang.L("deck.account.troubled"))
	case a.unread > 0:
		f.badge.Fill, f.count.Text = look.ColorBadge, strconv.Itoa(min(a.unread, 99))
	}
	f.Refresh()
}

// Tapped implements fyne.Tappable: the acting account shows its menu.
func (f *accountFace) Tapped(*fyne.PointEvent) {
	if f.ring.Line != "" {
		f.menu(f)
		return
	}
	f.act()
}

// TappedSecondary implements fyne.SecondaryTappable.
func (f *accountFace) TappedSecondary(*fyne.PointEvent) { f.menu(f) }

// Cursor implements desktop.Cursorable.
func (f *accountFace) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (f *accountFace) CreateRenderer() fyne.WidgetRenderer { return &faceRenderer{f} }

type faceRenderer struct{ face *accountFace }

// Layout implements fyne.WidgetRenderer.
func (r *faceRenderer) Layout(size fyne.Size) {
	f := r.face
	left, top := (size.Width-faceRoom)/2, (size.Height-faceRoom)/2
	inset := float32(faceRoom-faceSize) / 2
	f.ring.Move(fyne.NewPos(left, top))
	f.ring.Resize(fyne.NewSize(faceRoom, faceRoom))
	f.avatar.Move(fyne.NewPos(left+inset, top+inset))
	f.avatar.Resize(fyne.NewSize(faceSize, faceSize))
	corner := fyne.NewPos(left+faceRoom-badgeSize, top)
	f.badge.Move(corner)
	f.badge.Resize(fyne.NewSize(badgeSize, badgeSize))
	f.count.Move(corner)
	f.count.Resize(fyne.NewSize(badgeSize, badgeSize))
}

// MinSize implements fyne.WidgetRenderer.
func (r *faceRenderer) MinSize() fyne.Size { return fyne.NewSize(faceRoom, faceRoom) }

// Objects implements fyne.WidgetRenderer.
func (r *faceRenderer) Objects() []fyne.CanvasObject {
	f := r.face
	return []fyne.CanvasObject{f.ring, f.avatar, f.badge, f.count}
}

// Refresh implements fyne.WidgetRenderer.
func (r *faceRenderer) Refresh() {
	f := r.face
	f.ring.Refresh()
	f.badge.Refresh()
	f.count.Color = look.Color(look.ColorOnBadge)
	f.count.Refresh()
}

// Destroy implements fyne.WidgetRenderer.
func (r *faceRenderer) Destroy() {}
