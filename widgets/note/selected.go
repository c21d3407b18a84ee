package note

import (
	"fyne.io/fyne/v2"

	"mejiro/widgets/flow"
	"mejiro/widgets/mfm"
)

// Selected is what is selected in the card that at is or stands in: as text,
// and as MFM. Nothing is "".
func Selected(at fyne.CanvasObject) (text, source string) {
	c, ok := at.(*Card)
	if z, isZone := at.(*zone); isZone {
		c, ok = z.card, true
	}
	if !ok {
		return "", ""
	}
	v := c.selected()
	if v == nil {
		return "", ""
	}
	from, to := v.Selection()
	return v.Layout().Text(from, to), mfm.Selected(v.Layout().Parts(from, to))
}

// selected is the text of the card in which something is selected, or nil.
func (c *Card) selected() *flow.View {
	if c.env.Selection == nil {
		return nil
	}
	v := c.env.Selection.View()
	for _, p := range c.texts.all[:c.texts.used] {
		if v != nil && p.object() == fyne.CanvasObject(v) {
			return v
		}
	}
	return nil
}

// deselect forgets what is selected in the card.
func (c *Card) deselect() {
	for _, p := range c.texts.all[:c.texts.used] {
		p.(*words).view.Deselect()
	}
}

// tapAt does what a tap on what lies behind a text does.
func (c *Card) tapAt(at fyne.Position, e *fyne.PointEvent) {
	for i := c.zones.used - 1; i >= 0; i-- {
		z := c.zones.all[i].(*zone)
		in := at.Subtract(z.pos)
		if in.X >= 0 && in.Y >= 0 && in.X < z.size.Width && in.Y < z.size.Height {
			z.Tapped(&fyne.PointEvent{Position: in, AbsolutePosition: e.AbsolutePosition})
			return
		}
	}
	c.Tapped(e)
}
