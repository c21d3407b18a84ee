package postform

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"mejiro/api/misskey"
	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// head is the upper edge of the form: who posts, to whom, and the button that
// sends.
type head struct {
	object     *fyne.Container
	closing    *widgets.IconButton
	face       *widgets.Avatar
	acct       *flow.View
	runs       []flow.Run
	turn       *widgets.IconButton // to another account
	local      *widgets.IconButton
	visibility *widgets.IconButton
	shown      misskey.Visibility
	send       *widget.Button
}

func newHead(pictures widgets.Pictures, f *Form) *head {
	h := &head{face: widgets.NewAvatar(pictures), acct: flow.NewView(nil)}
	h.closing = widgets.NewIconButton(look.IconClose, lang.L("common.close"), f.close)
	h.face.OnTap = func() { f.chooseAccount(h.face) }
	h.turn = widgets.NewIconButton(look.IconChevronDown, lang.L("postform.account"), nil)
	h.turn.OnTap = func() { f.chooseAccount(h.turn) }
	h.local = widgets.NewIconButton(look.IconLocalOnly, lang.L("note.localOnly"), func() {
		f.value.LocalOnly = !f.value.LocalOnly
		f.changed()
	})
	h.visibility = widgets.NewIconButton(look.IconVisibilityPublic, lang.L("postform.visibility"), f.chooseVisibility)
	h.send = widget.NewButton(lang.L("postform.send"), f.trySend)
	h.send.Importance = widget.HighImportance
	h.object = container.New(headLayout{h}, h.face, h.acct, h.turn, h.local, h.visibility, h.send, h.closing)
	return h
}

func (h *head) setAccount(u misskey.User, host string) {
	h.face.SetFace(widgets.Face{URL: u.AvatarURL, Blurhash: u.AvatarBlurhash, Name: u.DisplayName()})
	h.runs = []flow.Run{
		{Text: "@" + u.Username, Style: flow.Style{Bold: true, Color: look.ColorTextStrong, Size: look.TextSecondary}},
		{Text: "@" + host, Style: flow.Style{Color: look.ColorTextFaint, Size: look.TextSecondary}},
	}
	h.object.Refresh()
}

// update brings the buttons in line with the form.
func (h *head) update(f *Form) {
	if h.shown != f.value.Visibility {
		h.shown = f.value.Visibility
		h.visibility.SetIcon(visibilityIcon(h.shown))
		h.visibility.SetToolTip(lang.L("postform.visibility") + ": " + visibilityName(h.shown))
		h.object.Refresh()
	}
	tint(h.visibility, h.shown != misskey.VisibilityPublic)
	tint(h.local, f.value.LocalOnly)
	enable(!f.busy, h.visibility, h.local)
	enable(f.canSend(), h.send)
	if turns := f.OnAccount != nil && f.canTurn(); turns == h.turn.Hidden {
		h.turn.Hidden = !turns
		h.object.Refresh()
	}
}

// canTurn reports whether what is written may become another account's: an
// answer or a quote belongs to the server of its note, a file to its Drive.
func (f *Form) canTurn() bool { return !f.bound && !f.busy && f.files.all == 0 }

func (f *Form) chooseAccount(at fyne.CanvasObject) {
	if f.OnAccount != nil && f.canTurn() {
		f.OnAccount(at)
	}
}

// headLayout sets the head in one line. The acct gets what the rest leaves;
// the visibility is named where there is room.
type headLayout struct{ head *head }

const (
	headHeight = 36
	faceSide   = 28
	headLeast  = 260
	namesFrom  = 400 // the width in which the visibility is named
)

// Layout implements fyne.Layout.
func (l headLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	h := l.head
	name := ""
	if size.Width >= namesFrom {
		name = visibilityName(h.shown)
	}
	h.visibility.SetCount(name)
	right := size.Width
	for i, o := range []fyne.CanvasObject{h.send, h.visibility, h.local} {
		if i == 1 {
			right -= look.Space2
		}
		right -= o.MinSize().Width
		put(o, right, size.Height)
	}
	put(h.closing, 0, size.Height)
	x := h.closing.MinSize().Width + look.Space1
	h.face.Resize(fyne.NewSquareSize(faceSide))
	h.face.Move(fyne.NewPos(x, (size.Height-faceSide)/2))
	x += faceSide + look.Space2
	if !h.turn.Hidden {
		right -= h.turn.MinSize().Width
	}
	text := flow.Lay(h.runs, flow.Options{Width: max(1, right-x-look.Space1), MaxLines: 1})
	h.acct.SetLayout(text)
	h.acct.Resize(text.Size())
	h.acct.Move(fyne.NewPos(x, (size.Height-text.Size().Height)/2))
	put(h.turn, x+text.Size().Width, size.Height)
}

// put gives o its own size in the middle of the head's height.
func put(o fyne.CanvasObject, x, height float32) {
	o.Resize(o.MinSize())
	o.Move(fyne.NewPos(x, (height-o.MinSize().Height)/2))
}

// MinSize implements fyne.Layout.
func (l headLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(headLeast, max(headHeight, l.head.send.MinSize().Height))
}

// verb names what sending does.
func verb(c *Context) string {
	switch {
	case c != nil && c.Icon == look.IconReply:
		return lang.L("postform.reply")
	case c != nil && c.Icon == look.IconQuote:
		return lang.L("postform.quote")
	}
	return lang.L("postform.send")
}

// tint shows whether what a button switches is on.
func tint(b *widgets.IconButton, on bool) {
	if on {
		b.SetTint(look.ColorAccent)
	} else {
		b.SetTint(look.ColorTextFaint)
	}
}

func enable(on bool, all ...fyne.Disableable) {
	for _, d := range all {
		switch {
		case on && d.Disabled():
			d.Enable()
		case !on && !d.Disabled():
			d.Disable()
		}
	}
}
