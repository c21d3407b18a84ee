package flow

import (
	"fyne.io/fyne/v2"

	"mejiro/widgets/motion"
)

// pin holds what reacts to the pointer over something drawn on a plate.
type pin struct {
	object fyne.CanvasObject
	area   motion.Rect // that it is over, in the view, where that stands
}

// put places what reacts to the pointer over a part of the layer: around where that is seen.
func (l *layer) put(o fyne.CanvasObject, at fyne.Position, size fyne.Size) {
	box := rectangle(at.Add(l.at), size)
	if l.plate != nil {
		p := pin{o, box}
		l.plate.pins = append(l.plate.pins, p)
		l.plate.place(p, l.plate.stage.matrix(l.owner.when))
		return
	}
	if l.owner.shown.text.effects {
		box = intersection(box, l.owner.limits)
	}
	moveTo(o, box)
}

// place places what is pinned to the plate where m has it.
func (p *plate) place(pin pin, m motion.Matrix) {
	moveTo(pin.object, intersection(m.BoundingBox(pin.area), p.layer.owner.limits))
}

// followPins has what is pinned to the plate follow it.
func (p *plate) followPins(t instant) {
	if len(p.pins) == 0 {
		return
	}
	m := p.stage.matrix(t)
	for _, pin := range p.pins {
		p.place(pin, m)
	}
}

func moveTo(o fyne.CanvasObject, box motion.Rect) {
	o.Move(fyne.NewPos(box.Left, box.Top))
	o.Resize(fyne.NewSize(box.Right-box.Left, box.Bottom-box.Top))
}

// holds reports whether a point of the view is, at the moment, in what stood in area.
func (p *plate) holds(area motion.Rect, at fyne.Position) bool {
	t := p.layer.owner.when
	return p.stage.holds(area, at, t) && p.opening.holds(at, t)
}

// holds reports whether a point of the view is in what stands in area, at t.
func (s *stage) holds(area motion.Rect, at fyne.Position, t instant) bool {
	back, ok := s.matrix(t).Invert()
	x, y, w := back.Apply(at.X, at.Y)
	return ok && w > 0 && x >= area.Left && x < area.Right && y >= area.Top && y < area.Bottom
}
