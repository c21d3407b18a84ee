package flow

import (
	"image"
	"image/color"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	scaling "golang.org/x/image/draw"

	"mejiro/widgets/look"
	"mejiro/widgets/motion"
)

// draw draws what stands in the box, aside.
func (p *plate) draw() {
	w, h := p.drawn()
	p.base = image.NewRGBA(image.Rect(0, 0, w, h))
	if g := p.stage.gradient(); g == nil {
		p.paint(p.base, p.layer.objects)
	} else {
		p.drawRainbow(g)
	}
	motion.Soften(p.base, p.stage.blur()*p.pixels)
	if kept, rows := p.extent(); kept != w || rows != h {
		all := p.base
		p.base = image.NewRGBA(image.Rect(0, 0, kept, rows))
		scaling.BiLinear.Scale(p.base, p.base.Rect, all, all.Rect, draw.Src, nil)
	}
}

// drawRainbow draws it with text in the colours of the rainbow, if it has no other of its own: those begin and end with
// the box of g.
func (p *plate) drawRainbow(g *stage) {
	var behind, text, before []fyne.CanvasObject
	own := look.Color(look.ColorText)
	for _, o := range p.layer.objects {
		switch {
		case isText(o, own):
			text = append(text, o)
		case len(text) == 0:
			behind = append(behind, o)
		default:
			before = append(before, o)
		}
	}
	p.paint(p.base, behind)
	written := image.NewRGBA(p.base.Rect)
	p.paint(written, text)
	left := (g.at.X - p.from.X) * p.pixels
	motion.PaintRainbow(written, left, left+g.frame.Width*p.pixels)
	draw.Draw(p.base, p.base.Rect, written, image.Point{}, draw.Over)
	p.paint(p.base, before)
}

// isText reports whether o is text of that colour, however faint.
func isText(o fyne.CanvasObject, c color.Color) bool {
	t, ok := o.(*canvas.Text)
	if !ok {
		return false
	}
	a, b := color.NRGBAModel.Convert(t.Color).(color.NRGBA), color.NRGBAModel.Convert(c).(color.NRGBA)
	return a.R == b.R && a.G == b.G && a.B == b.B
}

// paint draws objects of the layer into to.
func (p *plate) paint(to *image.RGBA, objects []fyne.CanvasObject) {
	if len(objects) == 0 {
		return
	}
	c := software.NewTransparentCanvas()
	c.SetPadded(false)
	c.SetScale(p.pixels)
	c.SetContent(container.NewWithoutLayout(objects...))
	c.Resize(p.size)
	draw.Draw(to, to.Rect, c.Capture(), image.Point{}, draw.Over)
}
