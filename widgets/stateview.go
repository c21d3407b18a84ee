package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets/look"
)

// state is what a list is in.
type state int

const (
	ready state = iota
	loading
	empty
	failed
)

const stateIcon = 40

// StateView shows the states of a list that are not its entries: loading, empty, failed, and a banner while what is shown may be old. Stack it over
// the list: where it shows nothing, the list is seen and takes the pointer. It begins as loading.
type StateView struct {
	widget.BaseWidget

	state    state
	offline  bool
	skeleton *Skeleton
	ground   *canvas.Rectangle
	icon     *canvas.Image
	sentence *widget.Label
	hint     *widget.Label
	retry    *widget.Button
	banner   *banner
	canRetry bool
}

// NewStateView returns a view whose Retry button calls retry; nil for none.
func NewStateView(retry func()) *StateView {
	v := &StateView{
		state:    loading,
		skeleton: NewSkeleton(),
		ground:   canvas.NewRectangle(nil),
		icon:     &canvas.Image{FillMode: canvas.ImageFillContain},
		sentence: centred(),
		hint:     centred(),
		retry:    widget.NewButton(lang.L("common.retry"), retry),
		banner:   newBanner(),
		canRetry: retry != nil,
	}
	v.sentence.TextStyle.Bold = true
	v.ExtendBaseWidget(v)
	v.apply()
	return v
}

func centred() *widget.Label {
	l := widget.NewLabel("")
	l.Alignment = fyne.TextAlignCenter
	l.Wrapping = fyne.TextWrapWord
	return l
}

// ShowReady shows nothing but, while offline, the banner that says so.
func (v *StateView) ShowReady(offline bool) {
	v.set(ready, offline, "", "")
}

// ShowLoading shows the shapes of entries to come.
func (v *StateView) ShowLoading() {
	v.set(loading, false, "", "")
}

// ShowEmpty says that there is nothing, and what to do about it.
func (v *StateView) ShowEmpty(sentence, hint string) {
	v.set(empty, false, sentence, hint)
}

// ShowError says what failed and offers to try again.
func (v *StateView) ShowError(sentence string) {
	v.set(failed, false, sentence, "")
}

func (v *StateView) set(s state, offline bool, sentence, hint string) {
	if v.state == s && v.offline == offline && v.sentence.Text == sentence && v.hint.Text == hint {
		return
	}
	v.state, v.offline = s, offline
	v.sentence.SetText(sentence)
	v.hint.SetText(hint)
	v.apply()
	v.lay(v.Size())
	v.Refresh()
	repaint(v)
}

// apply shows what belongs to the state.
func (v *StateView) apply() {
	said := v.state == empty || v.state == failed
	v.ground.Hidden = v.state == ready
	v.skeleton.Hidden = v.state != loading
	v.icon.Hidden = !said
	v.sentence.Hidden = !said
	v.hint.Hidden = !said || v.hint.Text == ""
	v.retry.Hidden = v.state != failed || !v.canRetry
	v.banner.Hidden = !v.offline
	v.colour()
}

func (v *StateView) colour() {
	v.ground.FillColor = look.Color(look.ColorPanel)
	if v.state == failed {
		v.icon.Resource = look.IconIn(look.IconWarning, look.ColorWarn)
	} else {
		v.icon.Resource = look.IconIn(look.IconNote, look.ColorTextFaint)
	}
	if !v.icon.Hidden {
		v.icon.Refresh()
	}
}

// lay puts what is said in the middle, a little above the centre, and the banner at the bottom.
func (v *StateView) lay(size fyne.Size) {
	v.ground.Resize(size)
	v.skeleton.Resize(size)
	v.banner.Resize(fyne.NewSize(size.Width, bannerHeight))
	v.banner.Move(fyne.NewPos(0, size.Height-bannerHeight))
	width := max(0, size.Width-2*look.Space3)
	parts := []fyne.CanvasObject{v.icon, v.sentence, v.hint, v.retry}
	height := look.Space2 // above the button
	for _, o := range parts {
		if o.Visible() {
			o.Resize(v.sizeOf(o, width))
			height += o.Size().Height
		}
	}
	y := max(0, (size.Height-height)*0.4)
	for _, o := range parts {
		if o == fyne.CanvasObject(v.retry) {
			y += look.Space2
		}
		if o.Visible() {
			o.Move(fyne.NewPos((size.Width-o.Size().Width)/2, y))
			y += o.Size().Height
		}
	}
}

func (v *StateView) sizeOf(o fyne.CanvasObject, width float32) fyne.Size {
	switch o := o.(type) {
	case *canvas.Image:
		return fyne.NewSquareSize(stateIcon)
	case *widget.Label:
		o.Resize(fyne.NewSize(width, 1)) // it knows its height when it knows its width
		return fyne.NewSize(width, o.MinSize().Height)
	}
	return o.MinSize()
}

// CreateRenderer implements fyne.Widget.
func (v *StateView) CreateRenderer() fyne.WidgetRenderer {
	return stateViewRenderer{v}
}

type stateViewRenderer struct{ view *StateView }

func (r stateViewRenderer) Layout(size fyne.Size) { r.view.lay(size) }
func (r stateViewRenderer) MinSize() fyne.Size    { return fyne.Size{} }
func (r stateViewRenderer) Destroy()              {}

func (r stateViewRenderer) Objects() []fyne.CanvasObject {
	v := r.view
	return []fyne.CanvasObject{v.ground, v.skeleton, v.icon, v.sentence, v.hint, v.retry, v.banner}
}

func (r stateViewRenderer) Refresh() {
	r.view.colour()
	for _, o := range r.Objects() {
		o.Refresh()
	}
}
