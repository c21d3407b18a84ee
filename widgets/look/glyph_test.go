package look_test

import (
	"image"
	"image/color"
	"testing"

	"mejiro/widgets/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestShownIconsFollowThemeAndSize(t *testing.T) {
	app := test.NewTempApp(t)
	for _, variant := range []look.Variant{look.Light, look.Dark} {
		app.Settings().SetTheme(look.New(variant))
		for _, side := range []float32{14, 20} {
			for _, name := range stringConstants(t, "icons.go") {
				picture := shown(look.IconName(name), look.ColorRenote, side)
				require.Equal(t, image.Rect(0, 0, int(side), int(side)), picture.Bounds())
				want, ink := look.Color(look.ColorRenote).(color.NRGBA), inkiest(picture)
				assert.InDelta(t, want.R, ink.R, 2, name)
				assert.InDelta(t, want.G, ink.G, 2, name)
				assert.InDelta(t, want.B, ink.B, 2, name)
				assert.Greater(t, ink.A, uint8(0x80), "%s shows hardly anything", name)
			}
		}
	}
}

func TestShownIconsAreSharpOnTheirCanvas(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	img := &canvas.Image{}
	window := test.NewTempWindow(t, container.NewWithoutLayout(img))
	window.Canvas().(software.WindowlessCanvas).SetScale(1.5)
	img.Resize(fyne.NewSquareSize(20))
	look.ShowIcon(img, look.IconReply, look.ColorText)
	assert.Equal(t, image.Rect(0, 0, 30, 30), img.Image.Bounds())
}

func TestAnIconWithoutSizeShowsNothing(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	assert.Nil(t, shown(look.IconReply, look.ColorText, 0))
}

func TestShownIconsKeepTheTransparencyOfTheirColour(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	_, _, _, alpha := shown(look.IconPlay, look.ColorOverPicture, 20).At(10, 10).RGBA()
	assert.InDelta(t, 0xa6, alpha>>8, 1)
}

// shown gives the pixels of an icon shown by ShowIcon at 1x.
func shown(name look.IconName, tint fyne.ThemeColorName, side float32) image.Image {
	img := &canvas.Image{}
	img.Resize(fyne.NewSquareSize(side))
	look.ShowIcon(img, name, tint)
	return img.Image
}

// inkiest gives the colour of the pixel covered most.
func inkiest(picture image.Image) (ink color.NRGBA) {
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			if c := color.NRGBAModel.Convert(picture.At(x, y)).(color.NRGBA); c.A > ink.A {
				ink = c
			}
		}
	}
	return ink
}

func TestAnIconIsDrawnOncePerTheme(t *testing.T) {
	app := test.NewTempApp(t)
	app.Settings().SetTheme(look.New(look.Light))
	first, second := &canvas.Image{}, &canvas.Image{}
	for _, img := range []*canvas.Image{first, second} {
		img.Resize(fyne.NewSquareSize(20))
		look.ShowIcon(img, look.IconReply, look.ColorText)
	}
	assert.Same(t, first.Image, second.Image)
}

func BenchmarkShowIcon(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.New(look.Light))
	icon := &canvas.Image{}
	icon.Resize(fyne.NewSquareSize(20))
	for b.Loop() {
		look.ShowIcon(icon, look.IconReact, look.ColorTextFaint)
	}
}
