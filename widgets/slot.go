package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mejiro/widgets/motion"
)

// slot is what one widget knows of the one remote picture it shows.
type slot struct {
	pictures Pictures
	changed  func() // called when img, sharp or err have changed
	governor *motion.Governor

	req    PictureRequest // its Box follows from the place
	box    fyne.Size      // what was asked for; zero: nothing was
	scale  float32
	cancel func() // nil: nothing is under way

	img   image.Image
	sharp bool // img is the picture itself, not its blurhash
	err   error

	film    *motion.Film // nil: what is here stands still
	reel    *motion.Reel // nil: the film does not run
	playing bool         // it is about to
}

// set changes the picture. Of the last one nothing remains.
func (s *slot) set(req PictureRequest) {
	req.Box = fyne.Size{}
	if req == s.req {
		return
	}
	s.rest()
	s.req, s.box, s.img, s.sharp, s.err, s.film = req, fyne.Size{}, nil, false, nil, nil
	s.changed()
}

// want asks for the picture, whose address is not empty, unless what is here or on its way suits the place.
func (s *slot) want(size fyne.Size, scale float32) {
	if size.Width <= 0 || size.Height <= 0 {
		return
	}
	if s.suits(size, scale) {
		s.play()
		return
	}
	s.rest()
	s.box, s.scale = size, scale
	req := s.req
	req.Box = size
	s.cancel = s.pictures.Load(req, scale, s.got)
}

// suits allows for places that change a little, as they do while a column is dragged wider.
func (s *slot) suits(size fyne.Size, scale float32) bool {
	const larger, smaller = 1.1, 0.5
	if s.box.IsZero() || scale != s.scale {
		return false
	}
	return size.Width <= s.box.Width*larger && size.Height <= s.box.Height*larger &&
		size.Width >= s.box.Width*smaller && size.Height >= s.box.Height*smaller
}

// rest stops loading, and the film; want starts them again.
func (s *slot) rest() {
	s.reel.Stop()
	s.reel = nil
	if s.cancel != nil {
		s.cancel()
		s.cancel = nil
	}
	if !s.sharp && s.err == nil {
		s.box = fyne.Size{}
	}
}

// retry makes want ask again for a picture that failed.
func (s *slot) retry() {
	if s.err != nil {
		s.err, s.box = nil, fyne.Size{}
		s.changed()
	}
}

// got keeps a sharp picture until a sharper one is here.
func (s *slot) got(img image.Image, final bool, err error) {
	switch {
	case err != nil && s.sharp, !final && s.sharp:
		return
	case err != nil:
		s.err = err
	default:
		s.reel.Stop()
		s.img, s.sharp, s.reel = img, final, nil
		if s.film, _ = img.(*motion.Film); s.film != nil {
			s.play()
			return
		}
	}
	s.changed()
}

// play has the film run, if there is one that does not.
func (s *slot) play() {
	if s.film == nil || s.reel != nil || s.playing {
		return
	}
	s.playing = true
	s.reel = motion.Play(s.governor, s.film, func(frame image.Image) {
		s.img = frame
		s.changed()
	})
	s.playing = false
}

// show gives the pixels to their canvas object, which costs an upload to the graphics card, so only when they changed.
func (s *slot) show(on *canvas.Image, radius float32) {
	fill := s.fillMode()
	if on.Image == s.img && on.FillMode == fill && on.CornerRadius == radius && on.Hidden == (s.img == nil) {
		return
	}
	on.Image, on.FillMode, on.CornerRadius, on.Hidden = s.img, fill, radius, s.img == nil
	on.Refresh()
}

// fillMode lets a blurhash, which has no shape of its own, fill the place. The crop of a Cover picture was chosen for the
// size asked for, which may differ a little from the size by now.
func (s *slot) fillMode() canvas.ImageFill {
	switch {
	case !s.sharp:
		return canvas.ImageFillStretch
	case s.req.Cover:
		return canvas.ImageFillCover
	default:
		return canvas.ImageFillContain
	}
}

// newImage is for pictures that come at the size they are drawn.
func newImage() *canvas.Image {
	return &canvas.Image{ScaleMode: canvas.ImageScaleFastest}
}

// scaleOf is the number of device pixels per unit where o is shown; ok is false while it is shown nowhere.
func scaleOf(o fyne.CanvasObject) (scale float32, ok bool) {
	c := fyne.CurrentApp().Driver().CanvasForObject(o)
	if c == nil {
		return 0, false
	}
	return c.Scale(), true
}
