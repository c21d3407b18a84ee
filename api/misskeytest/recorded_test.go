package misskeytest

import (
	"encoding/json"
	"net/http"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// recorded is a call that was recorded from a real server.
type recorded struct {
	Method   string            `json:"method"`
	Endpoint string            `json:"endpoint"`
	Body     any               `json:"body"`
	Status   int               `json:"status"`
	Headers  map[string]string `json:"headers"`
	Response any               `json:"response"`
}

func recordings[T any](t *testing.T, name string) T {
	t.Helper()
	var all T
	data, err := os.ReadFile("testdata/" + name)
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(data, &all))
	return all
}

// remote are keys that a server without remote users cannot have recorded, and
// what sides of it were not.
func remote(more ...string) map[string]bool {
	keys := map[string]bool{"instance": true, "uri": true, "url": true, "emojis": true}
	for _, k := range more {
		keys[k] = true
	}
	return keys
}

// loosen allows null or text wherever either was recorded and the field may be
// unset: this world sets what the recorded one did not, and the other way round.
func loosen(s *shape) {
	for key, below := range s.below {
		switch key {
		case "host", "avatarBlurhash", "lastClippedAt", "name", "cw", "text", "comment", "blurhash", "thumbnailUrl", "folderId",
			"reactionAcceptance", "expiresAt", "description", "location", "birthday", "lang", "bannerUrl", "bannerBlurhash",
			"category", "imageUrl", "replyId", "renoteId", "replyUserId", "userId", "url", "uri", "lastFetchedAt",
			"updatedAt", "license", "postingLang", "avatarId", "bannerId", "notify", "followedMessage", "memo":
			if below.types["null"] || below.types["string"] {
				below.types["null"], below.types["string"] = true, true
			}
		case "renote", "reply":
			below.types["null"] = true
		}
		loosen(below)
	}
}

// noteShape is everything that notes were recorded as, at any depth.
func noteShape(t *testing.T) *shape {
	t.Helper()
	s := newShape()
	for _, r := range recordings[map[string]recorded](t, "answers.json") {
		teachNotes(s, r.Response)
	}
	loosen(s)
	for _, nested := range []string{"renote", "reply"} { // which may be all that notes are
		s.below[nested] = s
		s.keys[nested] = max(s.keys[nested], 1)
	}
	s.types["null"] = true
	return s
}

func teachNotes(s *shape, value any) {
	switch v := value.(type) {
	case object:
		if v["visibility"] != nil && v["userId"] != nil {
			s.learn(v)
		}
		for _, item := range v {
			teachNotes(s, item)
		}
	case []any:
		for _, item := range v {
			teachNotes(s, item)
		}
	}
}

