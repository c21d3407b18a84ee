package api

import "context"

// MarkAllNotificationsAsRead marks every notification as read
// (notifications/mark-all-as-read).
func (c *Client) MarkAllNotificationsAsRead(ctx context.Context) error {
	return act(ctx, c, call{endpoint: "notifications/mark-all-as-read"})
}
