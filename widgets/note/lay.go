package note

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// Distances within a card, in device-independent units.
const (
	pad       = look.Space3
	avatarGap = 10
	bodyX     = pad + look.AvatarSize + avatarGap
)

// Lay lays a note out in a card width wide.
func Lay(v Value, env *Env, width float32) *Sheet {
	b := &builder{env: env, value: v, width: width, y: pad, sheet: &Sheet{}}
	b.row()
	b.y += look.Space1
	b.box(Box{Place: place(0, b.y, width, 1), Fill: look.ColorDivider})
	b.sheet.Size = fyne.NewSize(width, b.y+1)
	return b.sheet
}

// builder fills a sheet from top to bottom; y is where the next part begins.
type builder struct {
	env   *Env
	value Value
	width float32
	y     float32
	sheet *Sheet
}

func (b *builder) row() {
	row := b.value.Note
	if row.IsPureRenote() {
		b.renoteLine(row)
		if row.Renote == nil {
			b.gone(bodyX, b.bodyWidth())
			return
		}
	}
	n := row.Target()
	if n.Reply != nil {
		b.parent(*n.Reply)
	}
	top := b.y
	b.avatar(n.User, pad, top+2, look.AvatarSize)
	b.header(n, bodyX, b.bodyWidth(), look.TextBody)
	b.content(n)
	b.y = max(b.y, top+look.AvatarSize+look.Space1)
	b.reactions(n)
	b.footer(n)
}

// content is what a content warning hides.
func (b *builder) content(n misskey.Note) {
	if n.CW != nil {
		b.warning(n)
		if !b.value.Open.CW {
			return
		}
	}
	if n.Reply == nil && n.ReplyID != "" {
		b.replyMark()
	}
	b.body(n)
	b.files(n, bodyX, b.bodyWidth())
	b.poll(n)
	if n.IsQuote() {
		b.quote(n)
	}
	b.channel(n)
}

func (b *builder) bodyWidth() float32 { return b.width - bodyX - pad }

// text puts runs at x and advances below them.
func (b *builder) text(runs []flow.Run, x, width float32, maxLines int) *flow.Layout {
	l := flow.Lay(runs, flow.Options{Width: width, MaxLines: maxLines})
	b.at(l, x, b.y)
	b.y += l.Size().Height
	return l
}

func (b *builder) at(l *flow.Layout, x, y float32) {
	b.sheet.Texts = append(b.sheet.Texts, Text{Pos: fyne.NewPos(x, y), Layout: l})
}

func (b *builder) box(box Box)   { b.sheet.Boxes = append(b.sheet.Boxes, box) }
func (b *builder) cover(box Box) { b.sheet.Covers = append(b.sheet.Covers, box) }
func (b *builder) zone(z Zone)   { b.sheet.Zones = append(b.sheet.Zones, z) }

func (b *builder) ground(p Place, press func(Actions, fyne.CanvasObject)) {
	b.sheet.Grounds = append(b.sheet.Grounds, Zone{Place: p, Plain: true, Press: press})
}

func (b *builder) icon(name look.IconName, color fyne.ThemeColorName, x, y, size float32) {
	b.sheet.Icons = append(b.sheet.Icons, Icon{Place: place(x, y, size, size), Name: name, Color: color})
}

func (b *builder) avatar(u misskey.User, x, y, size float32) {
	p := place(x, y, size, size)
	b.sheet.Avatars = append(b.sheet.Avatars, Avatar{Place: p, User: u})
	b.zone(Zone{Place: p, Radius: size / 2, Plain: true, Label: b.env.acct(u),
		Press: func(a Actions, _ fyne.CanvasObject) { a.OpenUser(u) }})
}

// gone stands where a deleted note was.
func (b *builder) gone(x, width float32) {
	b.text([]flow.Run{{Text: lang.L("note.deleted"), Style: faint()}}, x, width, 1)
	b.y += look.Space2
}

func place(x, y, w, h float32) Place {
	return Place{Pos: fyne.NewPos(x, y), Size: fyne.NewSize(w, h)}
}

func faint() flow.Style {
	return flow.Style{Size: look.TextSecondary, Color: look.ColorTextFaint}
}
