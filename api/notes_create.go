package api

import (
	"context"
	"strings"
	"time"

	"mejiro/api/misskey"
)

// NewNote is a note to be written. What is left at its zero value is not sent,
// so that the server's default holds. A renote has RenoteID and no words; a
// quote has both.
type NewNote struct {
	Text string // MFM
	CW   string // content warning; "" for none
	// Visibility "" is public. The server may narrow it further.
	Visibility misskey.Visibility
	// VisibleUserIDs are the addressees of a specified note.
	VisibleUserIDs []misskey.UserID
	LocalOnly      bool
	ReplyID        misskey.NoteID
	RenoteID       misskey.NoteID
	ChannelID      misskey.ChannelID
	FileIDs        []misskey.FileID // 16 at most
	Poll           *NewPoll
	Acceptance     misskey.ReactionAcceptance
}

// NewPoll is the poll of a note to be written. It has 2 to 10 choices, and one
// of ExpiresAt and ExpiredAfter, or neither when it does not end.
type NewPoll struct {
	Choices      []string
	Multiple     bool
	ExpiresAt    time.Time
	ExpiredAfter time.Duration
}

type newNoteParams struct {
	Text           string                     `json:"text,omitempty"`
	CW             string                     `json:"cw,omitempty"`
	Visibility     misskey.Visibility         `json:"visibility,omitempty"`
	VisibleUserIDs []misskey.UserID           `json:"visibleUserIds,omitempty"`
	LocalOnly      bool                       `json:"localOnly,omitempty"`
	ReplyID        misskey.NoteID             `json:"replyId,omitempty"`
	RenoteID       misskey.NoteID             `json:"renoteId,omitempty"`
	ChannelID      misskey.ChannelID          `json:"channelId,omitempty"`
	FileIDs        []misskey.FileID           `json:"fileIds,omitempty"`
	Poll           *newPollParams             `json:"poll,omitempty"`
	Acceptance     misskey.ReactionAcceptance `json:"reactionAcceptance,omitempty"`
}

type newPollParams struct {
	Choices      []string `json:"choices"`
	Multiple     bool     `json:"multiple"`
	ExpiresAt    int64    `json:"expiresAt,omitempty"`    // Unix ms
	ExpiredAfter int64    `json:"expiredAfter,omitempty"` // ms
}

func (n NewNote) params() newNoteParams {
	p := newNoteParams{
		Text:       sendable(n.Text),
		CW:         sendable(n.CW),
		Visibility: n.Visibility,
		LocalOnly:  n.LocalOnly,
		ReplyID:    n.ReplyID,
		RenoteID:   n.RenoteID,
		ChannelID:  n.ChannelID,
		FileIDs:    n.FileIDs,
		Acceptance: n.Acceptance,
	}
	if n.Visibility == misskey.VisibilitySpecified {
		p.VisibleUserIDs = n.VisibleUserIDs
	}
	if n.Poll != nil {
		p.Poll = &newPollParams{
			Choices: n.Poll.Choices, Multiple: n.Poll.Multiple,
			ExpiredAfter: n.Poll.ExpiredAfter.Milliseconds(),
		}
		if !n.Poll.ExpiresAt.IsZero() {
			p.Poll.ExpiresAt = n.Poll.ExpiresAt.UnixMilli()
		}
	}
	return p
}

// sendable drops what makes servers fail (NUL) or refuse (only spaces).
func sendable(text string) string {
	text = strings.ReplaceAll(text, "\x00", "")
	if strings.TrimSpace(text) == "" {
		return ""
	}
	return text
}

// CreateNote writes a note, a reply, a renote or a quote (notes/create) and
// answers it as the server made it, which may differ in visibility. It is sent
// once: after an *Unreached whose Sent is set the note may exist, and a
// *Refused that IsProcessing means that an identical one is being made. Some
// servers answer nothing; the note is then the zero value.
func (c *Client) CreateNote(ctx context.Context, note NewNote) (misskey.Note, error) {
	created, err := write[struct {
		Note misskey.Note `json:"createdNote"`
	}](ctx, c, call{endpoint: "notes/create", params: note.params()})
	return created.Note, err
}
