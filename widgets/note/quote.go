package note

import (
	"strings"

	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// quote is the quoted note in a box.
func (b *builder) quote(n misskey.Note) {
	const inner = look.Space2
	b.y += look.Space2
	top, first := b.y, len(b.sheet.Zones)
	b.y += inner
	x, width := float32(bodyX+inner), b.bodyWidth()-2*inner
	if n.Renote == nil {
		b.gone(x, width)
	} else {
		b.quoted(*n.Renote, x, width)
	}
	b.y = whole(b.y + look.Space1)
	frame := place(bodyX, top, b.bodyWidth(), b.y-top)
	b.box(Box{Place: frame, Line: look.ColorRenote, Radius: look.RadiusCard, Soft: true})
	if n.Renote != nil {
		b.ground(first, frame, look.RadiusCard, *n.Renote)
	}
}

func (b *builder) quoted(n misskey.Note, x, width float32) {
	const face, lines, most = 24, 6, 180
	top := b.y
	b.avatar(n.User, x, top, face)
	inner := x + face + look.Space2
	b.y += (face - look.LineHeight*look.TextSecondary) / 2
	b.header(n, inner, width-face-look.Space2, look.TextSecondary)
	b.y = max(b.y, top+face+2)
	if n.IsHidden {
		b.text([]flow.Run{{Text: lang.L("note.hidden"), Style: faint()}}, x, width, 2)
	} else if n.CW != nil {
		b.speech(b.env.text(*n.CW, n, small(), maxFolded), x, width, 2)
		b.remark(listed(hides(n)), x, width)
	} else {
		if strings.TrimSpace(n.Body()) != "" {
			b.speech(b.env.text(n.Body(), n, small(), maxFolded), x, width, lines)
		}
		if n.Poll != nil {
			b.remark(listed([]string{lang.L("note.cw.poll")}), x, width)
		}
		if n.RenoteID != "" {
			b.remark(lang.L("note.quotesToo"), x, width)
		}
		b.files(n, x, width, most)
	}
	b.y += look.Space1
}

// remark is what a note holds besides what is shown of it.
func (b *builder) remark(s string, x, width float32) {
	if s = strings.TrimSpace(s); s != "" {
		b.text([]flow.Run{{Text: s, Style: flow.Style{Size: look.TextSecondary, Color: look.ColorRenote}}}, x, width, 1)
	}
}
