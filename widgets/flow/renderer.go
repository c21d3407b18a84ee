package flow

import (
	"fyne.io/fyne/v2"
)

// renderer draws a view: its layer, and above that what reacts to the pointer, for all layers.
type renderer struct {
	layer
	stageSet
	marker
	view   *View
	tips   pool[*tip]
	spots  pool[*spot]
	stock  stock
	listed []fyne.CanvasObject

	shown     *Layout
	arranging bool
	rims      int          // borders drawn in pixels
	rimmed    int          // their pixels
	pointed   *spot        // that the pointer is on; nil for none
	aspects   []seenAspect // to be told when everything stands in its place
}

type seenAspect struct {
	url    string
	aspect float32
}

func newRenderer(v *View) *renderer {
	r := &renderer{view: v, marker: newMarker(v)}
	r.layer.init(r)
	r.tips = pool[*tip]{create: func() *tip { return newTip(r) }, clear: func(t *tip) { t.SetToolTip("") }}
	r.spots = pool[*spot]{create: func() *spot { return newSpot(r) }, clear: func(s *spot) { s.bind(nil) }}
	r.veils = pool[*veil]{create: func() *veil { return newVeil(r) }, clear: (*veil).clear}
	return r
}

// Layout has nothing to do: the lines know their place.
func (r *renderer) Layout(fyne.Size) {}

// MinSize is the size of the layout.
func (r *renderer) MinSize() fyne.Size {
	if r.view.layout == nil {
		return fyne.Size{}
	}
	return r.view.layout.Size()
}

// Objects lists what is shown and nothing else.
func (r *renderer) Objects() []fyne.CanvasObject {
	return r.listed
}

// Refresh follows the view's layout and the theme.
func (r *renderer) Refresh() {
	r.themed++
	r.arrange()
	r.view.repaint()
	r.tellAspects()
}

// Destroy lets go of the pictures.
func (r *renderer) Destroy() {
	r.rewind()
	r.begin(nil)
	r.finish()
}

// arrange makes the objects say what the layout says.
func (r *renderer) arrange() {
	r.arranging = true
	r.rewind()
	if r.shown != r.view.layout {
		r.spots.trim() // the pointer need not be where it was
		r.tips.trim()
		r.shown = r.view.layout
	}
	if r.begin(r.shown); r.shown != nil {
		r.show(r.shown, fyne.Position{})
	}
	r.finish()
	r.mark()
	r.list()
	r.arranging = false
}

func (r *renderer) rewind() {
	r.layer.rewind()
	r.tips.used, r.spots.used, r.rims, r.rimmed = 0, 0, 0, 0
	r.stock.rewind()
}

func (r *renderer) finish() {
	r.layer.finish()
	r.tips.trim()
	r.spots.trim()
	r.veils.trim()
	r.stock.trim()
	r.follow()
}

// list puts together what the layer and the pointer need.
func (r *renderer) list() {
	clear(r.listed)
	r.listed = r.marked(r.listed[:0])
	for _, o := range r.tips.inUse() {
		r.listed = append(r.listed, o)
	}
	for _, o := range r.veils.inUse() {
		r.listed = append(r.listed, o)
	}
	for _, o := range r.spots.inUse() {
		r.listed = append(r.listed, o)
	}
}

// changed follows a layer whose objects are others than before.
func (r *renderer) changed(l *layer) {
	if r.arranging {
		return
	}
	if l.collect(); l.plate != nil {
		l.plate.redraw()
	} else {
		r.list()
		r.view.repaint()
	}
	r.tellAspects()
}

// showSpot puts a spot on a frag of a layout that is at at in a layer.
func (r *renderer) showSpot(l *layer, ln *line, f *frag, s *span, at fyne.Position) {
	o := r.spots.next()
	o.bind(s.link)
	o.veil = r.veil
	corner, size := at.AddXY(f.x, ln.top), fyne.NewSize(f.width, ln.height)
	o.plate, o.area = l.plate, rectangle(corner.Add(l.at), size)
	l.put(o, corner, size)
	y, thick := s.underline(ln)
	width := f.width
	if f.box != nil || l.plate != nil {
		width = 0
	}
	place(o.line, 0, y-ln.top, width, thick, 0, s.style.foreground())
}

// hover shows or hides the lines under all parts of a link.
func (r *renderer) hover(link *Link, on bool) {
	for _, s := range r.spots.inUse() {
		if s.link == link {
			s.underline(on)
		}
	}
}

// tellAspects reports what pictures turned out to be like. It comes last: the view may be given another layout.
func (r *renderer) tellAspects() {
	seen := r.aspects
	r.aspects = nil
	if tell := r.view.OnAspect; tell != nil {
		for _, a := range seen {
			tell(a.url, a.aspect)
		}
	}
}
