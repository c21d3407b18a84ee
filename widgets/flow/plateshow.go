package flow

import (
	"image"
	"math"

	"fyne.io/fyne/v2"

	"mejiro/widgets/look"
	"mejiro/widgets/motion"
)

// showBox draws a box with all that is in it, the corner of its margin at at. Every box of a view comes by here.
func (l *layer) showBox(b *nested, at fyne.Position) {
	if b.Effect == nil {
		l.drawBox(b, at)
	} else {
		l.showEffect(b, at)
	}
	if b.Sparkles && l.owner.lively() {
		l.showGlitter(b, at)
	}
}

// showEffect draws a box that has an effect.
func (l *layer) showEffect(b *nested, at fyne.Position) {
	r := l.owner
	lifted := b.Hover && r.showVeil(l, b, at)
	if lifted || b.Effect.Moves() && !r.lively() {
		l.drawBox(b, at)
	} else {
		l.showPosed(b, at)
	}
	if b.Hover {
		r.veil = r.veil.outer
	}
}

// showPosed draws a box as its effect has it: where it is only moved as it is, and otherwise on a plate.
func (l *layer) showPosed(b *nested, at fyne.Position) {
	s := newStage(l.stage(), b, l.at.Add(at))
	if p := s.pose(instant{rest: true}); !b.Effect.Moves() && !p.Rainbow && p.Blur == 0 {
		if x, y, ok := p.Matrix.Shift(); ok && (l.plate == nil || x == 0 && y == 0) {
			l.showMoved(b, at.AddXY(x, y), s)
			return
		}
	}
	host := l.host()
	p := host.plates.next()
	p.opening = l.opening
	if !p.begin(b, s, l.at.Add(at)) {
		host.plates.used--
		l.showPlain(b, at, s)
		return
	}
	p.show(l.owner.when)
	if s.moves() {
		l.owner.movers = append(l.owner.movers, p)
	}
}

// showPlain draws a box for whose effect there is no room: as it stands, or, where that is to be hidden, as a bar.
func (l *layer) showPlain(b *nested, at fyne.Position, s *stage) {
	if s.pose(instant{rest: true}).Blur == 0 {
		l.drawBox(b, at)
		return
	}
	corner, size := b.frame()
	place(l.grounds.next(), at.X+corner.X, at.Y+corner.Y+1, size.Width, max(0, size.Height-2), groundRadius,
		fade(look.Color(look.ColorText), bar))
}

// bar is the opacity of a bar instead of what is to be hidden.
const bar = 0.3

// showMoved draws a box at another place than it stands, as far as that may be seen.
func (l *layer) showMoved(b *nested, at fyne.Position, s *stage) {
	corner, _ := b.frame()
	corner = corner.Add(at).Add(l.at)
	all := l.owner.limits
	if corner.X >= all.Left && corner.Y >= all.Top && corner.X+s.frame.Width <= all.Right &&
		corner.Y+s.frame.Height <= all.Bottom || l.plate != nil {
		l.drawBox(b, at)
		return
	}
	c := l.clips.next()
	edge := fyne.NewPos(all.Left, all.Top).Subtract(l.at)
	c.begin(l, edge, fyne.NewSize(all.Right-all.Left, all.Bottom-all.Top))
	c.layer.drawBox(b, at.Subtract(edge))
	c.layer.finish()
}

// stage is the effect on all of the layer; nil for none.
func (l *layer) stage() *stage {
	if l.plate == nil {
		return nil
	}
	return l.plate.stage
}

// host is the layer that shows what is on plates within this one.
func (l *layer) host() *layer {
	if l.plate == nil {
		return l
	}
	return l.plate.host
}

// intersection is what lies in both; nothing has no size.
func intersection(a, b motion.Rect) motion.Rect {
	a = motion.Rect{
		Left: max(a.Left, b.Left), Top: max(a.Top, b.Top), Right: min(a.Right, b.Right), Bottom: min(a.Bottom, b.Bottom),
	}
	if a.Empty() {
		return motion.Rect{}
	}
	return a
}

// stageSet is what a view's renderer knows of effects.
type stageSet struct {
	scale    float32     // pixels to a unit
	limits   motion.Rect // in which effects may draw, in the view
	themed   int         // how often everything may have got other colours
	held     int         // bytes of all plates
	count    int         // of plates
	area     int         // pixels of all plates
	when     instant     // what moves was shown last
	movers   []*plate    // plates that move
	glitters []*glitter
	veils    pool[*veil]
	veil     *veil            // the innermost around what is being drawn
	governor *motion.Governor // that was joined
	leave    func()           // it; nil when none was joined
}

// begin readies the set for a layout that is shown anew.
func (r *renderer) begin(l *Layout) {
	r.count, r.area = 0, 0
	clear(r.movers)
	clear(r.glitters)
	r.movers, r.glitters, r.veils.used, r.veil = r.movers[:0], r.glitters[:0], 0, nil
	if l == nil || !l.text.effects {
		return
	}
	v := r.view
	if scale := v.scale(); scale != r.scale {
		r.scale = scale
		r.themed++
	}
	r.limits = v.limits(l)
	r.when = instant{rest: true}
	if v.Governor.Mode() == motion.On {
		r.when = instant{at: v.Governor.Now()}
	}
}

// follow joins the governor while something moves.
func (r *renderer) follow() {
	moves := len(r.movers)+len(r.glitters) > 0
	if r.leave != nil && (!moves || r.governor != r.view.Governor) {
		r.leave()
		r.leave, r.governor = nil, nil
	}
	if moves && r.leave == nil {
		r.governor = r.view.Governor
		r.leave = r.governor.Join(r)
	}
}

// lively reports whether anything may move.
func (r *renderer) lively() bool { return r.view.Governor.Mode() != motion.Off }

// visible is what may be seen of a part of the view, in pixels.
func (r *renderer) visible(box motion.Rect) image.Rectangle {
	if box.Empty() {
		return image.Rectangle{}
	}
	return image.Rect(
		r.pixel(box.Left, math.Floor)-1, r.pixel(box.Top, math.Floor)-1,
		r.pixel(box.Right, math.Ceil)+1, r.pixel(box.Bottom, math.Ceil)+1,
	).Intersect(r.window())
}

// window is where effects may draw, in pixels.
func (r *renderer) window() image.Rectangle {
	all := r.limits
	return image.Rect(
		r.pixel(all.Left, math.Ceil), r.pixel(all.Top, math.Ceil),
		r.pixel(all.Right, math.Floor), r.pixel(all.Bottom, math.Floor),
	)
}

func (r *renderer) pixel(v float32, to func(float64) float64) int {
	const most = 1 << 20
	return int(to(float64(min(max(v*r.scale, -most), most))))
}
