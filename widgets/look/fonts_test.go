package look_test

import (
	"testing"

	"mejiro/assets"
	"mejiro/widgets/look"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"
)

func TestTextComesInThreeFonts(t *testing.T) {
	test.NewTempApp(t)
	th := look.New(look.Light)
	cases := map[string]struct {
		style fyne.TextStyle
		want  []byte
	}{
		"regular":     {fyne.TextStyle{}, assets.FontRegular()},
		"italic":      {fyne.TextStyle{Italic: true}, assets.FontRegular()},
		"bold":        {fyne.TextStyle{Bold: true}, assets.FontBold()},
		"bold italic": {fyne.TextStyle{Bold: true, Italic: true}, assets.FontBold()},
		"mono":        {fyne.TextStyle{Monospace: true}, assets.FontMono()},
		"bold mono":   {fyne.TextStyle{Bold: true, Monospace: true}, assets.FontMono()},
	}
	for name, c := range cases {
		got := th.Font(c.style).Content()
		assert.Same(t, &c.want[0], &got[0], name)
	}
}

func TestLatinAndJapaneseShareALine(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(look.New(look.Light))
	for _, style := range []fyne.TextStyle{{}, {Bold: true}, {Monospace: true}} {
		latin := fyne.MeasureText("Mejiro", look.TextBody, style).Height
		for _, text := range []string{"目白", "めじろ", "동박새", "目 Mejiro →"} {
			assert.Equal(t, latin, fyne.MeasureText(text, look.TextBody, style).Height, text)
		}
		assert.LessOrEqual(t, latin, look.TextBody*look.LineHeight)
	}
}
