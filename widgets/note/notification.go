package note

import (
	"slices"

	"fyne.io/fyne/v2"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// LayNotification lays a notification out in a card width wide. Mentions,
// replies and quotes are whole notes, to be answered on the spot. answer is
// that of a request to follow.
func LayNotification(n misskey.Notification, answer Answer, open Open, env *Env, width float32) *Sheet {
	if n.Note != nil && speaks(n.Type) {
		return Lay(Value{Note: *n.Note, Open: open}, env, width)
	}
	b := newBuilder(Value{}, env, width)
	b.notification(n, answer)
	return b.finish(look.Space2)
}

// speaks reports whether a notification is about words to the reader.
func speaks(t misskey.NotificationType) bool {
	switch t {
	case misskey.NotifyMention, misskey.NotifyReply, misskey.NotifyQuote:
		return true
	}
	return false
}

func (b *builder) notification(n misskey.Notification, answer Answer) {
	top := b.y
	b.face(n, top)
	b.notificationHead(n)
	for _, line := range details(n) {
		b.text(b.env.plain(line, "", nil, small()), bodyX, b.bodyWidth(), 4)
		b.last().Page = speechPage
	}
	if n.Note != nil {
		b.about(n.Note.Target())
	}
	b.crowd(n)
	if n.Type == misskey.NotifyReceiveFollowRequest {
		b.request(n.ID, answer)
	}
	b.y = max(b.y, top+look.AvatarSize+look.Space1)
}

// about is the note a notification speaks of.
func (b *builder) about(n misskey.Note) {
	const lines = 2
	top, first := b.y, len(b.sheet.Zones)
	b.text(b.env.summary(n, faint()), bodyX, b.bodyWidth(), lines)
	b.alone()
	b.ground(first, place(bodyX-look.Space1, top, b.bodyWidth()+2*look.Space1, b.y-top), look.Space1, n)
}

// face is who or what the notification is from, with a badge of its kind.
func (b *builder) face(n misskey.Notification, top float32) {
	p := place(pad, top, look.AvatarSize, look.AvatarSize)
	kind := kindOf(n.Type)
	from := n.User
	if from == nil && n.Type == misskey.NotifyPollEnded && n.Note != nil {
		from = &n.Note.User
	}
	switch {
	case from != nil:
		b.avatar(*from, p.Pos.X, p.Pos.Y, p.Size.Width)
		b.badge(p, n.Reaction, n.Note, kind)
	case n.Icon != "":
		b.sheet.Avatars = append(b.sheet.Avatars, Avatar{Place: p, User: misskey.User{AvatarURL: n.Icon, Name: oneLine(n.Header)}})
	default:
		const icon = 20
		b.box(Box{Place: p, Fill: look.ColorChip, Radius: look.AvatarSize / 2})
		b.icon(kind.icon, kind.color, p.Pos.X+(look.AvatarSize-icon)/2, p.Pos.Y+(look.AvatarSize-icon)/2, icon)
	}
}

// badge stands at the corner of an avatar: the reaction that was given, or
// the kind of the notification.
func (b *builder) badge(avatar Place, reaction string, about *misskey.Note, kind kind) {
	const side, icon, out, ring = 22, 12, 5, 2
	x, y := avatar.right()-side+out, avatar.bottom()-side+out
	if reaction != "" {
		if picture := b.reactionOn(reaction, about); !isWide(picture) {
			const em = 16 // of an emoji as large as the badge
			picture.Style.Size = em
			if picture.Emoji != nil {
				picture.Emoji.Scale, picture.Emoji.Middle = 1.25, true
			}
			l := flow.Lay([]flow.Run{picture}, flow.Options{MaxLines: 1, Width: side + 2})
			b.at(l, x+middle(side, l.Size().Width), y+whole(side/2-heart(em)))
			return
		}
	}
	b.sheet.Badges = append(b.sheet.Badges, Box{
		Place: place(x, y, side, side), Fill: kind.color, Line: look.ColorPanel, LineWidth: ring, Radius: side / 2,
	})
	b.icon(kind.icon, kind.on, x+(side-icon)/2, y+(side-icon)/2, icon)
}

// reactionOn is the picture of a reaction to a note.
func (b *builder) reactionOn(reaction string, about *misskey.Note) flow.Run {
	var emojis misskey.EmojiMap
	if about != nil {
		emojis = about.Target().ReactionEmojis
	}
	return b.env.Reaction(reaction, emojis, look.TextBody)
}

// isWide reports whether a reaction is too wide for a badge.
func isWide(picture flow.Run) bool {
	const wide = 1.7
	return picture.Emoji == nil || picture.Emoji.Aspect > wide
}

// notificationHead says who did what, and when.
func (b *builder) notificationHead(n misskey.Notification) {
	const lines = 2
	ago := word(Ago(b.env.Now(), n.CreatedAt), faint())
	right := b.width - pad - breadth(ago)
	b.at(ago, right, b.y+baseline(look.TextSecondary+1)-baseline(look.TextSecondary))
	b.zone(Zone{Place: place(right, b.y, ago.Size().Width, ago.Size().Height), Plain: true, Label: exact(n.CreatedAt)})
	style := small()
	top := b.y
	if n.User == nil {
		b.text(b.env.plain(kindTitle(n), "", nil, style), bodyX, right-bodyX-look.Space2, lines)
		return
	}
	strong := style
	strong.Bold, strong.Color = true, look.ColorTextStrong
	runs := around(kindSentence(n.Type), style, b.env.name(*n.User, strong))
	if n.Reaction != "" {
		if picture := b.reactionOn(n.Reaction, n.Note); isWide(picture) {
			runs = append(runs, flow.Run{Text: "  ", Style: style}, picture)
		}
	}
	l := b.text(runs, bodyX, right-bodyX-look.Space2, lines)
	b.zone(Zone{
		Place: place(bodyX, top, l.Size().Width, l.Size().Height), Plain: true, Label: acct(*n.User),
		Press: func(a Actions, _ fyne.CanvasObject) { a.OpenUser(*n.User) },
	})
}

// crowd is a row of those who did the same, with what they reacted.
func (b *builder) crowd(n misskey.Notification) {
	const face, step, most = 32, 42, 24
	reactions := slices.Clone(n.Reactions)
	for _, u := range n.Users {
		reactions = append(reactions, misskey.UserReaction{User: u})
	}
	if len(reactions) == 0 {
		return
	}
	b.y += look.Space1
	x := float32(bodyX)
	for i, r := range reactions {
		if x > bodyX && x+face > b.width-pad {
			x = bodyX
			b.y += step
		}
		if rest := len(reactions) - i; i >= most {
			l := word("+"+short(rest), faint())
			b.at(l, x, b.y+middle(face, l.Size().Height))
			break
		}
		b.avatar(r.User, x, b.y, face)
		if r.Reaction != "" {
			b.badge(place(x, b.y, face, face), r.Reaction, n.Note, kindOf(n.Type))
		}
		x += step
	}
	b.y += step
}
