package api

import (
	"context"

	"mejiro/api/misskey"
)

// Reactions asks who reacted to a note (notes/reactions), with the reaction
// kind alone or, when it is "", with any.
func (c *Client) Reactions(
	ctx context.Context, id misskey.NoteID, kind string, page Page,
) ([]misskey.NoteReaction, error) {
	params := struct {
		Page
		noteParams
		Type string `json:"type,omitempty"`
	}{page.bounded(), noteParams{id}, kind}
	list, err := readList(ctx, c, call{endpoint: "notes/reactions", params: params},
		func(r misskey.NoteReaction) bool { return r.ID != "" })
	return newestFirst(page, list, func(r misskey.NoteReaction) misskey.ReactionID { return r.ID }), err
}

// CreateReaction reacts to a note with a Unicode emoji or ":name:" of this
// server (notes/reactions/create). A former reaction of the account is
// replaced. What a note does not accept, the server turns into a heart.
func (c *Client) CreateReaction(ctx context.Context, id misskey.NoteID, reaction string) error {
	params := struct {
		noteParams
		Reaction string `json:"reaction"`
	}{noteParams{id}, reaction}
	return act(ctx, c, call{endpoint: "notes/reactions/create", params: params})
}

// DeleteReaction takes the account's reaction back (notes/reactions/delete).
// Servers allow it once in three seconds.
func (c *Client) DeleteReaction(ctx context.Context, id misskey.NoteID) error {
	return act(ctx, c, call{endpoint: "notes/reactions/delete", params: noteParams{id}})
}
