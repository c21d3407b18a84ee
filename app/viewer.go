package app

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"mejiro/api/misskey"
	"mejiro/widgets"
	"mejiro/widgets/look"
	"mejiro/widgets/motion"
)

// viewer shows a note's pictures, one at a time, over the whole window.
type viewer struct {
	widget.BaseWidget
	app     *App
	files   []misskey.DriveFile
	index   int
	picture *widgets.Picture
	alt     *widget.Label
	content fyne.CanvasObject
	uncover func() // what lies below
}

var (
	_ fyne.Focusable     = (*viewer)(nil)
	_ fyne.Tappable      = (*viewer)(nil)
	_ desktop.Cursorable = (*viewer)(nil)
)

// showPictures opens the viewer on files[index], which is a picture.
func (a *App) showPictures(files []misskey.DriveFile, index int) {
	governor := a.governor.Part()
	governor.Hovered(true) // there is nothing else to look at
	v := &viewer{app: a, picture: widgets.NewMovingPicture(a.media, governor), alt: widget.NewLabel("")}
	for i, f := range files {
		if f.IsImage() {
			if i == index {
				v.index = len(v.files)
			}
			v.files = append(v.files, f)
		}
	}
	v.alt.Wrapping = fyne.TextWrapWord
	v.alt.Alignment = fyne.TextAlignCenter
	v.content, v.uncover = v.build(), a.cover()
	v.ExtendBaseWidget(v)
	a.window.Canvas().Overlays().Add(v)
	v.Resize(a.window.Canvas().Size())
	v.show(0)
	a.window.Canvas().Focus(v)
	a.trace.Screen("viewer")
}

func (v *viewer) build() fyne.CanvasObject {
	closing := widgets.NewIconButton(look.IconClose, lang.L("common.close"), v.close)
	browse := widgets.NewIconButton(look.IconExternal, lang.L("note.openInBrowser"), func() { v.app.OpenURL(v.files[v.index].URL) })
	tools := container.NewHBox(browse, closing)
	var left, right fyne.CanvasObject
	if len(v.files) > 1 {
		left = container.NewCenter(widgets.NewIconButton(look.IconChevronLeft, lang.L("media.previous"), func() { v.show(-1) }))
		right = container.NewCenter(widgets.NewIconButton(look.IconChevronRight, lang.L("media.next"), func() { v.show(1) }))
	}
	ground := widgets.NewGround(look.ColorBackground, 0)
	return container.NewStack(ground,
		container.NewBorder(container.NewBorder(nil, nil, nil, tools), v.alt, left, right, container.NewPadded(v.picture)))
}

// show turns by some pictures, round and round.
func (v *viewer) show(by int) {
	v.index = (v.index + by + len(v.files)) % len(v.files)
	f := v.files[v.index]
	v.alt.SetText(f.Comment)
	moving := v.app.governor.Mode() != motion.Off
	v.picture.SetRequest(widgets.PictureRequest{URL: f.URL, Box: v.box(), Blurhash: f.Blurhash, Moving: moving}, f.Comment)
}

// box is the room a picture has, known before it is laid out.
func (v *viewer) box() fyne.Size {
	size := v.app.window.Canvas().Size()
	return fyne.NewSize(max(100, size.Width-100), max(100, size.Height-100))
}

func (v *viewer) close() {
	v.picture.SetRequest(widgets.PictureRequest{}, "")
	v.app.window.Canvas().Overlays().Remove(v)
	v.uncover()
}

// Tapped closes the viewer when the pointer is beside everything else.
func (v *viewer) Tapped(*fyne.PointEvent) { v.close() }

// Cursor implements desktop.Cursorable.
func (v *viewer) Cursor() desktop.Cursor { return desktop.DefaultCursor }

// FocusGained implements fyne.Focusable.
func (v *viewer) FocusGained() {}

// FocusLost implements fyne.Focusable.
func (v *viewer) FocusLost() {}

// TypedRune implements fyne.Focusable.
func (v *viewer) TypedRune(r rune) {
	if slices.Contains([]rune{'o', 'q'}, r) {
		v.close()
	}
}

// TypedKey implements fyne.Focusable.
func (v *viewer) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyEscape:
		v.close()
	case fyne.KeyLeft:
		v.show(-1)
	case fyne.KeyRight, fyne.KeySpace:
		v.show(1)
	}
}

// CreateRenderer implements fyne.Widget.
func (v *viewer) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(v.content) }
