package flow

import (
	"image"
	"math"
	"time"

	"mejiro/widgets/motion"
)

// sight is the part of a view that can be seen, from top to bottom.
type sight struct{ top, bottom float32 }

func wholeSight() sight { return sight{-math.MaxFloat32, math.MaxFloat32} }

func (s sight) holds(top, bottom float32) bool { return top < s.bottom && bottom > s.top }

// Sight tells what part of the view can be seen, from top to bottom; until then it is all of it. What moves elsewhere is
// not drawn before it can be seen again.
func (v *View) Sight(top, bottom float32) { v.seen = sight{top, bottom} }

// Move implements motion.Mover.
func (r *renderer) Move(now time.Duration) {
	r.when = instant{at: now}
	for _, p := range r.movers {
		p.move(r.when)
	}
	for _, g := range r.glitters {
		if g.stage != nil || r.view.seen.holds(g.at.Y, g.at.Y+g.frame.Height) {
			g.show(now)
		}
	}
}

// Still implements motion.Mover.
func (r *renderer) Still() {
	r.when = instant{rest: true}
	for _, p := range r.movers {
		p.show(r.when)
	}
	for _, g := range r.glitters {
		g.hide()
	}
}

// sees reports whether a part of the view, in pixels, can be seen.
func (r *renderer) sees(part image.Rectangle) bool {
	return r.view.seen.holds(float32(part.Min.Y)/r.scale, float32(part.Max.Y)/r.scale)
}

// move is show for a plate that need not be seen.
func (p *plate) move(t instant) {
	if p.base == nil {
		p.followPins(t)
		return
	}
	if next := p.attitude(t); p.layer.owner.sees(p.now.bounds.Union(next.bounds)) {
		p.followPins(t)
		p.take(next)
	}
}

// skips reports whether the next frame of a film need not be shown, as others follow by the time it can be seen.
func (p *picture) skips() bool {
	r := p.owner.owner
	if p.reel == nil || r.view.Governor.Mode() != motion.On {
		return false
	}
	if plate := p.owner.plate; plate != nil {
		return !plate.now.bounds.Empty() && !r.sees(plate.now.bounds)
	}
	top := p.owner.at.Y + p.image.Position().Y
	return !r.view.seen.holds(top, top+p.image.Size().Height)
}
