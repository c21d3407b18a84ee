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
	// maxPlate bounds the pixels of a plate: larger boxes are drawn in fewer, and the largest as they stand. A million
	// take about 40 ms to draw.
	maxPlate = 1 << 20
	// maxAllPlates bounds those of all plates of a view.
	maxAllPlates = 3 << 20
	// maxPlates bounds how many plates a view has: each takes at least half a millisecond to draw.
	maxPlates = 200
	// maxFine is how many times finer a plate is drawn than the screen, as it will be shown larger.
	maxFine = 6
	// leastFine is the same for one that is shown smaller, or would have too many pixels.
	leastFine = 0.25
	// maxHeld bounds the memory of all plates of a view and of its borders, in bytes. What the app holds together is
	// bounded by [motion.Governor.Hold].
	maxHeld = 32 << 20
)

// plate is a box under effects. What stands in it is drawn once, aside, and shown as a picture, moved as the effects
// say.
type plate struct {
	sketch
	host    *layer // that shows the picture
	layer   layer  // what stands in the box, never shown itself
	image   *canvas.Image
	stage   *stage
	opening *porthole // that it is seen through; nil for none
	pins    []pin
	base    *image.RGBA // what stands in the box; nil for nothing

	shown  *image.RGBA // what base looks like at the moment, cut to what may be seen
	buffer []byte      // of shown
	now    attitude
	loan   loan
}

// attitude is how a plate is shown.
type attitude struct {
	matrix   motion.Matrix // from pixels of base to those of the view
	bounds   image.Rectangle
	tints    []tint
	openings []motion.Matrix // on those it is seen through
	plain    bool            // base can be shown as it is
}

func (a *attitude) same(b *attitude) bool {
	return a.matrix == b.matrix && a.bounds == b.bounds && slices.Equal(a.tints, b.tints) && slices.Equal(a.openings, b.openings)
}

func newPlate(host *layer) *plate {
	p := &plate{host: host, image: &canvas.Image{}, loan: loan{owner: host.owner}}
	p.image.ScaleMode = canvas.ImageScaleFastest
	p.layer.init(host.owner)
	p.layer.plate = p
	return p
}

// sketch says what is drawn on a plate, and how finely.
type sketch struct {
	box    *nested
	from   fyne.Position // where it begins in the view, as it stands
	size   fyne.Size
	pixels float32    // to a unit
	slim   [2]float32 // how many of them are kept, across and down, as a share
	themed int        // the renderer's count of themes
}

// sketch plans a plate. It tells whether it is not too much.
func (r *renderer) sketch(b *nested, s *stage) (sketch, bool) {
	pad := platePad + b.reach() + motion.Reach(s.blur())
	k := sketch{
		box: b, themed: r.themed, size: fyne.NewSize(s.frame.Width+2*pad, s.frame.Height+2*pad),
		from: fyne.NewPos(floor((s.at.X-pad)*r.scale)/r.scale, floor((s.at.Y-pad)*r.scale)/r.scale),
	}
	still, x, y := s.matrix(instant{rest: true}), s.at.X+s.frame.Width/2, s.at.Y+s.frame.Height/2
	fine := still.Growth(x, y)
	across, down := still.Stretches(x, y)
	k.slim = [2]float32{slim(across / fine), slim(down / fine)}
	if math.Abs(float64(fine)-1) < 0.02 {
		fine = 1
	}
	fine = min(max(fine, leastFine), maxFine)
	if area := k.size.Width * k.size.Height * r.scale * r.scale; area*fine*fine > maxPlate {
		fine = float32(math.Sqrt(float64(maxPlate / area)))
	}
	k.pixels = r.scale * fine
	return k, fine >= leastFine && r.count < maxPlates && r.area+k.area() <= maxAllPlates
}

// slim is the share of pixels that are kept of a plate that one direction is shown so much less stretched in than the
// other. Were all kept, some would be left out unseen.
func slim(share float32) float32 {
	if share > 0.6 {
		return 1
	}
	return within(share, 1./16, 1)
}

// extent is its size in pixels.
func (k *sketch) extent() (w, h int) {
	return int(math.Ceil(float64(k.size.Width * k.pixels * k.slim[0]))), int(math.Ceil(float64(k.size.Height * k.pixels * k.slim[1])))
}

// drawn is its size in pixels when it is drawn: some may not be kept.
func (k *sketch) drawn() (w, h int) {
	w, h = k.extent()
	return int(round(float32(w) / k.slim[0])), int(round(float32(h) / k.slim[1]))
}

