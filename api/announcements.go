package api

import (
	"context"

	"mejiro/api/misskey"
)

// Announcements asks for what the server's operators have to say
// (announcements): the current ones, or with archived the former ones.
func (c *Client) Announcements(ctx context.Context, page Page, archived bool) ([]misskey.Announcement, error) {
	params := struct {
		Page
		IsActive bool `json:"isActive"`
	}{page.bounded(), !archived}
	list, err := readList(ctx, c, call{endpoint: "announcements", params: params},
		func(a misskey.Announcement) bool { return a.ID != "" })
	return newestFirst(page, list, func(a misskey.Announcement) misskey.AnnouncementID { return a.ID }), err
}
