package feed

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets/look"
)

const (
	barZone   = 12 // width that takes the pointer
	barThin   = 4
	barWide   = 8
	barEdge   = 2  // between bar and edge of the feed
	thumbMin  = 32 // height
	barStays  = 900 * time.Millisecond
	barFades  = 150 * time.Millisecond
	barOpaque = 1
)

// bar is the scroll bar: a thumb that shows while the feed scrolls or the pointer is at the edge, and can be dragged.
type bar struct {
	widget.BaseWidget

	move  func(t float32) // to t of the way, from 0 to 1
	thumb *canvas.Rectangle

	length, at float32 // of the thumb, in units; at from the top of the bar
	grab       float32 // where the pointer holds the thumb, from its top
	alpha      float32 // 0 … 1
	hovered    bool
	dragging   bool
	flashed    bool // again, while it stays
	stay, fade *fyne.Animation
}

func newBar(move func(t float32)) *bar {
	b := &bar{move: move, thumb: canvas.NewRectangle(color.Transparent)}
	b.thumb.CornerRadius = canvas.RadiusMaximum
	b.Hidden = true
	b.ExtendBaseWidget(b)
	return b
}

// place fits the bar to a feed of a size whose rows are total high, above of it out of sight over the viewport, and reports whether the bar
// has come or gone by that.
func (b *bar) place(feed fyne.Size, above, total float32) bool {
	was, hidden := b.Visible(), total-feed.Height
	b.Hidden = hidden <= 0 || feed.Height < 2*thumbMin
	if b.Hidden {
		return was
	}
	b.Resize(fyne.NewSize(barZone, feed.Height))
	b.Move(fyne.NewPos(feed.Width-barZone, 0))
	b.length = max(thumbMin, feed.Height*feed.Height/total)
	if !b.dragging { // while dragged it stays with the pointer, whatever the estimates say
		b.at = min(above/hidden, 1) * b.way()
	}
	b.lay()
	return !was
}

// way is how far the thumb can move.
func (b *bar) way() float32 {
	return b.Size().Height - b.length
}

func (b *bar) lay() {
	width := float32(barThin)
	if b.hovered || b.dragging {
		width = barWide
	}
	b.thumb.Resize(fyne.NewSize(width, b.length-2*barEdge))
	b.thumb.Move(fyne.NewPos(barZone-barEdge-width, b.at+barEdge))
}

// flash shows the bar for a while.
func (b *bar) flash() {
	b.paint(barOpaque)
	if b.stay != nil {
		b.flashed = true
		return
	}
	b.stopFading()
	b.linger()
}

// linger lets the bar stay, then fades it, unless something has kept it up meanwhile.
func (b *bar) linger() {
	b.flashed = false
	b.stay = &fyne.Animation{Duration: barStays, Curve: fyne.AnimationLinear, Tick: func(at float32) {
		if at < 1 {
			return
		}
		b.stay = nil
		switch {
		case b.flashed:
			b.linger()
		case !b.hovered && !b.dragging:
			b.fadeAway()
		}
	}}
	b.stay.Start()
}

func (b *bar) fadeAway() {
	b.fade = &fyne.Animation{Duration: barFades, Curve: fyne.AnimationLinear, Tick: func(at float32) {
		b.paint(1 - at)
	}}
	b.fade.Start()
}

func (b *bar) stopFading() {
	if b.fade != nil {
		b.fade.Stop()
		b.fade = nil
	}
}

// paint colours the thumb.
func (b *bar) paint(alpha float32) {
	b.alpha = alpha
	c, ok := color.NRGBAModel.Convert(look.Color(look.ColorScrollBar)).(color.NRGBA)
	if !ok {
		return
	}
	c.A = uint8(float32(c.A) * alpha)
	if b.thumb.FillColor != color.Color(c) {
		b.thumb.FillColor = c
		b.thumb.Refresh()
	}
}

// MouseIn implements desktop.Hoverable.
func (b *bar) MouseIn(*desktop.MouseEvent) {
	b.hovered = true
	b.stopFading()
	b.paint(barOpaque)
	b.lay()
}

// MouseMoved implements desktop.Hoverable.
func (b *bar) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (b *bar) MouseOut() {
	b.hovered = false
	b.lay()
	b.flash()
}

// MouseDown implements desktop.Mouseable: it takes hold of the thumb; beside the thumb it brings the thumb there first.
func (b *bar) MouseDown(ev *desktop.MouseEvent) {
	if ev.Button != desktop.MouseButtonPrimary {
		return
	}
	if b.grab = ev.Position.Y - b.at; b.grab < 0 || b.grab > b.length {
		b.grab = b.length / 2
		b.dragTo(ev.Position.Y - b.grab)
	}
}

// MouseUp implements desktop.Mouseable.
func (b *bar) MouseUp(*desktop.MouseEvent) {
	b.DragEnd()
}

// Dragged implements fyne.Draggable.
func (b *bar) Dragged(ev *fyne.DragEvent) {
	b.dragTo(ev.Position.Y - b.grab)
}

// DragEnd implements fyne.Draggable.
func (b *bar) DragEnd() {
	b.dragging = false
	b.lay()
	b.flash()
}

// dragTo puts the thumb at a place and the feed where that stands for.
func (b *bar) dragTo(at float32) {
	b.dragging = true
	b.at = max(0, min(at, b.way()))
	b.paint(barOpaque)
	if way := b.way(); way > 0 {
		b.move(b.at / way)
	}
}

// CreateRenderer implements fyne.Widget.
func (b *bar) CreateRenderer() fyne.WidgetRenderer {
	return barRenderer{bar: b, objects: []fyne.CanvasObject{b.thumb}}
}

type barRenderer struct {
	bar     *bar
	objects []fyne.CanvasObject
}

func (r barRenderer) Layout(fyne.Size)             {}
func (r barRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r barRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r barRenderer) Destroy()                     {}
func (r barRenderer) Refresh()                     { r.bar.paint(r.bar.alpha) }
