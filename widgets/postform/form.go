package postform

import (
	"strings"
	"time"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"mejiro/api/misskey"
	"mejiro/widgets"
	"mejiro/widgets/entry"
	"mejiro/widgets/flow"
	"mejiro/widgets/motion"
)

// Form is the post form. Set the callbacks before it is shown; those left nil
// are not called.
type Form struct {
	widget.BaseWidget

	// OnSend is called when the reader sends; the form stays as it is.
	OnSend func()
	// OnClose is called when the reader puts the form away.
	OnClose func()
	// OnAttach is called when the reader wants to choose files.
	OnAttach func()
	// OnChange is called when the reader changes what is written.
	OnChange func()
	// OnFile is called for a button of an attachment.
	OnFile func(id int, do FileAction)
	// OnAccount is called when the reader wants to post as another account.
	OnAccount func(at fyne.CanvasObject)
	// OnMenu opens a menu under at.
	OnMenu func(menu *fyne.Menu, at fyne.CanvasObject)
	// Preview draws what is written as a note shows it; without it there is no preview.
	Preview func(v Value) []flow.Run
	// Emoji are the custom emoji whose names begin so, best first; nil offers none.
	Emoji func(name string) []Completion
	// OnPreview is called when the reader shows the preview or hides it.
	OnPreview func(on bool)
	// After is the clock of the preview: widgets.AnimationTimer unless set.
	After widgets.Timer

	limit   int // of the text, in UTF-16 units; 0 is unknown
	value   Value
	bound   bool // to the note it answers or quotes, and so to an account
	rows    int  // the text field has room for
	busy    bool
	setting bool // the fields are given what Reset was
	files   files

	previews bool // are shown
	drawing  bool // the preview, soon
	begun    bool // a word, perhaps

	text, cw *entry.Entry
	head     *head
	context  *contextView
	list     *attachments
	preview  *preview
	problem  *problem
	advice   *fyne.Container
	foot     *foot
	content  *fyne.Container

	completer   *completer
	suggestions *suggestions
}

// New returns an empty form. What moves in its preview g moves.
func New(pictures widgets.Pictures, g *motion.Governor) *Form {
	f := &Form{value: Value{Visibility: misskey.VisibilityPublic}, After: widgets.AnimationTimer}
	f.text, f.cw = f.field(entry.NewMultiLine()), f.field(entry.New())
	f.text.SetMinRowsVisible(leastRows)
	f.text.SetPlaceHolder(lang.L("postform.placeholder"))
	f.cw.SetPlaceHolder(lang.L("postform.cw.placeholder"))
	f.cw.Hide()
	f.completer, f.suggestions = newCompleter(), newSuggestions(pictures, g, f.complete)
	f.text.OnChanged = func(string) {
		f.begun = true
		f.typed()
	}
	f.text.OnKey, f.text.WantsTab, f.text.OnCursorChanged = f.suggestions.typedKey, f.suggestions.Visible, f.suggest
	f.head = newHead(pictures, f)
	f.context = newContextView(pictures)
	f.list = newAttachments(pictures, f.fileAction)
	f.preview = newPreview(pictures, g)
	f.preview.view.OnAspect = func(string, float32) { f.drawSoon() }
	f.problem, f.advice = newProblem(), newAdvice(f)
	f.foot = newFoot(f)
	below := []fyne.CanvasObject{f.context.object, f.cw, f.text, f.list.object, f.preview, f.problem.object, f.advice, f.foot.object}
	f.content = newColumn(append([]fyne.CanvasObject{f.head.object}, below...), append(below, f.head.object))
	f.ExtendBaseWidget(f)
	f.update()
	return f
}

// field prepares a text field of the form.
func (f *Form) field(e *entry.Entry) *entry.Entry {
	e.OnSend, e.OnEscape = f.trySend, f.close
	e.OnChanged = func(string) { f.typed() }
	return e
}

// Reset empties the form for a new note, or for one that goes on with v.
func (f *Form) Reset(v Value, c *Context) {
	if v.Visibility == "" {
		v.Visibility = misskey.VisibilityPublic
	}
	f.setting = true
	v.Warns = v.Warns || v.CW != ""
	f.value, f.bound = v, c != nil
	f.text.SetText(v.Text)
	f.cw.SetText(v.CW)
	f.text.CursorRow, f.text.CursorColumn = endOf(v.Text)
	f.setting = false
	f.showCW()
	f.context.set(c)
	f.head.send.SetText(verb(c))
	f.SetProblem("")
	f.SetBusy(false)
	f.suggestions.set(beginning{})
	f.begun = false
	f.advise(false)
	f.grow()
	f.drawPreview()
	f.arrange()
}

