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

// problem says why a note could not be sent.
type problem struct {
	object *fyne.Container
	text   *flow.Block
	said   string
}

func newProblem() *problem {
	p := &problem{text: flow.NewBlock(nil)}
	p.object = notice(look.ColorInfoWarn, widget.NewIcon(look.IconIn(look.IconWarning, look.ColorError)), p.text)
	p.object.Hide()
	return p
}

// set says something else, "" for nothing, and reports whether that is new.
func (p *problem) set(text string) bool {
	if text == p.said {
		return false
	}
	p.said = text
	p.text.SetRuns(flow.Run{Text: text, Style: flow.Style{Size: look.TextSecondary + 1}})
	if text == "" {
		p.object.Hide()
		return true
	}
	p.object.Show()
	return true
}

// notice is a paragraph with an icon on a ground.
func notice(ground fyne.ThemeColorName, icon, text fyne.CanvasObject) *fyne.Container {
	const side = 16
	mark := container.New(layout.NewCustomPaddedLayout(2, 0, 0, look.Space2),
		container.NewVBox(container.NewGridWrap(fyne.NewSquareSize(side), icon)))
	return container.NewStack(widgets.NewGround(ground, look.RadiusCard),
		container.New(layout.NewCustomPaddedLayout(6, 6, look.Space2, look.Space2),
			container.NewBorder(nil, nil, mark, nil, text)))
}
