package api_test

import (
	"context"
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
	"mejiro/api/misskey"
)

type (
	values = map[string]any
	method func(context.Context, *api.Client) (any, error)
)

// endpoint is a method of Client, what it is to ask, and what it makes of an
// answer.
type endpoint struct {
	path   string
	ask    method
	body   values
	answer string
	want   func(t *testing.T, got any)
}

func value[T any](v T, err error) (any, error) { return v, err }

func nothing(err error) (any, error) { return nil, err }

func is(want any) func(*testing.T, any) {
	return func(t *testing.T, got any) { t.Helper(); assert.Equal(t, want, got) }
}

// ids wants these IDs of a list, whatever it is a list of.
func ids(want ...string) func(*testing.T, any) {
	return func(t *testing.T, got any) {
		t.Helper()
		text, err := json.Marshal(got)
		require.NoError(t, err)
		var list []struct{ ID string }
		require.NoError(t, json.Unmarshal(text, &list))
		var have []string
		for _, e := range list {
			have = append(have, e.ID)
		}
		assert.Equal(t, want, have)
	}
}

// id wants this ID of a value.
func id(want string) func(*testing.T, any) {
	return func(t *testing.T, got any) {
		t.Helper()
		text, err := json.Marshal(got)
		require.NoError(t, err)
		var one struct{ ID string }
		require.NoError(t, json.Unmarshal(text, &one))
		assert.Equal(t, want, one.ID)
	}
}

const twoNotes = `[{"id":"b"},{"id":"a"}]`

var older = api.Page{UntilID: "u", Limit: 20}

func userEndpoints() map[string]endpoint {
	return map[string]endpoint{
		"me": {
			"i", func(ctx context.Context, c *api.Client) (any, error) { return value(c.Me(ctx)) },
			values{},
			`{"id":"me"}`, id("me"),
		},
		"user": {
			"users/show", func(ctx context.Context, c *api.Client) (any, error) { return value(c.User(ctx, "u")) },
			values{"userId": "u"},
			`{"id":"u"}`, id("u"),
		},
		"local user by name": {
			"users/show", func(ctx context.Context, c *api.Client) (any, error) { return value(c.UserByName(ctx, "bob", "")) },
			values{"username": "bob"},
			`{"id":"u"}`, id("u"),
		},
		"remote user by name": {
			"users/show",
			func(ctx context.Context, c *api.Client) (any, error) {
				return value(c.UserByName(ctx, "bob", "far.example"))
			},
			values{"username": "bob", "host": "far.example"},
			`{"id":"u"}`, id("u"),
		},
		"users": {
			"users/show",
			func(ctx context.Context, c *api.Client) (any, error) {
				return value(c.Users(ctx, []misskey.UserID{"u", "v"}))
			},
			values{"userIds": []any{"u", "v"}},
			`[{"id":"u"},{"id":"v"}]`, ids("u", "v"),
		},
		"notes of a user": {
			"users/notes",
			func(ctx context.Context, c *api.Client) (any, error) {
				return value(c.UserNotes(ctx, "u", older, api.UserNotesFilter{WithFiles: true, WithoutRenotes: true}))
			},
			values{
				"userId": "u", "untilId": "u", "limit": 20.,
				"withFiles": true, "withRenotes": false, "withReplies": false, "withChannelNotes": false,
			},
			twoNotes, ids("b", "a"),
		},
		"users by prefix": {
			"users/search-by-username-and-host",
			func(ctx context.Context, c *api.Client) (any, error) { return value(c.UsersByPrefix(ctx, "al", "", 5)) },
			values{"username": "al", "limit": 5., "detail": false},
			`[{"id":"u"}]`, ids("u"),
		},
		"follow": {
			"following/create",
			func(ctx context.Context, c *api.Client) (any, error) { return value(c.CreateFollowing(ctx, "u")) },
			values{"userId": "u"},
			`{"id":"u"}`, id("u"),
		},
		"unfollow": {
			"following/delete",
			func(ctx context.Context, c *api.Client) (any, error) { return value(c.DeleteFollowing(ctx, "u")) },
			values{"userId": "u"},
			`{"id":"u"}`, id("u"),
		},
		"accept a request": {
			"following/requests/accept",
			func(ctx context.Context, c *api.Client) (any, error) { return nothing(c.AcceptFollowRequest(ctx, "u")) },
			values{"userId": "u"},
			"", nil,
		},
		"reject a request": {
			"following/requests/reject",
			func(ctx context.Context, c *api.Client) (any, error) { return nothing(c.RejectFollowRequest(ctx, "u")) },
			values{"userId": "u"},
			"", nil,
		},
	}
}

