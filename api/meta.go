package api

import (
	"context"
	"time"

	"mejiro/api/misskey"
)

type metaParams struct {
	Detail bool `json:"detail"`
}

// Meta asks what the server tells of itself, features included (meta).
func (c *Client) Meta(ctx context.Context) (misskey.Meta, error) {
	return read[misskey.Meta](ctx, c, call{endpoint: "meta", params: metaParams{true}})
}

// Endpoints asks for the names of all endpoints the server has (endpoints).
func (c *Client) Endpoints(ctx context.Context) ([]string, error) {
	return readList[string](ctx, c, call{endpoint: "endpoints"}, nil)
}

// Ping asks for the server's clock (ping).
func (c *Client) Ping(ctx context.Context) (time.Time, error) {
	pong, err := read[struct {
		Pong int64 `json:"pong"`
	}](ctx, c, call{endpoint: "ping"})
	if err != nil || pong.Pong == 0 {
		return time.Time{}, err
	}
	return time.UnixMilli(pong.Pong), nil
}
