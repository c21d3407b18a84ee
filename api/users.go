package api

import (
	"context"

	"mejiro/api/misskey"
)

// User asks for a whole profile (users/show).
func (c *Client) User(ctx context.Context, id misskey.UserID) (misskey.UserDetailed, error) {
	return read[misskey.UserDetailed](ctx, c, call{endpoint: "users/show", params: userParams{id}})
}

// UserByName asks for a whole profile by user name, without "@"; host is "" for
// a user of this server. The server may have to ask the other one first
// (users/show).
func (c *Client) UserByName(ctx context.Context, username, host string) (misskey.UserDetailed, error) {
	params := struct {
		Username string `json:"username"`
		Host     string `json:"host,omitempty"`
	}{username, host}
	return read[misskey.UserDetailed](ctx, c, call{endpoint: "users/show", params: params})
}

// Users asks for several profiles at once, in the order of ids; unknown ones
// are left out (users/show).
func (c *Client) Users(ctx context.Context, ids []misskey.UserID) ([]misskey.UserDetailed, error) {
	params := map[string][]misskey.UserID{"userIds": ids}
	return readList(ctx, c, call{endpoint: "users/show", params: params},
		func(u misskey.UserDetailed) bool { return u.ID != "" })
}

// UserNotesFilter chooses among a user's notes. The zero value is notes and
// renotes, without replies to others and without those in channels.
type UserNotesFilter struct {
	WithReplies      bool
	WithoutRenotes   bool
	WithChannelNotes bool
	WithFiles        bool // only those that have files
}

// UserNotes asks for what a user wrote (users/notes).
func (c *Client) UserNotes(
	ctx context.Context, id misskey.UserID, page Page, filter UserNotesFilter,
) ([]misskey.Note, error) {
	params := struct {
		Page
		userParams
		WithReplies      bool `json:"withReplies"`
		WithRenotes      bool `json:"withRenotes"`
		WithChannelNotes bool `json:"withChannelNotes"`
		WithFiles        bool `json:"withFiles"`
	}{
		page.bounded(),
		userParams{id},
		filter.WithReplies, !filter.WithoutRenotes,
		filter.WithChannelNotes, filter.WithFiles,
	}
	return c.notes(ctx, "users/notes", page, params)
}

// UsersByPrefix asks for users whose name begins with username, those one
// follows first, as needed for completion while typing. host narrows it to
// servers whose name begins so; limit is at most 100
// (users/search-by-username-and-host).
func (c *Client) UsersByPrefix(ctx context.Context, username, host string, limit int) ([]misskey.User, error) {
	params := struct {
		Username string `json:"username,omitempty"`
		Host     string `json:"host,omitempty"`
		Limit    int    `json:"limit,omitempty"`
		Detail   bool   `json:"detail"`
	}{username, host, Page{Limit: limit}.bounded().Limit, false}
	return readList(ctx, c, call{endpoint: "users/search-by-username-and-host", params: params},
		func(u misskey.User) bool { return u.ID != "" })
}
