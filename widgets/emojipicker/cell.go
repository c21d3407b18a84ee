package emojipicker

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"

	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
	"mejiro/widgets/motion"
)

// cell is one emoji to choose.
type cell struct {
	widgets.Tipped
	view            *flow.View
	governor        *motion.Governor
	glow            *canvas.Rectangle
	choose          func()
	hovered, marked bool
}

var (
	_ fyne.Tappable      = (*cell)(nil)
	_ desktop.Hoverable  = (*cell)(nil)
	_ desktop.Cursorable = (*cell)(nil)
)

func newCell(pictures widgets.Pictures, g *motion.Governor, c Choice, choose func()) *cell {
	const scale = 1.5
	z := &cell{view: flow.NewView(pictures), governor: g.Part(), glow: canvas.NewRectangle(color.Transparent), choose: choose}
	z.view.Governor = z.governor
	run := c.Run
	if run.Emoji != nil {
		picture := *run.Emoji
		picture.Scale, picture.Middle = scale, true
		run.Emoji = &picture
	}
	z.view.SetLayout(flow.Lay([]flow.Run{run}, flow.Options{MaxLines: 1, Width: cellSize - look.Space1}))
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
	z.governor.Hovered(true)
	z.hovered = true
	z.paint()
}

// MouseOut implements desktop.Hoverable.
func (z *cell) MouseOut() {
	z.Tipped.MouseOut()
	z.governor.Hovered(false)
	z.hovered = false
	z.paint()
}

// Cursor implements desktop.Cursorable.
func (z *cell) Cursor() desktop.Cursor { return desktop.PointerCursor }

// mark shows whether the keyboard is here.
func (z *cell) mark(on bool) {
	z.marked = on
	z.paint()
}

func (z *cell) paint() {
	const ring = 1.5
	z.glow.FillColor, z.glow.StrokeColor, z.glow.StrokeWidth = color.Transparent, color.Transparent, 0
	if z.hovered || z.marked {
		z.glow.FillColor = look.Color(look.ColorHover)
	}
	if z.marked {
		z.glow.StrokeColor, z.glow.StrokeWidth = look.Color(look.ColorAccent), ring
	}
	z.glow.Refresh()
}

// CreateRenderer implements fyne.Widget.
func (z *cell) CreateRenderer() fyne.WidgetRenderer { return cellRenderer{z} }

type cellRenderer struct{ cell *cell }

// Layout puts the emoji in the middle.
func (r cellRenderer) Layout(size fyne.Size) {
	const low = 1 // how far under the middle of its line an emoji stands
	r.cell.glow.Resize(size)
	text := r.cell.view.Layout().Size()
	r.cell.view.Resize(text)
	r.cell.view.Move(fyne.NewPos((size.Width-text.Width)/2, (size.Height-text.Height)/2-low))
}

func (r cellRenderer) MinSize() fyne.Size { return fyne.NewSquareSize(cellSize) }
func (r cellRenderer) Destroy()           {}

func (r cellRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.cell.glow, r.cell.view}
}

func (r cellRenderer) Refresh() {
	r.cell.paint()
	r.cell.view.Refresh()
}
