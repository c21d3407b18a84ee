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

const (
	footerHeight = 32
	footerStep   = 62 // between buttons, where there is room
	footerIcon   = 18
	footerInner  = 7 // around an icon
)

// action is one button of the footer.
type action struct {
	icon  look.IconName
	color fyne.ThemeColorName
	count int // shown beside it; 0 is none
	label string
	press func(Actions, fyne.CanvasObject)
}

// footer is the row of buttons.
func (b *builder) footer(n misskey.Note) {
	all := b.actions(n)
	counts, widths, sum := measured(all)
	x := float32(bodyX - footerInner)
	room := b.width - pad + footerInner - x
	if sum > room { // they go without their counts
		for i := range all {
			all[i].count = 0
		}
		counts, widths, sum = measured(all)
	}
	steps := spread(widths, sum, room)
	for i, act := range all {
		b.button(act, counts[i], x, widths[i])
		x += steps[i]
	}
	b.y += footerHeight
}

// spread is how far it is from each button to the next: the same for all where
// there is room for the widest, otherwise what is left goes between them.
func spread(widths []float32, sum, room float32) []float32 {
	last := len(widths) - 1
	even := min(footerStep, float32(math.Floor(float64((room-widths[last])/float32(last)))))
	gap := max(0, float32(math.Floor(float64((room-sum)/float32(last)))))
	steps := make([]float32, len(widths))
	for i, w := range widths {
		steps[i] = w + gap
		if slices.Max(widths[:last]) <= even {
			steps[i] = even
		}
	}
	return steps
}

// actions are the buttons under n.
func (b *builder) actions(n misskey.Note) []action {
	row := b.value.Note
	all := []action{
		{
			icon: look.IconReply, count: n.RepliesCount, label: lang.L("note.reply"),
			press: func(a Actions, _ fyne.CanvasObject) { a.Reply(n) },
		},
		b.renoteAction(n),
		reactAction(n),
	}
	if b.env.Me != "" { // a guest has no clips
		all = append(all, action{
			icon: look.IconClip, label: lang.L("note.clip"),
			press: func(a Actions, at fyne.CanvasObject) { a.Clip(n, at) },
		})
	}
	return append(all, action{
		icon: look.IconMore, label: lang.L("note.menu"),
		press: func(a Actions, at fyne.CanvasObject) { a.More(row, at, fyne.NewPos(0, footerHeight)) },
	})
}

// measured are the counts of buttons as texts, nil for none, the width each
// button takes, and what all take together.
func measured(all []action) (counts []*flow.Layout, widths []float32, sum float32) {
	counts, widths = make([]*flow.Layout, len(all)), make([]float32, len(all))
	for i, act := range all {
		widths[i] = footerIcon + 2*footerInner
		if counted(act.count) > 0 {
			counts[i] = word(short(act.count), faint())
			widths[i] += breadth(counts[i])
		}
		sum += widths[i]
	}
	return counts, widths, sum
}

func (b *builder) button(act action, count *flow.Layout, x, width float32) {
	color := act.color
	switch {
	case act.press == nil:
		color = look.ColorDisabled
	case color == "":
		color = look.ColorTextFaint
	}
	b.icon(act.icon, color, x+footerInner, b.y+(footerHeight-footerIcon)/2, footerIcon)
	if count != nil {
		b.at(count, x+footerInner+footerIcon+3, b.y+middle(footerHeight, count.Size().Height))
	}
	b.zone(Zone{Place: place(x, b.y, width, footerHeight), Radius: footerHeight / 2, Label: act.label, Press: act.press})
}

func (b *builder) renoteAction(n misskey.Note) action {
	if !n.CanRenote(b.env.Me) {
		return action{icon: look.IconLock, count: n.RenoteCount, label: lang.L("note.cannotRenote")}
	}
	return action{
		icon: look.IconRenote, count: n.RenoteCount, label: lang.L("note.renote"),
		press: func(a Actions, at fyne.CanvasObject) { a.Renote(n, at) },
	}
}

func reactAction(n misskey.Note) action {
	const like = "❤"
	switch {
	case n.MyReaction != "":
		mine := n.MyReaction
		return action{
			icon: look.IconMinus, color: look.ColorAccent, label: lang.L("note.unreact"),
			press: func(a Actions, _ fyne.CanvasObject) { a.ToggleReaction(n, mine) },
		}
	case n.Acceptance == misskey.AcceptLikeOnly:
		return action{
			icon: look.IconHeart, label: lang.L("note.like"),
			press: func(a Actions, _ fyne.CanvasObject) { a.ToggleReaction(n, like) },
		}
	}
	return action{
		icon: look.IconReact, label: lang.L("note.react"),
		press: func(a Actions, at fyne.CanvasObject) { a.React(n, at) },
	}
}
