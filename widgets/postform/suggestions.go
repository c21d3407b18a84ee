package postform

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
	"mejiro/widgets/motion"
)

const (
	suggestionHeight = 28
	suggestionWidth  = 220
	suggestionRows   = 7  // that are shown at a time
	textLine         = 26 // of the text field, and some air
)

// suggestions are the completions to choose from, beside the word that is being written. They leave the keyboard to the text, which
// hands keys on.
type suggestions struct {
	widget.BaseWidget
	choose func(Completion)

	word   string // that gives way
	all    []Completion
	at     int // the chosen one
	first  int // that is shown
	ground *widgets.Ground
	rows   []*suggestion
}

func newSuggestions(pictures widgets.Pictures, g *motion.Governor, choose func(Completion)) *suggestions {
	s := &suggestions{choose: choose, ground: widgets.NewGround(look.ColorPopup, look.RadiusCard)}
	s.ground.Line = look.ColorDivider
	for i := range suggestionRows {
		s.rows = append(s.rows, newSuggestion(pictures, g, func() { s.choose(s.all[s.first+i]) }))
	}
	s.ExtendBaseWidget(s)
	s.Hidden = true
	return s
}

// set offers other completions. The same again leave what is chosen as it is.
func (s *suggestions) set(b beginning) {
	same := func(a, b Completion) bool { return a.Text == b.Text }
	if s.word == b.word && slices.EqualFunc(s.all, b.all, same) {
		return
	}
	if len(b.all) == 0 {
		s.word, s.all = b.word, nil
		s.show()
		s.Hide()
		return
	}
	s.word, s.all, s.at, s.first = b.word, b.all, 0, 0
	s.show()
	s.Show()
}

// show fills the rows.
func (s *suggestions) show() {
	s.first = max(min(s.first, s.at), s.at-suggestionRows+1)
	for i, row := range s.rows {
		if n := s.first + i; n < len(s.all) {
			row.set(s.all[n].Show, n == s.at)
		} else {
			row.set(nil, false)
		}
	}
	s.Resize(s.MinSize())
	canvas.Refresh(s)
}

// typedKey takes the keys that choose.
func (s *suggestions) typedKey(e *fyne.KeyEvent) bool {
	if !s.Visible() {
		return false
	}
	switch e.Name {
	case fyne.KeyUp:
		s.at = (s.at + len(s.all) - 1) % len(s.all)
	case fyne.KeyDown:
		s.at = (s.at + 1) % len(s.all)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyTab:
		s.choose(s.all[s.at])
		return true
	case fyne.KeyEscape:
		s.set(beginning{})
		return true
	default:
		return false
	}
	s.show()
	return true
}

// CreateRenderer implements fyne.Widget.
func (s *suggestions) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{s.ground}
	for _, row := range s.rows {
		objects = append(objects, row)
	}
	return &suggestionsRenderer{s, objects}
}

// MinSize implements fyne.CanvasObject.
func (s *suggestions) MinSize() fyne.Size {
	return fyne.NewSize(suggestionWidth, float32(min(len(s.all), suggestionRows)*suggestionHeight)+2*look.Space1)
}

type suggestionsRenderer struct {
	*suggestions
	objects []fyne.CanvasObject
}

func (r *suggestionsRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	for i, row := range r.rows {
		row.Move(fyne.NewPos(look.Space1, look.Space1+float32(i)*suggestionHeight))
		row.Resize(fyne.NewSize(size.Width-2*look.Space1, suggestionHeight))
	}
}

func (r *suggestionsRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *suggestionsRenderer) Destroy()                     {}

func (r *suggestionsRenderer) Refresh() {
	for _, o := range r.objects {
		o.Refresh()
	}
}

// suggestion is one row.
type suggestion struct {
	widget.BaseWidget
	choose   func()
	governor *motion.Governor
	glow     *canvas.Rectangle
	view     *flow.View
	lit      bool
}

var (
	_ fyne.Tappable      = (*suggestion)(nil)
	_ desktop.Hoverable  = (*suggestion)(nil)
	_ desktop.Cursorable = (*suggestion)(nil)
)

func newSuggestion(pictures widgets.Pictures, g *motion.Governor, choose func()) *suggestion {
	s := &suggestion{choose: choose, governor: g.Part(), glow: canvas.NewRectangle(color.Transparent), view: flow.NewView(pictures)}
	s.view.Governor = s.governor
	s.glow.CornerRadius = look.RadiusCard
	s.ExtendBaseWidget(s)
	return s
}

func (s *suggestion) set(runs []flow.Run, lit bool) {
	s.lit, s.Hidden = lit, len(runs) == 0
	if s.Hidden {
		s.view.SetLayout(nil)
		return
	}
	l := flow.Lay(runs, flow.Options{Width: suggestionWidth - 4*look.Space1, MaxLines: 1})
	s.view.SetLayout(l)
	s.view.Resize(l.Size())
	s.view.Move(fyne.NewPos(look.Space1, (suggestionHeight-l.Size().Height)/2))
	s.paint(lit)
}

func (s *suggestion) paint(lit bool) {
	s.glow.FillColor = color.Transparent
	if lit {
		s.glow.FillColor = look.Color(look.ColorHover)
	}
	s.glow.Refresh()
}

// Tapped implements fyne.Tappable.
func (s *suggestion) Tapped(*fyne.PointEvent) { s.choose() }

// Cursor implements desktop.Cursorable.
func (s *suggestion) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn implements desktop.Hoverable.
func (s *suggestion) MouseIn(*desktop.MouseEvent) {
	s.governor.Hovered(true)
	s.paint(true)
}

// MouseMoved implements desktop.Hoverable.
func (s *suggestion) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (s *suggestion) MouseOut() {
	s.governor.Hovered(false)
	s.paint(s.lit)
}

// CreateRenderer implements fyne.Widget.
func (s *suggestion) CreateRenderer() fyne.WidgetRenderer { return suggestionRenderer{s} }

type suggestionRenderer struct{ *suggestion }

func (r suggestionRenderer) Layout(size fyne.Size)        { r.glow.Resize(size) }
func (r suggestionRenderer) MinSize() fyne.Size           { return fyne.NewSize(0, suggestionHeight) }
func (r suggestionRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.glow, r.view} }
func (r suggestionRenderer) Destroy()                     {}

func (r suggestionRenderer) Refresh() {
	r.paint(r.lit)
	r.view.Refresh()
}

// placeSuggestions has the suggestions stand above the line that is being written, or below where there is no room.
func (f *Form) placeSuggestions() {
	s := f.suggestions
	if !s.Visible() {
		return
	}
	line := f.text.CursorPosition()
	size := s.MinSize()
	top := f.text.Position().Y + min(line.Y, f.text.Size().Height-textLine)
	y := top - size.Height
	if fyne.CurrentApp().Driver().AbsolutePositionForObject(f).Y+y < 0 {
		y = top + textLine
	}
	x := min(f.text.Position().X+line.X, f.Size().Width-size.Width)
	s.Move(fyne.NewPos(max(0, x), y))
	s.Resize(size)
}
