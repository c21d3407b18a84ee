package postform

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets"
	"mejiro/widgets/look"
)

// meter is a line that fills as a file goes up.
type meter struct {
	widget.BaseWidget
	ground, bar *widgets.Ground
	part        float32
}

const (
	meterThick  = 4
	meterHeight = 8
)

func newMeter() *meter {
	m := &meter{ground: widgets.NewGround(look.ColorChipHover, meterThick/2), bar: widgets.NewGround(look.ColorAccent, meterThick/2)}
	m.ExtendBaseWidget(m)
	return m
}

// set fills the line up to part, 0 to 1. Anything else is brought there.
func (m *meter) set(part float64) {
	if !(part > 0) {
		part = 0
	}
	if part = min(part, 1); m.part != float32(part) {
		m.part = float32(part)
		m.lay(m.Size())
	}
}

func (m *meter) lay(size fyne.Size) {
	y := (size.Height - meterThick) / 2
	m.ground.Move(fyne.NewPos(0, y))
	m.ground.Resize(fyne.NewSize(size.Width, meterThick))
	m.bar.Move(fyne.NewPos(0, y))
	m.bar.Resize(fyne.NewSize(size.Width*m.part, meterThick))
}

// CreateRenderer implements fyne.Widget.
func (m *meter) CreateRenderer() fyne.WidgetRenderer { return meterRenderer{m} }

type meterRenderer struct{ meter *meter }

func (r meterRenderer) Layout(size fyne.Size) { r.meter.lay(size) }
func (r meterRenderer) MinSize() fyne.Size    { return fyne.NewSize(0, meterHeight) }
func (r meterRenderer) Destroy()              {}

func (r meterRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.meter.ground, r.meter.bar}
}

func (r meterRenderer) Refresh() {
	r.meter.ground.Refresh()
	r.meter.bar.Refresh()
}
