package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets/look"
)

// Line is a row of a list that is not an entry: it says something in small print, in the middle, and may have an action. One line of text and the
// action stand side by side where there is room, else one above the other. It can be set again and again.
type Line struct {
	widget.BaseWidget
	text   *canvas.Text
	action *TextButton
}

// NewLine returns a line that says nothing yet.
func NewLine() *Line {
	l := &Line{text: canvas.NewText("", nil), action: NewTextButton("", nil)}
	l.text.TextSize = look.TextSecondary
	l.action.Hide()
	l.ExtendBaseWidget(l)
	l.colour()
	return l
}

// Set makes it say text; onTap is called when action is pressed. An empty action is not shown.
func (l *Line) Set(text, action string, onTap func()) {
	l.text.Text = text
	l.text.Refresh()
	l.action.SetText(action)
	l.action.OnTap = onTap
	l.action.Hidden = action == ""
	l.lay(l.Size())
}

func (l *Line) colour() {
	l.text.Color = look.Color(look.ColorTextFaint)
	l.text.Refresh()
}

func (l *Line) lay(size fyne.Size) {
	text := l.text.MinSize()
	l.text.Resize(text)
	if l.action.Hidden {
		l.text.Move(middle(size, text))
		return
	}
	action := l.action.MinSize()
	l.action.Resize(action)
	if both := text.Width + look.Space1 + action.Width; both <= size.Width {
		x := (size.Width - both) / 2
		l.text.Move(fyne.NewPos(x, middle(size, text).Y))
		l.action.Move(fyne.NewPos(x+text.Width+look.Space1, middle(size, action).Y))
		return
	}
	y := (size.Height - text.Height - action.Height) / 2
	l.text.Move(fyne.NewPos(middle(size, text).X, y))
	l.action.Move(fyne.NewPos(middle(size, action).X, y+text.Height))
}

// middle returns where a thing of a size stands in the middle of a box.
func middle(box, size fyne.Size) fyne.Position {
	return fyne.NewPos((box.Width-size.Width)/2, (box.Height-size.Height)/2)
}

// CreateRenderer implements fyne.Widget.
func (l *Line) CreateRenderer() fyne.WidgetRenderer {
	return lineRenderer{l}
}

type lineRenderer struct{ line *Line }

func (r lineRenderer) Layout(size fyne.Size) { r.line.lay(size) }

func (r lineRenderer) MinSize() fyne.Size {
	return fyne.NewSize(0, max(r.line.text.MinSize().Height, r.line.action.MinSize().Height))
}

func (r lineRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.line.text, r.line.action}
}

func (r lineRenderer) Refresh() {
	r.line.colour()
	r.line.action.Refresh()
}

func (r lineRenderer) Destroy() {}
