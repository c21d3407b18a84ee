package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets/look"
)

// brokenSign stands where a picture should be: an icon, and what the picture shows in words.
type brokenSign struct {
	icon  *canvas.Image
	alt   *widget.Label
	shown bool
}

func newBrokenSign() *brokenSign {
	b := &brokenSign{
		icon: canvas.NewImageFromResource(look.IconIn(look.IconPicture, look.ColorTextFaint)),
		alt:  widget.NewLabel(""),
	}
	b.icon.FillMode = canvas.ImageFillContain
	b.alt.SizeName = theme.SizeNameCaptionText
	b.alt.Alignment = fyne.TextAlignCenter
	b.alt.Truncation = fyne.TextTruncateEllipsis
	b.alt.Importance = widget.LowImportance
	return b
}

// layout puts the icon above the words, or alone where both have no room.
func (b *brokenSign) layout(size fyne.Size) {
	const narrow = 80 // room for too few letters to say anything
	icon, text := min(look.IconSize, size.Width, size.Height), b.alt.MinSize().Height
	if b.alt.Text == "" || icon+text > size.Height || size.Width < narrow {
		text = 0
	}
	b.icon.Hidden = !b.shown
	b.alt.Hidden = !b.shown || text == 0
	top := (size.Height - icon - text) / 2
	b.icon.Resize(fyne.NewSquareSize(icon))
	b.icon.Move(fyne.NewPos((size.Width-icon)/2, top))
	b.alt.Resize(fyne.NewSize(size.Width, text))
	b.alt.Move(fyne.NewPos(0, top+icon))
}