// unit is how much of a unit each pixel is.
func (k *sketch) unit() (x, y float32) {
	kept, rows := k.extent()
	w, h := k.drawn()
	return float32(w) / float32(max(1, kept)) / k.pixels, float32(h) / float32(max(1, rows)) / k.pixels
}

func (k *sketch) area() int {
	w, h := k.drawn()
	return w * h
}

// begin draws a box on the plate, the corner of whose margin is at at in the view. It tells whether there is room.
func (p *plate) begin(b *nested, s *stage, at fyne.Position) bool {
	r := p.layer.owner
	k, ok := r.sketch(b, s)
	if !ok {
		return false
	}
	same := p.base != nil && p.sketch == k
	p.stage, p.sketch, p.pins = s, k, p.pins[:0]
	if !same {
		if p.release(); !p.loan.take(4 * k.area()) {
			return false
		}
	}
	if a := p.attitude(r.when); !a.plain && !p.reserve(&a) {
		p.release()
		return false
	}
	r.count++
	r.area += k.area()
	p.layer.rewind()
	p.layer.at = k.from
	p.layer.drawBox(b, at.Subtract(k.from))
	p.layer.finish()
	p.now = attitude{}
	if len(p.layer.objects) == 0 {
		p.release()
	} else if !same {
		p.draw()
	}
	return true
}

// release gives all memory back.
func (p *plate) release() {
	p.loan.giveBack()
	p.base, p.shown, p.buffer, p.now = nil, nil, nil, attitude{}
	p.image.Image = nil
}

// clear leaves nothing of what was shown.
func (p *plate) clear() {
	p.layer.rewind()
	p.layer.finish()
	p.release()
	p.stage, p.sketch, p.opening, p.pins = nil, sketch{}, nil, nil
}

// redraw follows a change of what stands in the box.
func (p *plate) redraw() {
	if p.stage == nil || p.base == nil && !p.loan.take(4*p.area()) {
		return
	}
	p.draw()
	p.now = attitude{}
	p.show(p.layer.owner.when)
}

// show shows the box as it is at t.
func (p *plate) show(t instant) {
	p.followPins(t)
	if p.base == nil { // nothing but other plates stands in the box, or what does is on its way
		hide(p.image)
		return
	}
	p.take(p.attitude(t))
}

// take shows what is on the plate in an attitude.
func (p *plate) take(next attitude) {
	if p.now.same(&next) {
		return
	}
	b := next.bounds
	if b.Empty() {
		p.now = next
		hide(p.image)
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
	a := attitude{tints: p.stage.tints(nil, t), openings: p.opening.matrices(t)}
	a.bounds = p.layer.owner.visible(p.opening.within(box, a.openings))
	a.matrix = motion.Stretch(scale, scale).Mul(m).Mul(motion.Translate(p.from.X, p.from.Y)).
		Mul(motion.Stretch(p.unit())).Whole()
	if x, y, ok := a.matrix.Shift(); ok && len(a.tints) == 0 && len(a.openings) == 0 {
		w, h := p.extent()
		moved := image.Rect(0, 0, w, h).Add(image.Pt(int(x), int(y)))
		if a.plain = moved.In(p.layer.owner.window()); a.plain {
			a.bounds = moved
		}
	}
	return a
}

// reserve takes memory for the pixels of an attitude, if there is some.
func (p *plate) reserve(a *attitude) bool {
	size := 4 * a.bounds.Dx() * a.bounds.Dy()
	if size > cap(p.buffer) {
		if !p.loan.take(size - cap(p.buffer)) {
			return false
		}
		p.buffer = make([]byte, size)
	}
	return true
}

// pose makes the pixels of an attitude. It tells whether there was memory for them.
func (p *plate) pose(a *attitude) bool {
	if !p.reserve(a) {
		return false
	}
	size := 4 * a.bounds.Dx() * a.bounds.Dy()
	p.shown = &image.RGBA{Pix: p.buffer[:size], Stride: 4 * a.bounds.Dx(), Rect: image.Rectangle{Max: a.bounds.Size()}}
	corner := motion.Translate(-float32(a.bounds.Min.X), -float32(a.bounds.Min.Y))
	motion.Warp(p.shown, p.base, corner.Mul(a.matrix))
	for _, c := range a.tints {
		motion.Tint(p.shown, p.shown, c.hue, c.vivid)
	}
	p.opening.cut(p.shown, a.bounds.Min, p.layer.owner.scale, a.openings)
	p.image.Image = p.shown
	return true
}

func floor(v float32) float32 { return float32(math.Floor(float64(v))) }
