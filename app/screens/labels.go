package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mejiro/assets"
)

const sizeTitle = theme.SizeNameSubHeadingText

func plainLabel(text string, align fyne.TextAlign) *widget.Label {
	l := widget.NewLabelWithStyle(text, align, fyne.TextStyle{})
	l.Wrapping = fyne.TextWrapWord
	return l
}

func bigLabel(text string) *widget.Label {
	l := widget.NewLabelWithStyle(text, fyne.TextAlignCenter, fyne.TextStyle{Bold: true})
	l.SizeName = sizeTitle
	l.Wrapping = fyne.TextWrapWord
	return l
}

func faintLabel(text string) *widget.Label {
	l := widget.NewLabel(text)
	l.SizeName = theme.SizeNameCaptionText
	l.Importance = widget.LowImportance
	l.Wrapping = fyne.TextWrapWord
	return l
}

func dangerLabel() *widget.Label {
	l := widget.NewLabel("")
	l.Importance = widget.DangerImportance
	l.Wrapping = fyne.TextWrapWord
	l.Hide()
	return l
}

// picture is the app's own picture, as a heading.
func picture() fyne.CanvasObject {
	const side = 72
	i := canvas.NewImageFromResource(fyne.NewStaticResource("mejiro.png", assets.Icon()))
	i.FillMode = canvas.ImageFillContain
	i.SetMinSize(fyne.NewSquareSize(side))
	return container.NewCenter(i)
}

// spinner shows that something is waited for.
func spinner() fyne.CanvasObject {
	a := widget.NewActivity()
	a.Start()
	return container.NewCenter(a)
}
