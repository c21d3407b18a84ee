package note

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// renoteLine says who renoted what follows, and when.
func (b *builder) renoteLine(n misskey.Note) {
	const height, face = 20, 20
	style := flow.Style{Size: look.TextSecondary, Color: look.ColorRenote}
	base := b.y + 1 + baseline(look.TextSecondary)
	b.avatar(n.User, pad+look.AvatarSize-face, b.y, face)
	b.icon(look.IconRenote, look.ColorRenote, bodyX, b.y+middle(height, smallIcon), smallIcon)
	right := b.marks(n, b.width-pad, base)
	ago := word(Ago(b.env.Now(), n.CreatedAt), style)
	right -= breadth(ago)
	x := float32(bodyX + smallIcon + look.Space1)
	strong := style
	strong.Bold = true
	who := flow.Lay(around(lang.L("note.renotedBy", map[string]any{"Name": slot}), style, b.env.name(n.User, strong)),
		flow.Options{Width: max(1, right-x-look.Space2), MaxLines: 1})
	b.at(who, x, b.y+1)
	b.alone()
	b.zone(Zone{
		Place: place(x, b.y, who.Size().Width, height), Plain: true, Label: acct(n.User),
		Press: func(a Actions, _ fyne.CanvasObject) { a.OpenUser(n.User) },
	})
	b.at(ago, right, b.y+1)
	b.zone(Zone{Place: place(right, b.y, ago.Size().Width, height), Plain: true, Label: exact(n.CreatedAt)})
	b.y += height + look.Space2
}

// parent is the note that n answers, small and faint above it, with a line
// down to the answer.
func (b *builder) parent(n misskey.Note) {
	const face, lines, thread = 28, 2, 2
	top, first := b.y, len(b.sheet.Zones)
	b.avatar(n.User, pad+(look.AvatarSize-face)/2, top, face)
	strong := faint()
	strong.Bold = true
	b.text(b.env.who(n.User, strong), bodyX, b.bodyWidth(), 1)
	b.alone()
	b.text(b.env.summary(n, faint()), bodyX, b.bodyWidth(), lines)
	b.alone()
	b.y = max(b.y, top+face)
	b.ground(first, place(bodyX-look.Space1, top, b.bodyWidth()+2*look.Space1, b.y-top), look.Space1, n)
	b.y += look.Space2
	if from := top + face + look.Space1; from < b.y {
		b.box(Box{Place: place(pad+(look.AvatarSize-thread)/2, from, thread, b.y-from), Fill: look.ColorDivider, Radius: thread / 2})
	}
}

// replyMark stands where the note that is answered is not at hand.
func (b *builder) replyMark(n misskey.Note) {
	top := b.y
	b.icon(look.IconReply, look.ColorAccent, bodyX, b.y+2, smallIcon)
	x := float32(bodyX + smallIcon + look.Space1)
	l := b.text([]flow.Run{{Text: lang.L("note.isReply"), Style: faint()}}, x, bodyX+b.bodyWidth()-x, 1)
	b.zone(Zone{
		Place: place(bodyX, top, x-bodyX+l.Size().Width, b.y-top), Plain: true,
		Press: func(a Actions, _ fyne.CanvasObject) { a.OpenNote(misskey.Note{ID: n.ReplyID}) },
	})
}

// slot marks the place of inline content in a translated sentence.
const slot = "\x00"

// around sets inline content into a translated sentence. One without a slot
// gets it in front.
func around(sentence string, style flow.Style, content []flow.Run) []flow.Run {
	before, after, found := strings.Cut(sentence, slot)
	if !found {
		before, after = "", " "+sentence
	}
	runs := append([]flow.Run{{Text: before, Style: style}}, content...)
	return append(runs, flow.Run{Text: after, Style: style})
}
