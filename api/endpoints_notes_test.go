package api_test

import (
	"context"
	"time"

	"mejiro/api"
	"mejiro/api/misskey"
)

func timeline(kind api.TimelineKind, page api.Page, filter api.TimelineFilter) method {
	return func(ctx context.Context, c *api.Client) (any, error) {
		return value(c.Timeline(ctx, kind, page, filter))
	}
}

func create(note api.NewNote) method {
	return func(ctx context.Context, c *api.Client) (any, error) { return value(c.CreateNote(ctx, note)) }
}

func noteEndpoints() map[string]endpoint {
	return map[string]endpoint{
		"home": {
			"notes/timeline", timeline(api.TimelineHome, older, api.TimelineFilter{}),
			values{"untilId": "u", "limit": 20., "withFiles": false, "withRenotes": true},
			twoNotes, ids("b", "a"),
		},
		"local": {
			"notes/local-timeline",
			timeline(api.TimelineLocal, api.Page{}, api.TimelineFilter{WithReplies: true, AllowPartial: true}),
			values{"withFiles": false, "withRenotes": true, "withReplies": true, "allowPartial": true},
			twoNotes, ids("b", "a"),
		},
		"hybrid": {
			"notes/hybrid-timeline",
			timeline(api.TimelineHybrid, api.Page{SinceID: "s"}, api.TimelineFilter{WithFiles: true}),
			values{"sinceId": "s", "withFiles": true, "withRenotes": true},
			`[{"id":"a"},{"id":"b"}]`, ids("b", "a"),
		},
		"global": {
			"notes/global-timeline",
			timeline(api.TimelineGlobal, api.Page{}, api.TimelineFilter{WithoutRenotes: true, WithReplies: true, AllowPartial: true}),
			values{"withFiles": false, "withRenotes": false},
			twoNotes, ids("b", "a"),
		},
		"note": {
			"notes/show", func(ctx context.Context, c *api.Client) (any, error) { return value(c.Note(ctx, "n")) },
			values{"noteId": "n"},
			`{"id":"n"}`, id("n"),
		},
		"partial notes": {
			"notes/show-partial-bulk",
			func(ctx context.Context, c *api.Client) (any, error) {
				return value(c.PartialNotes(ctx, []misskey.NoteID{"a", "b"}))
			},
			values{"noteIds": []any{"a", "b"}},
			`[{"id":"a","reactions":{"👍":2}}]`,
			is([]misskey.PartialNote{{ID: "a", Reactions: map[string]int{"👍": 2}}}),
		},
		"conversation": {
			"notes/conversation",
			func(ctx context.Context, c *api.Client) (any, error) { return value(c.Conversation(ctx, "n", 30, 10)) },
			values{"noteId": "n", "limit": 30., "offset": 10.},
			`[{"id":"a"},{"id":"b"}]`, ids("a", "b"),
		},
		"children": {
			"notes/children",
			func(ctx context.Context, c *api.Client) (any, error) { return value(c.Children(ctx, "n", older)) },
			values{"noteId": "n", "untilId": "u", "limit": 20.},
			twoNotes, ids("b", "a"),
		},
		"renotes": {
			"notes/renotes",
			func(ctx context.Context, c *api.Client) (any, error) { return value(c.Renotes(ctx, "n", api.Page{})) },
			values{"noteId": "n"},
			twoNotes, ids("b", "a"),
		},
		"state": {
			"notes/state",
			func(ctx context.Context, c *api.Client) (any, error) { return value(c.NoteState(ctx, "n")) },
			values{"noteId": "n"},
			`{"isFavorited":true,"isMutedThread":false}`, is(misskey.NoteState{IsFavorited: true}),
		},
		"reactions": {
			"notes/reactions",
			func(ctx context.Context, c *api.Client) (any, error) {
				return value(c.Reactions(ctx, "n", ":cat@.:", older))
			},
			values{"noteId": "n", "type": ":cat@.:", "untilId": "u", "limit": 20.},
			twoNotes, ids("b", "a"),
		},
	}
}

