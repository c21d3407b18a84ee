package mfm

import (
	"testing"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
)

// TestConstructsAreDrawn holds what a view shows of each construct.
func TestConstructsAreDrawn(t *testing.T) {
	for name, text := range map[string]string{
		"styles":   "**b** <i>i</i> ~~s~~ <small>s</small> `c` <plain>**p**</plain>",
		"quote":    "a\n> b\n>> c\nd",
		"center":   "<center>a\nbc</center>",
		"code":     "```go\nvar x = 1\n```",
		"math":     "\\(x^2\\) a\n\\[\n\\frac12\n\\]",
		"search":   "mejiro search",
		"url":      "https://other.example/a?b#c",
		"link":     "[a **b**](https://other.example/)",
		"mention":  "a @alice @bob @carol@other.example",
		"hashtag":  "#a #日本",
		"emoji":    ":blobcat: :wide: 🎉 :no_such:",
		"tada":     "$[tada a]",
		"rainbow":  "$[rainbow a]",
		"sizes":    "$[x2 a $[x3 b]]",
		"flip":     "$[flip a]",
		"scale":    "$[scale.x=2 a]",
		"position": "$[position.x=1 a]",
		"rotate":   "$[rotate.deg=30 a]",
		"fg":       "$[fg.color=0a0 a]",
		"bg":       "$[bg.color=0a0 a]",
		"border":   "$[border.style=dashed,width=3,color=0a0,radius=4 a]",
		"font":     "$[font.monospace a] $[font.serif b]",
		"blur":     "$[blur a]",
		"ruby":     "$[ruby 漢字 かんじ]",
		"unixtime": "$[unixtime 1794955304]",
		"unknown":  "$[fade a **b**]",
	} {
		t.Run(name, func(t *testing.T) {
			newApp(t)
			opt := still()
			opt.Follow = &footprints{}
			layout := flow.Lay(Runs(mfm.Parse(text), opt), flow.Options{Width: 240})
			view := flow.NewView(nothing{})
			view.SetLayout(layout)
			view.Resize(layout.Size())
			w := test.NewTempWindow(t, container.NewWithoutLayout(view))
			w.SetPadded(false)
			w.Resize(layout.Size())
			test.AssertRendersToMarkup(t, name+".xml", w.Canvas())
		})
	}
}
