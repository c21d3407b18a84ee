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

// AcceptFollowRequest lets a user follow who asked to
// (following/requests/accept).
func (c *Client) AcceptFollowRequest(ctx context.Context, id misskey.UserID) error {
	return act(ctx, c, call{endpoint: "following/requests/accept", params: userParams{id}})
}

// RejectFollowRequest turns down who asked to follow; the server does not tell
// them (following/requests/reject).
func (c *Client) RejectFollowRequest(ctx context.Context, id misskey.UserID) error {
	return act(ctx, c, call{endpoint: "following/requests/reject", params: userParams{id}})
}

type userParams struct {
	UserID misskey.UserID `json:"userId"`
}
