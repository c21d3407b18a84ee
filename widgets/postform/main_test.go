package postform

import (
	"image"
	"os"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"mejiro/api/misskey"
	"mejiro/assets"
	"mejiro/widgets"
	"mejiro/widgets/entry"
	"mejiro/widgets/look"
)

// TestMain has the tests speak English wherever they run.
func TestMain(m *testing.M) {
	if _, err := assets.Speak("en"); err != nil {
		panic(err)
	}
	os.Exit(m.Run())
}

// noPictures brings none.
type noPictures struct{}

func (noPictures) Load(widgets.PictureRequest, float32, func(image.Image, bool, error)) func() {
	return func() {}
}

// shown is a form in a window, and what its reader asked for.
type shown struct {
	*Form
	canvas  fyne.Canvas
	sent    []Value
	changes int
	closed  int
	files   []fileDeed
	menu    *fyne.Menu
}

type fileDeed struct {
	id int
	do FileAction
}

// show shows an empty form of that width.
func show(t testing.TB, width float32) *shown {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	s := &shown{Form: New(noPictures{}, nil)}
	s.OnSend = func() { s.sent = append(s.sent, s.Value()) }
	s.OnChange = func() { s.changes++ }
	s.OnClose = func() { s.closed++ }
	s.OnFile = func(id int, do FileAction) { s.files = append(s.files, fileDeed{id, do}) }
	s.OnMenu = func(m *fyne.Menu, _ fyne.CanvasObject) { s.menu = m }
	w := test.NewTempWindow(t, s.Form)
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, 600))
	s.canvas = w.Canvas()
	s.canvas.Focus(s.Field())
	return s
}

func (s *shown) write(text string) { test.Type(s.Field(), text) }

func press(e *entry.Entry, key fyne.KeyName, with fyne.KeyModifier) {
	e.TypedShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: with})
}

func alice() misskey.User { return misskey.User{Username: "alice", Name: "Alice"} }

// pressAdvice presses a button of the advice.
func pressAdvice(t testing.TB, s *shown, i int) {
	t.Helper()
	var buttons []*widget.Button
	for _, o := range test.LaidOutObjects(s.advice) {
		if b, ok := o.(*widget.Button); ok {
			buttons = append(buttons, b)
		}
	}
	test.Tap(buttons[i])
}
