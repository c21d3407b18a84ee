package note

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

const (
	chipHeight = 30
	maxChips   = 60
)

// reactions is a chip for each reaction, most used first.
func (b *builder) reactions(n misskey.Note) {
	keys := byCount(n.Reactions)
	if len(keys) == 0 {
		return
	}
	b.y += look.Space1
	x := float32(bodyX)
	for i, key := range keys {
		if i == maxChips {
			break
		}
		l := b.chipLayout(n, key)
		w := l.Size().Width + 2*look.Space2
		if x > bodyX && x+w > b.width-pad {
			x = bodyX
			b.y += chipHeight + look.Space1
		}
		b.chip(n, key, l, x, w)
		x += w + look.Space1
	}
	b.y += chipHeight + look.Space1
}

func (b *builder) chipLayout(n misskey.Note, key string) *flow.Layout {
	style := flow.Style{Size: look.TextSecondary + 1}
	if key == n.MyReaction {
		style.Color = look.ColorAccent
	}
	runs := []flow.Run{b.env.Reaction(key, n.ReactionEmojis, look.TextBody),
		{Text: " " + strconv.Itoa(n.Reactions[key]), Style: style}}
	return flow.Lay(runs, flow.Options{MaxLines: 1, Width: b.bodyWidth() - 2*look.Space2})
}

func (b *builder) chip(n misskey.Note, key string, l *flow.Layout, x, w float32) {
	box := Box{Place: place(x, b.y, w, chipHeight), Fill: look.ColorChip, Radius: 6}
	if key == n.MyReaction {
		box.Fill, box.Line = look.ColorChipMine, look.ColorAccent
	}
	b.box(box)
	b.at(l, x+look.Space2, b.y+(chipHeight-l.Size().Height)/2)
	z := Zone{Place: box.Place, Radius: box.Radius, Label: key}
	if b.env.canReact(n, key) {
		z.Press = func(a Actions, _ fyne.CanvasObject) { a.ToggleReaction(n, key) }
	}
	b.zone(z)
}

func byCount(reactions map[string]int) []string {
	keys := make([]string, 0, len(reactions))
	for key, count := range reactions {
		if count > 0 {
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(reactions[b], reactions[a]), strings.Compare(a, b))
	})
	return keys
}

// footer is the row of buttons.
func (b *builder) footer(n misskey.Note) {
	const height, step = 30, 60
	x := float32(bodyX - 7)
	b.button(look.IconReply, n.RepliesCount, lang.L("note.reply"), x, false,
		func(a Actions, _ fyne.CanvasObject) { a.Reply(n) })
	x += step
	if n.CanRenote(b.env.Me) {
		b.button(look.IconRenote, n.RenoteCount, lang.L("note.renote"), x, false,
			func(a Actions, at fyne.CanvasObject) { a.Renote(n, at) })
	} else {
		b.button(look.IconLock, n.RenoteCount, lang.L("note.cannotRenote"), x, false, nil)
	}
	x += step
	b.reactButton(n, x)
	x += step
	row := b.value.Note
	b.button(look.IconMore, 0, lang.L("note.menu"), x, false, func(a Actions, at fyne.CanvasObject) {
		a.More(row, at, fyne.NewPos(0, height))
	})
	b.y += height
}

func (b *builder) reactButton(n misskey.Note, x float32) {
	switch {
	case n.MyReaction != "":
		mine := n.MyReaction
		b.button(look.IconMinus, 0, lang.L("note.unreact"), x, true,
			func(a Actions, _ fyne.CanvasObject) { a.ToggleReaction(n, mine) })
	case n.Acceptance == misskey.AcceptLikeOnly:
		b.button(look.IconHeart, 0, lang.L("note.like"), x, false,
			func(a Actions, _ fyne.CanvasObject) { a.ToggleReaction(n, "❤") })
	default:
		b.button(look.IconReact, 0, lang.L("note.react"), x, false,
			func(a Actions, at fyne.CanvasObject) { a.React(n, at) })
	}
}

// button is an icon with a count beside it; count 0 shows none.
func (b *builder) button(name look.IconName, count int, label string, x float32, mine bool, press func(Actions, fyne.CanvasObject)) {
	const height, icon = 30, 18
	color := look.ColorTextFaint
	switch {
	case mine:
		color = look.ColorAccent
	case press == nil:
		color = look.ColorDisabled
	}
	width := float32(icon + 12)
	b.icon(name, color, x+6, b.y+6, icon)
	if count > 0 {
		l := flow.Lay([]flow.Run{{Text: strconv.Itoa(count), Style: faint()}}, flow.Options{MaxLines: 1})
		b.at(l, x+width-2, b.y+(height-l.Size().Height)/2)
		width += l.Size().Width + look.Space1
	}
	b.zone(Zone{Place: place(x, b.y, width, height), Radius: height / 2, Label: label, Press: press})
}
