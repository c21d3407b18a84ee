package mfm

import (
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"github.com/stretchr/testify/assert"

	"mejiro/api/mfm"
	"mejiro/widgets"
	"mejiro/widgets/flow"
)

// nothing brings no pictures.
type nothing struct{}

func (nothing) Load(_ widgets.PictureRequest, _ float32, _ func(image.Image, bool, error)) func() {
	return func() {}
}

// TestHostileTextIsBounded draws what people write to break timelines.
func TestHostileTextIsBounded(t *testing.T) {
	newApp(t)
	nest := func(open string, n int) string { return strings.Repeat(open, n) + "a" + strings.Repeat("]", n) }
	for name, text := range map[string]string{
		"nested sizes":     nest("$[x4 ", 50),
		"nested pulses":    nest("$[tada ", 50),
		"nested everywhat": nest("$[x4 $[scale.x=999,y=-999 $[position.x=9999 $[spin $[border.width=99999 $[ruby ", 8),
		"emoji":            strings.Repeat(":blobcat:", 3000),
		"unicode emoji":    strings.Repeat("🎉", 3000),
		"line ends":        strings.Repeat("\n", 5000) + "a",
		"zalgo":            strings.Repeat("z̸̢̛̤͙̙̝̘̀̈́̒", 500),
		"mentions":         strings.Repeat("@alice@other.example ", 500),
		"functions":        strings.Repeat("$[spin a]", 1500),
		"blocks":           strings.Repeat("> a\n\n```\nb\n```\n", 300),
		"quotes":           strings.Repeat(">", 3000) + " a",
		"formulas":         strings.Repeat(`\(x^2\)`, 1000),
		"rubies":           strings.Repeat("$[ruby a b]", 1000),
		"moments":          strings.Repeat("$[unixtime 1]", 1000),
		"links":            strings.Repeat("https://a.b/ ", 1000),
		"searches":         strings.Repeat("a search\n", 1000),
		"far away":         "$[position.x=9999,y=-9999 a]$[scale.x=999 b]$[rotate.deg=1e38 c]",
		"long code":        "```js\n" + strings.Repeat("((((a+1", 9000) + "\n```",
	} {
		runs := Runs(mfm.Parse(text), lively)
		assertSound(t, runs)
		view := flow.NewView(nothing{})
		layout := flow.Lay(runs, flow.Options{Width: 300})
		view.SetLayout(layout)
		objects := count(test.WidgetRenderer(view).Objects())
		view.SetLayout(nil)
		assert.LessOrEqual(t, layout.Size().Width, float32(300.1), name)
		assert.Less(t, objects, 20_000, name)
	}
}

func TestWhatIsHiddenStaysHiddenInAFlood(t *testing.T) {
	var open []string
	var look func(runs []flow.Run, hidden bool)
	look = func(runs []flow.Run, hidden bool) {
		for _, r := range runs {
			switch {
			case r.Box != nil:
				look(r.Box.Runs, hidden || r.Box.Hover)
			case r.Text == " " || hidden || r.Style.Ink.A == 1 && r.Emoji == nil && r.Link == nil:
			default:
				open = append(open, r.Text)
			}
		}
	}
	look(Runs(mfm.Parse(strings.Repeat("$[blur x :blobcat: #tag $[fg y]] ", 700)), lively), false)
	assert.Empty(t, open)
	look(Runs(mfm.Parse(strings.Repeat("$[blur x] ", 700)+"end"), lively), false)
	assert.Equal(t, []string{" end"}, open, "what follows is not")
}

// count counts objects and what is in them.
func count(objects []fyne.CanvasObject) int {
	n := len(objects)
	for _, o := range objects {
		switch o := o.(type) {
		case fyne.Widget:
			n += count(test.WidgetRenderer(o).Objects())
		case *fyne.Container:
			n += count(o.Objects)
		}
	}
	return n
}

func TestOtherSchemesLeadNowhere(t *testing.T) {
	for _, s := range []string{
		"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "[a](javascript:alert(1))", "[a](data:x)", "[a](file:///x)",
		"<javascript:alert(1)>", "mejiro:x", "[a](search:x)",
	} {
		for _, r := range Runs(mfm.Parse(s), lively) {
			assert.Nil(t, r.Link, s)
		}
	}
	var asked []string
	opt := lively
	opt.Emoji = func(name string) string { asked = append(asked, name); return "" }
	assert.Equal(t, ":../../x:", dump(Runs(mfm.Parse(":../../x:"), opt)))
	Runs(mfm.Parse(":a/b: :a%2Fb: :..:"), opt)
	assert.Empty(t, asked, "names are letters, digits, _ + and -")
}
