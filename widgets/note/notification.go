package note

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/widgets/flow"
	"mejiro/widgets/look"
)

// LayNotification lays a notification out in a card width wide. Mentions,
// replies and quotes are whole notes, to be answered on the spot.
func LayNotification(n misskey.Notification, open Open, env *Env, width float32) *Sheet {
	if n.Note != nil && speaks(n.Type) {
		return Lay(Value{Note: *n.Note, Open: open}, env, width)
	}
	b := &builder{env: env, width: width, y: pad, sheet: &Sheet{}}
	b.notification(n)
	b.y += look.Space2
	b.box(Box{Place: place(0, b.y, width, 1), Fill: look.ColorDivider})
	b.sheet.Size = fyne.NewSize(width, b.y+1)
	return b.sheet
}

// speaks reports whether a notification is about words to the reader.
func speaks(t misskey.NotificationType) bool {
	switch t {
	case misskey.NotifyMention, misskey.NotifyReply, misskey.NotifyQuote:
		return true
	}
	return false
}

func (b *builder) notification(n misskey.Notification) {
	top := b.y
	b.face(n, top)
	b.notificationHead(n)
	for _, line := range details(n) {
		b.text([]flow.Run{{Text: line, Style: flow.Style{Size: look.TextSecondary + 1}}}, bodyX, b.bodyWidth(), 4)
	}
	if n.Note != nil {
		from := b.y
		target := n.Note.Target()
		b.text(b.env.summary(target, faint()), bodyX, b.bodyWidth(), 2)
		b.ground(place(bodyX, from, b.bodyWidth(), b.y-from), func(a Actions, _ fyne.CanvasObject) { a.OpenNote(target) })
	}
	b.y = max(b.y, top+look.AvatarSize+look.Space1)
}

// face is who or what the notification is from, with a badge of its kind.
func (b *builder) face(n misskey.Notification, top float32) {
	const badge, icon = 20, 13
	name, color := kindIcon(n.Type)
	if n.User == nil {
		b.box(Box{Place: place(pad, top, look.AvatarSize, look.AvatarSize), Fill: look.ColorChip, Radius: look.AvatarSize / 2})
		b.icon(name, color, pad+10, top+10, 20)
		return
	}
	b.avatar(*n.User, pad, top, look.AvatarSize)
	x, y := float32(pad+look.AvatarSize-badge+4), top+look.AvatarSize-badge+4
	if n.Reaction != "" {
		emojis := misskey.EmojiMap(nil)
		if n.Note != nil {
			emojis = n.Note.ReactionEmojis
		}
		l := flow.Lay([]flow.Run{b.env.Reaction(n.Reaction, emojis, look.TextBody)}, flow.Options{MaxLines: 1, Width: 40})
		b.at(l, x, y)
		return
	}
	b.sheet.Badges = append(b.sheet.Badges, Box{Place: place(x, y, badge, badge), Fill: look.ColorPanel, Radius: badge / 2})
	b.icon(name, color, x+(badge-icon)/2, y+(badge-icon)/2, icon)
}

func (b *builder) notificationHead(n misskey.Notification) {
	ago := flow.Lay([]flow.Run{{Text: Ago(b.env.Now(), n.CreatedAt), Style: faint()}}, flow.Options{MaxLines: 1})
	right := b.width - pad - ago.Size().Width
	b.at(ago, right, b.y+2)
	b.zone(Zone{Place: place(right, b.y, ago.Size().Width, ago.Size().Height), Plain: true, Label: Exact(n.CreatedAt)})
	style := flow.Style{Size: look.TextSecondary + 1}
	runs := []flow.Run{{Text: kindTitle(n), Style: style}}
	if n.User != nil {
		strong := style
		strong.Bold, strong.Color = true, look.ColorTextStrong
		runs = around(kindSentence(n.Type), style, b.env.name(*n.User, strong))
	}
	b.text(runs, bodyX, right-bodyX-look.Space2, 2)
}

