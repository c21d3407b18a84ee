package flow

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mejiro/widgets/look"
)

// renderer draws a view: grounds behind, then texts, pictures, lines through or under text, and the links' spots.
type renderer struct {
	view     *View
	grounds  pool[*canvas.Rectangle]
	texts    pool[*canvas.Text]
	pictures pool[*picture]
	bars     pool[*canvas.Rectangle]
	spots    pool[*spot]
	objects  []fyne.CanvasObject

	shown     *Layout
	arranging bool
	aspects   []seenAspect // to be told when everything stands in its place
}

type seenAspect struct {
	url    string
	aspect float32
}

func newRenderer(v *View) *renderer {
	r := &renderer{view: v}
	rectangle := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	r.grounds = pool[*canvas.Rectangle]{create: rectangle}
	r.bars = pool[*canvas.Rectangle]{create: rectangle}
	r.texts = pool[*canvas.Text]{
		create: func() *canvas.Text { return canvas.NewText("", color.Transparent) },
		clear:  func(t *canvas.Text) { t.Text = "" },
	}
	r.pictures = pool[*picture]{create: func() *picture { return newPicture(r) }, clear: (*picture).clear}
	r.spots = pool[*spot]{create: func() *spot { return newSpot(r) }, clear: func(s *spot) { s.bind(nil) }}
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
	return r.objects
}

// Refresh follows the view's layout and the theme.
func (r *renderer) Refresh() {
	r.arrange()
	r.view.repaint()
	r.tellAspects()
}

// Destroy lets go of the pictures.
func (r *renderer) Destroy() {
	r.rewind()
	r.trim()
}

// arrange makes the objects say what the layout says.
func (r *renderer) arrange() {
	r.arranging = true
	r.rewind()
	l := r.view.layout
	if r.shown != l {
		r.spots.trim() // the pointer need not be where it was
		r.shown = l
	}
	if l != nil {
		for i := range l.lines {
			ln := &l.lines[i]
			for j := ln.first; j < ln.end; j++ {
				r.show(l, ln, &l.frags[j])
			}
		}
	}
	r.trim()
	r.collect()
	r.arranging = false
}

func (r *renderer) rewind() {
	r.grounds.used, r.texts.used, r.pictures.used, r.bars.used, r.spots.used = 0, 0, 0, 0, 0
}

func (r *renderer) trim() {
	r.grounds.trim()
	r.texts.trim()
	r.pictures.trim()
	r.bars.trim()
	r.spots.trim()
}

// collect lists the objects from the back to the front.
func (r *renderer) collect() {
	clear(r.objects)
	r.objects = r.objects[:0]
	for _, o := range r.grounds.inUse() {
		r.objects = append(r.objects, o)
	}
	for _, o := range r.texts.inUse() {
		r.objects = append(r.objects, o)
	}
	for _, p := range r.pictures.inUse() {
		if o := p.object(); o != nil {
			r.objects = append(r.objects, o)
		}
	}
	for _, o := range r.bars.inUse() {
		r.objects = append(r.objects, o)
	}
	for _, o := range r.spots.inUse() {
		r.objects = append(r.objects, o)
	}
}

// show draws one frag.
func (r *renderer) show(l *Layout, ln *line, f *frag) {
	s := &l.text.spans[f.span]
	if s.style.Background != "" {
		place(r.grounds.next(), f.x-groundPad, f.y+1, f.width+2*groundPad, f.height-2, groundRadius,
			s.style.paint(s.style.Background))
	}
	if f.picture {
		r.pictures.next().bind(s, f)
	} else {
		r.showText(s, f)
	}
	y, thick := s.underline(ln)
	if s.style.Underline {
		place(r.bars.next(), f.x, y, f.width, thick, 0, s.style.foreground())
	}
	if s.style.Strike {
		place(r.bars.next(), f.x, ln.baseline-0.3*s.face.key.size, f.width, thick, 0, s.style.foreground())
	}
	if s.link != nil {
		r.showSpot(ln, f, s)
	}
}

const (
	groundPad    = 2 // how far a ground reaches beyond its text, left and right
	groundRadius = 4
)

func (r *renderer) showText(s *span, f *frag) {
	t := r.texts.next()
	t.Text, t.TextSize, t.TextStyle = f.text, s.face.key.size, s.face.style
	t.Color = s.style.foreground()
	t.Move(fyne.NewPos(f.x, f.y))
	t.Resize(fyne.NewSize(f.width, f.height))
}

// underline tells where a line under the span's text runs in ln, and how thick it is.
func (s *span) underline(ln *line) (y, thick float32) {
	em := s.face.key.size
	return ln.baseline + 0.12*em, max(1, round(em/14))
}

func (r *renderer) showSpot(ln *line, f *frag, s *span) {
	o := r.spots.next()
	o.bind(s.link)
	o.Move(fyne.NewPos(f.x, ln.top))
	o.Resize(fyne.NewSize(f.width, ln.height))
	y, thick := s.underline(ln)
	place(o.line, 0, y-ln.top, f.width, thick, 0, s.style.foreground())
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

func place(o *canvas.Rectangle, x, y, width, height, radius float32, fill color.Color) {
	o.FillColor, o.CornerRadius = fill, radius
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}

func (s *Style) foreground() color.Color {
	if s.Color == "" {
		return s.paint(look.ColorText)
	}
	return s.paint(s.Color)
}

// paint gives a colour of the theme with the style's opacity.
func (s *Style) paint(name fyne.ThemeColorName) color.Color {
	c := look.Color(name)
	if s.Alpha <= 0 || s.Alpha >= 1 {
		return c
	}
	n := color.NRGBAModel.Convert(c).(color.NRGBA)
	n.A = uint8(float32(n.A)*s.Alpha + 0.5)
	return n
}
