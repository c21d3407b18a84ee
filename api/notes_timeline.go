package api

import (
	"context"
	"fmt"

	"mejiro/api/misskey"
)

// TimelineKind is one of a server's four timelines.
type TimelineKind string

// The timelines, by Misskey's names. Hybrid is shown as Social.
const (
	TimelineHome   TimelineKind = "home"
	TimelineLocal  TimelineKind = "local"
	TimelineHybrid TimelineKind = "hybrid"
	TimelineGlobal TimelineKind = "global"
)

// endpoint is where a timeline is asked for; "" for none of the four.
func (k TimelineKind) endpoint() string {
	switch k {
	case TimelineHome:
		return "notes/timeline"
	case TimelineLocal, TimelineHybrid, TimelineGlobal:
		return "notes/" + string(k) + "-timeline"
	}
	return ""
}

// TimelineFilter chooses among the notes of a timeline. The zero value is what
// Misskey shows at first.
type TimelineFilter struct {
	WithFiles      bool // only those that have files
	WithoutRenotes bool
	WithReplies    bool // replies to others too; local and hybrid only
	// AllowPartial lets the server answer quickly with fewer notes than there
	// are, as it should for a first page.
	AllowPartial bool
}

type timelineParams struct {
	Page
	WithFiles    bool `json:"withFiles"`
	WithRenotes  bool `json:"withRenotes"`
	WithReplies  bool `json:"withReplies,omitempty"`
	AllowPartial bool `json:"allowPartial,omitempty"`
}

// Timeline asks for a page of a timeline (notes/timeline, local-timeline,
// hybrid-timeline, global-timeline). A kind that is none of the four is an error.
func (c *Client) Timeline(
	ctx context.Context, kind TimelineKind, page Page, filter TimelineFilter,
) ([]misskey.Note, error) {
	endpoint := kind.endpoint()
	if endpoint == "" {
		return nil, fmt.Errorf("api: no timeline %q", kind)
	}
	repliesChoice := kind == TimelineLocal || kind == TimelineHybrid
	return c.notes(ctx, endpoint, page, timelineParams{
		Page:         page.bounded(),
		WithFiles:    filter.WithFiles,
		WithRenotes:  !filter.WithoutRenotes,
		WithReplies:  filter.WithReplies && repliesChoice,
		AllowPartial: filter.AllowPartial && kind != TimelineGlobal,
	})
}
