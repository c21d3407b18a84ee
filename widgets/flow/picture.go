package flow

import (
	"cmp"
	"image"
	"image/color"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mejiro/widgets"
	"mejiro/widgets/look"
	"mejiro/widgets/motion"
)

// picture shows one emoji: its fallback text until the picture is there.
type picture struct {
	owner    *layer
	image    *canvas.Image
	fallback *canvas.Text
	emoji    *Emoji
	request  widgets.PictureRequest
	scale    float32
	cancel   func()
	reel     *motion.Reel // nil where nothing moves
	fits     bool         // the fallback is legible in the place
	failed   bool
}

// leastFallback is how much a fallback may shrink and still be shown while its picture is on the way.
const leastFallback = 0.6

func newPicture(owner *layer) *picture {
	p := &picture{owner: owner, image: &canvas.Image{}, fallback: canvas.NewText("", color.Transparent)}
	p.image.FillMode = canvas.ImageFillContain
	p.image.ScaleMode = canvas.ImageScaleFastest // it comes in the pixels it is shown in
	return p
}

// bind shows the picture of f, of a layout at at. What is there already is kept when the same picture is wanted.
func (p *picture) bind(s *span, f *frag, at fyne.Position) {
	want := request(s.emoji, s.face.key.size)
	want.Moving = p.owner.owner.view.Governor.Mode() != motion.Off
	scale := p.owner.fineness(want.Box)
	same := p.emoji != nil && p.emoji.Icon == s.emoji.Icon && p.request == want && p.scale == scale && !p.failed
	if !same {
		p.clear()
	}
	p.emoji, p.request, p.scale = s.emoji, want, scale
	p.place(s, f, at)
	if !same {
		p.load()
	}
}

// fineness is how many pixels to a unit a picture in that place is asked for: as many as it is shown in.
func (l *layer) fineness(place fyne.Size) float32 {
	scale := l.owner.view.scale()
	if l.plate == nil {
		return scale
	}
	return max(scale, min(l.plate.sketch.pixels, maxSharp/max(1, place.Height)))
}

// maxSharp bounds the height of pictures that are asked for larger than they stand, in pixels.
const maxSharp = 1024

// request asks for the height in full and for the greatest width any place may have, so that a picture is the same one
// before and after its shape is known.
func request(e *Emoji, em float32) widgets.PictureRequest {
	tall := *e
	tall.Aspect = 1
	size, _ := tall.place(em, math.MaxFloat32)
	return widgets.PictureRequest{URL: e.URL, Box: fyne.NewSize(size.Height*MaxAspect, size.Height)}
}

func (p *picture) place(s *span, f *frag, at fyne.Position) {
	p.image.Translucency = 0
	if a := s.style.Alpha; a > 0 && a < 1 {
		p.image.Translucency = float64(1 - a)
	}
	at = at.AddXY(f.x, f.y)
	p.image.Move(at)
	p.image.Resize(fyne.NewSize(f.width, f.height))
	p.image.CornerRadius = 0
	if p.emoji.Round {
		p.image.CornerRadius = canvas.RadiusMaximum
	}
	if p.emoji.Icon != "" {
		look.ShowIcon(p.image, p.emoji.Icon, cmp.Or(s.style.Color, look.ColorText))
	}
	p.placeFallback(s, f, at)
}

// placeFallback fits the fallback into the middle of the picture's place: smaller, and cut if that does not do.
func (p *picture) placeFallback(s *span, f *frag, at fyne.Position) {
	t := p.fallback
	t.Text, t.TextStyle, t.Color = p.emoji.Fallback, s.face.style, s.style.foreground()
	if t.Text == "" {
		return
	}
	em := s.face.key.size
	t.TextSize = em
	size := t.MinSize()
	shrink := f.width / size.Width
	p.fits = shrink >= leastFallback
	if shrink < 1 {
		style := s.style
		style.Size = em * max(shrink, leastFallback)
		t.TextSize = style.Size
		t.Text = Lay([]Run{{Text: t.Text, Style: style}}, Options{Width: f.width, MaxLines: 1}).String()
		size = t.MinSize()
	}
	t.Resize(size)
	t.Move(at.AddXY((f.width-size.Width)/2, (f.height-size.Height)/2))
}

// load asks for the picture.
func (p *picture) load() {
	source := p.owner.owner.view.pictures
	if p.emoji.Icon != "" {
		return
	}
	if source == nil || p.request.URL == "" {
		p.failed = true
		return
	}
	var cancelled bool
	stop := source.Load(p.request, p.scale, func(img image.Image, final bool, err error) {
		if !cancelled {
			p.got(img, final, err)
		}
	})
	p.cancel = func() {
		cancelled = true
		stop()
	}
}

func (p *picture) got(img image.Image, final bool, err error) {
	if err != nil || img == nil || img.Bounds().Empty() {
		p.failed = final
	} else {
		p.show(img)
		if final {
			p.checkAspect(img.Bounds())
		}
	}
	p.owner.owner.changed(p.owner)
}

// show shows a picture, and plays it if it is a film.
func (p *picture) show(img image.Image) {
	p.stop()
	if film, ok := img.(*motion.Film); ok {
		p.reel = motion.Play(p.owner.owner.view.Governor, film, p.showFrame)
		return
	}
	p.showFrame(img)
}

// showFrame shows one frame of a film.
func (p *picture) showFrame(frame image.Image) {
	p.image.Image = frame
	if p.skips() {
		return
	}
	p.image.Refresh()
	if p.reel != nil && p.owner.plate != nil {
		p.owner.plate.redraw()
	}
}

// stop ends the film, if there is one.
func (p *picture) stop() {
	p.reel.Stop()
	p.reel = nil
}

// checkAspect notes a shape that differs from the place by more than the rounding to pixels.
func (p *picture) checkAspect(b image.Rectangle) {
	aspect := float32(b.Dx()) / float32(b.Dy())
	known := p.emoji.Aspect
	if known > 0 && max(aspect/known, known/aspect) < 1.1 {
		return
	}
	r := p.owner.owner
	r.aspects = append(r.aspects, seenAspect{p.request.URL, aspect})
}

// object is what to draw: the picture, its fallback, or nothing while a fallback too long for its place may not be
// needed.
func (p *picture) object() fyne.CanvasObject {
	switch {
	case p.image.Image != nil:
		return p.image
	case p.fallback.Text == "", !p.failed && !p.fits:
		return nil
	}
	return p.fallback
}

// clear leaves nothing of the emoji that was shown.
func (p *picture) clear() {
	if p.cancel != nil {
		p.cancel()
		p.cancel = nil
	}
	p.stop()
	if p.image.Image != nil {
		p.image.Image = nil
		p.image.Refresh()
	}
	p.fallback.Text, p.emoji, p.failed = "", nil, false
	p.request = widgets.PictureRequest{}
}
