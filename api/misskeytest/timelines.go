package misskeytest

import (
	"slices"

	"mejiro/api/misskey"
)

// filter is what a timeline leaves out on wish.
type filter struct {
	withRenotes, withReplies, withFiles bool
}

func timelineParams(extra ...field) schema {
	common := []field{
		boolean("allowPartial", false), boolean("withFiles", false), boolean("withRenotes", true),
		boolean("includeMyRenotes", true), boolean("includeRenotedMyNotes", true), boolean("includeLocalRenotes", true),
	}
	return paging().and(common...).and(extra...)
}

func timelineEndpoints() map[string]endpoint {
	timeline := func(name string) func(*call) (any, error) {
		return func(c *call) (any, error) {
			f := filter{c.bool("withRenotes"), c.bool("withReplies"), c.bool("withFiles")}
			return c.pageOfNotes(func(n *note) bool { return c.onTimeline(name, n, c.user, f) }), nil
		}
	}
	replies := boolean("withReplies", false)
	return map[string]endpoint{
		"notes/timeline": {
			permission: "read:account", login: true, params: timelineParams(), answer: timeline("home"),
		},
		"notes/local-timeline": {params: timelineParams(replies), answer: timeline("local")},
		"notes/hybrid-timeline": {
			permission: "read:account", login: true, params: timelineParams(replies), answer: timeline("hybrid"),
		},
		"notes/global-timeline": {params: timelineParams(), answer: timeline("global")},
		"notes/mentions": {
			permission: "read:account", login: true,
			params: paging().and(boolean("following", false), text("visibility")),
			answer: func(c *call) (any, error) { return c.mentions(), nil },
		},
		"users/notes": {
			params: paging().and(ident("userId").must(), boolean("withReplies", false), boolean("withRenotes", true),
				boolean("withChannelNotes", false), boolean("withFiles", false), boolean("allowPartial", false)),
			answer: func(c *call) (any, error) { return c.userNotes() },
		},
	}
}

// onTimeline tells whether n stands on a timeline of viewer: home, local,
// hybrid or global.
func (s *Server) onTimeline(name string, n *note, viewer *user, f filter) bool {
	if !n.visibleFor(viewer) || s.muted(n, viewer) || !f.lets(n) {
		return false
	}
	public := n.visibility == misskey.VisibilityPublic && n.channel == nil
	local := public && n.user.local() && (f.withReplies || !n.repliesToOther() || n.concerns(viewer))
	switch name {
	case "home":
		return onHome(n, viewer)
	case "local":
		return local
	case "hybrid":
		return local || onHome(n, viewer)
	}
	return public
}

// lets tells whether the filter lets a note through on any timeline.
func (f filter) lets(n *note) bool {
	return (f.withRenotes || !n.pureRenote()) && (!f.withFiles || len(n.files) > 0)
}

// onHome tells whether n stands on viewer's home timeline.
func onHome(n *note, viewer *user) bool {
	if n.user == viewer {
		return true
	}
	f := viewer.following[n.user]
	if f == nil {
		return n.channel != nil && n.channel.followers[viewer]
	}
	return !n.repliesToOther() || f.withReplies || n.concerns(viewer)
}

// concerns tells whether n is a reply to viewer or by viewer.
func (n *note) concerns(viewer *user) bool {
	return viewer != nil && (n.user == viewer || n.reply != nil && n.reply.user == viewer)
}

// muted tells whether viewer has muted, or is blocked by, anybody in n.
func (s *Server) muted(n *note, viewer *user) bool {
	if viewer == nil {
		return false
	}
	for _, part := range []*note{n, n.reply, n.renote} {
		if part != nil && (viewer.muting[part.user] || part.user.blocking[viewer]) {
			return true
		}
	}
	return false
}

func (c *call) mentions() []object {
	return c.pageOfNotes(func(n *note) bool {
		mentioned := n.user != c.user && n.visibleFor(c.user) && slices.Contains(n.mentions, c.user)
		return mentioned && (!c.has("visibility") || string(n.visibility) == c.str("visibility")) &&
			(!c.bool("following") || c.user.following[n.user] != nil)
	})
}

func (c *call) userNotes() (any, error) {
	u := c.people[misskey.UserID(c.str("userId"))]
	if u == nil {
		return nil, noSuchUser("27e494ba-2ac2-48e8-893b-10d4d8c2387b")
	}
	return c.pageOfNotes(func(n *note) bool {
		return n.user == u && n.visibleFor(c.user) &&
			(c.bool("withReplies") || !n.repliesToOther()) && (c.bool("withRenotes") || !n.pureRenote()) &&
			(c.bool("withChannelNotes") || n.channel == nil) && (!c.bool("withFiles") || len(n.files) > 0)
	}), nil
}
