package flow

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets"
	"mejiro/widgets/motion"
)

// View shows a layout. It draws exactly what the layout says, whatever size it is given, and keeps its canvas objects
// from one layout to the next. Only links react to the pointer; everything else is left to what lies behind the view.
type View struct {
	widget.BaseWidget

	// OnLink is called when a link is tapped.
	OnLink func(Link)
	// OnSecondary is called when a link is tapped with the secondary button.
	OnSecondary func(Link, *fyne.PointEvent)
	// OnAspect tells the true shape (width by height, not bounded) of a picture that came with another than its
	// Emoji.Aspect, so that the next layout can give it the right place.
	OnAspect func(url string, aspect float32)
	// Governor moves what moves; nil has everything stand still. It is set before the first layout; after a change of
	// its mode the view is to be refreshed.
	Governor *motion.Governor
	// Room is how far around the layout effects may draw. It is set before a layout is.
	Room Insets

	pictures widgets.Pictures
	layout   *Layout
}

// NewView makes a view that shows nothing yet. Emoji come from pictures; nil shows their fallbacks.
func NewView(pictures widgets.Pictures) *View {
	v := &View{pictures: pictures}
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

// Layout is what is shown; it may be nil.
func (v *View) Layout() *Layout {
	return v.layout
}

// CreateRenderer is called by Fyne.
func (v *View) CreateRenderer() fyne.WidgetRenderer {
	v.ExtendBaseWidget(v)
	r := newRenderer(v)
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

// repaint has the canvas show what changed in the view.
func (v *View) repaint() {
	canvas.Refresh(v)
}
