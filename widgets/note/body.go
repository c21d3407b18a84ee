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

// A note is folded when it has more than foldLines lines; with one of the
// other signs that Misskey Web folds by, it is folded sooner.
const (
	foldLines  = 9
	foldedLong = 6
	foldChars  = 500
	foldLinks  = 4
	openLines  = 400 // even an opened note ends somewhere
)

// warning is the content warning and the button that opens what it hides.
func (b *builder) warning(n misskey.Note) {
	if strings.TrimSpace(*n.CW) != "" {
		b.speech(b.env.text(*n.CW, n, flow.Style{}, maxFolded), bodyX, b.bodyWidth(), foldLines)
	}
	b.y += look.Space1
	open := b.value.Open
	open.CW = !open.CW
	label := lang.L("note.cw.hide")
	if open.CW {
		label = lang.L("note.cw.show") + listed(hides(n))
	}
	b.pill(label, bodyX, func(a Actions, _ fyne.CanvasObject) { a.SetOpen(b.value.Note, open) })
	b.y += look.Space1
}

// hides names what a content warning hides.
func hides(n misskey.Note) []string {
	parts := holds(n)
	if chars := utf8.RuneCountInString(n.Body()); chars > 0 {
		parts = append([]string{lang.N("note.cw.characters", chars, number(int64(chars)))}, parts...)
	}
	return parts
}

// body is the text, folded when it is long. Under a content warning it is
// not: who opens that wants to see it.
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
	folded := foldLines
	if isLong(text) {
		folded = foldedLong
	}
	lines, limit := openLines, maxText
	if foldable && !open {
		lines, limit = folded, maxFolded
	}
	l := b.speech(b.env.text(text, n, flow.Style{}, limit), bodyX, b.bodyWidth(), lines)
	if foldable && (l.Truncated() || open && l.Lines() > folded) {
		b.fold(!open)
	}
}

func isLong(text string) bool {
	text = cut(text, maxFolded)
	return utf8.RuneCountInString(text) > foldChars || strings.Count(text, "://") >= foldLinks
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
	style := flow.Style{Size: look.TextSecondary}
	b.wordButton(label, style, Box{Place: place(x, b.y, 0, height), Fill: look.ColorChip}, press)
	b.y += height
}

// wordButton is a button with a word on it, which makes ground as wide as the
// word needs, and returns where it ends.
func (b *builder) wordButton(label string, style flow.Style, ground Box, press func(Actions, fyne.CanvasObject)) float32 {
	x, y, height := ground.Pos.X, ground.Pos.Y, ground.Size.Height
	l := flow.Lay([]flow.Run{{Text: label, Style: style}},
		flow.Options{MaxLines: 1, Width: max(1, b.width-x-pad-2*look.Space3)})
	ground.Size.Width, ground.Radius = breadth(l)+2*look.Space3, height/2
	b.box(ground)
	b.at(l, x+look.Space3, y+middle(height, l.Size().Height))
	b.zone(Zone{Place: ground.Place, Radius: ground.Radius, Press: press})
	return ground.right()
}
