// Package emojipicker lets a reader choose an emoji.
//
// It belongs to the Fyne goroutine.
package emojipicker

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
	"mejiro/widgets/motion"
)

const (
	cellSize = 40
	cellGap  = look.Space1
	columns  = 5

	// mostMoving is how many choices may be animated; those beyond stand still.
	mostMoving = 50
)

// Choice is an emoji to choose: what it is sent as, and how it is drawn.
type Choice struct {
	Reaction string
	Run      flow.Run
}

// Palette is a small grid of emoji, for mouse and keyboard: arrows and Return
// choose, so do the digits 1 to 9 and 0 for the tenth.
type Palette struct {
	widget.BaseWidget

	// OnCancel is called for Escape; nil ignores it.
	OnCancel func()

	chosen  func(reaction string)
	choices []Choice
	cells   []*cell
	at      int // the keyboard is on it, -1 before it was used
	focused bool
}

var _ fyne.Focusable = (*Palette)(nil)

// NewPalette returns a grid of choices; chosen is told of one. Animated ones g
// moves.
func NewPalette(pictures widgets.Pictures, g *motion.Governor, choices []Choice, chosen func(reaction string)) *Palette {
	p := &Palette{chosen: chosen, choices: choices, at: -1}
	for i, c := range choices {
		if i == mostMoving {
			g = nil
		}
		p.cells = append(p.cells, newCell(pictures, g, c, func() { p.choose(i) }))
	}
	p.ExtendBaseWidget(p)
	return p
}

func (p *Palette) choose(i int) {
	if i >= 0 && i < len(p.choices) {
		p.chosen(p.choices[i].Reaction)
	}
}

// FocusGained implements fyne.Focusable.
func (p *Palette) FocusGained() { p.show(p.at, true) }

// FocusLost implements fyne.Focusable.
func (p *Palette) FocusLost() { p.show(p.at, false) }

// TypedRune implements fyne.Focusable. Space chooses here and not as a key,
// lest its rune go on to what is shown next.
func (p *Palette) TypedRune(r rune) {
	switch {
	case r == ' ':
		p.choose(p.at)
	case r == '0':
		p.choose(9)
	case r >= '1' && r <= '9':
		p.choose(int(r - '1'))
	}
}

// TypedKey implements fyne.Focusable.
func (p *Palette) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		if p.OnCancel != nil {
			p.OnCancel()
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		p.choose(p.at)
	default:
		if step, ok := steps(e.Name); ok {
			p.move(step)
		}
	}
}

// steps is how far an arrow goes.
func steps(key fyne.KeyName) (step int, ok bool) {
	switch key {
	case fyne.KeyLeft:
		return -1, true
	case fyne.KeyRight:
		return 1, true
	case fyne.KeyUp:
		return -columns, true
	case fyne.KeyDown:
		return columns, true
	}
	return 0, false
}

// move moves the keyboard on, from nowhere to the first choice. It stays
// within the grid.
func (p *Palette) move(step int) {
	to := p.at + step
	if p.at < 0 {
		to = 0
	}
	if to >= 0 && to < len(p.cells) {
		p.show(to, true)
	}
}

// show marks where the keyboard is.
func (p *Palette) show(at int, focused bool) {
	p.at, p.focused = at, focused
	for i, c := range p.cells {
		c.mark(focused && i == at)
	}
}

// CreateRenderer implements fyne.Widget.
func (p *Palette) CreateRenderer() fyne.WidgetRenderer {
	objects := make([]fyne.CanvasObject, len(p.cells))
	for i, c := range p.cells {
		objects[i] = c
	}
	return paletteRenderer{objects}
}

type paletteRenderer struct{ objects []fyne.CanvasObject }

func (r paletteRenderer) Layout(fyne.Size) {
	for i, o := range r.objects {
		o.Move(fyne.NewPos(float32(i%columns)*(cellSize+cellGap), float32(i/columns)*(cellSize+cellGap)))
		o.Resize(fyne.NewSquareSize(cellSize))
	}
}

func (r paletteRenderer) MinSize() fyne.Size {
	n := len(r.objects)
	return fyne.NewSize(gridSide(min(n, columns)), gridSide((n+columns-1)/columns))
}

func (r paletteRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r paletteRenderer) Destroy()                     {}

func (r paletteRenderer) Refresh() {
	for _, o := range r.objects {
		o.Refresh()
	}
}

// gridSide is the length of so many cells.
func gridSide(cells int) float32 {
	return max(0, float32(cells)*(cellSize+cellGap)-cellGap)
}
