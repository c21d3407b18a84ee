package mfm

import (
	"strings"

	"fyne.io/fyne/v2"

	"mejiro/api/mfm"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// blockCode draws code in a box of its own that scrolls sideways.
func (b *builder) blockCode(n mfm.BlockCode, st state) {
	if !b.mayBox() {
		b.text(n.Code, st.code())
		return
	}
	b.add(flow.Run{
		Text: n.Code, Style: st.style,
		Box: &flow.Box{
			Block:   true,
			Margin:  flow.Insets{Top: look.Space1, Bottom: look.Space1},
			Content: code{text: strings.TrimRight(lineEnds.Replace(n.Code), "\n"), language: n.Lang, style: codeStyle(st)},
		},
	})
}

func codeStyle(st state) flow.Style {
	return flow.Style{Size: st.style.Size, Mono: true, Alpha: st.style.Alpha, Ink: st.style.Ink}
}

const (
	codePad        = look.Space3
	codeLineHeight = 1.35 // as a multiple of the text size
	maxCodeLines   = 500
)

// code is the content of a code block.
type code struct {
	text, language string
	style          flow.Style
}

// Size implements flow.Content: a line of code is never broken.
func (c code) Size(width float32) fyne.Size {
	lines := min(strings.Count(c.text, "\n")+1, maxCodeLines)
	return fyne.NewSize(width, float32(lines)*c.lineHeight()+2*codePad)
}

// lineHeight is that of a line of code, in whole units as flow has it.
func (c code) lineHeight() float32 {
	return flow.Lay([]flow.Run{{Text: "0", Style: c.style}}, c.options()).Size().Height
}

func (c code) options() flow.Options {
	return flow.Options{MaxLines: maxCodeLines, LineHeight: codeLineHeight}
}

// New implements flow.Content.
func (c code) New() fyne.CanvasObject { return newCodeView(c) }

// runs are the code in colours.
func (c code) runs(tokens []token, dark bool) []flow.Run {
	if len(tokens) == 0 {
		return []flow.Run{{Text: c.text, Style: c.style}}
	}
	runs := make([]flow.Run, len(tokens))
	for i, t := range tokens {
		runs[i] = flow.Run{Text: t.text, Style: c.style}
		runs[i].Style.Ink = t.shade.ink(dark)
	}
	return runs
}
