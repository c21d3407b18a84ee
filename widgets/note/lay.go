package note

import (
	"math"
	"slices"

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
	smallIcon = 14
	leastHit  = 28 // sides of what can be pressed
	leastBody = 16 // a card narrower than that leaves its bounds
)

// Lay lays a note out in a card width wide. A card is fit to be seen from 240
// units on; any other width is harmless.
func Lay(v Value, env *Env, width float32) *Sheet {
	b := newBuilder(v, env, width)
	b.row()
	return b.finish(look.Space1)
}

// builder fills a sheet from top to bottom; y is where the next part begins.
type builder struct {
	env   *Env
	value Value
	width float32
	y     float32
	pages int // of texts that are selected by themselves
	sheet *Sheet
}

func newBuilder(v Value, env *Env, width float32) *builder {
	if !(width > bodyX+pad+leastBody) {
		width = bodyX + pad + leastBody
	}
	return &builder{env: env, value: v, width: min(width, math.MaxInt16), y: pad, sheet: &Sheet{}}
}

// finish ends the card with a hairline, some room below what stands in it.
func (b *builder) finish(room float32) *Sheet {
	b.y = whole(b.y + room)
	b.box(Box{Place: place(0, b.y, b.width, 1), Fill: look.ColorDivider})
	b.sheet.Size = fyne.NewSize(b.width, b.y+1)
	for i, t := range b.sheet.Texts {
		b.sheet.Texts[i] = t.Within(place(0, 0, b.width, b.y))
	}
	return b.sheet
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
	from := b.y
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
	b.channelBar(n, from)
}

// content is what a content warning hides.
func (b *builder) content(n misskey.Note) {
	if n.CW != nil {
		b.warning(n)
		if !b.value.Open.CW {
			b.channel(n)
			return
		}
	}
	if n.Reply == nil && n.ReplyID != "" {
		b.replyMark(n)
	}
	b.body(n)
	b.files(n, bodyX, b.bodyWidth(), maxGridHeight)
	b.poll(n)
	if n.IsQuote() {
		b.quote(n)
	}
	b.channel(n)
}

func (b *builder) bodyWidth() float32 { return b.width - bodyX - pad }

// text puts runs at x and advances below them.
func (b *builder) text(runs []flow.Run, x, width float32, maxLines int) *flow.Layout {
	l := flow.Lay(runs, flow.Options{Width: max(1, width), MaxLines: maxLines, ByDirection: true})
	b.at(l, x, b.y)
	b.y += l.Size().Height
	return l
}

// speech is text of the note itself. All of it in a card is selected together.
func (b *builder) speech(runs []flow.Run, x, width float32, maxLines int) *flow.Layout {
	l := b.text(runs, x, width, maxLines)
	b.last().Page = speechPage
	return l
}

// speechPage is the page of what a note says.
const speechPage = 1

// alone has the text added last be selected by itself. A tap on it leads somewhere.
func (b *builder) alone() {
	b.pages++
	b.last().Page, b.last().Leads = speechPage+b.pages, true
}

func (b *builder) last() *Text { return &b.sheet.Texts[len(b.sheet.Texts)-1] }

func (b *builder) at(l *flow.Layout, x, y float32) {
	b.sheet.Texts = append(b.sheet.Texts, Text{Pos: fyne.NewPos(x, y), Layout: l})
}

func (b *builder) box(box Box)   { b.sheet.Boxes = append(b.sheet.Boxes, box) }
func (b *builder) cover(box Box) { b.sheet.Covers = append(b.sheet.Covers, box) }

// zone adds a zone. What can be pressed is made large enough for a finger.
func (b *builder) zone(z Zone) {
	if z.Press == nil && z.Label == "" {
		return
	}
	if z.Press != nil {
		z.Place, z.Shape = b.reach(z.Place), z.Place
	}
	b.sheet.Zones = append(b.sheet.Zones, z)
}

// reach widens a place to what can be hit, within the card.
func (b *builder) reach(p Place) Place {
	if lack := leastHit - p.Size.Width; lack > 0 {
		p.Pos.X, p.Size.Width = max(0, min(p.Pos.X-lack/2, b.width-leastHit)), leastHit
	}
	if lack := leastHit - p.Size.Height; lack > 0 {
		p.Pos.Y, p.Size.Height = max(0, p.Pos.Y-lack/2), leastHit
	}
	return p
}

// ground makes a place of which the zones from the first on lie on top lead
// to a note.
func (b *builder) ground(first int, p Place, radius float32, to misskey.Note) {
	z := Zone{Place: b.reach(p), Shape: p, Radius: radius, Press: func(a Actions, _ fyne.CanvasObject) { a.OpenNote(to) }}
	b.sheet.Zones = slices.Insert(b.sheet.Zones, first, z)
}

func (b *builder) icon(name look.IconName, color fyne.ThemeColorName, x, y, size float32) {
	b.sheet.Icons = append(b.sheet.Icons, Icon{Place: place(x, y, size, size), Name: name, Color: color})
}

func (b *builder) avatar(u misskey.User, x, y, size float32) {
	p := place(x, y, size, size)
	b.sheet.Avatars = append(b.sheet.Avatars, Avatar{Place: p, User: u})
	b.zone(Zone{
		Place: p, Plain: true, Label: acct(u),
		Press: func(a Actions, _ fyne.CanvasObject) { a.OpenUser(u) },
	})
}

// gone stands where a deleted note was.
func (b *builder) gone(x, width float32) {
	b.text([]flow.Run{{Text: lang.L("note.deleted"), Style: faint()}}, x, width, 1)
	b.y += look.Space1
}

func faint() flow.Style {
	return flow.Style{Size: look.TextSecondary, Color: look.ColorTextFaint}
}

// small is the style of words beside the note's own.
func small() flow.Style { return flow.Style{Size: look.TextSecondary + 1} }

// word lays out something short in one line, whatever it takes.
func word(s string, style flow.Style) *flow.Layout {
	return flow.Lay([]flow.Run{{Text: s, Style: style}}, flow.Options{MaxLines: 1})
}

// baseline is how far below its top the letters of a line of that size stand.
func baseline(size float32) float32 {
	const ascent = 1.186 // of the theme's font with half the leading, by the size
	return whole(ascent * size)
}

// heart is how far below its top the middle of the small letters of a line of
// that size is, where pictures in the line have their middle.
func heart(size float32) float32 {
	const half = 0.27 // of the height of a small letter, by the size
	return baseline(size) - half*size
}

// whole rounds to units, on which texts are sharp.
func whole(v float32) float32 { return float32(math.Round(float64(v))) }

// breadth is the room a layout takes, in whole units.
func breadth(l *flow.Layout) float32 { return float32(math.Ceil(float64(l.Size().Width))) }

// middle is where something of a size begins in the middle of a length.
func middle(length, size float32) float32 { return whole((length - size) / 2) }
