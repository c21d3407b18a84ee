package postform

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
	"mejiro/widgets/motion"
)

const (
	previewDelay = 50 * time.Millisecond // gathers what is typed meanwhile
	previewPad   = look.Space2
	previewMost  = 180 // units; a higher one scrolls
)

// preview shows what is written as notes do. It is hidden while that is nothing.
type preview struct {
	widget.BaseWidget
	governor *motion.Governor
	view     *flow.View
	runs     []flow.Run
	wide     float32 // what the text was laid out for
	scroll   *container.Scroll
	content  *fyne.Container
}

var _ desktop.Hoverable = (*preview)(nil)

func newPreview(pictures widgets.Pictures, g *motion.Governor) *preview {
	p := &preview{governor: g.Part(), view: flow.NewView(pictures), wide: usualWidth}
	p.view.Governor = p.governor
	p.view.Room = flow.Insets{Top: previewPad, Right: previewPad, Bottom: previewPad, Left: previewPad}
	p.scroll = container.NewVScroll(container.New(previewLayout{p}, p.view))
	p.scroll.OnScrolled = func(fyne.Position) { p.look() }
	p.content = container.NewStack(widgets.NewGround(look.ColorPanelHighlight, look.RadiusCard), p.scroll)
	p.ExtendBaseWidget(p)
	p.Hide()
	return p
}

// set shows other words, and nothing without any. It reports whether the preview may need another height.
func (p *preview) set(runs []flow.Run) (reshaped bool) {
	if len(runs) == 0 && !p.Visible() {
		return false
	}
	before, was := p.height(), p.Visible()
	p.runs = runs
	p.lay(p.wide)
	p.Hidden = len(runs) == 0
	p.look()
	return p.height() != before || p.Visible() != was
}

func (p *preview) lay(width float32) {
	p.wide = width
	if len(p.runs) == 0 {
		p.view.SetLayout(nil)
		return
	}
	l := flow.Lay(p.runs, flow.Options{Width: max(1, width-2*previewPad), ByDirection: true})
	p.view.SetLayout(l)
	p.view.Resize(l.Size())
	p.scroll.Refresh()
}

// look has nothing move that is scrolled out of sight.
func (p *preview) look() {
	top := p.scroll.Offset.Y - previewPad
	p.view.Sight(top, top+previewMost)
}

// height is that of all the text.
func (p *preview) height() float32 {
	if l := p.view.Layout(); l != nil {
		return l.Size().Height + 2*previewPad
	}
	return 0
}

// MouseIn implements desktop.Hoverable.
func (p *preview) MouseIn(*desktop.MouseEvent) { p.governor.Hovered(true) }

// MouseMoved implements desktop.Hoverable.
func (p *preview) MouseMoved(*desktop.MouseEvent) { p.governor.Hovered(true) }

// MouseOut implements desktop.Hoverable.
func (p *preview) MouseOut() { p.governor.Hovered(false) }

// CreateRenderer implements fyne.Widget.
func (p *preview) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.content) }

// MinSize implements fyne.CanvasObject.
func (p *preview) MinSize() fyne.Size { return fyne.NewSize(0, min(p.height(), previewMost)) }

// previewLayout sets the text to the width of the preview.
type previewLayout struct{ preview *preview }

// Layout implements fyne.Layout.
func (l previewLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	p := l.preview
	p.view.Move(fyne.NewSquareOffsetPos(previewPad))
	if size.Width > 0 && size.Width != p.wide {
		p.lay(size.Width)
	}
}

// MinSize implements fyne.Layout.
func (l previewLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, l.preview.height())
}

// ShowPreview shows what is written as a note would, or does not.
func (f *Form) ShowPreview(on bool) {
	f.previews = on
	f.drawPreview()
	f.update()
}

func (f *Form) togglePreview() {
	f.ShowPreview(!f.previews)
	if f.OnPreview != nil {
		f.OnPreview(f.previews)
	}
	f.focus(f.text)
}

// drawSoon draws the preview anew with one of the next frames.
func (f *Form) drawSoon() {
	if f.previews && !f.drawing {
		f.drawing = true
		f.After(previewDelay, func() {
			f.drawing = false
			f.drawPreview()
		})
	}
}

func (f *Form) drawPreview() {
	var runs []flow.Run
	if f.previews && f.Preview != nil && strings.TrimSpace(f.value.Text+f.value.CW) != "" {
		runs = f.Preview(f.value)
	}
	if f.preview.set(runs) {
		f.arrange()
	}
}
