package widgets

import (
	"slices"
	"weak"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets/look"
)

// Stage is the content of a window with what floats over it: toasts at the bottom and the tooltip of what the pointer is on. Give it to the window
// as its whole content; widgets find it there. See [Stage.Over] for pop-ups.
type Stage struct {
	widget.BaseWidget

	// After is the clock of toasts and tooltips: [AnimationTimer], unless a test sets another.
	After Timer

	content fyne.CanvasObject
	toasts  []*toast // from top to bottom
	bubble  *bubble
	tip     *Tipped               // whose tooltip is shown or waits to be
	over    []weak.Pointer[Stage] // stages of pop-ups, which live as long as these do
}

// NewStage returns a stage for content.
func NewStage(content fyne.CanvasObject) *Stage {
	s := &Stage{After: AnimationTimer, content: content, bubble: newBubble()}
	s.ExtendBaseWidget(s)
	return s
}

// SetContent shows another content; toasts stay.
func (s *Stage) SetContent(content fyne.CanvasObject) {
	s.content = content
	s.hideTip()
	s.Refresh()
}

// Content returns what the stage shows below the floating parts.
func (s *Stage) Content() fyne.CanvasObject {
	return s.content
}

// Over returns a stage to put content in a pop-up that is shown over this one: what floats over the window is beneath its pop-ups, so widgets in
// them have tooltips only there.
func (s *Stage) Over(content fyne.CanvasObject) *Stage {
	inner := NewStage(content)
	inner.After = s.After
	s.over = slices.DeleteFunc(s.over, func(p weak.Pointer[Stage]) bool { return p.Value() == nil })
	s.over = append(s.over, weak.Make(inner))
	return inner
}

// stageOf returns the stage that is drawn over o, or nil.
func stageOf(o fyne.CanvasObject) *Stage {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(o)
	if c == nil {
		return nil
	}
	s, ok := c.Content().(*Stage)
	if !ok || c.Overlays().Top() == nil {
		return s
	}
	for _, p := range slices.Backward(s.over) {
		if inner := p.Value(); inner != nil && !driver.AbsolutePositionForObject(inner).IsZero() { // is shown
			return inner
		}
	}
	return nil
}

// CreateRenderer implements fyne.Widget.
func (s *Stage) CreateRenderer() fyne.WidgetRenderer {
	return stageRenderer{s}
}

// lay places the toasts, one above another from the bottom up, in the middle.
func (s *Stage) lay(size fyne.Size) {
	y := size.Height - look.Space4
	width := min(toastWidth, size.Width-2*look.Space4)
	for i := len(s.toasts) - 1; i >= 0; i-- {
		t := s.toasts[i]
		fit := t.fit(width)
		y -= fit.Height
		t.Resize(fit)
		t.Move(fyne.NewPos((size.Width-fit.Width)/2, y))
		y -= look.Space2
	}
}

type stageRenderer struct{ stage *Stage }

func (r stageRenderer) Layout(size fyne.Size) {
	r.stage.content.Resize(size)
	r.stage.content.Move(fyne.Position{})
	r.stage.lay(size)
}

func (r stageRenderer) MinSize() fyne.Size {
	return r.stage.content.MinSize()
}

func (r stageRenderer) Objects() []fyne.CanvasObject {
	objects := make([]fyne.CanvasObject, 0, 2+len(r.stage.toasts))
	objects = append(objects, r.stage.content)
	for _, t := range r.stage.toasts {
		objects = append(objects, t)
	}
	return append(objects, r.stage.bubble)
}

func (r stageRenderer) Refresh() {
	r.Layout(r.stage.Size())
	for _, o := range r.Objects() {
		o.Refresh()
	}
}

func (r stageRenderer) Destroy() {}
