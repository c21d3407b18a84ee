package api

import (
	"context"

	"mejiro/api/misskey"
)

// Me asks for the account's own profile (i).
func (c *Client) Me(ctx context.Context) (misskey.Me, error) {
	return read[misskey.Me](ctx, c, call{endpoint: "i"})
}

// NotificationFilter narrows a list of notifications by type. A server refuses
// types it does not know.
type NotificationFilter struct {
	Only    []misskey.NotificationType `json:"includeTypes,omitempty"`
	Without []misskey.NotificationType `json:"excludeTypes,omitempty"`
}

// Notifications asks for notifications (i/notifications). The server marks all
// of them as read, on other clients too, when markAsRead is set.
func (c *Client) Notifications(
	ctx context.Context, page Page, filter NotificationFilter, markAsRead bool,
) ([]misskey.Notification, error) {
	return c.notifications(ctx, "i/notifications", page, filter, markAsRead)
}

// GroupedNotifications is Notifications with neighbouring reactions to one
// note, and renotes of it, put together (i/notifications-grouped).
func (c *Client) GroupedNotifications(
	ctx context.Context, page Page, filter NotificationFilter, markAsRead bool,
) ([]misskey.Notification, error) {
	return c.notifications(ctx, "i/notifications-grouped", page, filter, markAsRead)
}

func (c *Client) notifications(
	ctx context.Context, endpoint string, page Page, filter NotificationFilter, markAsRead bool,
) ([]misskey.Notification, error) {
	params := struct {
		Page
		NotificationFilter
		MarkAsRead bool `json:"markAsRead"`
	}{page.bounded(), filter, markAsRead}
	list, err := readList(ctx, c, call{endpoint: endpoint, params: params},
		func(n misskey.Notification) bool { return n.ID != "" && n.Type != "" })
	return newestFirst(page, list, func(n misskey.Notification) misskey.NotificationID { return n.ID }), err
}

// ReadAnnouncement marks an announcement as read (i/read-announcement).
func (c *Client) ReadAnnouncement(ctx context.Context, id misskey.AnnouncementID) error {
	params := map[string]misskey.AnnouncementID{"announcementId": id}
	return act(ctx, c, call{endpoint: "i/read-announcement", params: params})
}
