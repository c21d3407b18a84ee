package note

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

const smallIcon = 14

// header is the line with the name, the acct, the time and the marks of who
// may see the note.
func (b *builder) header(n misskey.Note, x, width, size float32) {
	right := b.marks(n, x+width)
	ago := flow.Lay([]flow.Run{{Text: Ago(b.env.Now(), n.CreatedAt), Style: faint()}}, flow.Options{MaxLines: 1})
	right -= ago.Size().Width
	runs := append(b.env.name(n.User, flow.Style{Size: size, Bold: true, Color: look.ColorTextStrong}),
		flow.Run{Text: " " + b.env.acct(n.User), Style: faint()})
	who := flow.Lay(runs, flow.Options{Width: max(1, right-x-look.Space2), MaxLines: 1})
	height := who.Size().Height
	b.at(who, x, b.y)
	b.at(ago, right, b.y+(height-ago.Size().Height)/2+1)
	b.zone(Zone{Place: place(right, b.y, ago.Size().Width, height), Plain: true, Label: Exact(n.CreatedAt),
		Press: func(a Actions, _ fyne.CanvasObject) { a.OpenNote(n) }})
	b.y += height
}

// marks puts the icons that say who may see n, ending at right, and returns
// where they begin.
func (b *builder) marks(n misskey.Note, right float32) float32 {
	mark := func(name look.IconName, label string) {
		right -= smallIcon
		p := place(right, b.y+3, smallIcon, smallIcon)
		b.icon(name, look.ColorTextFaint, right, b.y+3, smallIcon)
		b.zone(Zone{Place: p, Plain: true, Label: label})
		right -= look.Space1
	}
	if n.LocalOnly {
		mark(look.IconLocalOnly, lang.L("note.localOnly"))
	}
	switch n.Visibility {
	case misskey.VisibilityPublic, "":
	case misskey.VisibilityHome:
		mark(look.IconVisibilityHome, lang.L("note.visibility.home"))
	case misskey.VisibilityFollowers:
		mark(look.IconLock, lang.L("note.visibility.followers"))
	default:
		mark(look.IconMail, lang.L("note.visibility.specified"))
	}
	return right
}

// renoteLine says who renoted what follows, and when.
func (b *builder) renoteLine(n misskey.Note) {
	const height, face = 20, 20
	style := flow.Style{Size: look.TextSecondary, Color: look.ColorRenote}
	b.avatar(n.User, pad+look.AvatarSize-face, b.y, face)
	b.icon(look.IconRenote, look.ColorRenote, bodyX, b.y+3, smallIcon)
	right := b.marks(n, b.width-pad)
	ago := flow.Lay([]flow.Run{{Text: Ago(b.env.Now(), n.CreatedAt), Style: style}}, flow.Options{MaxLines: 1})
	right -= ago.Size().Width
	x := float32(bodyX + smallIcon + look.Space1)
	strong := style
	strong.Bold = true
	who := flow.Lay(around(lang.L("note.renotedBy", map[string]any{"Name": slot}), style, b.env.name(n.User, strong)),
		flow.Options{Width: max(1, right-x-look.Space2), MaxLines: 1})
	b.at(who, x, b.y+(height-who.Size().Height)/2)
	b.at(ago, right, b.y+(height-ago.Size().Height)/2)
	b.zone(Zone{Place: place(right, b.y, ago.Size().Width, height), Plain: true, Label: Exact(n.CreatedAt)})
	b.y += height + look.Space2
}

// parent is the note that n answers, small and faint above it.
func (b *builder) parent(n misskey.Note) {
	const face = 28
	top := b.y
	b.avatar(n.User, pad+look.AvatarSize-face, top, face)
	style := faint()
	strong := style
	strong.Bold = true
	runs := append(b.env.name(n.User, strong), flow.Run{Text: " " + b.env.acct(n.User), Style: style})
	b.text(runs, bodyX, b.bodyWidth(), 1)
	b.text(b.env.summary(n, style), bodyX, b.bodyWidth(), 2)
	b.y = max(b.y, top+face)
	b.ground(place(bodyX, top, b.bodyWidth(), b.y-top), func(a Actions, _ fyne.CanvasObject) { a.OpenNote(n) })
	b.y += look.Space2
}

// replyMark stands where the note that is answered is not at hand.
func (b *builder) replyMark() {
	b.icon(look.IconReply, look.ColorAccent, bodyX, b.y+2, smallIcon)
	b.text([]flow.Run{{Text: lang.L("note.isReply"), Style: faint()}}, bodyX+smallIcon+look.Space1,
		b.bodyWidth()-smallIcon-look.Space1, 1)
}

// slot marks the place of inline content in a translated sentence.
const slot = "\x00"

// around sets inline content into a translated sentence that has a slot.
func around(sentence string, style flow.Style, content []flow.Run) []flow.Run {
	before, after, _ := strings.Cut(sentence, slot)
	runs := append([]flow.Run{{Text: before, Style: style}}, content...)
	return append(runs, flow.Run{Text: after, Style: style})
}
