package api

import (
	"context"
	"net/url"

	"mejiro/api/misskey"
)

// CheckMiAuth asks whether the user has approved a MiAuth session, and for the
// token (miauth/{session}/check). The server hands the token out once: after
// an answer with OK every further call answers without. It is sent once and in
// nobody's name.
func (c *Client) CheckMiAuth(ctx context.Context, session string) (misskey.MiAuth, error) {
	endpoint := "miauth/" + url.PathEscape(session) + "/check"
	anonymous := &Client{
		server: c.server, token: func() string { return "" },
		agent: c.agent, http: c.http, onOddity: c.onOddity,
	}
	return write[misskey.MiAuth](ctx, anonymous, call{endpoint: endpoint})
}
