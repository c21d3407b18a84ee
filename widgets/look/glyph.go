package look

import (
	"bytes"
	"image"
	"image/color"
	"math"

	"mejiro/assets"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"
)

// glyph is an icon in one colour at one size in pixels.
type glyph struct {
	name   IconName
	color  color.NRGBA
	pixels int
}

// ShowIcon makes img show an icon in a colour of the theme, as large as img is
// and sharp on its canvas. Call it again when that size, the scale or the theme
// has changed. It is for icons in rows that come and go: refreshing an image
// with a resource parses the drawing anew each time (0.3 ms), this takes the
// pixels drawn before (some microseconds).
func ShowIcon(img *canvas.Image, name IconName, tint fyne.ThemeColorName) {
	scale := float32(2)
	if c := fyne.CurrentApp().Driver().CanvasForObject(img); c != nil {
		scale = c.Scale()
	}
	side := min(img.Size().Width, img.Size().Height)
	pixels := int(math.Ceil(float64(side * scale)))
	img.Resource, img.Image = nil, nil
	if pixels == 0 {
		return
	}
	img.FillMode = canvas.ImageFillContain
	img.ScaleMode = canvas.ImageScaleFastest
	img.Image = drawn(glyph{name: name, color: nrgba(Color(tint)), pixels: pixels})
	img.Refresh()
}

// drawn gives the pixels of a glyph; the theme keeps those it has drawn.
func drawn(g glyph) image.Image {
	current, ok := theme.Current().(*Theme)
	if !ok {
		return g.draw()
	}
	picture, ok := current.glyphs[g]
	if !ok {
		picture = g.draw()
		current.glyphs[g] = picture
	}
	return picture
}

// draw rasterises the glyph. A drawing that cannot be read is left blank.
func (g glyph) draw() *image.RGBA {
	picture := image.NewRGBA(image.Rect(0, 0, g.pixels, g.pixels))
	content, err := assets.Icons.ReadFile("icons/" + string(g.name) + ".svg")
	if err != nil {
		return picture
	}
	drawing, err := oksvg.ReadIconStream(bytes.NewReader(content))
	if err != nil {
		return picture
	}
	drawing.SetTarget(0, 0, float64(g.pixels), float64(g.pixels))
	for i := range drawing.SVGPaths {
		drawing.SVGPaths[i].SetFillColor(color.NRGBA{R: g.color.R, G: g.color.G, B: g.color.B, A: 0xff})
	}
	scanner := rasterx.NewScannerGV(g.pixels, g.pixels, picture, picture.Bounds())
	drawing.Draw(rasterx.NewDasher(g.pixels, g.pixels, scanner), float64(g.color.A)/0xff)
	return picture
}

func nrgba(c color.Color) color.NRGBA {
	return color.NRGBAModel.Convert(c).(color.NRGBA)
}
