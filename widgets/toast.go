package widgets

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets/look"
)

const (
	toastWidth  = 440 // at most
	toastLasts  = 5 * time.Second
	actionLasts = 8 * time.Second // of a toast with an action, which takes longer to decide on
	maxToasts   = 4
)

// Toast is a message shown in passing.
type Toast struct {
	// Text is a sentence or two.
	Text string
	// Icon stands before the text; empty for none. Tint is its colour; empty for that of secondary text.
	Icon look.IconName
	Tint fyne.ThemeColorName
	// Action names what can be done about it; empty for nothing. OnAction does it; the toast closes.
	Action   string
	OnAction func()
	// Lasts is how long it stays, unless the pointer is on it: 0 for a usual time, less than 0 until it is closed.
	Lasts time.Duration
}

// Toast shows a message at the bottom of the window until its time is over or it is clicked; dismiss takes it away before. A message that is there
// already, word for word, is replaced; when there are many, the oldest goes.
func (s *Stage) Toast(message Toast) (dismiss func()) {
	for _, t := range slices.Clone(s.toasts) {
		if t.message.Text == message.Text && t.message.Action == message.Action {
			s.drop(t)
		}
	}
	if len(s.toasts) >= maxToasts {
		s.drop(s.toasts[0])
	}
	t := newToast(message, s)
	s.toasts = append(s.toasts, t)
	s.lay(s.Size())
	repaint(s)
	t.wait()
	return func() { s.drop(t) }
}

// drop closes a toast.
func (s *Stage) drop(t *toast) {
	t.stay()
	if i := slices.Index(s.toasts, t); i >= 0 {
		s.toasts = slices.Delete(s.toasts, i, i+1)
		s.lay(s.Size())
		repaint(s)
	}
}

// toast is a Toast as it is drawn.
type toast struct {
	widget.BaseWidget
	message Toast
	stage   *Stage
	ground  *canvas.Rectangle
	icon    *canvas.Image // hidden when there is none
	label   *widget.Label
	action  *TextButton // hidden when there is none
	stop    func()      // stops the time that runs
}

func newToast(message Toast, s *Stage) *toast {
	t := &toast{
		message: message,
		stage:   s,
		ground:  canvas.NewRectangle(nil),
		icon:    &canvas.Image{FillMode: canvas.ImageFillContain},
		label:   widget.NewLabel(message.Text),
	}
	t.label.Wrapping = fyne.TextWrapWord
	t.ground.CornerRadius = look.RadiusCard
	t.action = NewTextButton(message.Action, func() {
		s.drop(t)
		if message.OnAction != nil {
			message.OnAction()
		}
	})
	t.icon.Hidden = message.Icon == ""
	t.action.Hidden = message.Action == ""
	t.ExtendBaseWidget(t)
	t.colour()
	return t
}

// wait lets the time run after which the toast closes.
func (t *toast) wait() {
	lasts := t.message.Lasts
	switch {
	case lasts < 0:
		return
	case lasts == 0 && t.message.Action != "":
		lasts = actionLasts
	case lasts == 0:
		lasts = toastLasts
	}
	t.stay()
	t.stop = t.stage.After(lasts, func() { t.stage.drop(t) })
}

// stay stops the time.
func (t *toast) stay() {
	if t.stop != nil {
		t.stop()
		t.stop = nil
	}
}

// Tapped implements fyne.Tappable.
func (t *toast) Tapped(*fyne.PointEvent) { t.stage.drop(t) }

// MouseIn implements desktop.Hoverable: while the pointer is on it, it stays.
func (t *toast) MouseIn(*desktop.MouseEvent) { t.stay() }

// MouseMoved implements desktop.Hoverable.
func (t *toast) MouseMoved(*desktop.MouseEvent) {}

// MouseOut implements desktop.Hoverable.
func (t *toast) MouseOut() {
	if slices.Contains(t.stage.toasts, t) {
		t.wait()
	}
}

func (t *toast) colour() {
	floating(t.ground)
	if !t.icon.Hidden {
		tint := t.message.Tint
		if tint == "" {
			tint = look.ColorTextFaint
		}
		t.icon.Resource = look.IconIn(t.message.Icon, tint)
		t.icon.Refresh()
	}
}

// fit returns the size the toast needs, no wider than width.
func (t *toast) fit(width float32) fyne.Size {
	room := width - t.beside()
	text := fyne.MeasureText(t.message.Text, look.TextBody, fyne.TextStyle{}).Width + 2*look.Space3
	if text < room {
		width -= room - text
		room = text
	}
	t.label.Resize(fyne.NewSize(room, 1))
	height := max(t.label.MinSize().Height, look.IconSize, t.action.MinSize().Height)
	return fyne.NewSize(width, height+look.Space1)
}

// beside returns the width taken by all but the text.
func (t *toast) beside() float32 {
	width := 2 * look.Space2
	if !t.icon.Hidden {
		width += look.IconSize
	}
	if !t.action.Hidden {
		width += t.action.MinSize().Width
	}
	return width
}

// CreateRenderer implements fyne.Widget.
func (t *toast) CreateRenderer() fyne.WidgetRenderer {
	return toastRenderer{t}
}

type toastRenderer struct{ toast *toast }

func (r toastRenderer) Layout(size fyne.Size) {
	t := r.toast
	t.ground.Resize(size)
	x := look.Space2
	if !t.icon.Hidden {
		t.icon.Resize(fyne.NewSquareSize(look.IconSize))
		t.icon.Move(fyne.NewPos(x, (size.Height-look.IconSize)/2))
		x += look.IconSize
	}
	room := size.Width - t.beside()
	t.label.Resize(fyne.NewSize(room, size.Height-look.Space1))
	t.label.Move(fyne.NewPos(x, look.Space1/2))
	t.action.Resize(t.action.MinSize())
	t.action.Move(fyne.NewPos(x+room, (size.Height-t.action.MinSize().Height)/2))
}

func (r toastRenderer) MinSize() fyne.Size { return fyne.Size{} } // the stage says how large it is

func (r toastRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.toast.ground, r.toast.icon, r.toast.label, r.toast.action}
}

func (r toastRenderer) Refresh() {
	r.toast.colour()
	r.toast.ground.Refresh()
	r.toast.label.Refresh()
	r.toast.action.Refresh()
}

func (r toastRenderer) Destroy() {}
