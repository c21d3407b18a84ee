package feed

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// nearEnd is how many viewports before the end OnNearEnd fires.
const nearEnd = 2

// Feed is a virtual list as a widget. Make it with [New]; set the callbacks and options before it is shown.
type Feed struct {
	widget.BaseWidget

	// OnNearEnd is called when less than about two viewports of rows are left below, once for each end: again only when [Feed.SetIDs] has brought
	// another last row (see [KindFooter]). It is not called for a feed without rows.
	OnNearEnd func()
	// OnTopChanged is called when the feed comes to its very top or leaves it.
	OnTopChanged func(atTop bool)
	// OnAboveChanged is called when [Feed.Above] has changed.
	OnAboveChanged func(n int)
	// OnFocusRow is called when another row has the focus; id is empty when none has.
	OnFocusRow func(id string)
	// OnKey and OnRune are asked first about every key and rune typed while the feed has the keyboard focus; true means it is dealt with.
	OnKey  func(ev *fyne.KeyEvent) bool
	OnRune func(r rune) bool
	// OnScrollAcross is given the wheel and touchpad events that are mainly horizontal; the feed itself has no use for them.
	OnScrollAcross func(ev *fyne.ScrollEvent)

	// FollowTop makes a feed that is at its very top stay there, so that rows put on top show at once. Else they go above, out of sight. New sets it.
	FollowTop bool
	// ReduceMotion makes every movement immediate.
	ReduceMotion bool

	strip    strip
	stage    stage
	rows     Rows
	size     fyne.Size
	glide    glide
	pull     pull
	bar      *bar
	ring     *canvas.Rectangle
	objects  []fyne.CanvasObject // what the renderer shows: the views, the ring, the bar
	focused  bool                // has the keyboard focus
	focusRow string
	told     told
}

// told is what the callbacks were told last.
type told struct {
	end     string
	away    bool // from the top
	above   int
	focused string
}

// New returns a feed of rows without any rows yet.
func New(rows Rows) *Feed {
	f := &Feed{FollowTop: true, rows: rows}
	f.strip = strip{pixel: 1, top: true, measure: f.measure}
	f.stage = stage{rows: rows, leaving: f.leaving}
	f.ring = newRing()
	f.bar = newBar(f.dragTo)
	f.ExtendBaseWidget(f)
	return f
}

// SetIDs replaces the rows: newest first. What is being read stays exactly where it is, whatever is inserted, removed or moved; if the row that holds
// the place is gone, the nearest one left that was on the screen keeps its own. Rows that were there before are not bound again: see
// [Feed.Invalidate]. Ids should differ from one another; equal ones are shown as often as they are given. The feed keeps a copy.
func (f *Feed) SetIDs(ids []string) {
	d := compare(f.strip.ids, ids)
	if d.same() {
		return
	}
	d.next = slices.Clone(ids)
	focus := f.survivor(d)
	f.strip.setIDs(d, f.FollowTop)
	f.focusRow = focus
	f.place()
}

// survivor returns the row that has the focus after a change: the same, or else the nearest one left.
func (f *Feed) survivor(d diff) string {
	i := slices.Index(d.old, f.focusRow)
	if f.focusRow == "" || i < 0 {
		return ""
	}
	j, ok := d.indexFrom(i)
	if !ok {
		j, ok = d.indexBack(i)
	}
	if !ok {
		return ""
	}
	return d.next[j]
}

// Invalidate tells that rows look different or have another height than before. Those on the screen are bound again at once. Rows above the one that
// is being read grow and shrink upwards.
func (f *Feed) Invalidate(ids ...string) {
	for _, id := range ids {
		f.strip.heights.invalidate(id)
		f.stage.rebind(id)
	}
	f.strip.hold()
	f.place()
}

// Forget drops every height and every unused view and binds what is on the screen again: for a change of theme, text size or language.
func (f *Feed) Forget() {
	f.stage.forget()
	f.anew()
}

// anew measures and binds everything again.
func (f *Feed) anew() {
	f.strip.forget()
	f.stage.rebindAll()
	f.place()
}

// Len returns how many rows there are.
func (f *Feed) Len() int {
	return len(f.strip.ids)
}

// AtTop reports whether the feed is at its very top.
func (f *Feed) AtTop() bool {
	return f.strip.top
}

// Above returns how many rows have arrived above the first visible one since the reader left the top, without those seen in the meantime.
func (f *Feed) Above() int {
	return f.strip.arrived
}

