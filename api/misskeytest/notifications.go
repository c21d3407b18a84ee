package misskeytest

import (
	"slices"
	"time"

	"mejiro/api/misskey"
)

// maxNotifications is how many notifications a user keeps.
const maxNotifications = 500

// notification is something a user is told of. Which fields are set depends
// on its kind; extra holds the keys of the rarer kinds.
type notification struct {
	id       string
	at       time.Time
	kind     misskey.NotificationType
	user     *user
	note     *note
	reaction string
	extra    object
}

func notificationEndpoints() map[string]endpoint {
	listed := paging().and(boolean("markAsRead", true),
		list("includeTypes", text("").oneOf(notificationTypes()...)),
		list("excludeTypes", text("").oneOf(notificationTypes()...)))
	write := func(do func(c *call)) endpoint {
		return endpoint{permission: "write:notifications", login: true, answer: func(c *call) (any, error) {
			do(c)
			return nil, nil
		}}
	}
	created := write(func(c *call) {
		c.notify(c.user, &notification{kind: misskey.NotifyApp, extra: object{
			"body": c.str("body"), "header": nullable(c.str("header")), "icon": nullable(c.str("icon")),
		}})
	})
	created.params = params(text("body").must(), text("header").orNull(), text("icon").orNull())
	return map[string]endpoint{
		"i/notifications": {
			permission: "read:notifications", login: true, params: listed,
			answer: func(c *call) (any, error) { return c.packNotifications(c.listNotifications()), nil },
		},
		"i/notifications-grouped": {
			permission: "read:notifications", login: true, params: listed,
			answer: func(c *call) (any, error) { return c.packGrouped(c.listNotifications()), nil },
		},
		"notifications/mark-all-as-read": write(func(c *call) { c.readNotifications(c.user) }),
		"notifications/flush": write(func(c *call) {
			c.user.notifications = nil
			c.toMain(c.user, "notificationFlushed", nil)
		}),
		"notifications/create": created,
		"notifications/test-notification": write(func(c *call) {
			c.notify(c.user, &notification{kind: misskey.NotifyTest})
		}),
	}
}

func notificationTypes() []string {
	return []string{
		"note", "follow", "mention", "reply", "renote", "quote", "reaction", "pollEnded", "receiveFollowRequest",
		"followRequestAccepted", "roleAssigned", "chatRoomInvitationReceived", "achievementEarned", "exportCompleted",
		"login", "createToken", "noteScheduled", "scheduledNotePosted", "scheduledNoteError", "sensitiveFlagAssigned",
		"app", "test", "reaction:grouped", "renote:grouped", "pollVote", "groupInvited",
	}
}

// notify tells a user of something, and again a while later if it is unread
// then.
func (s *Server) notify(to *user, n *notification) {
	if to == n.user || n.user != nil && to.muting[n.user] || !to.local() {
		return
	}
	s.record(to, n, s.now())
	s.toMain(to, "notification", s.packNotification(n, to))
	remind := func() {
		if n.id > to.readUpTo && slices.Contains(to.notifications, n) {
			s.toMain(to, "unreadNotification", s.packNotification(n, to))
		}
	}
	if n.kind == misskey.NotifyTest {
		remind()
	} else if s.online(to) {
		s.after(s.opt.Unread, remind)
	}
}

// record files a notification without telling anybody.
func (s *Server) record(to *user, n *notification, at time.Time) {
	n.at, n.id = at, s.ids.next(at)
	to.notifications = append(to.notifications, n)
	if over := len(to.notifications) - maxNotifications; over > 0 {
		to.notifications = to.notifications[over:]
	}
}

func (s *Server) readNotifications(u *user) {
	if n := len(u.notifications); n > 0 {
		u.readUpTo = u.notifications[n-1].id
	}
	s.toMain(u, "readAllNotifications", nil)
}

func (u *user) unreadNotifications() int {
	count := 0
	for _, n := range u.notifications {
		if n.id > u.readUpTo {
			count++
		}
	}
	return count
}

func (c *call) listNotifications() []*notification {
	include, exclude := c.strs("includeTypes"), c.strs("excludeTypes")
	found := cut(c.user.notifications, c.page(), func(n *notification) string { return n.id },
		func(n *notification) bool {
			kind := string(n.kind)
			return (!c.has("includeTypes") || slices.Contains(include, kind)) && !slices.Contains(exclude, kind) &&
				(n.note == nil || !n.note.deleted)
		})
	if c.bool("markAsRead") {
		c.readNotifications(c.user)
	}
	return found
}

func (s *Server) packNotification(n *notification, to *user) object {
	o := object{"id": n.id, "createdAt": stamp(n.at), "type": n.kind}
	if n.user != nil {
		o["userId"], o["user"] = n.user.id, s.packUser(n.user)
	}
	if n.note != nil {
		o["note"] = s.packNote(n.note, to)
	}
	if n.reaction != "" {
		o["reaction"] = n.reaction
	}
	add(o, n.extra)
	return o
}

func (c *call) packNotifications(list []*notification) []object {
	packed := make([]object, len(list))
	for i, n := range list {
		packed[i] = c.packNotification(n, c.user)
	}
	return packed
}

// packGrouped joins neighbours that tell the same of one note.
func (c *call) packGrouped(list []*notification) []object {
	packed := []object{}
	for i := 0; i < len(list); {
		same := i + 1
		for same < len(list) && joinable(list[i], list[same]) {
			same++
		}
		if same == i+1 {
			packed = append(packed, c.packNotification(list[i], c.user))
		} else {
			packed = append(packed, c.packGroup(list[i:same]))
		}
		i = same
	}
	return packed
}

func joinable(a, b *notification) bool {
	switch {
	case a.kind != b.kind:
		return false
	case a.kind == misskey.NotifyReaction:
		return a.note == b.note
	case a.kind == misskey.NotifyRenote:
		return a.note.renote == b.note.renote
	}
	return false
}

// packGroup is the group of notifications: dated by its newest, identified by
// its oldest member.
func (c *call) packGroup(group []*notification) object {
	newest, oldest := group[0], group[len(group)-1]
	o := object{"id": oldest.id, "createdAt": stamp(newest.at), "note": c.packNote(newest.note, c.user)}
	if newest.kind == misskey.NotifyRenote {
		users := []object{}
		for _, n := range group {
			users = append(users, c.packUser(n.user))
		}
		add(o, object{"type": misskey.NotifyRenoteGrouped, "users": users})
		return o
	}
	reactions := []object{}
	for _, n := range group {
		reactions = append(reactions, object{"user": c.packUser(n.user), "reaction": n.reaction})
	}
	add(o, object{"type": misskey.NotifyReactionGrouped, "reactions": reactions})
	return o
}
