package postform

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"mejiro/widgets"
)

// files counts the attachments.
type files struct{ all, done int }

// ready reports whether every file is in Drive.
func (c files) ready() bool { return c.done == c.all }

// SetAttachments shows the files of the note. It can be sent when all of them
// are in Drive. It reports whether the form may need another height; while
// files are only on their way it does not, and nothing but their meters is
// drawn anew.
func (f *Form) SetAttachments(all []Attachment) (reshaped bool) {
	count := files{all: len(all)}
	for _, a := range all {
		if a.Done {
			count.done++
		}
	}
	reshaped = f.list.set(all)
	if reshaped {
		f.arrange()
	}
	if reshaped || count != f.files {
		f.files = count
		f.update()
	}
	return reshaped
}

func (f *Form) fileAction(id int, do FileAction) {
	if f.OnFile != nil && !f.busy {
		f.OnFile(id, do)
	}
}

// attachments is the list of files. Long ones scroll.
type attachments struct {
	object *fyne.Container
	rows   map[int]*row
	order  []int
	column *fyne.Container
	make   func(id int) *row
}

func newAttachments(pictures widgets.Pictures, act func(id int, do FileAction)) *attachments {
	l := &attachments{rows: map[int]*row{}, column: container.NewVBox()}
	l.make = func(id int) *row { return newRow(pictures, id, act) }
	l.object = container.New(capped{l.column}, container.NewVScroll(l.column))
	l.object.Hide()
	return l
}

// set shows files, each in the row it had. It reports whether the list may
// need another height.
func (l *attachments) set(all []Attachment) (reshaped bool) {
	order := make([]int, len(all))
	for i, a := range all {
		order[i] = a.ID
		if l.rows[a.ID] == nil {
			l.rows[a.ID] = l.make(a.ID)
		}
		reshaped = l.rows[a.ID].set(a) || reshaped
	}
	if !slices.Equal(order, l.order) {
		l.arrange(order)
		reshaped = true
	}
	if len(all) == 0 {
		l.object.Hide()
	} else {
		l.object.Show()
	}
	return reshaped
}

// capped makes a list as high as it wants to be, up to a height from which it
// scrolls.
type capped struct{ list fyne.CanvasObject }

// Layout implements fyne.Layout.
func (capped) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

// MinSize implements fyne.Layout.
func (c capped) MinSize([]fyne.CanvasObject) fyne.Size {
	const most = 4.5 * (thumbSide + columnGap) // what is cut off shows that there is more
	return fyne.NewSize(0, min(c.list.MinSize().Height, most))
}

// arrange puts the rows in order and forgets those of files that are gone.
func (l *attachments) arrange(order []int) {
	kept := map[int]*row{}
	objects := make([]fyne.CanvasObject, len(order))
	for i, id := range order {
		kept[id] = l.rows[id]
		objects[i] = l.rows[id].object
	}
	l.rows, l.order = kept, order
	l.column.Objects = objects
	l.column.Refresh()
}

// setIdle says whether the buttons of the rows can be pressed.
func (l *attachments) setIdle(idle bool) {
	for _, r := range l.rows {
		enable(idle, r.retry, r.remove)
	}
}
