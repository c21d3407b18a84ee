package feed

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mejiro/widgets/look"
)

const (
	ringInset = 2
	ringWidth = 1.5
)

// newRing makes the ring round the row with the focus.
func newRing() *canvas.Rectangle {
	ring := canvas.NewRectangle(nil)
	ring.StrokeWidth = ringWidth
	ring.CornerRadius = look.RadiusCard
	ring.StrokeColor = look.Color(look.ColorAccent)
	ring.Hide()
	return ring
}

func (f *Feed) colourRing() {
	f.ring.StrokeColor = look.Color(look.ColorAccent)
	f.ring.Refresh()
}

// placeRing puts the ring round the row with the focus, while the feed has the keyboard and the row is on the screen.
func (f *Feed) placeRing() {
	if f.focused && f.focusRow != "" {
		for _, at := range f.strip.slots {
			if at.id == f.focusRow {
				f.ring.Move(fyne.NewPos(ringInset, at.y+ringInset))
				f.ring.Resize(fyne.NewSize(f.size.Width-2*ringInset, at.height-2*ringInset))
				f.showRing(true)
				return
			}
		}
	}
	f.showRing(false)
}

func (f *Feed) showRing(visible bool) {
	if f.ring.Visible() != visible {
		f.ring.Hidden = !visible
		f.repaint()
	}
}