// Value is what is written now.
func (f *Form) Value() Value { return f.value }

// SetAccount shows who posts, and how long a text the server takes in UTF-16
// units; 0 is unknown.
func (f *Form) SetAccount(u misskey.User, host string, limit int) {
	f.head.setAccount(u, host)
	f.limit = limit
	f.update()
}

// SetProblem says why the note could not be sent; "" takes it away.
func (f *Form) SetProblem(text string) {
	if f.problem.set(text) {
		f.arrange()
	}
}

// SetBusy shows that the note is on its way. Until it is not, nothing can be
// written, lest it be lost with a note that was sent without it.
func (f *Form) SetBusy(busy bool) {
	f.busy = busy
	for _, e := range []*entry.Entry{f.text, f.cw} {
		if busy {
			e.Disable()
		} else {
			e.Enable()
		}
	}
	f.update()
}

// Field is the text, for the keyboard.
func (f *Form) Field() fyne.Focusable { return f.text }

// typed takes over what stands in the fields.
func (f *Form) typed() {
	if f.setting {
		return
	}
	f.value.Text, f.value.CW = f.text.Text, ""
	if f.value.Warns {
		f.value.CW = f.cw.Text
	}
	f.grow()
	f.drawSoon()
	f.changed()
}

func (f *Form) changed() {
	f.advise(false)
	f.update()
	if f.OnChange != nil {
		f.OnChange()
	}
}

// update brings buttons and counter in line with what is written.
func (f *Form) update() {
	f.head.update(f)
	f.foot.update(f)
	f.list.setIdle(!f.busy)
}

// fits reports whether the server takes texts this long.
func (f *Form) fits() bool {
	return (f.limit <= 0 || length(f.value.Text) <= f.limit) && utf8.RuneCountInString(f.value.CW) <= maxCW
}

func (f *Form) canSend() bool {
	something := strings.TrimSpace(f.value.Text) != "" || f.files.all > 0
	return !f.busy && f.fits() && f.files.ready() && something
}

// trySend sends, unless there is a content warning without words: sent
// without it, the note would show what its author meant to hide. What may
// annoy others is not sent to everybody without asking.
func (f *Form) trySend() {
	if !f.canSend() {
		return
	}
	if f.value.Warns && strings.TrimSpace(f.value.CW) == "" {
		f.SetProblem(lang.L("postform.cw.required"))
		f.focus(f.cw)
		return
	}
	if f.value.Visibility == misskey.VisibilityPublic && annoys(f.value.Text) {
		f.advise(true)
		return
	}
	f.send()
}

func (f *Form) send() {
	if f.OnSend != nil && f.canSend() {
		f.OnSend()
	}
}

func (f *Form) close() {
	if f.OnClose != nil {
		f.OnClose()
	}
}

// focus gives the keyboard to a field, where the form is shown. It waits for
// the next frame, lest the space that pressed a button be written there.
func (f *Form) focus(e *entry.Entry) {
	widgets.AnimationTimer(time.Millisecond, func() {
		if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil {
			c.Focus(e)
		}
	})
}

func (f *Form) toggleCW() {
	f.value.Warns = !f.value.Warns
	f.showCW()
	f.typed()
	if f.value.Warns {
		f.focus(f.cw)
		return
	}
	f.focus(f.text)
}

// showCW shows the field of the content warning, if there is one. What was
// written there stays, to be shown again.
func (f *Form) showCW() {
	if f.value.Warns == f.cw.Visible() {
		return
	}
	if f.value.Warns {
		f.cw.Show()
	} else {
		f.cw.Hide()
	}
	f.arrange()
}

// arrange lays the parts out anew, after one of them came, went or changed
// its height.
func (f *Form) arrange() {
	f.content.Layout.Layout(f.content.Objects, f.content.Size())
	canvas.Refresh(f.content)
}

// CreateRenderer implements fyne.Widget.
func (f *Form) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(formLayout{f}, f.content, f.suggestions))
}

// formLayout has the suggestions float over the form.
type formLayout struct{ form *Form }

// Layout implements fyne.Layout.
func (l formLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.form.content.Resize(size)
	l.form.placeSuggestions()
}

// MinSize implements fyne.Layout.
func (l formLayout) MinSize([]fyne.CanvasObject) fyne.Size { return l.form.content.MinSize() }

// Refresh draws the form in the colours of the present theme.
func (f *Form) Refresh() {
	f.update()
	f.drawPreview()
	f.BaseWidget.Refresh()
}

// endOf is the place of the cursor behind a text.
func endOf(s string) (row, column int) {
	lines := strings.Split(s, "\n")
	return len(lines) - 1, utf8.RuneCountInString(lines[len(lines)-1])
}
