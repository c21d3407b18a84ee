package api

import (
	"context"
	"encoding/json"

	"mejiro/api/misskey"
)

// Emojis asks for the server's custom emoji, all of them (emojis). Answers of
// large servers have megabytes.
func (c *Client) Emojis(ctx context.Context) ([]misskey.Emoji, error) {
	q := call{endpoint: "emojis", limit: emojisLimit}
	return patiently(ctx, c, q, func(a answer) ([]misskey.Emoji, error) { return decodeEmojis(c, q.name(), a) })
}

// decodeEmojis reads {"emojis": […]}.
func decodeEmojis(c *Client, name string, a answer) ([]misskey.Emoji, error) {
	outer, err := decode[struct {
		Emojis json.RawMessage `json:"emojis"`
	}](c, name, a)
	if err != nil || outer.Emojis == nil {
		return nil, err
	}
	a.body = outer.Emojis
	return decodeList(c, name, a, func(e misskey.Emoji) bool { return e.Name != "" && e.URL != "" })
}
