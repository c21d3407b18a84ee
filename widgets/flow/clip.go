package flow

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// clip is a layer of which only what lies within the widget is seen.
type clip struct {
	widget.BaseWidget
	layer layer
}

func newClip(owner *renderer) *clip {
	c := &clip{}
	c.layer.init(owner)
	c.ExtendBaseWidget(c)
	return c
}

// begin begins to draw anew, for a place in the layer below.
func (c *clip) begin(below *layer, at fyne.Position, size fyne.Size) {
	c.layer.rewind()
	c.layer.at, c.layer.plate, c.layer.opening = below.at.Add(at), below.plate, below.opening
	c.Move(at)
	c.Resize(size)
}

// clear leaves nothing of what was shown.
func (c *clip) clear() {
	c.layer.rewind()
	c.layer.finish()
}

// CreateRenderer is called by Fyne.
func (c *clip) CreateRenderer() fyne.WidgetRenderer { return clipRenderer{c} }

// clipRenderer draws the layer.
type clipRenderer struct{ clip *clip }

func (r clipRenderer) Layout(fyne.Size)             {}
func (r clipRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r clipRenderer) Objects() []fyne.CanvasObject { return r.clip.layer.objects }
func (r clipRenderer) Refresh()                     {}
func (r clipRenderer) Destroy()                     {}

// IsClip has the driver cut what it draws of the widget.
func (r clipRenderer) IsClip() {}