func clipEndpoints() map[string]endpoint {
	return map[string]endpoint{
		"clips": {
			"clips/list",
			func(ctx context.Context, c *api.Client) (any, error) { return value(c.Clips(ctx, older)) },
			values{"untilId": "u", "limit": 20.},
			`[{"id":"b","name":"B","description":null},{"id":"a"},{}]`, ids("b", "a"),
		},
		"create clip": {
			"clips/create",
			func(ctx context.Context, c *api.Client) (any, error) { return value(c.CreateClip(ctx, "Birds", true)) },
			values{"name": "Birds", "isPublic": true},
			`{"id":"c","name":"Birds"}`, id("c"),
		},
		"clip a note": {
			"clips/add-note",
			func(ctx context.Context, c *api.Client) (any, error) { return nothing(c.AddClipNote(ctx, "c", "n")) },
			values{"clipId": "c", "noteId": "n"},
			"", nil,
		},
		"take a note out of a clip": {
			"clips/remove-note",
			func(ctx context.Context, c *api.Client) (any, error) { return nothing(c.RemoveClipNote(ctx, "c", "n")) },
			values{"clipId": "c", "noteId": "n"},
			"", nil,
		},
	}
}

func otherEndpoints() map[string]endpoint {
	return map[string]endpoint{
		"meta": {
			"meta", func(ctx context.Context, c *api.Client) (any, error) { return value(c.Meta(ctx)) },
			values{"detail": true},
			`{"version":"2025.11.1"}`, is(misskey.Meta{Version: "2025.11.1"}),
		},
		"emojis": {
			"emojis", func(ctx context.Context, c *api.Client) (any, error) { return value(c.Emojis(ctx)) },
			values{},
			`{"emojis":[{"name":"cat","url":"https://x/cat"},7,{"name":"bodiless"}]}`,
			is([]misskey.Emoji{{Name: "cat", URL: "https://x/cat"}}),
		},
		"endpoints": {
			"endpoints", func(ctx context.Context, c *api.Client) (any, error) { return value(c.Endpoints(ctx)) },
			values{},
			`["i","meta"]`, is([]string{"i", "meta"}),
		},
		"ping": {
			"ping", func(ctx context.Context, c *api.Client) (any, error) { return value(c.Ping(ctx)) },
			values{},
			`{"pong":1795212711492}`, is(time.UnixMilli(1795212711492)),
		},
		"notifications": {
			"i/notifications",
			func(ctx context.Context, c *api.Client) (any, error) {
				return value(c.Notifications(ctx, older, api.NotificationFilter{}, false))
			},
			values{"untilId": "u", "limit": 20., "markAsRead": false},
			`[{"id":"b","type":"new kind"},{"id":"a","type":"test"},{"id":"typeless"}]`, ids("b", "a"),
		},
		"grouped notifications": {
			"i/notifications-grouped",
			func(ctx context.Context, c *api.Client) (any, error) {
				return value(c.GroupedNotifications(ctx, api.Page{}, api.NotificationFilter{
					Only: []misskey.NotificationType{"reply"}, Without: []misskey.NotificationType{"app"},
				}, true))
			},
			values{"markAsRead": true, "includeTypes": []any{"reply"}, "excludeTypes": []any{"app"}},
			`[]`, ids(),
		},
		"mark all as read": {
			"notifications/mark-all-as-read",
			func(ctx context.Context, c *api.Client) (any, error) {
				return nothing(c.MarkAllNotificationsAsRead(ctx))
			},
			values{},
			"", nil,
		},
		"announcements": {
			"announcements",
			func(ctx context.Context, c *api.Client) (any, error) {
				return value(c.Announcements(ctx, older, false))
			},
			values{"untilId": "u", "limit": 20., "isActive": true},
			twoNotes, ids("b", "a"),
		},
		"read announcement": {
			"i/read-announcement",
			func(ctx context.Context, c *api.Client) (any, error) { return nothing(c.ReadAnnouncement(ctx, "a")) },
			values{"announcementId": "a"},
			"", nil,
		},
	}
}

