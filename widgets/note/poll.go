package note

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

const (
	maxChoices  = 24 // Misskey allows ten
	choiceInner = 10
)

// poll is the choices as bars and a line that says how it stands.
func (b *builder) poll(n misskey.Note) {
	if n.Poll == nil || len(n.Poll.Choices) == 0 {
		return
	}
	s := b.pollState(n.Poll)
	b.y += look.Space2
	for i := range min(len(n.Poll.Choices), maxChoices) {
		b.choice(n, i, s)
	}
	b.pollLine(n.Poll, s)
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
		s.total += counted(c.Votes)
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

// open reports whether the viewer can still vote for a choice.
func (s pollState) open(p *misskey.Poll, i int) bool {
	return !s.closed && !p.Choices[i].IsVoted && (p.Multiple || !s.voted)
}

func (b *builder) choice(n misskey.Note, i int, s pollState) {
	const least, lines = 30, 3
	c := n.Poll.Choices[i]
	x, right := float32(bodyX+choiceInner), bodyX+b.bodyWidth()-choiceInner
	votes := word(b.votesOf(c, s), flow.Style{Size: look.TextSecondary})
	if votes.Lines() > 0 {
		right -= breadth(votes) + look.Space2
	}
	if c.IsVoted {
		x += smallIcon + look.Space1
	}
	l := flow.Lay(b.env.plain(c.Text, n.User.Host, n.Emojis, small()), flow.Options{Width: max(1, right-x), MaxLines: lines})
	height := whole(max(least, l.Size().Height+look.Space2))
	bar := place(bodyX, b.y, b.bodyWidth(), height)
	b.bar(bar, c, s)
	if c.IsVoted {
		b.icon(look.IconCheck, look.ColorAccent, bodyX+choiceInner-2, b.y+middle(height, smallIcon), smallIcon)
	}
	b.at(l, x, b.y+middle(height, l.Size().Height))
	b.last().Page, b.last().Leads = speechPage, s.open(n.Poll, i)
	if votes.Lines() > 0 {
		b.at(votes, right+look.Space2, b.y+middle(height, votes.Size().Height))
	}
	if s.open(n.Poll, i) {
		b.zone(Zone{
			Place: bar, Radius: 6, Label: lang.L("note.poll.vote"),
			Press: func(a Actions, _ fyne.CanvasObject) { a.Vote(n, i) },
		})
	}
	b.y += height + look.Space1
}

// votesOf tells a choice's votes, "" while they are not shown.
func (b *builder) votesOf(c misskey.PollChoice, s pollState) string {
	if !s.showVotes {
		return ""
	}
	votes := counted(c.Votes)
	return lang.N("note.poll.votes", votes, number(int64(votes)))
}

// bar is the ground of a choice, filled as far as it has votes.
func (b *builder) bar(p Place, c misskey.PollChoice, s pollState) {
	const radius, least, full = 6, 4, 2
	b.box(Box{Place: p, Fill: look.ColorChip, Radius: radius})
	votes := counted(c.Votes)
	if !s.showVotes || votes == 0 {
		return
	}
	width := whole(p.Size.Width * float32(float64(votes)/float64(s.total)))
	width = max(least, min(width, p.Size.Width))
	p.Size.Width = width
	b.box(Box{Place: p, Fill: look.ColorAccent, Radius: radius, Faint: true, Flat: width < b.bodyWidth()-full})
}

// pollLine says how the poll stands. Before voting the votes can be looked
// at.
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
	b.text([]flow.Run{{Text: strings.Join(parts, " · "), Style: faint()}}, bodyX, b.bodyWidth(), 2)
	if s.closed || s.voted {
		return
	}
	open := b.value.Open
	open.Results = !open.Results
	label := lang.L("note.poll.showResults")
	if b.value.Open.Results {
		label = lang.L("note.poll.hideResults")
	}
	b.y += look.Space1
	b.pill(label, bodyX, func(a Actions, _ fyne.CanvasObject) { a.SetOpen(b.value.Note, open) })
	b.y += look.Space1
}
