// Package emojipicker lets a reader choose an emoji.
//
// It belongs to the Fyne goroutine.
package emojipicker

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

const (
	cellSize = 40
	columns  = 5
)

// Choice is an emoji to choose: what it is sent as, and how it is drawn.
type Choice struct {
	Reaction string
	Run      flow.Run
}

// NewPalette returns a small grid of choices; chosen is told of one.
func NewPalette(pictures widgets.Pictures, choices []Choice, chosen func(reaction string)) fyne.CanvasObject {
	grid := container.NewGridWrap(fyne.NewSize(cellSize, cellSize))
	for _, c := range choices {
		grid.Add(newCell(pictures, c, func() { chosen(c.Reaction) }))
	}
	rows := (len(choices) + columns - 1) / columns
	return container.NewGridWrap(fyne.NewSize(gridSide(columns), gridSide(rows)), grid)
}

// gridSide is the length of so many cells with Fyne's padding between them.
func gridSide(cells int) float32 { return float32(cells)*cellSize + float32(cells-1)*look.Space1 }

// cell is one emoji to choose.
type cell struct {
	widgets.Tipped
	view   *flow.View
	glow   *canvas.Rectangle
	choose func()
}

var (
	_ fyne.Tappable      = (*cell)(nil)
	_ desktop.Hoverable  = (*cell)(nil)
	_ desktop.Cursorable = (*cell)(nil)
)

func newCell(pictures widgets.Pictures, c Choice, choose func()) *cell {
	z := &cell{view: flow.NewView(pictures), glow: canvas.NewRectangle(nil), choose: choose}
	z.view.SetLayout(flow.Lay([]flow.Run{c.Run}, flow.Options{MaxLines: 1, Width: cellSize - look.Space1}))
	z.glow.CornerRadius = look.RadiusCard
	z.ExtendBaseWidget(z)
	z.SetToolTip(c.Reaction)
	return z
}

// Tapped implements fyne.Tappable.
func (z *cell) Tapped(*fyne.PointEvent) { z.choose() }

// MouseIn implements desktop.Hoverable.
func (z *cell) MouseIn(e *desktop.MouseEvent) {
	z.Tipped.MouseIn(e)
	z.glow.FillColor = look.Color(look.ColorHover)
	z.glow.Refresh()
}

// MouseOut implements desktop.Hoverable.
func (z *cell) MouseOut() {
	z.Tipped.MouseOut()
	z.glow.FillColor = nil
	z.glow.Refresh()
}

// Cursor implements desktop.Cursorable.
func (z *cell) Cursor() desktop.Cursor { return desktop.PointerCursor }

// CreateRenderer implements fyne.Widget.
func (z *cell) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(cellLayout{z}, z.glow, z.view))
}

// cellLayout puts the emoji in the middle of its cell.
type cellLayout struct{ cell *cell }

// Layout implements fyne.Layout.
func (l cellLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	l.cell.glow.Resize(size)
	text := l.cell.view.Layout().Size()
	l.cell.view.Resize(text)
	l.cell.view.Move(fyne.NewPos((size.Width-text.Width)/2, (size.Height-text.Height)/2))
}

// MinSize implements fyne.Layout.
func (cellLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSquareSize(cellSize) }
