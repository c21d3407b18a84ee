package note

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"mejiro/api/misskey"
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
	if !slices.ContainsFunc(c.pages, (*flow.Page).Selected) {
		return "", ""
	}
	return c.env.Selection.Text(), Source(c.env.Selection)
}

// Source is what is selected of cards as MFM.
func Source(s *flow.Selection) string {
	var written []string
	for _, parts := range s.Parts() {
		written = append(written, mfm.Selected(parts))
	}
	return strings.Join(written, "\n")
}

// Scroller is what cards are scrolled by.
type Scroller interface {
	// Pull is told where in the window a drag is that selects in a card. Each time that has been scrolled, moved is
	// called, until stop is.
	Pull(card fyne.CanvasObject, at fyne.Position, moved func()) (stop func())
	// RevealIn scrolls so that a stretch of a card is seen.
	RevealIn(card fyne.CanvasObject, y, height float32)
}

// pageKey names what is selected together.
type pageKey struct {
	actions Actions // of the list that the note stands in
	note    misskey.NoteID
	number  int
}

// turnPages puts the texts of the sheet on their pages.
func (c *Card) turnPages() {
	if c.env.Selection == nil {
		return
	}
	most := 0
	for _, t := range c.sheet.Texts {
		most = max(most, t.Page)
	}
	for len(c.pages) < most {
		c.pages = append(c.pages, c.newPage())
	}
	for i, p := range c.pages {
		c.onPage = c.onPage[:0]
		for j, t := range c.sheet.Texts {
			if t.Page == i+1 {
				c.onPage = append(c.onPage, c.texts.all[j].(*words).view)
			}
		}
		var key any
		if c.value.Note.ID != "" && len(c.onPage) > 0 {
			key = pageKey{c.actions, c.value.Note.ID, i + 1}
		}
		p.Show(key, c.onPage...)
	}
}

func (c *Card) newPage() *flow.Page {
	s := c.env.Selection
	p := flow.NewPage(s)
	p.Pull = func(at fyne.Position) (letGo func()) {
		if c.Scroller == nil {
			return nil
		}
		return c.Scroller.Pull(c, at, s.Again)
	}
	p.Reveal = func(y, height float32) {
		if c.Scroller != nil {
			c.Scroller.RevealIn(c, y, height)
		}
	}
	return p
}

// MouseDown implements desktop.Mouseable: beside the text begins to select what
// is next to it.
func (c *Card) MouseDown(e *desktop.MouseEvent) {
	if e.Button != desktop.MouseButtonPrimary {
		return
	}
	if p := flow.Nearest(e.AbsolutePosition, c.pages...); p != nil {
		p.Press(e)
		c.held = true
	}
}

// MouseUp implements desktop.Mouseable.
func (c *Card) MouseUp(*desktop.MouseEvent) { c.DragEnd() }

// Dragged implements fyne.Draggable.
func (c *Card) Dragged(e *fyne.DragEvent) {
	if c.held {
		c.env.Selection.Drag(e.AbsolutePosition)
	}
}

// DragEnd implements fyne.Draggable.
func (c *Card) DragEnd() {
	if c.held {
		c.held = false
		c.env.Selection.Release()
	}
}

// tapAt does what a tap on what lies behind a text does.
func (c *Card) tapAt(at fyne.Position, e *fyne.PointEvent) {
	if z := c.zoneAt(at); z != nil {
		z.Tapped(&fyne.PointEvent{Position: at.Subtract(z.pos), AbsolutePosition: e.AbsolutePosition})
		return
	}
	c.Tapped(e)
}

// pressAt lights what lies behind a text while it is pressed.
func (c *Card) pressAt(at fyne.Position, e *desktop.MouseEvent, down bool) {
	switch z := c.zoneAt(at); {
	case down && z != nil:
		z.MouseDown(e)
	case c.hot != nil:
		c.hot.MouseUp(e)
	default:
		c.dim()
	}
}

// zoneAt is the uppermost zone at a place; nil for none.
func (c *Card) zoneAt(at fyne.Position) *zone {
	for i := c.zones.used - 1; i >= 0; i-- {
		z := c.zones.all[i].(*zone)
		in := at.Subtract(z.pos)
		if in.X >= 0 && in.Y >= 0 && in.X < z.size.Width && in.Y < z.size.Height {
			return z
		}
	}
	return nil
}
