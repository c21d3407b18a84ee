package postform

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
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

// SetAttachments shows the files of the note. It can be sent when all of them
// are in Drive.
func (f *Form) SetAttachments(all []Attachment) {
	rows := make([]fyne.CanvasObject, len(all))
	f.files = len(all)
	for i, a := range all {
		rows[i] = f.attachment(a)
		if !a.Done {
			f.files = -1
		}
	}
	f.attached.Objects = rows
	f.attached.Refresh()
	f.update()
	f.Refresh()
}

func (f *Form) attachment(a Attachment) fyne.CanvasObject {
	const thumb = 40
	remove := widgets.NewIconButton(look.IconClose, lang.L("postform.file.remove"), nil)
	remove.OnTap = func() { f.OnFile(a.ID, FileRemove) }
	buttons := container.NewHBox(container.NewCenter(remove))
	if a.Problem != "" {
		retry := widgets.NewIconButton(look.IconRetry, lang.L("common.retry"), nil)
		retry.OnTap = func() { f.OnFile(a.ID, FileRetry) }
		buttons.Objects = append([]fyne.CanvasObject{container.NewCenter(retry)}, buttons.Objects...)
	}
	return container.NewBorder(nil, nil, container.NewGridWrap(fyne.NewSize(thumb, thumb), f.thumb(a)), buttons, f.progress(a))
}

func (f *Form) thumb(a Attachment) fyne.CanvasObject {
	if a.Picture.URL == "" {
		return container.NewStack(widgets.NewGround(look.ColorChip, look.RadiusCard),
			container.NewCenter(widget.NewIcon(look.Icon(look.IconFile))))
	}
	p := widgets.NewPicture(f.pictures)
	p.CornerRadius = look.RadiusCard
	p.SetRequest(a.Picture, a.Name)
	return p
}

// progress is the name above how far the file is.
func (f *Form) progress(a Attachment) fyne.CanvasObject {
	name := flow.NewView(nil)
	name.SetLayout(flow.Lay([]flow.Run{
		{Text: a.Name + "  ", Style: flow.Style{Size: look.TextSecondary}},
		{Text: a.Detail, Style: flow.Style{Size: look.TextSecondary, Color: look.ColorTextFaint}},
	}, flow.Options{Width: 300, MaxLines: 1}))
	switch {
	case a.Problem != "":
		problem := widget.NewLabel(a.Problem)
		problem.Importance, problem.Wrapping = widget.DangerImportance, fyne.TextWrapWord
		return container.NewVBox(name, problem)
	case a.Done:
		return container.NewVBox(name)
	}
	bar := widget.NewProgressBar()
	bar.TextFormatter = func() string { return "" }
	bar.SetValue(a.Progress)
	return container.NewVBox(name, container.New(thin{}, bar))
}

// thin makes a progress bar as low as a line.
type thin struct{}

// Layout implements fyne.Layout.
func (thin) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(size.Width, 6))
	}
}

// MinSize implements fyne.Layout.
func (thin) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(60, 8) }
