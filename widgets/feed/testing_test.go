package feed

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
	"github.com/stretchr/testify/require"
)

// rowsOf are rows whose heights a test decides.
type rowsOf struct {
	heights  map[string]float32
	kinds    map[string]string
	measured int
	binds    []string // in order
	made     int
	released []string
}

func newRows() *rowsOf {
	return &rowsOf{heights: map[string]float32{}, kinds: map[string]string{}}
}

const usual = 50

func (r *rowsOf) Height(id string, _ float32) float32 {
	r.measured++
	if h, ok := r.heights[id]; ok {
		return h
	}
	return usual
}

func (r *rowsOf) Kind(id string) string {
	if k, ok := r.kinds[id]; ok {
		return k
	}
	return "row"
}

func (r *rowsOf) Bind(id string, view fyne.CanvasObject) fyne.CanvasObject {
	r.binds = append(r.binds, id)
	v, ok := view.(*rowView)
	if !ok {
		r.made++
		v = newRowView(r.Kind(id))
	}
	v.id = id
	return v
}

func (r *rowsOf) Release(id string, _ fyne.CanvasObject) {
	r.released = append(r.released, id)
}

// rowView is a row with a button.
type rowView struct {
	widget.BaseWidget
	id, kind string
	tapped   int
	button   *widget.Button
	sight    [2]float32
}

func (v *rowView) Sight(top, bottom float32) { v.sight = [2]float32{top, bottom} }

func newRowView(kind string) *rowView {
	v := &rowView{kind: kind}
	v.button = widget.NewButton("x", func() { v.tapped++ })
	v.ExtendBaseWidget(v)
	return v
}

func (v *rowView) CreateRenderer() fyne.WidgetRenderer {
	return &rowRenderer{view: v, ground: canvas.NewRectangle(nil)}
}

type rowRenderer struct {
	view   *rowView
	ground *canvas.Rectangle
}

func (r *rowRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.view.button.Resize(fyne.NewSize(20, 20))
}
func (r *rowRenderer) MinSize() fyne.Size { return fyne.NewSize(10, 10) }
func (r *rowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.view.button}
}
func (r *rowRenderer) Destroy() {}
func (r *rowRenderer) Refresh() {}

// open opens a window with a feed of these rows; its viewport is 300 wide and 400 high.
func open(t *testing.T, rows Rows) (*Feed, fyne.Window) {
	t.Helper()
	test.NewTempApp(t)
	f := New(rows)
	w := test.NewTempWindow(t, f)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(300, 400))
	require.Equal(t, fyne.NewSize(300, 400), f.Size())
	return f, w
}

// names returns the ids of n rows: prefix0, prefix1 …
func names(prefix string, n int) []string {
	ids := make([]string, n)
	for i := range ids {
		ids[i] = fmt.Sprint(prefix, i)
	}
	return ids
}

// seen returns what the renderer shows, by id: upper edge and height of each row on the screen.
func seen(f *Feed) map[string][2]float32 {
	places := map[string][2]float32{}
	for _, o := range test.WidgetRenderer(f).Objects() {
		v, ok := o.(*rowView)
		if ok && v.Position().Y+v.Size().Height > 0 && v.Position().Y < f.Size().Height {
			places[v.id] = [2]float32{v.Position().Y, v.Size().Height}
		}
	}
	return places
}

// viewOf returns the view that shows a row, or nil.
func viewOf(f *Feed, id string) *rowView {
	for _, o := range test.WidgetRenderer(f).Objects() {
		if v, ok := o.(*rowView); ok && v.id == id {
			return v
		}
	}
	return nil
}

func topOf(t *testing.T, f *Feed, id string) float32 {
	t.Helper()
	v := viewOf(f, id)
	require.NotNil(t, v, "row %s is not shown", id)
	return v.Position().Y
}
