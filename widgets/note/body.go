package note

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// A note is folded when it has more than foldLines lines, or one of the
// other signs that Misskey Web folds by.
const (
	foldLines = 9
	foldChars = 500
	foldLinks = 4
	openLines = 400 // even an opened note ends somewhere
)

// warning is the content warning and the button that opens what it hides.
func (b *builder) warning(n misskey.Note) {
	if cw := oneLine(*n.CW); cw != "" {
		b.text(b.env.text(*n.CW, n, flow.Style{}), bodyX, b.bodyWidth(), foldLines)
	}
	b.y += look.Space1
	open := b.value.Open
	open.CW = !open.CW
	label := lang.L("note.cw.hide")
	if open.CW {
		label = lang.L("note.cw.show") + hidden(n)
	}
	b.pill(label, bodyX, func(a Actions, _ fyne.CanvasObject) { a.SetOpen(b.value.Note, open) })
	b.y += look.Space1
}

// hidden counts what a content warning hides, in brackets.
func hidden(n misskey.Note) string {
	var parts []string
	if chars := utf8.RuneCountInString(n.Body()); chars > 0 {
		parts = append(parts, lang.N("note.cw.characters", chars, number(int64(chars))))
	}
	if files := len(n.Files); files > 0 {
		parts = append(parts, lang.N("note.cw.files", files, number(int64(files))))
	}
	if n.Poll != nil {
		parts = append(parts, lang.L("note.cw.poll"))
	}
	if len(parts) == 0 {
		return ""
	}
	return lang.L("note.cw.list", map[string]any{"Parts": strings.Join(parts, lang.L("note.cw.separator"))})
}

// body is the text, folded when it is long.
func (b *builder) body(n misskey.Note) {
	if n.IsHidden {
		b.text([]flow.Run{{Text: lang.L("note.hidden"), Style: faint()}}, bodyX, b.bodyWidth(), 2)
		return
	}
	text := n.Body()
	if strings.TrimSpace(text) == "" {
		return
	}
	open, foldable := b.value.Open.Long, n.CW == nil
	lines := openLines
	if foldable && !open {
		lines = foldLines
		if isLong(n) {
			lines = foldLines - 3
		}
	}
	l := b.text(b.env.text(text, n, flow.Style{}), bodyX, b.bodyWidth(), lines)
	if foldable && (l.Truncated() || open) {
		b.fold(!open)
	}
}

func isLong(n misskey.Note) bool {
	return utf8.RuneCountInString(n.Body()) > foldChars || strings.Count(n.Body(), "://") >= foldLinks
}

func (b *builder) fold(opens bool) {
	label := lang.L("note.less")
	if opens {
		label = lang.L("note.more")
	}
	open := b.value.Open
	open.Long = opens
	b.y += look.Space1
	b.pill(label, bodyX, func(a Actions, _ fyne.CanvasObject) { a.SetOpen(b.value.Note, open) })
	b.y += look.Space1
}

// pill is a small button with a word on it.
func (b *builder) pill(label string, x float32, press func(Actions, fyne.CanvasObject)) {
	const height = 24
	l := flow.Lay([]flow.Run{{Text: label, Style: flow.Style{Size: look.TextSecondary, Color: look.ColorText}}},
		flow.Options{MaxLines: 1, Width: b.width - x - pad - 2*look.Space3})
	p := place(x, b.y, l.Size().Width+2*look.Space3, height)
	b.box(Box{Place: p, Fill: look.ColorChip, Radius: height / 2})
	b.at(l, x+look.Space3, b.y+(height-l.Size().Height)/2)
	b.zone(Zone{Place: p, Radius: height / 2, Press: press})
	b.y += height
}

// channel names the channel n stands in.
func (b *builder) channel(n misskey.Note) {
	if n.Channel == nil {
		return
	}
	b.y += look.Space1
	b.icon(look.IconSocial, look.ColorTextFaint, bodyX, b.y+2, smallIcon)
	b.text([]flow.Run{{Text: oneLine(n.Channel.Name), Style: faint()}}, bodyX+smallIcon+look.Space1,
		b.bodyWidth()-smallIcon-look.Space1, 1)
}
