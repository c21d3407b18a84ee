package feed

import "fyne.io/fyne/v2"

// CreateRenderer implements fyne.Widget.
func (f *Feed) CreateRenderer() fyne.WidgetRenderer {
	f.arrange()
	return renderer{f}
}

// Hide hides the feed. What moves comes to rest; the rows are kept up to date.
func (f *Feed) Hide() {
	f.glide.finish()
	f.endPull()
	f.BaseWidget.Hide()
}

type renderer struct{ feed *Feed }

func (r renderer) Layout(size fyne.Size)        { r.feed.resize(size) }
func (r renderer) MinSize() fyne.Size           { return fyne.NewSize(80, 60) }
func (r renderer) Objects() []fyne.CanvasObject { return r.feed.objects }
func (r renderer) Destroy()                     {}

// Refresh redraws what is the feed's own; rows are bound again by Invalidate and Forget.
func (r renderer) Refresh() {
	r.feed.resize(r.feed.Size()) // the scale of the canvas may be another
	r.feed.colourRing()
	r.feed.bar.Refresh()
}
