package note

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// quote is the quoted note in a box.
func (b *builder) quote(n misskey.Note) {
	b.y += look.Space2
	top := b.y
	b.y += look.Space2
	x, width := bodyX+look.Space2, b.bodyWidth()-2*look.Space2
	if n.Renote == nil {
		b.gone(float32(x), width)
	} else {
		b.quoted(*n.Renote, float32(x), width)
	}
	b.y += look.Space1
	frame := place(bodyX, top, b.bodyWidth(), b.y-top)
	b.box(Box{Place: frame, Line: look.ColorRenote, Radius: look.RadiusCard, Faint: true})
	if n.Renote != nil {
		target := *n.Renote
		b.ground(frame, func(a Actions, _ fyne.CanvasObject) { a.OpenNote(target) })
	}
}

func (b *builder) quoted(n misskey.Note, x, width float32) {
	const face, lines = 24, 6
	top := b.y
	b.avatar(n.User, x, top, face)
	inner := x + face + look.Space2
	b.header(n, inner, width-face-look.Space2, look.TextSecondary)
	b.y = max(b.y, top+face)
	style := flow.Style{Size: look.TextSecondary + 1}
	if n.CW != nil {
		b.text(b.env.text(*n.CW, n, style), x, width, 2)
		b.y += look.Space1
		return
	}
	if runs := b.env.text(n.Body(), n, style); len(runs) > 0 {
		b.text(runs, x, width, lines)
	}
	if n.RenoteID != "" {
		b.text([]flow.Run{{Text: lang.L("note.quotesToo"), Style: flow.Style{Size: look.TextSecondary, Color: look.ColorRenote}}}, x, width, 1)
	}
	b.files(n, x, width)
	b.y += look.Space1
}
