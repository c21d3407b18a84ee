package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mejiro/app/settings"
	"mejiro/widgets/look"
)

const (
	leastColumn = 260
	mostColumn  = 900
)

// deck is the row of columns.
type deck struct {
	columns []*column
	row     *fyne.Container
	scroll  *container.Scroll
	object  fyne.CanvasObject
}

func newDeck() *deck {
	d := &deck{}
	d.row = container.New(&deckLayout{deck: d})
	d.scroll = container.NewHScroll(d.row)
	d.scroll.OnScrolled = func(fyne.Position) { d.look() }
	d.object = container.New(&deckFrame{deck: d}, d.scroll)
	return d
}

// look has columns rest that are scrolled out of sight, but for a strip in
// which little could be made out.
func (d *deck) look() {
	const strip = 60
	left := d.scroll.Offset.X + strip
	right := left + d.scroll.Size().Width - 2*strip
	for _, c := range d.columns {
		x := c.object.Position().X
		c.governor.Rest(x+c.object.Size().Width <= left || x >= right)
	}
}

// deckFrame fills itself with the deck.
type deckFrame struct{ deck *deck }

// Layout implements fyne.Layout.
func (f *deckFrame) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
	f.deck.look()
}

// MinSize implements fyne.Layout.
func (f *deckFrame) MinSize([]fyne.CanvasObject) fyne.Size { return f.deck.scroll.MinSize() }

// add puts a column at the right end.
func (d *deck) add(c *column) {
	d.columns = append(d.columns, c)
	d.rebuild()
}

// remove closes a column.
func (d *deck) remove(c *column) {
	i := slices.Index(d.columns, c)
	if i < 0 {
		return
	}
	d.columns = slices.Delete(d.columns, i, i+1)
	c.screen.Close()
	d.rebuild()
}

// move swaps a column with its neighbour by places to the right.
func (d *deck) move(c *column, by int) {
	i := slices.Index(d.columns, c)
	j := i + by
	if i < 0 || j < 0 || j >= len(d.columns) {
		return
	}
	d.columns[i], d.columns[j] = d.columns[j], d.columns[i]
	d.rebuild()
}

// resize makes a column wider by some units, within bounds.
func (d *deck) resize(c *column, by float32) {
	width := min(max(c.width()+by, leastColumn), mostColumn)
	if width == c.conf.Width {
		return
	}
	c.conf.Width = width
	d.row.Refresh()
	d.scroll.Refresh()
}

// show scrolls the column into sight and gives it the keyboard.
func (d *deck) show(c *column, window fyne.Canvas) {
	left := c.object.Position().X
	right := left + c.object.Size().Width
	view := d.scroll.Size().Width
	switch {
	case left < d.scroll.Offset.X:
		d.scroll.ScrollToOffset(fyne.NewPos(left, 0))
	case right > d.scroll.Offset.X+view:
		d.scroll.ScrollToOffset(fyne.NewPos(right-view, 0))
	}
	d.look()
	window.Focus(c.screen.Feed())
}

// clear closes every column.
func (d *deck) clear() {
	for _, c := range d.columns {
		c.screen.Close()
	}
	d.columns = nil
	d.rebuild()
}

// configuration is what the settings keep of the deck.
func (d *deck) configuration() []settings.Column {
	all := make([]settings.Column, len(d.columns))
	for i, c := range d.columns {
		all[i] = c.conf
	}
	return all
}

func (d *deck) rebuild() {
	objects := make([]fyne.CanvasObject, 0, 2*len(d.columns))
	for _, c := range d.columns {
		objects = append(objects, c.object, c.handle)
	}
	d.row.Objects = objects
	d.row.Refresh()
	d.scroll.Refresh()
}

// deckLayout sets the columns side by side, full height, each followed by the
// handle in the gap. Columns of a window with room to spare keep their width.
type deckLayout struct{ deck *deck }

// Layout implements fyne.Layout.
func (l *deckLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	x := float32(look.ColumnGap)
	for _, c := range l.deck.columns {
		c.object.Move(fyne.NewPos(x, look.ColumnGap))
		c.object.Resize(fyne.NewSize(c.width(), size.Height-2*look.ColumnGap))
		x += c.width()
		c.handle.Move(fyne.NewPos(x, 0))
		c.handle.Resize(fyne.NewSize(look.ColumnGap, size.Height))
		x += look.ColumnGap
	}
	l.deck.look()
}

// MinSize implements fyne.Layout.
func (l *deckLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	x := float32(look.ColumnGap)
	for _, c := range l.deck.columns {
		x += c.width() + look.ColumnGap
	}
	return fyne.NewSize(x, 200)
}
