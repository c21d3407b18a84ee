// Package postform is the form a note is written in.
//
// The form holds what is being written and shows what its owner tells it of
// the rest: who posts, the files and how far they are, whether the note is on
// its way, why it could not go. It loses nothing by itself: what was typed
// stays until Reset.
//
// It belongs to the Fyne goroutine.
package postform

import (
	"strconv"
	"strings"
	"unicode/utf16"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"mejiro/api/misskey"
	"mejiro/widgets"
	"mejiro/widgets/entry"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// Value is what is being written.
type Value struct {
	Text       string
	CW         string // "" for none
	Visibility misskey.Visibility
	LocalOnly  bool
}

// Context is the note that is answered or quoted, in words.
type Context struct {
	Icon  look.IconName
	Label string // what is done with it, and whose it is
	Text  []flow.Run
}

// Form is the post form.
type Form struct {
	widget.BaseWidget

	// OnSend is called when the reader sends; the form stays as it is.
	OnSend func()
	// OnClose is called when the reader puts the form away.
	OnClose func()
	// OnAttach is called when the reader wants to choose files.
	OnAttach func()
	// OnChange is called when what is written changes.
	OnChange func()
	// OnFile is called for a button of an attachment.
	OnFile func(id int, do FileAction)
	// OnAccount is called when the reader wants to post as another account.
	OnAccount func(at fyne.CanvasObject)
	// OnMenu opens a menu under at.
	OnMenu func(menu *fyne.Menu, at fyne.CanvasObject)

	pictures widgets.Pictures
	limit    int // of the text, in UTF-16 units; 0 is unknown
	value    Value
	busy     bool
	files    int // attachments that may be sent

	text, cw   *entry.Entry
	who        *widgets.Avatar
	acct       *flow.View
	context    *fyne.Container
	counter    *canvas.Text
	problem    *widget.Label
	attached   *fyne.Container
	visibility *widgets.IconButton
	local      *widgets.IconButton
	warn       *widgets.IconButton
	send       *widget.Button
	content    fyne.CanvasObject
}

// New returns an empty form.
func New(pictures widgets.Pictures) *Form {
	f := &Form{pictures: pictures, value: Value{Visibility: misskey.VisibilityPublic}}
	f.text, f.cw = f.field(entry.NewMultiLine()), f.field(entry.New())
	f.text.SetMinRowsVisible(5)
	f.text.SetPlaceHolder(lang.L("postform.placeholder"))
	f.cw.SetPlaceHolder(lang.L("postform.cw.placeholder"))
	f.cw.Hide()
	f.who = widgets.NewAvatar(pictures)
	f.acct = flow.NewView(nil)
	f.context = container.NewStack()
	f.counter = canvas.NewText("", look.Color(look.ColorTextFaint))
	f.counter.TextSize = look.TextSecondary
	f.problem = widget.NewLabel("")
	f.problem.Wrapping = fyne.TextWrapWord
	f.problem.Importance = widget.DangerImportance
	f.problem.Hide()
	f.attached = container.NewVBox()
	f.send = widget.NewButton(lang.L("postform.send"), f.trySend)
	f.send.Importance = widget.HighImportance
	f.content = container.NewVBox(f.head(), f.context, f.cw, f.text, f.attached, f.problem, f.foot())
	f.ExtendBaseWidget(f)
	f.update()
	return f
}

// field prepares a text field of the form.
func (f *Form) field(e *entry.Entry) *entry.Entry {
	e.OnSend, e.OnEscape = f.trySend, func() { f.OnClose() }
	e.OnChanged = func(string) {
		f.read()
		f.update()
		if f.OnChange != nil {
			f.OnChange()
		}
	}
	return e
}

func (f *Form) head() fyne.CanvasObject {
	closing := widgets.NewIconButton(look.IconClose, lang.L("common.close"), nil)
	closing.OnTap = func() { f.OnClose() }
	f.visibility = widgets.NewIconButton(look.IconVisibilityPublic, lang.L("postform.visibility"), nil)
	f.visibility.OnTap = f.chooseVisibility
	f.local = widgets.NewIconButton(look.IconLocalOnly, lang.L("note.localOnly"), nil)
	f.local.OnTap = func() {
		f.value.LocalOnly = !f.value.LocalOnly
		f.changed()
	}
	f.who.OnTap = func() {
		if f.OnAccount != nil {
			f.OnAccount(f.who)
		}
	}
	return container.NewHBox(closing, container.NewCenter(container.NewGridWrap(fyne.NewSize(30, 30), f.who)), container.NewCenter(f.acct), layout.NewSpacer(), f.local, f.visibility, f.send)
}

func (f *Form) foot() fyne.CanvasObject {
	attach := widgets.NewIconButton(look.IconAttach, lang.L("postform.attach"), nil)
	attach.OnTap = func() { f.OnAttach() }
	f.warn = widgets.NewIconButton(look.IconCW, lang.L("postform.cw"), nil)
	f.warn.OnTap = f.toggleCW
	return container.NewHBox(attach, f.warn, layout.NewSpacer(), container.NewCenter(f.counter))
}

// Reset empties the form for a new note.
func (f *Form) Reset(v Value, c *Context) {
	if v.Visibility == "" {
		v.Visibility = misskey.VisibilityPublic
	}
	f.value = v
	f.text.SetText(v.Text)
	f.cw.SetText(v.CW)
	f.value = v // the fields read themselves into it, and the hidden one is none
	f.text.CursorRow, f.text.CursorColumn = endOf(v.Text)
	f.showCW(v.CW != "")
	f.context.Objects = nil
	if c != nil {
		f.context.Objects = []fyne.CanvasObject{newContextView(f.pictures, *c)}
	}
	f.SetProblem("")
	f.SetBusy(false)
	f.update()
	f.Refresh()
}

// Value is what is written now.
func (f *Form) Value() Value { return f.value }

// SetAccount shows who posts, and how long a text the server takes in UTF-16
// units; 0 is unknown.
func (f *Form) SetAccount(u misskey.User, host string, limit int) {
	f.who.SetFace(widgets.Face{URL: u.AvatarURL, Blurhash: u.AvatarBlurhash, Name: u.DisplayName()})
	f.acct.SetLayout(flow.Lay([]flow.Run{
		{Text: "@" + u.Username, Style: flow.Style{Bold: true, Color: look.ColorTextStrong, Size: look.TextSecondary}},
		{Text: "@" + host, Style: flow.Style{Color: look.ColorTextFaint, Size: look.TextSecondary}},
	}, flow.Options{MaxLines: 1, Width: 170}))
	f.limit = limit
	f.update()
}

// SetProblem says why the note could not be sent; "" takes it away.
func (f *Form) SetProblem(text string) {
	f.problem.SetText(text)
	if text == "" {
		f.problem.Hide()
	} else {
		f.problem.Show()
	}
	f.Refresh()
}

// SetBusy shows that the note is on its way.
func (f *Form) SetBusy(busy bool) {
	f.busy = busy
	f.update()
}

// Field is the text, for the keyboard.
func (f *Form) Field() fyne.Focusable { return f.text }

func (f *Form) read() {
	f.value.Text, f.value.CW = f.text.Text, ""
	if f.cw.Visible() {
		f.value.CW = f.cw.Text
	}
}

func (f *Form) changed() {
	f.update()
	if f.OnChange != nil {
		f.OnChange()
	}
}

// update brings buttons and counter in line with what is written.
func (f *Form) update() {
	f.visibility.SetIcon(visibilityIcon(f.value.Visibility))
	tint(f.local, f.value.LocalOnly)
	tint(f.warn, f.cw.Visible())
	f.counter.Text, f.counter.Color = "", look.Color(look.ColorTextFaint)
	if f.limit > 0 {
		left := f.limit - length(f.value.Text)
		f.counter.Text = strconv.Itoa(left)
		if left < 0 {
			f.counter.Color = look.Color(look.ColorError)
		}
	}
	f.counter.Refresh()
	if f.canSend() {
		f.send.Enable()
	} else {
		f.send.Disable()
	}
}

func (f *Form) canSend() bool {
	fits := f.limit <= 0 || length(f.value.Text) <= f.limit
	return !f.busy && fits && f.files >= 0 && (strings.TrimSpace(f.value.Text) != "" || f.files > 0)
}

func (f *Form) trySend() {
	if f.canSend() && f.OnSend != nil {
		f.OnSend()
	}
}

func (f *Form) toggleCW() {
	f.showCW(!f.cw.Visible())
	f.read()
	f.changed()
}

func (f *Form) showCW(on bool) {
	if on {
		f.cw.Show()
	} else {
		f.cw.Hide()
	}
	f.Refresh()
}

func (f *Form) chooseVisibility() {
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
	f.OnMenu(menu, f.visibility)
}

// CreateRenderer implements fyne.Widget.
func (f *Form) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(f.content)
}

// tint shows whether what a button switches is on.
func tint(b *widgets.IconButton, on bool) {
	if on {
		b.SetTint(look.ColorAccent)
	} else {
		b.SetTint(look.ColorTextFaint)
	}
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

// length counts as Misskey's own form does.
func length(s string) int { return len(utf16.Encode([]rune(s))) }

func endOf(s string) (row, column int) {
	lines := strings.Split(s, "\n")
	return len(lines) - 1, len([]rune(lines[len(lines)-1]))
}
