package postform

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"mejiro/widgets"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// FileAction is what can be done with an attachment.
type FileAction int

// The actions on an attachment.
const (
	FileRemove FileAction = iota // takes it out of the note, and stops its upload
	FileRetry
)

// Attachment is a file of the note.
type Attachment struct {
	ID       int // names it to OnFile
	Name     string
	Detail   string  // its size
	Progress float64 // 0 to 1 while it uploads
	Done     bool    // it is in Drive
	Problem  string  // why it could not be uploaded; "" for none
	Picture  widgets.PictureRequest
}

const thumbSide = 40

// row shows one attachment. It is changed in place while the file is on its
// way, so that its buttons can be pressed meanwhile.
type row struct {
	object  *fyne.Container
	shown   Attachment
	icon    fyne.CanvasObject
	thumb   *widgets.Picture
	name    *flow.Block
	detail  *flow.View
	meter   *meter
	problem *flow.Block
	retry   *widgets.IconButton
	remove  *widgets.IconButton
}

func newRow(pictures widgets.Pictures, id int, act func(id int, do FileAction)) *row {
	r := &row{thumb: widgets.NewPicture(pictures), name: flow.NewBlock(nil), detail: flow.NewView(nil), meter: newMeter(), problem: flow.NewBlock(nil)}
	r.thumb.CornerRadius = look.RadiusCard
	r.name.MaxLines = 1
	r.problem.MaxLines = 3
	r.problem.Hide()
	r.icon = container.NewStack(widgets.NewGround(look.ColorPictureGround, look.RadiusCard),
		container.NewCenter(widget.NewIcon(look.IconIn(look.IconFile, look.ColorTextFaint))))
	r.retry = widgets.NewIconButton(look.IconRetry, lang.L("common.retry"), func() { act(id, FileRetry) })
	r.retry.Hide()
	r.remove = widgets.NewIconButton(look.IconClose, lang.L("postform.file.remove"), func() { act(id, FileRemove) })
	words := container.NewVBox(layout.NewSpacer(), container.NewBorder(nil, nil, nil, r.detail, r.name), r.meter, r.problem, layout.NewSpacer())
	r.object = container.NewBorder(nil, nil,
		container.NewCenter(container.NewGridWrap(fyne.NewSquareSize(thumbSide), container.NewStack(r.icon, r.thumb))),
		container.NewHBox(container.NewCenter(r.retry), container.NewCenter(r.remove)),
		container.New(layout.NewCustomPaddedLayout(0, 0, look.Space1, 0), words))
	return r
}

// set shows how a file is. It reports whether the row may need another height.
func (r *row) set(a Attachment) (reshaped bool) {
	before := r.shown
	r.shown = a
	if a.Name != before.Name || a.Detail != before.Detail {
		r.name.SetRuns(flow.Run{Text: a.Name, Style: flow.Style{Size: look.TextSecondary}})
		r.detail.SetLayout(flow.Lay([]flow.Run{
			{Text: a.Detail, Style: flow.Style{Size: look.TextSecondary, Color: look.ColorTextFaint}},
		}, flow.Options{MaxLines: 1}))
		r.object.Refresh()
	}
	if a.Picture != before.Picture {
		r.thumb.SetRequest(a.Picture, a.Name)
		r.icon.(*fyne.Container).Hidden = a.Picture.URL != ""
		r.object.Refresh()
	}
	r.meter.set(a.Progress)
	onItsWay := !a.Done && a.Problem == ""
	if onItsWay == r.meter.Visible() && a.Problem == before.Problem {
		return false
	}
	r.meter.Hidden, r.problem.Hidden, r.retry.Hidden = !onItsWay, a.Problem == "", a.Problem == ""
	r.problem.SetRuns(flow.Run{Text: a.Problem, Style: flow.Style{Size: look.TextSecondary, Color: look.ColorError}})
	r.object.Refresh()
	return true
}
