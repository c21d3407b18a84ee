package entry

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"mejiro/widgets/look"
)

// BenchmarkTypeIntoLongText types at the end of a note as long as servers
// take.
func BenchmarkTypeIntoLongText(b *testing.B) {
	test.NewTempApp(b).Settings().SetTheme(look.New(look.Light))
	e := NewMultiLine()
	w := test.NewTempWindow(b, e)
	w.Resize(fyne.NewSize(480, 300))
	w.Canvas().Focus(e)
	e.SetText(strings.Repeat("こんにちは world。", 250))
	e.CursorColumn = 1 << 20
	b.ReportAllocs()
	for b.Loop() {
		e.TypedRune('あ')
		e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}
