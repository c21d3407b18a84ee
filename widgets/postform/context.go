package postform

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// newContextView is the note that is answered or quoted, in a few lines.
func newContextView(pictures widgets.Pictures, c Context) fyne.CanvasObject {
	const icon, lines = 16, 4
	label := flow.Run{
		Text:  c.Label + "\n",
		Style: flow.Style{Bold: true, Size: look.TextSecondary, Color: look.ColorTextStrong},
	}
	text := flow.NewBlock(pictures, append([]flow.Run{label}, c.Text...)...)
	text.MaxLines = lines
	mark := container.New(layout.NewCustomPaddedLayout(2, 0, 0, look.Space2),
		container.NewVBox(container.NewGridWrap(fyne.NewSquareSize(icon), widget.NewIcon(look.IconIn(c.Icon, look.ColorAccent)))))
	return container.NewStack(widgets.NewGround(look.ColorChip, look.RadiusCard),
		container.New(layout.NewCustomPaddedLayout(look.Space1, look.Space1, look.Space2, look.Space2),
			container.NewBorder(nil, nil, mark, nil, text)))
}