// Place returns what is being read: the row that holds the place and where its upper edge is, counted from the top of the feed. The id is empty when
// there are no rows.
func (f *Feed) Place() (id string, y float32) {
	if len(f.strip.ids) == 0 {
		return "", 0
	}
	return f.strip.ids[f.strip.anchor], f.strip.y
}

// ScrollTo shows the row id with its upper edge at y, counted from the top of the feed, or as near as the rows allow. It reports whether there is
// such a row.
func (f *Feed) ScrollTo(id string, y float32) bool {
	i := slices.Index(f.strip.ids, id)
	if i < 0 {
		return false
	}
	f.glide.stop()
	f.strip.jump(i, y)
	f.place()
	return true
}

// measure asks for the height of a row at the current width.
func (f *Feed) measure(id string) float32 {
	return sane(f.rows.Height(id, f.size.Width), f.strip.pixel)
}

// resize fits the rows to another size.
func (f *Feed) resize(size fyne.Size) {
	pixel := f.devicePixel()
	other := size.Width != f.size.Width || pixel != f.strip.pixel
	if !other && size.Height == f.size.Height {
		return
	}
	f.size = size
	f.strip.view, f.strip.pixel = size.Height, pixel
	if other {
		f.anew()
		return
	}
	f.place()
}

func (f *Feed) devicePixel() float32 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(f); c != nil && c.Scale() > 0 {
		return 1 / c.Scale()
	}
	return 1
}

// place brings the views in line with the rows, then tells what that changed.
func (f *Feed) place() {
	f.stage.show(f.strip.settle(), f.size)
	f.arrange()
	if f.bar.place(f.size, f.strip.above(), f.strip.heights.total()) {
		f.repaint()
	}
	f.placeRing()
	f.tell()
}

// arrange lists what the renderer shows, from top to bottom.
func (f *Feed) arrange() {
	objects := make([]fyne.CanvasObject, 0, len(f.stage.live)+2)
	for _, row := range f.stage.live {
		if row.view != nil {
			objects = append(objects, row.view)
		}
	}
	objects = append(objects, f.ring, f.bar)
	if slices.Equal(objects, f.objects) {
		return
	}
	f.objects = objects // never changed in place: the driver may be walking the old ones
	f.repaint()
}

// repaint has the window drawn again. A refresh of the feed would upload the textures of all its rows again, and one of what has just appeared does
// nothing, for Fyne does not know yet what window it is in.
func (f *Feed) repaint() {
	if c, ok := fyne.CurrentApp().Driver().CanvasForObject(f).(interface{ SetDirty() }); ok {
		c.SetDirty()
	}
}

// tell calls the callbacks whose subject has changed. They may call the feed.
func (f *Feed) tell() {
	if away := !f.strip.top; away != f.told.away {
		f.told.away = away
		call(f.OnTopChanged, !away)
	}
	if n := f.strip.arrived; n != f.told.above {
		f.told.above = n
		call(f.OnAboveChanged, n)
	}
	if id := f.focusRow; id != f.told.focused {
		f.told.focused = id
		call(f.OnFocusRow, id)
	}
	if end := f.end(); end != "" && end != f.told.end && f.strip.view > 0 && f.strip.below(nearEnd*f.strip.view) <= nearEnd*f.strip.view {
		f.told.end = end
		if f.OnNearEnd != nil {
			f.OnNearEnd()
		}
	}
}

func call[T any](f func(T), v T) {
	if f != nil {
		f(v)
	}
}

// end returns the last row that is not a footer.
func (f *Feed) end() string {
	for _, id := range slices.Backward(f.strip.ids) {
		if f.rows.Kind(id) != KindFooter {
			return id
		}
	}
	return ""
}

// leaving takes the keyboard focus over from a view that leaves its row, lest keys go to whatever row it shows next.
func (f *Feed) leaving(view fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	c := driver.CanvasForObject(f)
	if c == nil {
		return
	}
	o, ok := c.Focused().(fyne.CanvasObject)
	if !ok || o == fyne.CanvasObject(f) {
		return
	}
	before, at := view.Position(), driver.AbsolutePositionForObject(o)
	view.Move(before.AddXY(0, 1)) // what is in the view moves along
	within := driver.AbsolutePositionForObject(o) != at
	view.Move(before)
	if within {
		c.Focus(f)
	}
}
