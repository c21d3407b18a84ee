package postform

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// contextView is the note that is answered or quoted, in a few lines.
type contextView struct {
	object *fyne.Container
	icon   *widget.Icon
	text   *flow.Block
}

func newContextView(pictures widgets.Pictures) *contextView {
	const lines = 4
	v := &contextView{icon: widget.NewIcon(nil), text: flow.NewBlock(pictures)}
	v.text.MaxLines = lines
	v.object = notice(look.ColorPanelHighlight, v.icon, v.text)
	v.object.Hide()
	return v
}

// set shows a note; nil is none.
func (v *contextView) set(c *Context) {
	if c == nil {
		v.text.SetRuns()
		v.object.Hide()
		return
	}
	label := flow.Run{
		Text:  c.Label + "\n",
		Style: flow.Style{Bold: true, Size: look.TextSecondary, Color: look.ColorTextStrong},
	}
	v.icon.SetResource(look.IconIn(c.Icon, look.ColorAccent))
	v.text.SetRuns(append([]flow.Run{label}, c.Text...)...)
	v.object.Show()
}
