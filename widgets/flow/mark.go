package flow

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mejiro/widgets/look"
)

// marker is what a renderer has for selecting: rectangles behind what is selected, and the hand.
type marker struct {
	marks pool[*canvas.Rectangle]
	hand  *hand
}

func newMarker(v *View) marker {
	return marker{
		marks: pool[*canvas.Rectangle]{create: func() *canvas.Rectangle { return canvas.NewRectangle(nil) }},
		hand:  &hand{view: v},
	}
}

// mark puts rectangles behind what is selected.
func (r *renderer) mark() {
	r.marks.used = 0
	if from, to := r.view.Selection(); r.shown != nil && from < to {
		for _, a := range r.shown.areas(from, to) {
			place(r.marks.next(), a.at.X, a.at.Y, a.size.Width, a.size.Height, 0, look.Color(look.ColorSelection))
		}
	}
	r.marks.trim()
}

// marked adds what the layer draws to objects, with what is for selecting in between and above.
func (r *renderer) marked(objects []fyne.CanvasObject) []fyne.CanvasObject {
	grounds := r.grounds.used
	objects = append(objects, r.objects[:grounds]...)
	for _, o := range r.marks.inUse() {
		objects = append(objects, o)
	}
	objects = append(objects, r.objects[grounds:]...)
	if r.view.selection != nil && r.shown != nil {
		r.hand.Resize(r.shown.size)
		objects = append(objects, r.hand)
	}
	return objects
}