// TestShapes compares answers with what a real server gave.
func TestShapes(t *testing.T) {
	s := Start(t, Options{Seed: 7, Notes: 400})
	all := recordings[map[string]recorded](t, "answers.json")
	token := s.Token("alice")
	mine := s.Post("alice", Note{Text: "a note of mine #tag"})
	theirs := s.Post("bob", Note{Text: "@alice a note of bob's"})
	s.React("carol", mine, ":blobcat:")
	s.React("alice", theirs, "👍")
	polled := s.Post("bob", Note{Text: "poll", Poll: []string{"a", "b"}})
	renoted := s.Post("bob", Note{RenoteID: mine})
	replied := s.Post("bob", Note{Text: "reply", ReplyID: mine})
	hidden := s.Post("dave", Note{Text: "for followers", Visibility: "followers"})
	post(t, s, token, "notes/favorites/create", object{"noteId": mine})
	upload := uploadFile(t, s, token, "a.png", testPNG(120, 90), map[string]string{"comment": "alt"})
	require.Equal(t, 200, upload.Status)
	fileID := upload.object()["id"]
	folder := post(t, s, token, "drive/folders/create", object{"name": "photos"}).object()["id"]
	post(t, s, token, "drive/files/update", object{"fileId": fileID, "folderId": folder})
	s.mu.Lock()
	s.mustUser("alice").IsLocked = true
	s.mu.Unlock()
	s.Unfollow("erin", "alice")
	post(t, s, s.Token("erin"), "following/create", object{"userId": s.UserID("alice")})

	bodies := map[string]object{
		"meta": {"detail": true}, "meta-no-detail": {"detail": false}, "emoji": {"name": "blobcat"}, "endpoint": {"endpoint": "notes/create"},
		"notes-show": {"noteId": theirs}, "notes-show-renote": {"noteId": renoted}, "notes-show-reply": {"noteId": replied},
		"notes-show-poll": {"noteId": polled}, "error-note-not-visible": {"noteId": hidden},
		"notes-show-partial-bulk": {"noteIds": []any{mine, theirs}},
		"notes-create-files":      {"text": "file", "fileIds": []any{fileID}}, "notes-create-files-only": {"fileIds": []any{fileID}},
		"notes-create-specified": {"text": "dm", "visibility": "specified", "visibleUserIds": []any{s.UserID("bob")}},
		"notes-create-channel":   {"text": "channel", "channelId": s.Channel("お茶会")},
		"notes-create-quote":     {"renoteId": theirs, "text": "quote"}, "notes-create-renote": {"renoteId": theirs},
		"notes-create-reply": {"replyId": theirs, "text": "reply"},
		"notes-timeline-100": {"limit": 100}, "notes-local-timeline": {"limit": 100}, "notes-hybrid-timeline": {"limit": 100},
		"notes-global-timeline": {"limit": 100}, "notes-children": {"noteId": mine}, "notes-conversation": {"noteId": replied},
		"notes-replies": {"noteId": mine}, "notes-renotes": {"noteId": mine}, "notes-reactions": {"noteId": mine},
		"notes-state": {"noteId": mine}, "users-notes": {"userId": s.UserID("hana"), "limit": 50},
		"i-notifications-100": {"limit": 100, "markAsRead": false}, "i-notifications-grouped": {"limit": 100, "markAsRead": false},
		"users-show": {"userId": s.UserID("bob")}, "users-show-anon": {"username": "alice"}, "users-show-self": {"username": "alice"},
		"users-show-ids": {"userIds": []any{s.UserID("alice"), s.UserID("bob")}}, "users-relation": {"userId": s.UserID("bob")},
		"following-create": {"userId": s.UserID("frank")}, "following-delete": {"userId": s.UserID("frank")},
		"drive-files-show": {"fileId": fileID}, "drive-files-find-by-hash": {"md5": upload.object()["md5"]},
		"drive-files-check-existence": {"md5": upload.object()["md5"]}, "drive-files": {"folderId": folder}, "drive-folders-create": {"name": "new"},
		"blocking-create": {"userId": s.UserID("noor")},
	}
	order := slices.Sorted(func(yield func(string) bool) {
		for name := range all {
			if !yield(name) {
				return
			}
		}
	})
	slices.SortStableFunc(order, func(a, b string) int { // what changes something comes in its own order
		return strings.Compare(strings.SplitN(a, "-", 2)[0], strings.SplitN(b, "-", 2)[0])
	})
	notes := noteShape(t)
	for _, name := range order {
		r := all[name]
		if r.Method != http.MethodPost || name == "miauth-check" || name == "miauth-check-pending" || name == "drive-files-create" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			body := bodies[name]
			if body == nil {
				body, _ = r.Body.(object)
			}
			who := token
			switch {
			case strings.HasSuffix(name, "-anon"), name == "meta", name == "emojis":
				who = ""
			case name == "i-native-token":
				who = s.NativeToken("alice")
			}
			got := post(t, s, who, r.Endpoint, body)
			require.Equal(t, r.Status, got.Status, "%s", got.Raw)
			want := newShape()
			want.learn(r.Response)
			if name == "i-notifications-grouped" { // which groups only some
				want.learn(all["i-notifications-100"].Response)
			}
			loosen(want)
			want = teachAbout(want, notes)
			assert.Empty(t, want.misfits(got.Body, "", remote()), "%.400s", got.Raw)
		})
	}
}

// teachAbout lets whatever is a note below be anything that notes are.
func teachAbout(s, notes *shape) *shape {
	if s.keys["visibility"] > 0 && s.keys["userId"] > 0 {
		return notes
	}
	for key, below := range s.below {
		if below != notes {
			s.below[key] = teachAbout(below, notes)
		}
	}
	return s
}
