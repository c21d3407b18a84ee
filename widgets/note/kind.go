package note

import (
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"

	"mejiro/api/misskey"
	"mejiro/widgets/look"
)

// kind is how a type of notification is marked.
type kind struct {
	icon  look.IconName
	color fyne.ThemeColorName
	on    fyne.ThemeColorName // of the icon on that colour
}

func kindOf(t misskey.NotificationType) kind {
	accent := func(icon look.IconName) kind { return kind{icon, look.ColorAccent, look.ColorOnAccent} }
	warning := kind{look.IconWarning, look.ColorWarn, look.ColorOnPicture}
	switch t {
	case misskey.NotifyRenote, misskey.NotifyRenoteGrouped:
		return kind{look.IconRenote, look.ColorRenote, look.ColorOnAccent}
	case misskey.NotifyFollow, misskey.NotifyFollowRequestAccepted, misskey.NotifyReceiveFollowRequest:
		return kind{look.IconFollow, look.ColorBadge, look.ColorOnBadge}
	case misskey.NotifyReaction, misskey.NotifyReactionGrouped:
		return kind{look.IconReact, look.ColorWarn, look.ColorOnPicture}
	case misskey.NotifyAchievementEarned:
		return kind{look.IconAchievement, look.ColorWarn, look.ColorOnPicture}
	case misskey.NotifyScheduledNoteError, misskey.NotifyScheduledNoteFailed, misskey.NotifySensitiveFlagAssigned:
		return warning
	case misskey.NotifyPollEnded:
		return accent(look.IconPoll)
	case misskey.NotifyLogin:
		return accent(look.IconLogin)
	case misskey.NotifyCreateToken:
		return accent(look.IconKey)
	case misskey.NotifyExportCompleted:
		return accent(look.IconFile)
	case misskey.NotifyNote:
		return accent(look.IconNote)
	case misskey.NotifyEdited:
		return accent(look.IconEdit)
	case misskey.NotifyRoleAssigned:
		return accent(look.IconUser)
	case misskey.NotifyNoteScheduled, misskey.NotifyScheduledNotePosted:
		return accent(look.IconClock)
	}
	return accent(look.IconNotifications)
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
		return lang.L("notification.pollEndedOf", who)
	}
	return lang.L("notification.from", who)
}

// kindTitle is what happened where nobody, or more than one, did it.
func kindTitle(n misskey.Notification) string {
	switch n.Type {
	case misskey.NotifyReactionGrouped:
		return lang.N("notification.reactedMany", len(n.Reactions), number(int64(len(n.Reactions))))
	case misskey.NotifyRenoteGrouped:
		return lang.N("notification.renotedMany", len(n.Users), number(int64(len(n.Users))))
	case misskey.NotifyApp:
		if header := oneLine(n.Header); header != "" {
			return header
		}
	}
	return happening(n.Type)
}

// happening is what happened by itself.
func happening(t misskey.NotificationType) string {
	switch t {
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
	}
	return lang.L("notification.other")
}

// details are the further lines of a notification.
func details(n misskey.Notification) []string {
	lines := []string{n.Message, n.Body, apart(n.Achievement), exported(n.ExportedEntity)}
	if n.Role != nil {
		lines = append(lines, n.Role.Name)
	}
	if n.Invite != nil {
		lines = append(lines, n.Invite.Room.Name)
	}
	if n.Draft != nil {
		lines = append(lines, n.Draft.Data.Text)
	}
	if n.NoteDraft != nil {
		lines = append(lines, n.NoteDraft.Text)
	}
	said := lines[:0]
	for _, line := range lines {
		if line = oneLine(line); line != "" {
			said = append(said, line)
		}
	}
	return said
}

// exported names what an export holds, as servers call it.
func exported(entity string) string {
	switch entity {
	case "note":
		return lang.L("notification.export.notes")
	case "favorite":
		return lang.L("notification.export.favorites")
	case "following":
		return lang.L("notification.export.following")
	case "muting":
		return lang.L("notification.export.muting")
	case "blocking":
		return lang.L("notification.export.blocking")
	case "userList":
		return lang.L("notification.export.lists")
	case "antenna":
		return lang.L("notification.export.antennas")
	case "clip":
		return lang.L("notification.export.clips")
	case "customEmoji":
		return lang.L("notification.export.emoji")
	}
	return apart(entity)
}

// apart writes a name such as "justSetUp" in words, for servers' own names
// that have no translation.
func apart(name string) string {
	var words strings.Builder
	for i, r := range cut(name, maxName) {
		switch {
		case i == 0:
			words.WriteRune(unicode.ToUpper(r))
		case unicode.IsUpper(r):
			words.WriteRune(' ')
			words.WriteRune(unicode.ToLower(r))
		default:
			words.WriteRune(r)
		}
	}
	return words.String()
}