func noteActions() map[string]endpoint {
	return map[string]endpoint{
		"delete": {
			"notes/delete", func(ctx context.Context, c *api.Client) (any, error) { return nothing(c.DeleteNote(ctx, "n")) },
			values{"noteId": "n"},
			"", nil,
		},
		"unrenote": {
			"notes/unrenote", func(ctx context.Context, c *api.Client) (any, error) { return nothing(c.Unrenote(ctx, "n")) },
			values{"noteId": "n"},
			"", nil,
		},
		"react": {
			"notes/reactions/create",
			func(ctx context.Context, c *api.Client) (any, error) {
				return nothing(c.CreateReaction(ctx, "n", ":cat:"))
			},
			values{"noteId": "n", "reaction": ":cat:"},
			"", nil,
		},
		"unreact": {
			"notes/reactions/delete",
			func(ctx context.Context, c *api.Client) (any, error) { return nothing(c.DeleteReaction(ctx, "n")) },
			values{"noteId": "n"},
			"", nil,
		},
		"vote": {
			"notes/polls/vote",
			func(ctx context.Context, c *api.Client) (any, error) { return nothing(c.VotePoll(ctx, "n", 0)) },
			values{"noteId": "n", "choice": 0.},
			"", nil,
		},
		"favorite": {
			"notes/favorites/create",
			func(ctx context.Context, c *api.Client) (any, error) { return nothing(c.CreateFavorite(ctx, "n")) },
			values{"noteId": "n"},
			"", nil,
		},
		"unfavorite": {
			"notes/favorites/delete",
			func(ctx context.Context, c *api.Client) (any, error) { return nothing(c.DeleteFavorite(ctx, "n")) },
			values{"noteId": "n"},
			"", nil,
		},
	}
}

func noteCreations() map[string]endpoint {
	const created = `{"createdNote":{"id":"n"}}`
	end := time.UnixMilli(1795212711492)
	creation := func(note api.NewNote, body values) endpoint {
		return endpoint{"notes/create", create(note), body, created, id("n")}
	}
	return map[string]endpoint{
		"text":   creation(api.NewNote{Text: "a\x00b"}, values{"text": "ab"}),
		"renote": creation(api.NewNote{RenoteID: "r", Text: " \n", CW: " "}, values{"renoteId": "r"}),
		"reply": creation(
			api.NewNote{Text: "x", ReplyID: "r", CW: "cw", Visibility: "followers", LocalOnly: true, VisibleUserIDs: []misskey.UserID{"u"}},
			values{"text": "x", "replyId": "r", "cw": "cw", "visibility": "followers", "localOnly": true},
		),
		"direct": creation(
			api.NewNote{Text: "x", Visibility: "specified", VisibleUserIDs: []misskey.UserID{"u", "v"}},
			values{"text": "x", "visibility": "specified", "visibleUserIds": []any{"u", "v"}},
		),
		"files": creation(
			api.NewNote{FileIDs: []misskey.FileID{"f"}, ChannelID: "c", Acceptance: misskey.AcceptLikeOnly},
			values{"fileIds": []any{"f"}, "channelId": "c", "reactionAcceptance": "likeOnly"},
		),
		"no files": creation(api.NewNote{Text: "x", FileIDs: []misskey.FileID{}}, values{"text": "x"}),
		"poll that ends": creation(
			api.NewNote{Poll: &api.NewPoll{Choices: []string{"a", "b"}, ExpiresAt: end}},
			values{"poll": values{"choices": []any{"a", "b"}, "multiple": false, "expiresAt": 1795212711492.}},
		),
		"poll of an hour": creation(
			api.NewNote{Poll: &api.NewPoll{Choices: []string{"a", "b"}, Multiple: true, ExpiredAfter: time.Hour}},
			values{"poll": values{"choices": []any{"a", "b"}, "multiple": true, "expiredAfter": 3600000.}},
		),
		"poll without end": creation(
			api.NewNote{Poll: &api.NewPoll{Choices: []string{"a", "b"}}},
			values{"poll": values{"choices": []any{"a", "b"}, "multiple": false}},
		),
	}
}