func driveEndpoints() map[string]endpoint {
	name, comment, folder, sensitive := "a/b.png", "", misskey.FolderID(""), false
	update := func(change api.FileChange) method {
		return func(ctx context.Context, c *api.Client) (any, error) {
			return value(c.UpdateDriveFile(ctx, "f", change))
		}
	}
	return map[string]endpoint{
		"drive": {
			"drive", func(ctx context.Context, c *api.Client) (any, error) { return value(c.Drive(ctx)) },
			values{},
			`{"capacity":100,"usage":7}`, is(misskey.DriveUsage{Capacity: 100, Usage: 7}),
		},
		"files": {
			"drive/files",
			func(ctx context.Context, c *api.Client) (any, error) {
				return value(c.DriveFiles(ctx, "", "", "", api.Page{SinceID: "s"}))
			},
			values{"sinceId": "s"},
			`[{"id":"a"},{"id":"b"}]`, ids("b", "a"),
		},
		"sorted files": {
			"drive/files",
			func(ctx context.Context, c *api.Client) (any, error) {
				return value(c.DriveFiles(ctx, "d", "image/*", api.SortName, older))
			},
			values{"folderId": "d", "type": "image/*", "sort": "-name", "untilId": "u", "limit": 20.},
			`[{"id":"a"},{"id":"b"}]`, ids("a", "b"),
		},
		"files by hash": {
			"drive/files/find-by-hash",
			func(ctx context.Context, c *api.Client) (any, error) { return value(c.DriveFilesByHash(ctx, "d41d8c")) },
			values{"md5": "d41d8c"},
			`[{"id":"a"}]`, ids("a"),
		},
		"change everything": {
			"drive/files/update",
			update(api.FileChange{Name: &name, Comment: &comment, FolderID: &folder, IsSensitive: &sensitive}),
			values{"fileId": "f", "name": "a_b.png", "comment": nil, "folderId": nil, "isSensitive": false},
			`{"id":"f"}`, id("f"),
		},
		"change nothing": {"drive/files/update", update(api.FileChange{}), values{"fileId": "f"}, `{"id":"f"}`, id("f")},
		"delete file": {
			"drive/files/delete",
			func(ctx context.Context, c *api.Client) (any, error) { return nothing(c.DeleteDriveFile(ctx, "f")) },
			values{"fileId": "f"},
			"", nil,
		},
	}
}

func allEndpoints() []map[string]endpoint {
	return []map[string]endpoint{
		noteEndpoints(), noteActions(), noteCreations(), userEndpoints(), otherEndpoints(), driveEndpoints(), clipEndpoints(),
	}
}

func TestEndpointsAskAndRead(t *testing.T) {
	for _, family := range allEndpoints() {
		for name, e := range family {
			t.Run(name, func(t *testing.T) {
				status := 200
				if e.answer == "" {
					status = 204
				}
				p := newPeer(t, answering(status, e.answer))
				got, err := e.ask(t.Context(), p.client(t))
				require.NoError(t, err)
				call := p.only(t)
				assert.Equal(t, "/api/"+e.path, call.path)
				assert.Equal(t, "Bearer "+token, call.header.Get("Authorization"))
				assert.Equal(t, e.body, call.body)
				if e.want != nil {
					e.want(t, got)
				}
			})
		}
	}
}

func TestEndpointsPassErrorsOn(t *testing.T) {
	for _, family := range allEndpoints() {
		for name, e := range family {
			t.Run(name, func(t *testing.T) {
				p := newPeer(t, answering(403, `{"error":{"code":"PERMISSION_DENIED","kind":"permission"}}`))
				got, err := e.ask(t.Context(), p.client(t))
				var refused *api.Refused
				require.ErrorAs(t, err, &refused)
				assert.True(t, refused.IsPermission())
				assert.Equal(t, e.path, refused.Endpoint)
				if got != nil {
					assert.Empty(t, got)
				}
				p = newPeer(t, answering(200, `<html>`))
				_, err = e.ask(t.Context(), p.client(t))
				assert.Equal(t, api.MuddleNotJSON, misunderstood(t, err).Muddle)
			})
		}
	}
}

func TestWhatCannotBeAskedIsNotAsked(t *testing.T) {
	p := newPeer(t, answering(200, `[]`))
	c := p.client(t)
	_, err := c.Timeline(t.Context(), "bubble", api.Page{}, api.TimelineFilter{})
	require.ErrorContains(t, err, "bubble")
	notes, err := c.PartialNotes(t.Context(), nil)
	require.NoError(t, err)
	assert.Empty(t, notes)
	assert.Empty(t, p.asked())
}

func TestOldServersTellTheirEmojiInMeta(t *testing.T) {
	p := fediverse{"/api/meta": `{"version":"12.119.2","emojis":[{"name":"cat","url":"https://x/cat"}]}`}.peer(t)
	emojis, err := p.client(t).Emojis(t.Context())
	require.NoError(t, err)
	assert.Equal(t, []misskey.Emoji{{Name: "cat", URL: "https://x/cat"}}, emojis)
}
