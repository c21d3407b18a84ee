package mfm

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// codeView shows code.
type codeView struct {
	widget.BaseWidget
	code   code
	after  widgets.Timer
	ground *canvas.Rectangle
	view   *flow.View
	lines  *sideways
	behind *canvas.Rectangle // the button, over code that is long
	copy   *widgets.IconButton
	shades []shaded
}

const (
	codeReach  = 3 // units that letters may reach beyond the first and the last line
	copiedTime = 2 * time.Second
)

func newCodeView(c code) *codeView {
	v := &codeView{
		code: c, after: widgets.AnimationTimer, view: flow.NewView(nil),
		ground: canvas.NewRectangle(color.Transparent), behind: canvas.NewRectangle(color.Transparent),
	}
	v.lines = newSideways(v.view, codeReach, codePad-codeReach, func(float32) fyne.Size { return v.view.Layout().Size() })
	v.copy = widgets.NewIconButton(look.IconCopy, lang.L("mfm.copy"), v.copied)
	v.behind.CornerRadius = look.RadiusCard
	v.ground.CornerRadius, v.ground.StrokeWidth = look.RadiusCard, 1
	v.ExtendBaseWidget(v)
	c.highlighter.shades(c.snippet, v.shaded)
	v.colour()
	return v
}

// shaded colours the code. It takes the place it took before.
func (v *codeView) shaded(shades []shaded) {
	v.shades = shades
	if v.view.Layout() != nil {
		v.view.SetLayout(v.laid())
	}
}

// colour sets the code in the colours of the theme. What has shades, or may have them soon, stands on the ground of those.
func (v *codeView) colour() {
	v.ground.FillColor = look.Color(look.ColorCode)
	if v.code.lexer != nil {
		v.ground.FillColor = codeGround(isDark(look.Color(look.ColorPanel)))
	}
	v.behind.FillColor = v.ground.FillColor
	v.ground.StrokeColor = look.Color(look.ColorDivider)
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

// CreateRenderer is called by Fyne.
func (v *codeView) CreateRenderer() fyne.WidgetRenderer { return codeRenderer{v} }

type codeRenderer struct{ *codeView }

// Layout implements fyne.WidgetRenderer.
func (r codeRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.lines.Move(fyne.NewPos(codePad, codePad-codeReach))
	r.lines.Resize(size.SubtractWidthHeight(2*codePad, codePad-codeReach))
	side := r.copy.MinSize()
	r.copy.Move(fyne.NewPos(size.Width-side.Width-look.Space1, look.Space1))
	r.copy.Resize(side)
	r.behind.Move(r.copy.Position())
	r.behind.Resize(side)
}

// MinSize implements fyne.WidgetRenderer.
func (r codeRenderer) MinSize() fyne.Size { return fyne.Size{} }

// Objects implements fyne.WidgetRenderer.
func (r codeRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.lines, r.behind, r.copy}
}

// Refresh implements fyne.WidgetRenderer.
func (r codeRenderer) Refresh() {
	r.colour()
	r.lines.Refresh()
	r.Layout(r.Size())
	canvas.Refresh(r.codeView)
}

// Destroy implements fyne.WidgetRenderer.
func (r codeRenderer) Destroy() {}
