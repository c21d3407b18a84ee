package mfm

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// codeView shows code that is dragged sideways, or moved with the wheel while Shift is held.
type codeView struct {
	widget.BaseWidget
	code   code
	after  widgets.Timer
	ground *canvas.Rectangle
	view   *flow.View
	clip   *container.Clip
	bar    *canvas.Rectangle
	behind *canvas.Rectangle // the button, over code that is long
	copy   *widgets.IconButton
	wheel  *sideWheel
	offset float32 // how far the code is moved to the left
	shades []shaded
	drag   drag
}

// drag is what is being dragged.
type drag int

const (
	dragNothing drag = iota
	dragCode
	dragBar
)

var _ fyne.Draggable = (*codeView)(nil)

const (
	codeBar    = 3 // units, the width of the bar that tells where in the line one is
	codeReach  = 3 // units that letters may reach beyond the first and the last line
	copiedTime = 2 * time.Second
)

func newCodeView(c code) *codeView {
	v := &codeView{
		code: c, after: widgets.AnimationTimer, view: flow.NewView(nil),
		ground: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent),
		behind: canvas.NewRectangle(color.Transparent),
	}
	v.clip = container.NewClip(v.view)
	v.copy = widgets.NewIconButton(look.IconCopy, lang.L("mfm.copy"), v.copied)
	v.wheel = newSideWheel(v.move)
	v.behind.CornerRadius = look.RadiusCard
	v.ground.CornerRadius, v.ground.StrokeWidth, v.bar.CornerRadius = look.RadiusCard, 1, codeBar/2.0
	v.ExtendBaseWidget(v)
	v.colour()
	c.highlighter.shades(c.snippet, v.shaded)
	return v
}

// shaded colours the code. It takes the place it took before.
func (v *codeView) shaded(shades []shaded) {
	v.shades = shades
	v.view.SetLayout(v.laid())
}

// colour sets the code in the colours of the theme. What has shades, or may have them soon, stands on the ground of those.
func (v *codeView) colour() {
	v.ground.FillColor = look.Color(look.ColorCode)
	if v.code.lexer != nil {
		v.ground.FillColor = codeGround(isDark(look.Color(look.ColorPanel)))
	}
	v.behind.FillColor = v.ground.FillColor
	v.ground.StrokeColor = look.Color(look.ColorDivider)
	v.bar.FillColor = look.Color(look.ColorScrollBar)
	v.view.SetLayout(v.laid())
}

func (v *codeView) laid() *flow.Layout {
	return flow.Lay(v.code.runs(v.shades, isDark(look.Color(look.ColorPanel))), v.code.options())
}

// isDark tells whether light text stands on c.
func isDark(c color.Color) bool {
	r, g, b, _ := c.RGBA()
	return r+g+b < 3*0x8000
}

// copied puts the code on the clipboard, and says so.
func (v *codeView) copied() {
	fyne.CurrentApp().Clipboard().SetContent(v.code.text)
	v.copy.SetIcon(look.IconCheck)
	v.copy.SetToolTip(lang.L("mfm.copied"))
	v.after(copiedTime, func() {
		v.copy.SetIcon(look.IconCopy)
		v.copy.SetToolTip(lang.L("mfm.copy"))
	})
}

// Dragged implements fyne.Draggable: the bar goes with the pointer where it is taken by that, and the code elsewhere.
func (v *codeView) Dragged(e *fyne.DragEvent) {
	if v.drag == dragNothing {
		v.drag = dragCode
		if from := e.Position.Y - e.Dragged.DY; !v.bar.Hidden && from >= v.Size().Height-codePad {
			v.drag = dragBar
		}
	}
	by := e.Dragged.DX
	if v.drag == dragBar {
		by *= -v.view.Layout().Size().Width / v.clip.Size().Width
	}
	v.move(by)
}

// DragEnd implements fyne.Draggable.
func (v *codeView) DragEnd() { v.drag = dragNothing }

// move moves the code to the right, as far as there is code.
func (v *codeView) move(by float32) {
	to := min(max(0, v.offset-by), v.beyond())
	if to != v.offset {
		v.offset = to
		v.place()
		canvas.Refresh(v)
	}
}

// beyond is how much of the code does not fit.
func (v *codeView) beyond() float32 {
	return max(0, v.view.Layout().Size().Width-v.clip.Size().Width)
}

// place puts code and bar where the offset says.
func (v *codeView) place() {
	v.view.Move(fyne.NewPos(-v.offset, codeReach))
	shown, all := v.clip.Size().Width, v.view.Layout().Size().Width
	v.bar.Hidden = shown >= all
	v.bar.Move(fyne.NewPos(codePad+shown*v.offset/all, v.Size().Height-codePad/2-codeBar/2.0))
	v.bar.Resize(fyne.NewSize(shown*shown/all, codeBar))
}

// CreateRenderer is called by Fyne.
func (v *codeView) CreateRenderer() fyne.WidgetRenderer { return codeRenderer{v} }

type codeRenderer struct{ *codeView }

// Layout implements fyne.WidgetRenderer.
func (r codeRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.wheel.Resize(size)
	r.clip.Move(fyne.NewPos(codePad, codePad-codeReach))
	r.clip.Resize(size.SubtractWidthHeight(2*codePad, 2*(codePad-codeReach)))
	r.view.Resize(r.view.Layout().Size())
	side := r.copy.MinSize()
	r.copy.Move(fyne.NewPos(size.Width-side.Width-look.Space1, look.Space1))
	r.copy.Resize(side)
	r.behind.Move(r.copy.Position())
	r.behind.Resize(side)
	r.offset = min(r.offset, r.beyond())
	r.place()
}

// MinSize implements fyne.WidgetRenderer.
func (r codeRenderer) MinSize() fyne.Size { return fyne.Size{} }

// Objects implements fyne.WidgetRenderer.
func (r codeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.clip, r.bar, r.wheel, r.behind, r.copy}
}

// Refresh implements fyne.WidgetRenderer.
func (r codeRenderer) Refresh() {
	r.colour()
	r.Layout(r.Size())
	canvas.Refresh(r.codeView)
}

// Destroy implements fyne.WidgetRenderer.
func (r codeRenderer) Destroy() {}