func kindIcon(t misskey.NotificationType) (look.IconName, fyne.ThemeColorName) {
	switch t {
	case misskey.NotifyRenote:
		return look.IconRenote, look.ColorRenote
	case misskey.NotifyFollow, misskey.NotifyFollowRequestAccepted, misskey.NotifyReceiveFollowRequest:
		return look.IconFollow, look.ColorBadge
	case misskey.NotifyPollEnded:
		return look.IconPoll, look.ColorAccent
	case misskey.NotifyAchievementEarned:
		return look.IconAchievement, look.ColorWarn
	case misskey.NotifyLogin:
		return look.IconLogin, look.ColorAccent
	case misskey.NotifyCreateToken:
		return look.IconKey, look.ColorAccent
	case misskey.NotifyExportCompleted:
		return look.IconFile, look.ColorAccent
	case misskey.NotifyNote:
		return look.IconNote, look.ColorAccent
	case misskey.NotifyNoteScheduled, misskey.NotifyScheduledNotePosted:
		return look.IconClock, look.ColorAccent
	case misskey.NotifyScheduledNoteError, misskey.NotifyScheduledNoteFailed, misskey.NotifySensitiveFlagAssigned:
		return look.IconWarning, look.ColorWarn
	}
	return look.IconNotifications, look.ColorAccent
}

// kindSentence is what somebody did, with a slot for their name.
func kindSentence(t misskey.NotificationType) string {
	who := map[string]any{"Name": slot}
	switch t {
	case misskey.NotifyReaction:
		return lang.L("notification.reacted", who)
	case misskey.NotifyRenote:
		return lang.L("notification.renoted", who)
	case misskey.NotifyFollow:
		return lang.L("notification.followed", who)
	case misskey.NotifyReceiveFollowRequest:
		return lang.L("notification.asksToFollow", who)
	case misskey.NotifyFollowRequestAccepted:
		return lang.L("notification.acceptedFollow", who)
	case misskey.NotifyNote:
		return lang.L("notification.posted", who)
	case misskey.NotifyChatRoomInvitation:
		return lang.L("notification.invited", who)
	case misskey.NotifyEdited:
		return lang.L("notification.edited", who)
	case misskey.NotifyPollEnded:
		return lang.L("notification.pollEnded")
	}
	return lang.L("notification.from", who)
}

// kindTitle is what happened where nobody did it.
func kindTitle(n misskey.Notification) string {
	switch n.Type {
	case misskey.NotifyPollEnded:
		return lang.L("notification.pollEnded")
	case misskey.NotifyAchievementEarned:
		return lang.L("notification.achievement")
	case misskey.NotifyLogin:
		return lang.L("notification.login")
	case misskey.NotifyCreateToken:
		return lang.L("notification.token")
	case misskey.NotifyTest:
		return lang.L("notification.test")
	case misskey.NotifyRoleAssigned:
		return lang.L("notification.role")
	case misskey.NotifyExportCompleted:
		return lang.L("notification.export")
	case misskey.NotifyNoteScheduled:
		return lang.L("notification.scheduled")
	case misskey.NotifyScheduledNotePosted:
		return lang.L("notification.scheduledPosted")
	case misskey.NotifyScheduledNoteError, misskey.NotifyScheduledNoteFailed:
		return lang.L("notification.scheduledFailed")
	case misskey.NotifySensitiveFlagAssigned:
		return lang.L("notification.sensitive")
	case misskey.NotifyApp:
		if header := oneLine(n.Header); header != "" {
			return header
		}
	}
	return lang.L("notification.other")
}

// details are the further lines of a notification.
func details(n misskey.Notification) []string {
	var lines []string
	add := func(s string) {
		if s = oneLine(s); s != "" {
			lines = append(lines, s)
		}
	}
	add(n.Message)
	add(n.Body)
	add(n.Achievement)
	add(n.ExportedEntity)
	if n.Role != nil {
		add(n.Role.Name)
	}
	if n.Invite != nil {
		add(n.Invite.Room.Name)
	}
	return lines
}
