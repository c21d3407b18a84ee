package api

import (
	"context"

	"mejiro/api/misskey"
)

// CreateFollowing follows a user (following/create). Of a user who approves
// followers by hand it becomes a request.
func (c *Client) CreateFollowing(ctx context.Context, id misskey.UserID) (misskey.User, error) {
	return write[misskey.User](ctx, c, call{endpoint: "following/create", params: userParams{id}})
}

// DeleteFollowing stops following a user (following/delete).
func (c *Client) DeleteFollowing(ctx context.Context, id misskey.UserID) (misskey.User, error) {
	return write[misskey.User](ctx, c, call{endpoint: "following/delete", params: userParams{id}})
}

type userParams struct {
	UserID misskey.UserID `json:"userId"`
}
