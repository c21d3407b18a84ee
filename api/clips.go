package api

import (
	"context"

	"mejiro/api/misskey"
)

// Clips asks for the account's own clips (clips/list). Servers before 2025.8
// answer all of them, whatever the page.
func (c *Client) Clips(ctx context.Context, page Page) ([]misskey.Clip, error) {
	list, err := readList(ctx, c, call{endpoint: "clips/list", params: page.bounded()},
		func(clip misskey.Clip) bool { return clip.ID != "" })
	return newestFirst(page, list, func(clip misskey.Clip) misskey.ClipID { return clip.ID }), err
}

// CreateClip makes a clip with a name of 1 to 100 characters, which everybody
// or nobody else may see (clips/create).
func (c *Client) CreateClip(ctx context.Context, name string, public bool) (misskey.Clip, error) {
	params := struct {
		Name     string `json:"name"`
		IsPublic bool   `json:"isPublic"`
	}{name, public}
	return write[misskey.Clip](ctx, c, call{endpoint: "clips/create", params: params})
}

// AddClipNote puts a note into one of the account's clips (clips/add-note).
// Servers allow it twenty times an hour.
func (c *Client) AddClipNote(ctx context.Context, clip misskey.ClipID, id misskey.NoteID) error {
	return act(ctx, c, call{endpoint: "clips/add-note", params: clipParams{clip, noteParams{id}}})
}

// RemoveClipNote takes a note out of a clip (clips/remove-note).
func (c *Client) RemoveClipNote(ctx context.Context, clip misskey.ClipID, id misskey.NoteID) error {
	return act(ctx, c, call{endpoint: "clips/remove-note", params: clipParams{clip, noteParams{id}}})
}

type clipParams struct {
	ClipID misskey.ClipID `json:"clipId"`
	noteParams
}
