package flow

import (
	"image"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"

	"mejiro/widgets/motion"
)

const (
	// platePad is how far beyond its frame a box is drawn, in device-independent units.
	platePad = 4
	// maxPlate bounds the pixels of a plate: larger boxes are drawn in fewer, and the largest as they stand.
	maxPlate = 4 << 20
	// maxFine is how many times finer a plate is drawn than the screen, as it will be shown larger.
	maxFine = 6
	// leastFine is the same for one that is shown smaller, or would have too many pixels.
	leastFine = 0.25
	// maxViewPlates bounds the memory of all plates of a view, in bytes.
	maxViewPlates = 32 << 20
)

// plate is a box under effects. What stands in it is drawn once, aside, and shown as a picture, moved as the effects
// say.
type plate struct {
	host  *layer // that shows the picture
	layer layer  // what stands in the box, never shown itself
	image *canvas.Image

	box    *nested
	stage  *stage
	from   fyne.Position // where the layer begins in the view, as it stands
	size   fyne.Size
	fine   float32
	pixels float32 // of the layer to a unit
	themed int     // the renderer's count of themes when it was drawn
	base   *image.RGBA
	still  motion.Matrix // at rest

	shown  *image.RGBA // what base looks like at the moment, cut to what may be seen
	buffer []byte      // of shown
	now    attitude
	held   int              // bytes
	lender *motion.Governor // of them
}

// attitude is how a plate is shown.
type attitude struct {
	matrix motion.Matrix // from pixels of base to those of the view
	bounds image.Rectangle
	tints  []tint
	plain  bool // base can be shown as it is
}

func (a *attitude) same(b *attitude) bool {
	return a.matrix == b.matrix && a.bounds == b.bounds && slices.Equal(a.tints, b.tints)
}

func newPlate(host *layer) *plate {
	p := &plate{host: host, image: &canvas.Image{}}
	p.image.ScaleMode = canvas.ImageScaleFastest
	p.layer.init(host.owner)
	p.layer.plate = p
	return p
}

// begin readies the plate for a box whose margin has its corner at at, in the view. It tells whether there is room.
func (p *plate) begin(b *nested, s *stage, at fyne.Position) bool {
	r := p.layer.owner
	scale := r.scale
	pad := platePad + motion.Reach(s.blur())
	from := fyne.NewPos(floor((s.at.X-pad)*scale)/scale, floor((s.at.Y-pad)*scale)/scale)
	size := fyne.NewSize(s.frame.Width+2*pad, s.frame.Height+2*pad)
	still := s.matrix(instant{rest: true})
	fine := still.Growth(s.at.X+s.frame.Width/2, s.at.Y+s.frame.Height/2)
	if math.Abs(float64(fine)-1) < 0.02 {
		fine = 1
	}
	fine = min(max(fine, leastFine), maxFine)
	if area := size.Width * size.Height * scale * scale; area*fine*fine > maxPlate {
		fine = float32(math.Sqrt(float64(maxPlate / area)))
	}
	if !(fine >= leastFine) {
		return false
	}
	same := p.base != nil && p.box == b && p.from == from && p.size == size && p.pixels == scale*fine &&
		p.themed == r.themed
	p.box, p.stage, p.still, p.themed = b, s, still, r.themed
	p.from, p.size, p.fine, p.pixels = from, size, fine, scale*fine
	if !same {
		p.release()
		w, h := p.extent()
		if !p.hold(4 * w * h) {
			return false
		}
	}
	p.layer.rewind()
	p.layer.at = from
	p.layer.drawBox(b, at.Subtract(from))
	p.layer.finish()
	if !same {
		p.draw()
	}
	p.now = attitude{}
	return true
}

// extent is the size of base.
func (p *plate) extent() (w, h int) {
	return int(math.Ceil(float64(p.size.Width * p.pixels))), int(math.Ceil(float64(p.size.Height * p.pixels)))
}

// hold takes memory, if there is some.
func (p *plate) hold(bytes int) bool {
	r := p.layer.owner
	if p.held == 0 {
		p.lender = r.view.Governor
	}
	if r.held+bytes > maxViewPlates || !p.lender.Hold(bytes) {
		return false
	}
	r.held += bytes
	p.held += bytes
	return true
}

// release gives all memory back.
func (p *plate) release() {
	r := p.layer.owner
	r.held -= p.held
	p.lender.Hold(-p.held)
	p.held, p.lender, p.base, p.shown, p.buffer, p.now = 0, nil, nil, nil, nil, attitude{}
	p.image.Image = nil
}

// clear leaves nothing of what was shown.
func (p *plate) clear() {
	p.layer.rewind()
	p.layer.finish()
	p.release()
	p.box, p.stage = nil, nil
}

// redraw follows a change of what stands in the box.
func (p *plate) redraw() {
	if p.stage == nil {
		return
	}
	p.draw()
	p.now = attitude{}
	p.show(p.layer.owner.when)
}

// show shows the box as it is at t.
func (p *plate) show(t instant) {
	next := p.attitude(t)
	if p.now.same(&next) {
		return
	}
	b := next.bounds
	if b.Empty() {
		p.now = next
		p.image.Hide()
		return
	}
	was := p.image.Image
	if next.plain {
		p.image.Image = p.base
	} else if !p.pose(&next) {
		return
	}
	p.now = next
	scale := p.layer.owner.scale
	p.image.Move(fyne.NewPos(float32(b.Min.X)/scale, float32(b.Min.Y)/scale).Subtract(p.host.at))
	p.image.Resize(fyne.NewSize(float32(b.Dx())/scale, float32(b.Dy())/scale))
	p.image.Show()
	if p.image.Image != was {
		canvas.Refresh(p.image)
	}
}

// attitude is how the plate is to be shown at t.
func (p *plate) attitude(t instant) attitude {
	scale := p.layer.owner.scale
	m := p.stage.matrix(t)
	box := m.BoundingBox(motion.Rect{
		Left: p.from.X, Top: p.from.Y, Right: p.from.X + p.size.Width, Bottom: p.from.Y + p.size.Height,
	})
	a := attitude{tints: p.stage.tints(nil, t)}
	a.bounds = p.layer.owner.visible(box)
	a.matrix = motion.Stretch(scale, scale).Mul(m).Mul(motion.Translate(p.from.X, p.from.Y)).
		Mul(motion.Stretch(1/p.pixels, 1/p.pixels)).Whole()
	if x, y, ok := a.matrix.Shift(); ok && len(a.tints) == 0 {
		moved := p.base.Rect.Add(image.Pt(int(x), int(y)))
		if a.plain = moved.In(p.layer.owner.window()); a.plain {
			a.bounds = moved
		}
	}
	return a
}

// pose makes the pixels of an attitude. It tells whether there was memory for them.
func (p *plate) pose(a *attitude) bool {
	size := 4 * a.bounds.Dx() * a.bounds.Dy()
	if size > cap(p.buffer) {
		if !p.hold(size - cap(p.buffer)) {
			return false
		}
		p.buffer = make([]byte, size)
	}
	p.shown = &image.RGBA{Pix: p.buffer[:size], Stride: 4 * a.bounds.Dx(), Rect: image.Rectangle{Max: a.bounds.Size()}}
	corner := motion.Translate(-float32(a.bounds.Min.X), -float32(a.bounds.Min.Y))
	motion.Warp(p.shown, p.base, corner.Mul(a.matrix))
	for _, c := range a.tints {
		motion.Tint(p.shown, p.shown, c.hue, c.vivid)
	}
	p.image.Image = p.shown
	return true
}

func floor(v float32) float32 { return float32(math.Floor(float64(v))) }
