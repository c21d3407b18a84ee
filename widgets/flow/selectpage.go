package flow

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Page is texts that are selected together, as if they were one, from the first to the last: those of one note, say.
// What is selected never goes beyond its page.
type Page struct {
	// Pull is told of each step of a drag that selects in the page, at a place in the window, so that what the page
	// stands in can be scrolled; where that moves the page, it calls [Selection.Again]. letGo is called when the drag is
	// over. May be nil.
	Pull func(at fyne.Position) (letGo func())

	// Reveal is told where, in what the views stand in, keys have moved the end of what is selected to. May be nil.
	Reveal func(y, height float32)

	selection *Selection
	key       any
	views     []*View
	said      *wording // nil until it is wanted
}

// NewPage makes a page without texts, which are selected into s.
func NewPage(s *Selection) *Page { return &Page{selection: s} }

// Show makes the texts of views, in the order they are read, those of the page. The views are children of one parent
// and have their layouts; after any of them is given another, Show is called again. key is comparable and names what is
// shown. What is selected stays while key is the same and all text up to its end says the same; with a key other than
// nil it also outlives that the page shows something else.
func (p *Page) Show(key any, views ...*View) {
	for _, v := range p.views {
		if !slices.Contains(views, v) {
			v.turn(nil)
		}
	}
	clear(p.views[min(len(views), len(p.views)):])
	p.views = append(p.views[:0], views...)
	for _, v := range p.views {
		v.turn(p)
	}
	p.key, p.said = key, nil
	p.selection.follow(p)
}

// Selected reports whether something is selected in the page.
func (p *Page) Selected() bool { return p.selection.page == p && p.selection.Text() != "" }

// wording is what the page says.
func (p *Page) wording() *wording {
	if p.said == nil {
		p.said = newWording(p.views)
	}
	return p.said
}

func (p *Page) indexOf(v *View) int { return slices.Index(p.views, v) }

// selected is what is selected in one of the views.
func (p *Page) selected(v *View) (from, to Position) {
	s, i := p.selection, p.indexOf(v)
	if s.page != p || i < 0 || i >= len(s.said.layouts) || s.said.layouts[i] != v.layout {
		return 0, 0
	}
	return s.said.part(i, s.fixed, s.moves)
}

// mark draws what is selected.
func (p *Page) mark() {
	if p == nil {
		return
	}
	for _, v := range p.views {
		v.showSelection()
	}
}

// Nearest is the page with the text nearest to a point of the window; nil for none. The pages share a parent.
func Nearest(at fyne.Position, pages ...*Page) *Page {
	var all []*View
	for _, p := range pages {
		all = append(all, p.views...)
	}
	v, _ := nearest(at, all)
	if v == nil {
		return nil
	}
	return v.page
}

// Press begins to select where the text is nearest to the pointer, which need not be on it.
func (p *Page) Press(e *desktop.MouseEvent) {
	p.selection.press(p, e, func() Position { return p.placeAt(e.AbsolutePosition) })
}

// placeAt is the place of the page's text nearest to a point of the window.
func (p *Page) placeAt(at fyne.Position) Position {
	v, in := nearest(at, p.views)
	if v == nil {
		return 0
	}
	return p.wording().placeIn(p.indexOf(v), in)
}

// nearest is the view nearest to a point of the window, and where in it that is. Of views side by side it is the one that
// the point is beside least.
func nearest(at fyne.Position, views []*View) (best *View, in fyne.Position) {
	if len(views) == 0 {
		return nil, in
	}
	first := views[0]
	at = at.Subtract(fyne.CurrentApp().Driver().AbsolutePositionForObject(first).Subtract(first.Position()))
	var below, beside float32
	for _, v := range views {
		p := at.Subtract(v.Position())
		size := v.MinSize()
		dy, dx := max(-p.Y, p.Y-size.Height, 0), max(-p.X, p.X-size.Width, 0)
		if best == nil || dy < below || dy == below && dx < beside {
			best, in, below, beside = v, p, dy, dx
		}
	}
	return best, in
}
