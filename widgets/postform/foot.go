package postform

import (
	"strconv"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// foot is the lower edge of the form: what can be added, and how much room is
// left.
type foot struct {
	object  *fyne.Container
	attach  *widgets.IconButton
	warn    *widgets.IconButton
	eye     *widgets.IconButton
	sending *widget.Activity
	counter *flow.Block
	count   string
	tight   bool
}

func newFoot(f *Form) *foot {
	const counter, line, wheel = 64, 18, 18
	t := &foot{counter: flow.NewBlock(nil), sending: widget.NewActivity()}
	t.counter.Align = fyne.TextAlignTrailing
	t.sending.Hide()
	t.attach = widgets.NewIconButton(look.IconAttach, lang.L("postform.attach"), func() {
		if f.OnAttach != nil {
			f.OnAttach()
		}
	})
	t.warn = widgets.NewIconButton(look.IconCW, lang.L("postform.cw"), f.toggleCW)
	t.eye = widgets.NewIconButton(look.IconEye, lang.L("postform.preview"), f.togglePreview)
	t.object = container.NewHBox(t.attach, t.warn, t.eye, layout.NewSpacer(),
		container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(wheel), t.sending)),
		container.NewCenter(container.NewGridWrap(fyne.NewSize(counter, line), t.counter)))
	return t
}

func (t *foot) update(f *Form) {
	tint(t.warn, f.value.Warns)
	tint(t.eye, f.previews)
	if t.eye.Hidden != (f.Preview == nil) {
		t.eye.Hidden = !t.eye.Hidden
		t.object.Refresh()
	}
	enable(!f.busy, t.attach, t.warn)
	switch {
	case f.busy && !t.sending.Visible():
		t.sending.Show()
		t.sending.Start()
	case !f.busy && t.sending.Visible():
		t.sending.Stop()
		t.sending.Hide()
	}
	t.tell(f.left())
}

// left is how many more characters fit: of the content warning when that is
// too long, else of the text. known is false where the server has not said.
func (f *Form) left() (n int, known bool) {
	if over := maxCW - utf8.RuneCountInString(f.value.CW); over < 0 {
		return over, true
	}
	return f.limit - length(f.value.Text), f.limit > 0
}

func (t *foot) tell(left int, known bool) {
	count := ""
	if known {
		count = strconv.Itoa(left)
	}
	if tight := left < 0; count != t.count || tight != t.tight {
		t.count, t.tight = count, tight
		style := flow.Style{Size: look.TextSecondary, Color: look.ColorTextFaint}
		if tight {
			style.Color, style.Bold = look.ColorError, true
		}
		t.counter.SetRuns(flow.Run{Text: count, Style: style})
	}
}
