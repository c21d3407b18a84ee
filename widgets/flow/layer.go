package flow

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// layer draws laid out text with pooled objects: grounds and borders behind, then texts, pictures, lines through or under text,
// contents, what is cut, and what effects change. A view has one, and one more for each box that is drawn on its own.
type layer struct {
	owner    *renderer
	at       fyne.Position // in the view
	plate    *plate        // that all of the layer is drawn on; nil for none
	opening  *porthole     // that what effects show is seen through; nil for none
	grounds  pool[*canvas.Rectangle]
	strips   pool[*strip]
	texts    pool[*canvas.Text]
	pictures pool[*picture]
	bars     pool[*canvas.Rectangle]
	contents []fyne.CanvasObject
	clips    pool[*clip]
	plates   pool[*plate]
	sparks   pool[*spark]
	objects  []fyne.CanvasObject
	inert    int // how many of the objects have no use for the pointer: those before contents
}

func (l *layer) init(owner *renderer) {
	l.owner = owner
	rectangle := func() *canvas.Rectangle { return canvas.NewRectangle(color.Transparent) }
	l.grounds = pool[*canvas.Rectangle]{create: rectangle}
	l.strips = pool[*strip]{create: func() *strip { return newStrip(owner) }, clear: (*strip).clear}
	l.bars = pool[*canvas.Rectangle]{create: rectangle}
	l.texts = pool[*canvas.Text]{
		create: func() *canvas.Text { return canvas.NewText("", color.Transparent) },
		clear:  func(t *canvas.Text) { t.Text, t.FontSource = "", nil },
	}
	l.pictures = pool[*picture]{create: func() *picture { return newPicture(l) }, clear: (*picture).clear}
	l.clips = pool[*clip]{create: func() *clip { return newClip(owner) }, clear: (*clip).clear}
	l.plates = pool[*plate]{create: func() *plate { return newPlate(l) }, clear: (*plate).clear}
	l.sparks = pool[*spark]{create: newSpark, clear: (*spark).clear}
}

// rewind begins to draw anew.
func (l *layer) rewind() {
	l.grounds.used, l.texts.used, l.pictures.used, l.bars.used, l.clips.used = 0, 0, 0, 0, 0
	l.plates.used, l.sparks.used, l.strips.used = 0, 0, 0
	clear(l.contents)
	l.contents = l.contents[:0]
}

// finish lets go of what is not drawn any more and lists the rest.
func (l *layer) finish() {
	l.grounds.trim()
	l.strips.trim()
	l.texts.trim()
	l.pictures.trim()
	l.bars.trim()
	l.clips.trim()
	l.plates.trim()
	l.sparks.trim()
	l.collect()
}

// collect lists the objects from the back to the front.
func (l *layer) collect() {
	clear(l.objects)
	l.objects = l.objects[:0]
	for _, o := range l.grounds.inUse() {
		l.objects = append(l.objects, o)
	}
	for _, s := range l.strips.inUse() {
		l.objects = append(l.objects, s.image)
	}
	for _, o := range l.texts.inUse() {
		l.objects = append(l.objects, o)
	}
	for _, p := range l.pictures.inUse() {
		if o := p.object(); o != nil {
			l.objects = append(l.objects, o)
		}
	}
	for _, o := range l.bars.inUse() {
		l.objects = append(l.objects, o)
	}
	l.inert = len(l.objects)
	l.objects = append(l.objects, l.contents...)
	for _, o := range l.clips.inUse() {
		l.objects = append(l.objects, o)
	}
	for _, p := range l.plates.inUse() {
		l.objects = append(l.objects, p.image)
	}
	for _, s := range l.sparks.inUse() {
		l.objects = append(l.objects, s.image)
	}
}

// show draws lines with the top left corner of their layout at at.
func (l *layer) show(lines *Layout, at fyne.Position) {
	for i := range lines.lines {
		ln := &lines.lines[i]
		for j := ln.first; j < ln.end; j++ {
			l.showFrag(ln, &lines.frags[j], &lines.text.spans[lines.frags[j].span], at)
		}
	}
}

// showFrag draws one frag.
func (l *layer) showFrag(ln *line, f *frag, s *span, at fyne.Position) {
	x, y := at.X+f.x, at.Y+f.y
	if s.style.Background != "" {
		place(l.grounds.next(), x-groundPad, y+1, f.width+2*groundPad, f.height-2, groundRadius,
			s.style.paint(s.style.Background))
	}
	switch {
	case f.box != nil:
		l.showBox(f.box, fyne.NewPos(x, y))
	case f.picture:
		l.pictures.next().bind(s, f, at)
	default:
		l.showText(s, f, x, y)
	}
	under, thick := s.underline(ln)
	if s.style.Underline && f.box == nil {
		place(l.bars.next(), x, at.Y+under, f.width, thick, 0, s.style.foreground())
	}
	if s.style.Strike && f.box == nil {
		place(l.bars.next(), x, at.Y+ln.baseline-0.3*s.face.key.size, f.width, thick, 0, s.style.foreground())
	}
	if s.link != nil {
		l.owner.showSpot(l, ln, f, s, at)
	}
}

const (
	groundPad    = 2 // how far a ground reaches beyond its text, left and right
	groundRadius = 4
)

func (l *layer) showText(s *span, f *frag, x, y float32) {
	t := l.texts.next()
	t.Text, t.TextSize, t.TextStyle, t.FontSource = s.drawn(f.text), s.face.key.size, s.face.style, s.face.source
	t.Color = s.style.foreground()
	t.Move(fyne.NewPos(x-s.face.pad, y))
	t.Resize(fyne.NewSize(f.width+2*s.face.pad, f.height))
}

// underline tells where a line under the span's text runs in ln, and how thick it is.
func (s *span) underline(ln *line) (y, thick float32) {
	em := s.face.key.size
	return ln.baseline + 0.12*em, max(1, round(em/14))
}

func place(o *canvas.Rectangle, x, y, width, height, radius float32, fill color.Color) {
	o.FillColor, o.CornerRadius, o.StrokeWidth, o.StrokeColor = fill, radius, 0, nil
	o.Move(fyne.NewPos(x, y))
	o.Resize(fyne.NewSize(width, height))
}
