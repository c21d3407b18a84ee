package flow

import (
	"image"
	"math"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mejiro/widgets/motion"
)

const (
	// maxGlitters bounds the boxes of a view over which stars rise.
	maxGlitters = 16
	// maxStars is how many rise over one at a time.
	maxStars = 4
)

// glitter is the stars over a box.
type glitter struct {
	host  *layer
	stage *stage // the effect on the box; nil for none
	at    fyne.Position
	frame motion.Frame
	seed  uint64
	stars [maxStars]*spark
	now   []motion.Star
}

// spark shows a star.
type spark struct {
	image  *canvas.Image
	pixels *image.RGBA
}

func newSpark() *spark {
	s := &spark{image: &canvas.Image{ScaleMode: canvas.ImageScaleFastest}}
	s.image.Hide()
	return s
}

func (s *spark) clear() {
	s.image.Image, s.pixels = nil, nil
	s.image.Hide()
}

// showGlitter has stars rise over a box.
func (l *layer) showGlitter(b *nested, at fyne.Position) {
	r := l.owner
	if len(r.glitters) == maxGlitters {
		return
	}
	corner, size := b.frame()
	g := &glitter{
		host: l.host(), stage: l.stage(), at: at.Add(corner).Add(l.at), seed: uint64(len(r.glitters)),
		frame: motion.Frame{Width: size.Width, Height: size.Height, Em: b.em},
	}
	for i := range g.stars {
		g.stars[i] = g.host.sparks.next()
	}
	if !r.when.rest {
		g.show(r.when.at)
	}
	r.glitters = append(r.glitters, g)
}

// show shows the stars of the moment.
func (g *glitter) show(now time.Duration) {
	g.now = motion.Stars(g.now[:0], g.seed, g.frame, now)
	m := g.stage.matrix(instant{at: now})
	for i, s := range g.stars {
		if i < len(g.now) {
			g.draw(s, g.now[i], m)
		} else {
			hide(s.image)
		}
	}
}

// hide has no star to be seen.
func (g *glitter) hide() {
	for _, s := range g.stars {
		hide(s.image)
	}
}

// draw shows a star that may be seen as a whole. Effects move it and leave it upright.
func (g *glitter) draw(s *spark, star motion.Star, m motion.Matrix) {
	r := g.host.owner
	x, y, w := m.Apply(g.at.X+star.X, g.at.Y+star.Y)
	half := star.Radius + 1
	all := r.limits
	if !(w > 0 && x-half >= all.Left && y-half >= all.Top && x+half <= all.Right && y+half <= all.Bottom) {
		hide(s.image)
		return
	}
	side := int(math.Ceil(float64(2 * half * r.scale)))
	if s.pixels == nil || s.pixels.Rect.Dx() != side {
		s.pixels = image.NewRGBA(image.Rect(0, 0, side, side))
	}
	star.Draw(s.pixels, r.scale)
	s.image.Image = s.pixels
	length := float32(side) / r.scale
	s.image.Move(fyne.NewPos(x-length/2, y-length/2).Subtract(g.host.at))
	s.image.Resize(fyne.NewSquareSize(length))
	s.image.Show()
	canvas.Refresh(s.image)
}

// hide hides what is not hidden: to hide it once more would repaint the window.
func hide(o *canvas.Image) {
	if o.Visible() {
		o.Hide()
	}
}
