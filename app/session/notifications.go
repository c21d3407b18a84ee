package session

import (
	"context"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/app/store"
)

func (s *Session) loadNotifications() {
	s.Notifications.SetStatus(func(st store.Status) store.Status { st.Phase, st.Err = store.Loading, nil; return st })
	get(s, s.notificationPage(api.Page{Limit: firstPage}), func(page []misskey.Notification, err error) {
		if err != nil {
			s.Notifications.SetStatus(func(st store.Status) store.Status { st.Phase, st.Err = store.Failed, err; return st })
			return
		}
		s.Notifications.Put(page...)
		s.Notifications.SetStatus(func(st store.Status) store.Status {
			st.Phase, st.AtEnd = store.Ready, len(page) == 0
			return st
		})
	})
}

// ReloadNotifications loads the newest notifications again.
func (s *Session) ReloadNotifications() {
	if st, _ := s.Notifications.Status.Get(); st.Phase == store.Ready {
		s.catchUpNotifications()
		return
	}
	s.loadNotifications()
}

func (s *Session) notificationPage(p api.Page) func(context.Context) ([]misskey.Notification, error) {
	return func(ctx context.Context) ([]misskey.Notification, error) {
		return s.Client().Notifications(ctx, p, api.NotificationFilter{}, false)
	}
}

// OlderNotifications loads notifications older than the oldest shown.
func (s *Session) OlderNotifications() {
	st, _ := s.Notifications.Status.Get()
	if st.Phase != store.Ready || st.Older == store.Loading || st.AtEnd {
		return
	}
	older := func(p store.Phase, end bool) {
		s.Notifications.SetStatus(func(st store.Status) store.Status { st.Older, st.AtEnd = p, end; return st })
	}
	older(store.Loading, false)
	page := api.Page{UntilID: string(s.Notifications.Oldest()), Limit: olderPage}
	get(s, s.notificationPage(page), func(page []misskey.Notification, err error) {
		if err != nil {
			older(store.Failed, false)
			return
		}
		s.Notifications.Put(page...)
		older(store.Ready, len(page) == 0)
	})
}

// catchUpNotifications fetches what arrived during a break. A server keeps
// 500 at most, so one large page is enough to be honest about: where it does
// not reach what is known, a gap is left.
func (s *Session) catchUpNotifications() {
	mark := s.Notifications.Newest()
	get(s, s.notificationPage(api.Page{Limit: catchUpPage}), func(page []misskey.Notification, err error) {
		if err != nil {
			return // the next break or Retry tries again
		}
		s.Notifications.Put(page...)
		if len(page) > 0 && page[len(page)-1].ID > mark && mark != "" {
			s.Notifications.AddGap(page[len(page)-1].ID)
		}
	})
	s.loadMe()
}

// ReadNotifications marks all notifications read.
func (s *Session) ReadNotifications() {
	before, _ := s.Notifications.Unread.Get()
	if before == 0 {
		return
	}
	_ = s.Notifications.Unread.Set(0)
	s.do(Reading, s.Client().MarkAllNotificationsAsRead, func() {
		now, _ := s.Notifications.Unread.Get()
		_ = s.Notifications.Unread.Set(now + before)
	})
}
