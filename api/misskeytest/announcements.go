package misskeytest

import (
	"slices"
	"time"

	"mejiro/api/misskey"
)

// announcement is a word of the server's operators.
type announcement struct {
	id          misskey.AnnouncementID
	at          time.Time
	title, text string
	icon        string
	display     string
	confirm     bool
	forUser     *user // nil for everybody
	image       string
}

func announcementEndpoints() map[string]endpoint {
	return map[string]endpoint{
		"announcements": {
			params: paging().and(boolean("isActive", true), integer("offset").otherwise(0.0)),
			answer: func(c *call) (any, error) { return c.listAnnouncements(), nil },
		},
		"announcements/show": {
			params: params(ident("announcementId").must()),
			answer: func(c *call) (any, error) {
				a := c.announcement(c.str("announcementId"))
				if a == nil {
					return nil, refuse("NO_SUCH_ANNOUNCEMENT", "No such announcement.", "b57b5e1d-4f49-404a-9edb-46b00268f121")
				}
				return c.packAnnouncement(a, c.user), nil
			},
		},
		"i/read-announcement": {
			permission: "write:account", login: true, params: params(ident("announcementId").must()),
			answer: func(c *call) (any, error) {
				c.readAnnouncement()
				return nil, nil
			},
		},
	}
}

func (s *Server) announcement(id string) *announcement {
	i := slices.IndexFunc(s.announcements, func(a *announcement) bool { return string(a.id) == id })
	if i < 0 {
		return nil
	}
	return s.announcements[i]
}

func (a *announcement) concerns(u *user) bool { return a.forUser == nil || a.forUser == u }

func (c *call) listAnnouncements() []object {
	packed := []object{}
	for _, a := range slices.Backward(c.announcements) {
		if c.bool("isActive") && a.concerns(c.user) {
			packed = append(packed, c.packAnnouncement(a, c.user))
		}
	}
	from, to := c.slice(len(packed))
	return packed[from:to]
}

func (c *call) readAnnouncement() {
	a := c.announcement(c.str("announcementId"))
	if a == nil || c.user.readNews[a] {
		return
	}
	c.user.readNews[a] = true
	if len(c.unreadNews(c.user)) == 0 {
		c.toMain(c.user, "readAllAnnouncements", nil)
	}
}

func (s *Server) unreadNews(u *user) []object {
	unread := []object{}
	for _, a := range slices.Backward(s.announcements) {
		if a.concerns(u) && !u.readNews[a] {
			unread = append(unread, s.packAnnouncement(a, u))
		}
	}
	return unread
}

func (s *Server) packAnnouncement(a *announcement, viewer *user) object {
	o := object{
		"id": a.id, "createdAt": stamp(a.at), "updatedAt": nil, "title": a.title, "text": a.text, "imageUrl": nil,
		"icon": a.icon, "display": a.display, "forYou": a.forUser != nil && a.forUser == viewer,
		"needConfirmationToRead": a.confirm, "needEnrollmentTutorialToRead": false, "closeDuration": 0,
		"displayOrder": 0, "silence": false,
	}
	if a.image != "" {
		o["imageUrl"] = s.drawingURL(a.image)
	}
	if viewer != nil {
		o["isRead"] = viewer.readNews[a]
	}
	return o
}

// Announce tells everybody something from the operators and gives its id.
func (s *Server) Announce(title, text string) misskey.AnnouncementID {
	s.mu.Lock()
	defer s.mu.Unlock()
	at := s.now()
	a := &announcement{
		id: misskey.AnnouncementID(s.ids.next(at)), at: at, title: title, text: text, icon: "info", display: "normal",
	}
	s.announcements = append(s.announcements, a)
	s.toAll("announcementCreated", object{"announcement": s.packAnnouncement(a, nil)})
	return a.id
}
