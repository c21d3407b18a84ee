package api

import (
	"context"
	"encoding/json"
	"errors"

	"mejiro/api/misskey"
)

// Emojis asks for the server's custom emoji, all of them (emojis). Answers of
// large servers have megabytes. Servers before 13 tell them in meta, which is
// asked instead.
func (c *Client) Emojis(ctx context.Context) ([]misskey.Emoji, error) {
	list, err := c.emojisOf(ctx, call{endpoint: "emojis", limit: emojisLimit})
	var refused *Refused
	if errors.As(err, &refused) && refused.IsUnknownEndpoint() {
		return c.emojisOf(ctx, call{endpoint: "meta", params: metaParams{true}, limit: emojisLimit})
	}
	return list, err
}

// emojisOf asks an endpoint that answers {"emojis": […]}.
func (c *Client) emojisOf(ctx context.Context, q call) ([]misskey.Emoji, error) {
	return patiently(ctx, c, q, func(a answer) ([]misskey.Emoji, error) {
		outer, err := decode[struct {
			Emojis json.RawMessage `json:"emojis"`
		}](c, q.name(), a)
		if err != nil || outer.Emojis == nil {
			return nil, err
		}
		a.body = outer.Emojis
		return decodeList(c, q.name(), a, func(e misskey.Emoji) bool { return e.Name != "" && e.URL != "" })
	})
}
