package mfm

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets/look"
)

// sideways shows what may be wider than its place: it is dragged, or moved with the wheel while Shift is held, and a bar
// below tells where one is.
type sideways struct {
	widget.BaseWidget
	content fyne.CanvasObject
	size    func(width float32) fyne.Size // of the content, where so much of its width can be seen
	reach   float32                       // how far the content is seen beyond its top and bottom
	foot    float32                       // height of the place for the bar
	clip    *container.Clip
	bar     *canvas.Rectangle
	grip    *grip
	wheel   *sideWheel
	offset  float32 // how far the content is moved to the left
}

const sideBar = 3 // units, the height of the bar

func newSideways(content fyne.CanvasObject, reach, foot float32, size func(width float32) fyne.Size) *sideways {
	s := &sideways{content: content, size: size, reach: reach, foot: foot, bar: canvas.NewRectangle(color.Transparent)}
	s.clip = container.NewClip(content)
	s.grip = newGrip(s)
	s.wheel = newSideWheel(s.move)
	s.bar.CornerRadius = sideBar / 2.0
	s.ExtendBaseWidget(s)
	s.colour()
	return s
}

func (s *sideways) colour() { s.bar.FillColor = look.Color(look.ColorScrollBar) }

// move moves the content to the right, as far as there is content.
func (s *sideways) move(by float32) {
	to := min(max(0, s.offset-by), s.beyond())
	if to != s.offset {
		s.offset = to
		s.place()
		canvas.Refresh(s)
	}
}

// beyond is how much of the content does not fit.
func (s *sideways) beyond() float32 { return max(0, s.content.Size().Width-s.clip.Size().Width) }

// place puts content and bar where the offset says.
func (s *sideways) place() {
	s.content.Move(fyne.NewPos(-s.offset, s.reach))
	shown, all := s.clip.Size().Width, s.content.Size().Width
	s.bar.Hidden = shown >= all
	s.grip.Hidden = s.bar.Hidden
	s.bar.Move(fyne.NewPos(shown*s.offset/all, s.Size().Height-(s.foot+sideBar)/2))
	s.bar.Resize(fyne.NewSize(shown*shown/all, sideBar))
}

// CreateRenderer is called by Fyne.
func (s *sideways) CreateRenderer() fyne.WidgetRenderer { return sidewaysRenderer{s} }

type sidewaysRenderer struct{ *sideways }

// Layout implements fyne.WidgetRenderer.
func (r sidewaysRenderer) Layout(size fyne.Size) {
	r.grip.Resize(size)
	r.wheel.Resize(size)
	content := r.size(size.Width)
	r.content.Resize(content)
	r.clip.Resize(fyne.NewSize(size.Width, content.Height+2*r.reach))
	r.offset = min(r.offset, r.beyond())
	r.place()
}

// MinSize implements fyne.WidgetRenderer.
func (r sidewaysRenderer) MinSize() fyne.Size { return fyne.Size{} }

// Objects implements fyne.WidgetRenderer.
func (r sidewaysRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.clip, r.bar, r.grip, r.wheel}
}

// Refresh implements fyne.WidgetRenderer.
func (r sidewaysRenderer) Refresh() {
	r.colour()
	r.content.Refresh()
	r.Layout(r.Size())
	canvas.Refresh(r.sideways)
}

// Destroy implements fyne.WidgetRenderer.
func (r sidewaysRenderer) Destroy() {}

// grip is what is dragged: it lies over all that does not fit, and is not there where all does.
type grip struct {
	widget.BaseWidget
	of   *sideways
	what dragged
}

// dragged is what moves with the pointer.
type dragged int

const (
	dragsNothing dragged = iota
	dragsContent
	dragsBar
)

var _ fyne.Draggable = (*grip)(nil)

func newGrip(of *sideways) *grip {
	g := &grip{of: of}
	g.ExtendBaseWidget(g)
	return g
}

// Dragged implements fyne.Draggable: the bar goes with the pointer where it is taken by that, and the content elsewhere.
func (g *grip) Dragged(e *fyne.DragEvent) {
	if g.what == dragsNothing {
		g.what = dragsContent
		if e.Position.Y-e.Dragged.DY >= g.Size().Height-g.of.foot {
			g.what = dragsBar
		}
	}
	by := e.Dragged.DX
	if g.what == dragsBar {
		by *= -g.of.content.Size().Width / g.of.clip.Size().Width
	}
	g.of.move(by)
}

// DragEnd implements fyne.Draggable.
func (g *grip) DragEnd() { g.what = dragsNothing }

// CreateRenderer is called by Fyne.
func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(&fyne.Container{})
}
