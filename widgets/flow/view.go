package flow

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets"
	"mejiro/widgets/motion"
)

// View shows a layout. It draws exactly what the layout says, whatever size it is given, and keeps its canvas objects
// from one layout to the next. Only links react to the pointer, and text that can be selected; everything else is left
// to what lies behind the view.
type View struct {
	widget.BaseWidget

	// OnLink is called when a link is tapped.
	OnLink func(Link)
	// OnSecondary is called when a link is tapped with the secondary button.
	OnSecondary func(Link, *fyne.PointEvent)
	// OnTapped and OnTappedSecondary are called when text that can be selected is tapped beside its links, at a place of
	// the view; what lies behind does not feel it. Either may be nil.
	OnTapped, OnTappedSecondary func(*fyne.PointEvent)
	// OnPressed is called when the primary button goes down and up on text that can be selected; may be nil.
	OnPressed func(e *desktop.MouseEvent, down bool)
	// OnAspect tells the true shape (width by height, not bounded) of a picture that came with another than its
	// Emoji.Aspect, so that the next layout can give it the right place.
	OnAspect func(url string, aspect float32)
	// Cursor is that of the pointer over text that can be selected; nil is desktop.TextCursor.
	Cursor desktop.Cursor
	// Governor moves what moves; nil has everything stand still. It is set before the first layout; after a change of
	// its mode the view is to be refreshed.
	Governor *motion.Governor
	// Room is how far around the layout effects may draw. It is set before a layout is.
	Room Insets

	pictures widgets.Pictures
	layout   *Layout
	seen     sight
	page     *Page       // nil for text that cannot be selected
	marked   [2]Position // what is drawn as selected
	renderer *renderer   // nil until the view is shown
}

// NewView makes a view that shows nothing yet. Emoji come from pictures; nil shows their fallbacks.
func NewView(pictures widgets.Pictures) *View {
	v := &View{pictures: pictures, seen: wholeSight()}
	v.ExtendBaseWidget(v)
	return v
}

// SetLayout shows l instead of what was shown. With nil nothing is shown and no picture is waited for or kept: a view
// that goes out of sight for long should be given nil.
func (v *View) SetLayout(l *Layout) {
	if v.layout == l {
		return
	}
	v.layout = l
	v.Refresh()
}

// turn has the text selected with a page; nil has it not selected at all.
func (v *View) turn(p *Page) {
	if v.page == p {
		return
	}
	before := v.page != nil
	v.page = p
	if r := v.renderer; r != nil && before != (p != nil) {
		r.list()
	}
	v.showSelection()
}

// Selection is what is selected in the view, and nothing where from is to.
func (v *View) Selection() (from, to Position) {
	if v.page == nil {
		return 0, 0
	}
	return v.page.selected(v)
}

// Select selects what stands between two positions of a view of a page, in place of what is selected elsewhere.
func (v *View) Select(from, to Position) {
	if v.page == nil || v.layout == nil {
		return
	}
	s := v.page.selection
	s.turnTo(v.page)
	start := s.said.starts[v.page.indexOf(v)]
	s.set(start+from, start+to)
}

// showSelection draws what is selected.
func (v *View) showSelection() {
	from, to := v.Selection()
	if now := [2]Position{from, to}; v.renderer != nil && now != v.marked {
		v.renderer.mark()
		v.renderer.list()
		v.redraw()
	}
}

// Layout is what is shown; it may be nil.
func (v *View) Layout() *Layout {
	return v.layout
}

// CreateRenderer is called by Fyne.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	r := newRenderer(v)
	v.renderer = r
	r.arrange()
	return r
}

// scale is how many pixels a unit has where the view is or will be shown.
func (v *View) scale() float32 {
	driver := fyne.CurrentApp().Driver()
	if c := driver.CanvasForObject(v); c != nil {
		return c.Scale()
	}
	if windows := driver.AllWindows(); len(windows) > 0 {
		return windows[0].Canvas().Scale()
	}
	return 1
}

// limits are how far what is drawn of l may reach.
func (v *View) limits(l *Layout) motion.Rect {
	size, room := l.Size(), v.Room
	return motion.Rect{
		Left: -max(0, room.Left), Top: -max(0, room.Top), Right: size.Width + max(0, room.Right),
		Bottom: size.Height + max(0, room.Bottom),
	}
}

// repaint has the canvas show what changed in the view.
func (v *View) repaint() {
	canvas.Refresh(v)
}

// redraw has the window drawn again where nothing but rectangles changed: [View.repaint] would have all text of the view
// drawn anew.
func (v *View) redraw() {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(v).(interface{ SetDirty() }); ok {
		c.SetDirty()
		return
	}
	v.repaint()
}
