package mfm

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets/flow"
	"mejiro/widgets/formula"
	"mejiro/widgets/look"
)

// maxFormulas bounds the formulas that are set in one text; what would be more of them is shown as code.
const maxFormulas = 50

// mathInline draws a formula in the line.
func (b *builder) mathInline(source string, st state) {
	if f := b.formula(source, st, false); f != nil {
		b.add(flow.Run{Text: source, Style: st.style, Box: &flow.Box{Content: f}})
		return
	}
	b.text(source, st.code())
}

// mathBlock draws a formula in a line of its own.
func (b *builder) mathBlock(source string, st state) {
	margin := flow.Insets{Top: look.Space1, Bottom: look.Space1}
	f := b.formula(source, st, true)
	if f == nil {
		b.box(flow.Box{Block: true, Margin: margin}, st, func() { b.text(source, st.code()) })
		return
	}
	b.add(flow.Run{Text: source, Style: st.style, Box: &flow.Box{
		Block: true, Align: fyne.TextAlignCenter, Margin: margin, Content: f,
	}})
}

// formula sets a formula; nil for what cannot be set.
func (b *builder) formula(source string, st state, display bool) *typeset {
	b.formulas++
	if b.opt.OneLine || b.formulas > maxFormulas || !b.mayBox() {
		return nil
	}
	f, ok := formula.Set(source, st.style.Size*formulaScale, display)
	if !ok {
		return nil
	}
	return &typeset{formula: f, style: st.style}
}

// formulaScale has the letters of formulas as high as those of the text face.
const formulaScale = 1.15

// typeset is a formula in the line.
type typeset struct {
	formula *formula.Formula
	style   flow.Style
}

var _ flow.Based = (*typeset)(nil)

// Size implements flow.Content: a formula too wide is made smaller, or moved sideways where it could not be read then.
func (t *typeset) Size(width float32) fyne.Size {
	size := t.shown(width)
	if size.Width > width {
		return fyne.NewSize(width, size.Height+mathFoot)
	}
	return size
}

// Baseline implements flow.Based.
func (t *typeset) Baseline(width float32) float32 { return t.formula.Baseline() * t.share(width) }

const (
	mathFoot  = 8   // units, the height of the place for the bar
	leastMath = 0.7 // the smallest share of its size that a formula is made to fit with
	narrow    = 200 // units; formulas no wider fit nearly everywhere, and are made as small as they must be
)

func (t *typeset) share(width float32) float32 {
	all := t.formula.Size().Width
	if width/all < leastMath && all > narrow {
		return 1
	}
	return min(1, width/all)
}

// shown is how large the formula is shown.
func (t *typeset) shown(width float32) fyne.Size {
	size, share := t.formula.Size(), t.share(width)
	return fyne.NewSize(size.Width*share, size.Height*share)
}

// New implements flow.Content.
func (t *typeset) New() fyne.CanvasObject {
	v := &typesetView{}
	v.raster = canvas.NewRaster(func(w, h int) image.Image {
		return t.formula.Draw(min(w, maxPixels), min(h, maxPixels), inkOf(t.style))
	})
	v.ExtendBaseWidget(v)
	if t.formula.Size().Width <= narrow {
		return v
	}
	return newSideways(v, 0, mathFoot, t.shown)
}

// maxPixels bounds the side of a formula's picture.
const maxPixels = 8192

// typesetView shows a formula in the colours of the theme.
type typesetView struct {
	widget.BaseWidget
	raster *canvas.Raster
}

// CreateRenderer is called by Fyne.
func (v *typesetView) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.raster) }
