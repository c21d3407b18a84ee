package flow

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets"
)

// Block is a paragraph in a form: it lays its runs out to the width its parent gives it and is as high as they then
// are. Where a height has to be known beforehand, lay the runs out and use a View.
type Block struct {
	widget.BaseWidget

	// MaxLines cuts the text with … in that line; 0 does not.
	MaxLines int
	// Align moves the lines within the width.
	Align fyne.TextAlign

	runs []Run
	view *View
	wide float32 // what the text was laid out for
}

// usualWidth is reckoned with before the parent has said.
const usualWidth = 320

// NewBlock returns a paragraph of runs. Emoji come from pictures; nil shows their fallbacks.
func NewBlock(pictures widgets.Pictures, runs ...Run) *Block {
	b := &Block{runs: runs, view: NewView(pictures)}
	b.ExtendBaseWidget(b)
	return b
}

// SetRuns replaces the text. It is laid out for the width the block has.
func (b *Block) SetRuns(runs ...Run) {
	b.runs = runs
	b.view.SetLayout(nil)
	b.Refresh()
}

// CreateRenderer is called by Fyne.
func (b *Block) CreateRenderer() fyne.WidgetRenderer { return blockRenderer{b} }

func (b *Block) lay(width float32) *Layout {
	if width <= 0 {
		width = usualWidth
	}
	if b.wide != width || b.view.Layout() == nil {
		b.wide = width
		b.view.SetLayout(Lay(b.runs, Options{Width: width, MaxLines: b.MaxLines, Align: b.Align, ByDirection: true}))
	}
	return b.view.Layout()
}

type blockRenderer struct{ block *Block }

// Layout implements fyne.WidgetRenderer. Another width may make another height, which the parent must learn of.
func (r blockRenderer) Layout(size fyne.Size) {
	before := r.MinSize().Height
	r.block.view.Resize(r.block.lay(size.Width).Size())
	if r.MinSize().Height != before {
		r.block.Refresh()
	}
}

// MinSize implements fyne.WidgetRenderer.
func (r blockRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, r.block.lay(r.block.wide).Size().Height)
}

// Refresh implements fyne.WidgetRenderer.
func (r blockRenderer) Refresh() {
	r.block.view.Resize(r.block.lay(r.block.wide).Size())
	r.block.view.Refresh()
}

// Objects implements fyne.WidgetRenderer.
func (r blockRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.block.view} }

// Destroy implements fyne.WidgetRenderer.
func (r blockRenderer) Destroy() {}
