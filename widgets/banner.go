package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets/look"
)

const bannerHeight = 26

// banner says that what is shown may be old, because there is no connection.
type banner struct {
	widget.BaseWidget
	ground *canvas.Rectangle
	icon   *canvas.Image
	text   *canvas.Text
}

func newBanner() *banner {
	b := &banner{
		ground: canvas.NewRectangle(nil),
		icon:   &canvas.Image{FillMode: canvas.ImageFillContain},
		text:   canvas.NewText(lang.L("common.offline"), nil),
	}
	b.text.TextSize = look.TextSecondary
	b.ExtendBaseWidget(b)
	b.colour()
	return b
}

func (b *banner) colour() {
	b.ground.FillColor = look.Color(look.ColorInfoWarn)
	b.icon.Resource = look.IconIn(look.IconOffline, look.ColorText)
	b.text.Color = look.Color(look.ColorText)
}

// CreateRenderer implements fyne.Widget.
func (b *banner) CreateRenderer() fyne.WidgetRenderer {
	return bannerRenderer{b}
}

type bannerRenderer struct{ *banner }

func (r bannerRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	text := r.text.MinSize()
	x := max(look.Space2, (size.Width-text.Width-look.TextTitle-look.Space1)/2)
	r.icon.Resize(fyne.NewSquareSize(look.TextTitle))
	r.icon.Move(fyne.NewPos(x, (size.Height-look.TextTitle)/2))
	r.text.Resize(text)
	r.text.Move(fyne.NewPos(x+look.TextTitle+look.Space1, (size.Height-text.Height)/2))
}

func (r bannerRenderer) MinSize() fyne.Size { return fyne.NewSize(0, bannerHeight) }
func (r bannerRenderer) Destroy()           {}

func (r bannerRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.icon, r.text}
}

func (r bannerRenderer) Refresh() {
	r.colour()
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
