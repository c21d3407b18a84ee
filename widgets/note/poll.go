package note

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// poll is the choices as bars and a line that says how it stands.
func (b *builder) poll(n misskey.Note) {
	p := n.Poll
	if p == nil || len(p.Choices) == 0 {
		return
	}
	s := b.pollState(p)
	b.y += look.Space2
	for i := range p.Choices {
		b.choice(n, i, s)
	}
	b.pollLine(p, s)
}

// pollState is how a poll stands for the viewer.
type pollState struct {
	total         int
	voted, closed bool
	showVotes     bool
	remaining     string // "" for a poll that has ended or never does
}

func (b *builder) pollState(p *misskey.Poll) pollState {
	var s pollState
	for _, c := range p.Choices {
		s.total += max(0, c.Votes)
		s.voted = s.voted || c.IsVoted
	}
	if p.ExpiresAt != nil {
		left := p.ExpiresAt.Sub(b.env.Now())
		s.closed = left <= 0
		if !s.closed {
			s.remaining = Remaining(left)
		}
	}
	s.showVotes = s.closed || s.voted || b.value.Open.Results
	return s
}

func (b *builder) choice(n misskey.Note, i int, s pollState) {
	const least = 28
	c := n.Poll.Choices[i]
	runs := b.env.plain(c.Text, n.User.Host, n.Emojis, flow.Style{Size: look.TextSecondary + 1})
	if s.showVotes {
		runs = append(runs, flow.Run{Text: "  " + lang.N("note.poll.votes", c.Votes, number(int64(c.Votes))), Style: faint()})
	}
	x := float32(bodyX + look.Space2)
	if c.IsVoted {
		x += smallIcon + look.Space1
	}
	l := flow.Lay(runs, flow.Options{Width: bodyX + b.bodyWidth() - x - look.Space2, MaxLines: 3})
	height := max(least, l.Size().Height+look.Space1)
	bar := place(bodyX, b.y, b.bodyWidth(), height)
	b.box(Box{Place: bar, Fill: look.ColorChip, Radius: 6})
	if s.showVotes && s.total > 0 && c.Votes > 0 {
		share := float32(c.Votes) / float32(s.total)
		b.box(Box{Place: place(bodyX, b.y, max(12, b.bodyWidth()*share), height), Fill: look.ColorAccent, Radius: 6, Faint: true})
	}
	if c.IsVoted {
		b.icon(look.IconCheck, look.ColorAccent, bodyX+look.Space2, b.y+(height-smallIcon)/2, smallIcon)
	}
	b.at(l, x, b.y+(height-l.Size().Height)/2)
	if !s.closed && !c.IsVoted && (n.Poll.Multiple || !s.voted) {
		b.zone(Zone{Place: bar, Radius: 6, Label: lang.L("note.poll.vote"),
			Press: func(a Actions, _ fyne.CanvasObject) { a.Vote(n, i) }})
	}
	b.y += height + look.Space1
}

func (b *builder) pollLine(p *misskey.Poll, s pollState) {
	parts := []string{lang.N("note.poll.total", s.total, number(int64(s.total)))}
	switch {
	case s.closed:
		parts = append(parts, lang.L("note.poll.closed"))
	case s.voted:
		parts = append(parts, lang.L("note.poll.voted"))
	}
	if p.Multiple && !s.closed {
		parts = append(parts, lang.L("note.poll.multiple"))
	}
	if s.remaining != "" {
		parts = append(parts, s.remaining)
	}
	top := b.y
	l := b.text([]flow.Run{{Text: strings.Join(parts, " · "), Style: faint()}}, bodyX, b.bodyWidth(), 2)
	if !s.closed && !s.voted {
		open := b.value.Open
		open.Results = !open.Results
		label := lang.L("note.poll.showResults")
		if b.value.Open.Results {
			label = lang.L("note.poll.hideResults")
		}
		b.zone(Zone{Place: place(bodyX, top, l.Size().Width, b.y-top), Label: label, Radius: look.Space1,
			Press: func(a Actions, _ fyne.CanvasObject) { a.SetOpen(b.value.Note, open) }})
	}
}
