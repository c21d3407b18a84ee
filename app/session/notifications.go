package session

import (
	"context"
	"time"

	"mejiro/api"
	"mejiro/api/misskey"
)

// readPause is how soon notifications may be marked read after the server
// refused to.
const readPause = 30 * time.Second

func (s *Session) newNotifications() *list[misskey.Notification, misskey.NotificationID] {
	return newList(s.ctx, s, s.Notifications.List, notificationID, s.askNotifications, s.putNotifications)
}

func notificationID(n misskey.Notification) misskey.NotificationID { return n.ID }

// askNotifications asks for a page, grouped where the server groups. Servers
// before 2023.11 do not; they are few, and asked in vain each time.
func (s *Session) askNotifications(ctx context.Context, p api.Page) ([]misskey.Notification, error) {
	page, err := s.Client().GroupedNotifications(ctx, p, api.NotificationFilter{}, false)
	if isRefusal(err, (*api.Refused).IsUnknownEndpoint) {
		return s.Client().Notifications(ctx, p, api.NotificationFilter{}, false)
	}
	return page, err
}

func (s *Session) putNotifications(page []misskey.Notification) []misskey.NotificationID {
	s.Notifications.Put(page...)
	return s.notifications.idsOf(page)
}

// notified takes in a notification of the stream.
func (s *Session) notified(n misskey.Notification) {
	if s.Notifications.PutStreamed(n) {
		s.notifications.streamed([]misskey.NotificationID{n.ID})
	}
	unread, _ := s.Notifications.Unread.Get() // a plain item's Get never fails
	s.setUnread(unread + 1)
}

// flushed empties the list as the server did.
func (s *Session) flushed() {
	s.Notifications.Clear()
	s.setUnread(0)
}

// ReloadNotifications loads the newest notifications again.
func (s *Session) ReloadNotifications() { s.notifications.reload() }

// OlderNotifications loads notifications older than the oldest shown.
func (s *Session) OlderNotifications() { s.notifications.older() }

// FillNotificationGap loads the notifications missing below one.
func (s *Session) FillNotificationGap(below misskey.NotificationID) { s.notifications.fill(below) }

// ReadNotifications marks all notifications read. Where the server refuses,
// it is not asked again for a while, however often this is called.
func (s *Session) ReadNotifications() {
	before, _ := s.Notifications.Unread.Get()
	if before == 0 || time.Now().Before(s.readAgain) {
		return
	}
	s.setUnread(0)
	s.ask(s.Client().MarkAllNotificationsAsRead, func(err error) {
		if err == nil {
			return
		}
		s.readAgain = time.Now().Add(max(readPause, retryAfter(err)))
		now, _ := s.Notifications.Unread.Get()
		s.setUnread(now + before)
		s.report(Reading, err)
	})
}

// setUnread sets the count by what is known here; an answer of the server on
// its way is older than that.
func (s *Session) setUnread(n int) {
	s.unreadTurn++
	_ = s.Notifications.Unread.Set(n)
}
