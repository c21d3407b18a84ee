package flow

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"mejiro/widgets/look"
)

const (
	// maxWords bounds each half of a face's memory of word widths; one half is given up when the other is full.
	maxWords = 4096
	// maxFaces bounds the faces kept: text can ask for any size.
	maxFaces = 64
)

// faces are the measured faces of the current app. It is a memo: what is in it never changes a result, only its cost.
var faces faceTable

// DropCaches forgets all measured widths. It happens by itself when the app's settings (and with them perhaps the
// theme) change; texts prepared before are measured anew when they are laid out next.
func DropCaches() {
	faces.faces = nil
	faces.generation++
}

type faceTable struct {
	app        fyne.App // whose settings are listened to
	generation int      // counts how often everything was dropped
	faces      map[faceKey]*face
}

type faceKey struct {
	size       float32
	bold, mono bool
	cut        look.Face
}

// face measures text of one size and style.
type face struct {
	key      faceKey
	style    fyne.TextStyle
	source   fyne.Resource // nil for the theme's
	pad      float32       // the width of the space that is drawn on both sides of text for what hangs over
	height   float32       // of a canvas.Text
	ascent   float32       // from the top of a canvas.Text down to the baseline
	ellipsis float32       // the width of …
	runes    memo[rune]
	words    memo[string]
}

// follow has the table follow the settings of the running app.
func (t *faceTable) follow() {
	app := fyne.CurrentApp()
	if app == t.app {
		return
	}
	t.app = app
	DropCaches()
	if app != nil {
		app.Settings().AddListener(func(fyne.Settings) { DropCaches() })
	}
}

// of finds the face of a span. Bold Mono is Mono, and right-to-left writing is in the text face.
func (t *faceTable) of(s *span) *face {
	key := faceKey{size: s.style.size(), bold: s.style.Bold && !s.style.Mono, mono: s.style.Mono}
	if s.cut != look.FaceText && !s.way.level.RightToLeft() {
		key.cut, key.bold = s.cut, false
	}
	if f := t.faces[key]; f != nil {
		return f
	}
	if t.faces == nil || len(t.faces) >= maxFaces {
		t.faces = map[faceKey]*face{}
	}
	f := newFace(key)
	t.faces[key] = f
	return f
}

func newFace(key faceKey) *face {
	f := &face{key: key, style: fyne.TextStyle{Bold: key.bold, Monospace: key.mono}, source: key.cut.Font()}
	size, baseline := fyne.CurrentApp().Driver().RenderedTextSize("…", key.size, f.style, f.source)
	f.height, f.ascent, f.ellipsis = size.Height, baseline, size.Width
	if f.source != nil {
		f.pad = f.measure(" ")
	}
	return f
}

// width measures s, which must not be empty. Memory of single runes is kept apart: Japanese breaks nearly everywhere.
func (f *face) width(s string) float32 {
	r, n := utf8.DecodeRuneInString(s)
	if n == len(s) {
		if w, ok := f.runes.get(r); ok {
			return w
		}
		w := f.measure(s)
		f.runes.put(r, w)
		return w
	}
	if w, ok := f.words.get(s); ok {
		return w
	}
	w := f.measure(s)
	f.words.put(strings.Clone(s), w)
	return w
}

// spaces measures a row of spaces.
func (f *face) spaces(s string) (w float32) {
	for i, r := range s {
		w += f.width(s[i : i+utf8.RuneLen(r)])
	}
	return w
}

func (f *face) measure(s string) float32 {
	size, _ := fyne.CurrentApp().Driver().RenderedTextSize(s, f.key.size, f.style, f.source)
	return size.Width
}

// memo remembers widths in two generations, so that it is bounded and what is in use stays.
type memo[K comparable] struct {
	young, old map[K]float32
}

func (m *memo[K]) get(k K) (float32, bool) {
	if w, ok := m.young[k]; ok {
		return w, true
	}
	w, ok := m.old[k]
	if ok {
		m.put(k, w)
	}
	return w, ok
}

func (m *memo[K]) put(k K, w float32) {
	if m.young == nil || len(m.young) >= maxWords {
		m.old, m.young = m.young, make(map[K]float32)
	}
	m.young[k] = w
}
