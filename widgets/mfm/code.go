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
			Block:  true,
			Margin: flow.Insets{Top: look.Space1, Bottom: look.Space1},
			Content: code{
				snippet:     snippet{b.opt.Highlighter.lexer(n.Lang), strings.TrimRight(lineEnds.Replace(n.Code), "\n")},
				highlighter: b.opt.Highlighter, style: codeStyle(st),
			},
		},
	})
}

func codeStyle(st state) flow.Style {
	return flow.Style{Size: st.style.Size, Mono: true, Alpha: st.style.Alpha, Ink: st.style.Ink}
}

const (
	codePad        = 14   // units, an em of body text
	codeLineHeight = 1.35 // as a multiple of the text size
	maxCodeLines   = 500
)

// code is the content of a code block.
type code struct {
	snippet
	highlighter *Highlighter
	style       flow.Style
}

var _ flow.Spoken = code{}

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

// Lines implements flow.Spoken.
func (c code) Lines() *flow.Layout { return flow.Lay(c.runs(nil, false), c.options()) }

// At implements flow.Spoken.
func (c code) At() fyne.Position { return fyne.NewPos(codePad, codePad) }

// New implements flow.Content.
func (c code) New() fyne.CanvasObject { return newCodeView(c) }

// runs are the code in its shades, as far as they are known.
func (c code) runs(shades []shaded, dark bool) []flow.Run {
	style, rest := c.style, c.text
	if c.lexer == nil {
		return []flow.Run{{Text: rest, Style: style}}
	}
	runs := make([]flow.Run, 0, len(shades)+1)
	add := func(length int, s shade) {
		style.Ink = s.ink(dark)
		runs = append(runs, flow.Run{Text: rest[:length], Style: style})
		rest = rest[length:]
	}
	for _, s := range shades {
		add(int(s.length), s.shade)
	}
	if rest != "" {
		add(len(rest), shadeText)
	}
	return runs
}
