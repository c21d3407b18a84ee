package api

import (
	"context"

	"mejiro/api/misskey"
)

type noteParams struct {
	NoteID misskey.NoteID `json:"noteId"`
}

func noteID(n misskey.Note) misskey.NoteID { return n.ID }

// notes asks an endpoint that answers a page of notes.
func (c *Client) notes(ctx context.Context, endpoint string, page Page, params any) ([]misskey.Note, error) {
	list, err := readList(ctx, c, call{endpoint: endpoint, params: params},
		func(n misskey.Note) bool { return n.ID != "" })
	return newestFirst(page, list, noteID), err
}

// Note asks for one note (notes/show). One that the account may not see comes
// with IsHidden set.
func (c *Client) Note(ctx context.Context, id misskey.NoteID) (misskey.Note, error) {
	return read[misskey.Note](ctx, c, call{endpoint: "notes/show", params: noteParams{id}})
}

// PartialNotes asks for the reactions of up to 100 notes at once
// (notes/show-partial-bulk). Unknown notes are left out. Servers have it since
// 2025.5.1.
func (c *Client) PartialNotes(ctx context.Context, ids []misskey.NoteID) ([]misskey.PartialNote, error) {
	if len(ids) == 0 {
		return nil, nil // which the server would refuse
	}
	params := map[string][]misskey.NoteID{"noteIds": ids}
	return readList(ctx, c, call{endpoint: "notes/show-partial-bulk", params: params},
		func(n misskey.PartialNote) bool { return n.ID != "" })
}

// Conversation asks for what a note replies to, the nearest first, after the
// first offset of them (notes/conversation).
func (c *Client) Conversation(
	ctx context.Context, id misskey.NoteID, limit, offset int,
) ([]misskey.Note, error) {
	params := struct {
		noteParams
		Limit  int `json:"limit,omitempty"`
		Offset int `json:"offset,omitempty"`
	}{noteParams{id}, Page{Limit: limit}.bounded().Limit, max(offset, 0)}
	return c.notes(ctx, "notes/conversation", Page{}, params)
}

// Children asks for a note's replies and quotes (notes/children).
func (c *Client) Children(ctx context.Context, id misskey.NoteID, page Page) ([]misskey.Note, error) {
	return c.notesOf(ctx, "notes/children", id, page)
}

// Renotes asks for a note's renotes and quotes (notes/renotes).
func (c *Client) Renotes(ctx context.Context, id misskey.NoteID, page Page) ([]misskey.Note, error) {
	return c.notesOf(ctx, "notes/renotes", id, page)
}

func (c *Client) notesOf(
	ctx context.Context, endpoint string, id misskey.NoteID, page Page,
) ([]misskey.Note, error) {
	params := struct {
		Page
		noteParams
	}{page.bounded(), noteParams{id}}
	return c.notes(ctx, endpoint, page, params)
}

// NoteState asks what the account has done with a note beyond reacting
// (notes/state).
func (c *Client) NoteState(ctx context.Context, id misskey.NoteID) (misskey.NoteState, error) {
	return read[misskey.NoteState](ctx, c, call{endpoint: "notes/state", params: noteParams{id}})
}

// DeleteNote deletes one of the account's own notes (notes/delete).
func (c *Client) DeleteNote(ctx context.Context, id misskey.NoteID) error {
	return act(ctx, c, call{endpoint: "notes/delete", params: noteParams{id}})
}

// Unrenote takes back every renote the account made of a note, quotes included
// (notes/unrenote).
func (c *Client) Unrenote(ctx context.Context, id misskey.NoteID) error {
	return act(ctx, c, call{endpoint: "notes/unrenote", params: noteParams{id}})
}

// VotePoll votes for a choice of a note's poll, counted from 0; a poll that
// takes several is voted for one by one (notes/polls/vote).
func (c *Client) VotePoll(ctx context.Context, id misskey.NoteID, choice int) error {
	params := struct {
		noteParams
		Choice int `json:"choice"`
	}{noteParams{id}, choice}
	return act(ctx, c, call{endpoint: "notes/polls/vote", params: params})
}

// CreateFavorite bookmarks a note (notes/favorites/create).
func (c *Client) CreateFavorite(ctx context.Context, id misskey.NoteID) error {
	return act(ctx, c, call{endpoint: "notes/favorites/create", params: noteParams{id}})
}

// DeleteFavorite takes a bookmark back (notes/favorites/delete).
func (c *Client) DeleteFavorite(ctx context.Context, id misskey.NoteID) error {
	return act(ctx, c, call{endpoint: "notes/favorites/delete", params: noteParams{id}})
}
