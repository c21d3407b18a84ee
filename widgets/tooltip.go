package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets/look"
)

const (
	tipDelay = 600 * time.Millisecond
	tipWidth = 320 // at most
	tipBelow = 18  // the pointer
	tipAbove = 6   // the pointer, where there is no room below
)

// Tipped is the base of widgets with a tooltip: embed it in place of widget.BaseWidget. The tooltip shows when the pointer rests on the widget, if a
// [Stage] is there to show it. A widget that has MouseIn, MouseMoved and MouseOut of its own calls these from them.
//
// (fyne-tooltip 0.4.0 does much the same, but it waits on goroutines that outlive the widget, a race in tests and against the law of app/task, and
// it does not find its layers in the pop-ups of Fyne 2.8.)
type Tipped struct {
	widget.BaseWidget

	owner fyne.Widget
	text  string
	at    fyne.Position // of the pointer, in the window
	stage *Stage        // that shows the tooltip or waits to
	stop  func()        // stops waiting
}

// ExtendBaseWidget is called by the constructor of the widget that embeds Tipped.
func (t *Tipped) ExtendBaseWidget(w fyne.Widget) {
	t.owner = w
	t.BaseWidget.ExtendBaseWidget(w)
}

// SetToolTip sets the text of the tooltip; empty for none.
func (t *Tipped) SetToolTip(text string) {
	if text != t.text {
		t.text = text
		t.hideTip()
	}
}

// ToolTip returns the text of the tooltip.
func (t *Tipped) ToolTip() string {
	return t.text
}

// MouseIn implements desktop.Hoverable.
func (t *Tipped) MouseIn(ev *desktop.MouseEvent) {
	t.at = ev.AbsolutePosition
	if t.text == "" || t.owner == nil {
		return
	}
	if s := stageOf(t.owner); s != nil {
		s.hideTip()
		s.tip, t.stage = t, s
		t.stop = s.After(tipDelay, func() { s.showTip(t.text, t.at) })
	}
}

// MouseMoved implements desktop.Hoverable.
func (t *Tipped) MouseMoved(ev *desktop.MouseEvent) {
	t.at = ev.AbsolutePosition
}

// MouseOut implements desktop.Hoverable.
func (t *Tipped) MouseOut() {
	t.hideTip()
}

// hideTip takes the tooltip away, also one that still waits.
func (t *Tipped) hideTip() {
	if t.stage != nil {
		t.stage.hideTip()
	}
}

// showTip shows a tooltip near a place in the window.
func (s *Stage) showTip(text string, at fyne.Position) {
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(s)
	at = at.Subtract(origin)
	size := s.bubble.set(text, min(tipWidth, s.Size().Width-2*look.Space2))
	y := at.Y + tipBelow
	if y+size.Height > s.Size().Height-look.Space1 {
		y = at.Y - tipAbove - size.Height
	}
	x := min(at.X, s.Size().Width-look.Space2-size.Width)
	s.bubble.Resize(size)
	s.bubble.Move(fyne.NewPos(max(x, look.Space2), max(y, 0)))
	s.bubble.Show()
	repaint(s)
}

// hideTip hides the tooltip and forgets one that waits.
func (s *Stage) hideTip() {
	if s.tip != nil {
		if s.tip.stop != nil {
			s.tip.stop()
		}
		s.tip.stop, s.tip.stage = nil, nil
		s.tip = nil
	}
	if s.bubble.Visible() {
		s.bubble.Hide()
	}
}

// bubble is a tooltip as it is drawn.
type bubble struct {
	widget.BaseWidget
	label  *widget.Label
	ground *canvas.Rectangle
}

func newBubble() *bubble {
	b := &bubble{label: widget.NewLabel(""), ground: canvas.NewRectangle(nil)}
	b.label.SizeName = theme.SizeNameCaptionText
	b.ground.CornerRadius = look.RadiusCard / 2
	b.Hidden = true
	b.ExtendBaseWidget(b)
	return b
}

// set changes the text and returns the size the bubble then needs, no wider than width.
func (b *bubble) set(text string, width float32) fyne.Size {
	b.label.Wrapping = fyne.TextWrapOff
	b.label.SetText(text)
	size := b.label.MinSize()
	if size.Width > width {
		b.label.Wrapping = fyne.TextWrapWord
		b.label.Resize(fyne.NewSize(width, 1))
		b.label.Refresh()
		size = fyne.NewSize(width, b.label.MinSize().Height)
	}
	return size.SubtractWidthHeight(0, look.Space1)
}

// CreateRenderer implements fyne.Widget.
func (b *bubble) CreateRenderer() fyne.WidgetRenderer {
	r := &bubbleRenderer{b}
	r.colour()
	return r
}

type bubbleRenderer struct{ *bubble }

func (r *bubbleRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.label.Resize(size.AddWidthHeight(0, look.Space1))
	r.label.Move(fyne.NewPos(0, -look.Space1/2))
}

func (r *bubbleRenderer) MinSize() fyne.Size { return fyne.Size{} } // whatever it says, the window need not be larger for it

func (r *bubbleRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.label}
}

func (r *bubbleRenderer) colour() {
	floating(r.ground)
}

func (r *bubbleRenderer) Refresh() {
	r.colour()
	r.ground.Refresh()
	r.label.Refresh()
}

func (r *bubbleRenderer) Destroy() {}

// floating makes a rectangle the ground of something that floats over the window.
func floating(r *canvas.Rectangle) {
	r.FillColor = look.Color(look.ColorPopup)
	r.StrokeColor = look.Color(look.ColorDivider)
	r.StrokeWidth = 1
	r.Shadow = canvas.Shadow{Color: look.Color(look.ColorShadow), BlurRadius: 8, Offset: fyne.NewPos(0, 2)}
}
