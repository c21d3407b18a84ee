package postform

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// contextView is the note that is answered or quoted, in a few lines.
type contextView struct {
	widget.BaseWidget
	context Context
	icon    *widget.Icon
	text    *flow.View
}

func newContextView(c Context) fyne.CanvasObject {
	v := &contextView{context: c, icon: widget.NewIcon(look.IconIn(c.Icon, look.ColorAccent)), text: flow.NewView(nil)}
	v.ExtendBaseWidget(v)
	return container.NewStack(widgets.NewGround(look.ColorChip, look.RadiusCard), v)
}

// CreateRenderer implements fyne.Widget.
func (v *contextView) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(&contextLayout{v}, v.icon, v.text))
}

type contextLayout struct{ view *contextView }

const (
	contextIcon = 16
	contextSkip = look.Space2 + contextIcon + look.Space2
)

func (l *contextLayout) lay(width float32) *flow.Layout {
	runs := append([]flow.Run{{
		Text:  l.view.context.Label + "\n",
		Style: flow.Style{Bold: true, Size: look.TextSecondary, Color: look.ColorTextStrong},
	}}, l.view.context.Text...)
	return flow.Lay(runs, flow.Options{Width: width - contextSkip - look.Space2, MaxLines: 4})
}

// Layout implements fyne.Layout.
func (l *contextLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.view.icon.Move(fyne.NewPos(look.Space2, look.Space2+2))
	l.view.icon.Resize(fyne.NewSize(contextIcon, contextIcon))
	text := l.lay(size.Width)
	l.view.text.SetLayout(text)
	l.view.text.Move(fyne.NewPos(contextSkip, look.Space1))
	l.view.text.Resize(text.Size())
}

// MinSize implements fyne.Layout. It reckons with the width it has, or a
// narrow one before it has any.
func (l *contextLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	width := l.view.Size().Width
	if width < 200 {
		width = 400
	}
	return fyne.NewSize(200, l.lay(width).Size().Height+look.Space2)
}
