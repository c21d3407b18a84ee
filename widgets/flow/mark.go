package flow

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mejiro/widgets/look"
)

// marker is what a renderer has for selecting: rectangles behind selected text, others over what is no text and would
// hide them, and the hand.
type marker struct {
	marks, veneers pool[*canvas.Rectangle]
	hand           *hand
}

func newMarker(v *View) marker {
	rectangle := func() *canvas.Rectangle { return canvas.NewRectangle(nil) }
	return marker{
		marks: pool[*canvas.Rectangle]{create: rectangle}, veneers: pool[*canvas.Rectangle]{create: rectangle},
		hand: &hand{view: v},
	}
}

// mark puts rectangles where something is selected.
func (r *renderer) mark() {
	r.marks.used, r.veneers.used = 0, 0
	from, to := r.view.Selection()
	r.view.marked = [2]Position{from, to}
	if r.shown != nil && from < to {
		scale := r.view.scale()
		for _, a := range r.shown.areas(from, to) {
			marks := &r.marks
			if a.over {
				marks, a = &r.veneers, a.within(r.view.limits(r.shown))
			}
			left, right := round(a.at.X*scale)/scale, round((a.at.X+a.size.Width)*scale)/scale // lest neighbours overlap
			place(marks.next(), left, a.at.Y, right-left, a.size.Height, 0, look.Color(look.ColorSelection))
		}
	}
	r.marks.trim()
	r.veneers.trim()
}

// marked adds what the layer draws to objects, with what is for selecting in between and above. The hand lies under
// contents, which have their own use for the pointer.
func (r *renderer) marked(objects []fyne.CanvasObject) []fyne.CanvasObject {
	grounds := r.grounds.used
	objects = append(objects, r.objects[:grounds]...)
	for _, o := range r.marks.inUse() {
		objects = append(objects, o)
	}
	objects = append(objects, r.objects[grounds:r.inert]...)
	if r.view.page != nil && r.shown != nil {
		r.hand.Resize(r.shown.size)
		objects = append(objects, r.hand)
	}
	objects = append(objects, r.objects[r.inert:]...)
	for _, o := range r.veneers.inUse() {
		objects = append(objects, o)
	}
	return objects
}
