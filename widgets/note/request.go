package note

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// Answer is how a request to follow the reader stands.
type Answer int

// The answers.
const (
	Unanswered Answer = iota
	Accepted
	Rejected
	Withdrawn // by whom made it, or answered elsewhere
)

// request is how a request to follow the reader can be answered, or how it
// was.
func (b *builder) request(id misskey.NotificationID, answer Answer) {
	switch answer {
	case Accepted:
		b.answered(look.IconCheck, lang.L("notification.accepted"))
	case Rejected:
		b.answered(look.IconClose, lang.L("notification.rejected"))
	case Withdrawn:
		b.answered(look.IconInformation, lang.L("notification.withdrawn"))
	case Unanswered:
		b.answers(id)
	}
}

func (b *builder) answered(icon look.IconName, words string) {
	b.y += look.Space1
	b.icon(icon, look.ColorTextFaint, bodyX, b.y+2, smallIcon)
	x := float32(bodyX + smallIcon + look.Space1)
	b.text([]flow.Run{{Text: words, Style: faint()}}, x, bodyX+b.bodyWidth()-x, 2)
}

// answers are two buttons side by side, or one under the other where the words
// are long.
func (b *builder) answers(id misskey.NotificationID) {
	const height = 28
	b.y += look.Space2
	press := func(accept bool) func(Actions, fyne.CanvasObject) {
		return func(a Actions, _ fyne.CanvasObject) { a.Answer(id, accept) }
	}
	first := flow.Style{Size: look.TextSecondary, Bold: true, Color: look.ColorOnAccent}
	accept := Box{Place: place(bodyX, b.y, 0, height), Fill: look.ColorAccent}
	x := b.wordButton(lang.L("notification.accept"), first, accept, press(true)) + look.Space2
	second := flow.Style{Size: look.TextSecondary}
	label := lang.L("notification.reject")
	if x+breadth(word(label, second))+2*look.Space3 > b.width-pad {
		x = bodyX
		b.y += height + look.Space2
	}
	b.wordButton(label, second, Box{Place: place(x, b.y, 0, height), Fill: look.ColorChip}, press(false))
	b.y += height
}
