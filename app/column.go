package app

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/widget"

	"mejiro/app/settings"
	"mejiro/widgets"
	"mejiro/widgets/feed"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
	"mejiro/widgets/motion"
	"mejiro/widgets/note"
)

const headerHeight = 42

// screen is what a column shows.
type screen interface {
	Object() fyne.CanvasObject
	Feed() *feed.Feed
	Reload()
	Restyle()
	Close()
}

// column is a screen with a header, as wide as its reader made it.
type column struct {
	conf     settings.Column
	screen   screen
	env      *note.Env        // of the cards; nil while there are none
	governor *motion.Governor // of all that moves in it
	title    *columnTitle
	object   *fyne.Container
	handle   *columnHandle
}

// columnParts is what a column is made of.
type columnParts struct {
	conf   settings.Column
	screen screen
	env    *note.Env // nil for a column without cards
	icon   look.IconName
	title  string
	acct   string
	menu   func(at fyne.CanvasObject)
	resize func(by float32)
	done   func() // the reader let the handle go
}

func newColumn(p columnParts) *column {
	c := &column{conf: p.conf, screen: p.screen, env: p.env}
	if p.env != nil {
		c.governor = p.env.Governor
	}
	c.title = newColumnTitle(p.icon, p.title, p.acct, func() { p.screen.Feed().ScrollToTop() })
	more := widgets.NewIconButton(look.IconMore, lang.L("deck.columnMenu"), nil)
	more.OnTap = func() { p.menu(more) }
	header := container.NewBorder(nil, widgets.NewHairline(), nil, container.NewCenter(more), c.title)
	c.object = container.NewStack(widgets.NewGround(look.ColorPanel, look.RadiusCard),
		container.NewBorder(header, nil, nil, nil, p.screen.Object()))
	c.handle = newColumnHandle(p.resize, p.done)
	return c
}

func (c *column) width() float32 {
	if c.conf.Width == 0 {
		return look.ColumnWidth
	}
	return c.conf.Width
}

// columnTitle names what a column shows and whose it is. Tapped, it takes the
// reader to the top.
type columnTitle struct {
	widget.BaseWidget
	icon  *widget.Icon
	text  *flow.View
	runs  []flow.Run
	toTop func()
}

func newColumnTitle(icon look.IconName, title, acct string, toTop func()) *columnTitle {
	t := &columnTitle{icon: widget.NewIcon(look.IconIn(icon, look.ColorAccent)), text: flow.NewView(nil), toTop: toTop}
	t.runs = []flow.Run{
		{Text: title, Style: flow.Style{Bold: true, Color: look.ColorTextStrong}},
		{Text: "  " + acct, Style: flow.Style{Size: look.TextSecondary, Color: look.ColorTextFaint}},
	}
	t.ExtendBaseWidget(t)
	return t
}

// Tapped implements fyne.Tappable.
func (t *columnTitle) Tapped(*fyne.PointEvent) { t.toTop() }

// CreateRenderer implements fyne.Widget.
func (t *columnTitle) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(&titleLayout{t}, t.icon, t.text))
}

type titleLayout struct{ title *columnTitle }

// Layout implements fyne.Layout.
func (l *titleLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	const icon = 18
	t := l.title
	t.icon.Move(fyne.NewPos(look.Space3, (size.Height-icon)/2))
	t.icon.Resize(fyne.NewSize(icon, icon))
	x := float32(look.Space3 + icon + look.Space2)
	text := flow.Lay(t.runs, flow.Options{Width: max(1, size.Width-x), MaxLines: 1})
	t.text.SetLayout(text)
	t.text.Move(fyne.NewPos(x, (size.Height-text.Size().Height)/2))
	t.text.Resize(text.Size())
}

// MinSize implements fyne.Layout.
func (l *titleLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(80, headerHeight) }

// columnHandle is the gap at a column's right, which can be dragged.
type columnHandle struct {
	widget.BaseWidget
	drag func(by float32)
	done func()
}

var (
	_ fyne.Draggable     = (*columnHandle)(nil)
	_ desktop.Cursorable = (*columnHandle)(nil)
)

func newColumnHandle(drag func(by float32), done func()) *columnHandle {
	h := &columnHandle{drag: drag, done: done}
	h.ExtendBaseWidget(h)
	return h
}

// Dragged implements fyne.Draggable.
func (h *columnHandle) Dragged(e *fyne.DragEvent) { h.drag(e.Dragged.DX) }

// DragEnd implements fyne.Draggable.
func (h *columnHandle) DragEnd() { h.done() }

// Cursor implements desktop.Cursorable.
func (h *columnHandle) Cursor() desktop.Cursor { return desktop.HResizeCursor }

// CreateRenderer implements fyne.Widget.
func (h *columnHandle) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
