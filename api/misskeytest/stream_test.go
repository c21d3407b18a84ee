package misskeytest

import (
	"context"
	"net/http"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/coder/websocket"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
)

func TestStreamAuthentication(t *testing.T) {
	s := Start(t, Options{})
	token := s.Token("alice")
	tests := map[string]struct {
		query, header string
		status        int
	}{
		"header":                   {"", "Bearer " + token, 101},
		"query":                    {"?i=" + token, "", 101},
		"nobody":                   {"", "", 101},
		"lower case, with a query": {"?i=" + token, "bearer wrong", 101},
		"bad token":                {"?i=xxxxxxxxxxxxxxxx", "", 401},
		"bad header":               {"?i=" + token, "Bearer wrong", 401},
		"without read:account":     {"?i=" + s.NewToken("alice", "write:notes"), "", 401},
		"native":                   {"?i=" + s.NativeToken("alice"), "", 101},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			h := http.Header{}
			if test.header != "" {
				h.Set("Authorization", test.header)
			}
			conn, res, err := websocket.Dial(t.Context(), s.URL+"/streaming"+test.query, &websocket.DialOptions{HTTPHeader: h})
			require.NotNil(t, res)
			assert.Equal(t, test.status, res.StatusCode)
			if test.status == 401 {
				require.Error(t, err)
				assert.Equal(t, `Bearer realm="Misskey", error="invalid_token", error_description="Failed to authenticate"`,
					res.Header.Get("WWW-Authenticate"))
				return
			}
			require.NoError(t, err)
			require.NoError(t, conn.CloseNow())
		})
	}
}

func TestStreamRefusesSilently(t *testing.T) {
	s := Start(t, Options{})
	w := dial(t, s, s.Token("alice"))
	for _, raw := range []string{
		"not json", `"h"`, "h", "{}", `{"type":"ping"}`, `[]`, `{"type":"connect"}`, `{"type":"connect","body":null}`,
		`{"type":"connect","body":{"channel":"main","id":1,"pong":true}}`,
		`{"type":"connect","body":{"channel":"main","id":"a","params":null,"pong":true}}`,
		`{"type":"connect","body":{"channel":"noSuchChannel","id":"b","pong":true}}`,
		`{"type":"connect","body":{"channel":"serverStats","id":"c","pong":true}}`,
		`{"type":"connect","body":{"channel":"channel","id":"d","pong":true}}`,
		`{"type":"connect","body":{"channel":"hashtag","id":"e","params":{"q":[[]]},"pong":true}}`,
		`{"type":"disconnect","body":{"id":"zzz"}}`, `{"type":"subNote","body":{}}`, `{"type":"un","body":{"id":"none"}}`,
	} {
		w.raw(raw)
	}
	w.settle()
	w.open("main", nil)
	w.send("connect", object{"channel": "main", "id": "again", "pong": true})
	w.settle()
	assert.Equal(t, []string{"main"}, s.Subscriptions("alice"))
	w.send("connect", object{"channel": "channel", "id": "f", "params": object{"channelId": "nope"}, "pong": true})
	assert.Equal(t, "connected", w.next()["type"], "an unknown channel connects anyway")

	anonymous := dial(t, s, "")
	for _, channel := range []string{"main", "homeTimeline", "hybridTimeline", "drive"} {
		anonymous.send("connect", object{"channel": channel, "id": channel, "pong": true})
	}
	anonymous.settle()
	anonymous.open("globalTimeline", nil)
}

func TestStreamLimitsChannels(t *testing.T) {
	s := Start(t, Options{})
	w := dial(t, s, s.Token("alice"))
	for i := range 40 {
		w.send("connect", object{"channel": "localTimeline", "id": strconv.Itoa(i), "pong": true})
	}
	for range 32 {
		assert.Equal(t, "connected", w.next()["type"])
	}
	w.send("disconnect", object{"id": "0"})
	w.settle()
	assert.Len(t, s.Subscriptions("alice"), 31)
	w.send("connect", object{"channel": "globalTimeline", "id": "5", "pong": true})
	w.next()
	assert.Len(t, s.Subscriptions("alice"), 31, "an id in use is given up first")
}

func TestStreamTimelines(t *testing.T) {
	s := Start(t, Options{})
	w := dial(t, s, s.Token("alice"))
	w.open("homeTimeline", nil)
	w.open("localTimeline", object{"withRenotes": false})
	w.open("hybridTimeline", object{"withFiles": true})
	w.open("globalTimeline", nil)
	w.open("hashtag", object{"q": []any{[]any{"tea"}}})
	w.open("channel", object{"channelId": s.Channel("お茶会")})
	got := func(n int) []string {
		var channels []string
		for range n {
			channel, kind, _ := w.event()
			assert.Equal(t, "note", kind)
			channels = append(channels, channel)
		}
		slices.Sort(channels)
		return channels
	}
	id := s.Post("bob", Note{Text: "#tea time"})
	assert.Equal(t, []string{"globalTimeline", "hashtag", "homeTimeline", "localTimeline"}, got(4))
	s.Post("bob", Note{RenoteID: id})
	assert.Equal(t, []string{"globalTimeline", "homeTimeline"}, got(2))
	s.Post("sofia", Note{Text: "in a channel", Channel: s.Channel("お茶会")})
	assert.Equal(t, []string{"channel", "homeTimeline"}, got(2))
	s.Post("dave", Note{Text: "for others", Visibility: "followers"})
	w.settle()
}

func TestStreamMinimised(t *testing.T) {
	s := Start(t, Options{})
	w := dial(t, s, s.Token("alice"))
	w.open("homeTimeline", object{"minimize": true})
	id := s.Post("bob", Note{Text: "public"})
	_, _, body := w.event()
	assert.Equal(t, object{"id": string(id)}, body)
	s.Post("bob", Note{Text: "whole", Visibility: "followers"})
	_, _, body = w.event()
	assert.Equal(t, "whole", body.(object)["text"])
}

func TestStreamRenoteTellsMyReaction(t *testing.T) {
	s := Start(t, Options{})
	id := s.Post("bob", Note{Text: "a"})
	s.React("alice", id, ":blobcat:")
	w := dial(t, s, s.Token("alice"))
	w.open("homeTimeline", nil)
	s.Post("carol", Note{RenoteID: id})
	_, _, body := w.event()
	assert.NotContains(t, body, "myReaction")
	assert.Equal(t, ":blobcat@.:", body.(object)["renote"].(object)["myReaction"])
}

func TestStreamCaptures(t *testing.T) {
	s := Start(t, Options{})
	id := s.Post("bob", Note{Text: "poll", Poll: []string{"a", "b"}})
	w := dial(t, s, s.Token("alice"))
	for _, kind := range []string{"subNote", "s", "sr"} {
		w.send(kind, object{"id": id})
	}
	for _, kind := range []string{"un", "unsubNote"} {
		w.send(kind, object{"id": id})
	}
	w.settle()
	assert.Equal(t, []misskey.NoteID{id}, s.Captures("alice"), "captures are counted")
	update := func() (string, any) {
		f := w.next()
		require.Equal(t, "noteUpdated", f["type"])
		body := f["body"].(object)
		assert.Equal(t, string(id), body["id"])
		return body["type"].(string), body["body"]
	}
	s.React("carol", id, ":blobcat:")
	kind, body := update()
	assert.Equal(t, "reacted", kind)
	emoji := body.(object)["emoji"].(object)
	assert.Equal(t, "blobcat@.", emoji["name"])
	assert.Equal(t, ":blobcat@.:", body.(object)["reaction"])
	s.React("carol", id, "👍")
	kind, _ = update()
	assert.Equal(t, "unreacted", kind)
	kind, body = update()
	assert.Equal(t, "reacted", kind)
	assert.Nil(t, body.(object)["emoji"])
	s.Unreact("carol", id)
	kind, _ = update()
	assert.Equal(t, "unreacted", kind)
	s.Vote("carol", id, 1)
	kind, body = update()
	assert.Equal(t, "pollVoted", kind)
	assert.Equal(t, object{"choice": 1.0, "userId": string(s.UserID("carol"))}, body)
	w.send("un", object{"id": id})
	w.settle()
	s.React("carol", id, "👍")
	w.settle()
	w.send("s", object{"id": id})
	w.settle()
	s.Delete(id)
	kind, _ = update()
	assert.Equal(t, "deleted", kind)

	narrow := s.Post("dave", Note{Text: "narrow", Visibility: "followers"})
	w.send("s", object{"id": narrow})
	w.settle()
	s.React("bob", narrow, "👍")
	w.settle()
}

func TestStreamMain(t *testing.T) {
	s := Start(t, Options{Unread: time.Millisecond})
	mine := s.Post("alice", Note{Text: "mine"})
	w := dial(t, s, s.Token("alice"))
	w.open("main", nil)
	events := func(n int) []string {
		var kinds []string
		for range n {
			_, kind, body := w.event()
			if kind == "notification" || kind == "unreadNotification" {
				kind += " " + body.(object)["type"].(string)
			}
			kinds = append(kinds, kind)
		}
		return kinds
	}
	s.Post("bob", Note{Text: "@alice hello"})
	assert.Equal(t, []string{"mention", "notification mention", "unreadNotification mention"}, events(3))
	s.Post("bob", Note{Text: "reply", ReplyID: mine})
	assert.Equal(t, []string{"mention", "reply", "notification reply", "unreadNotification reply"}, events(4))
	s.Post("bob", Note{RenoteID: mine})
	assert.Equal(t, []string{"renote", "notification renote", "unreadNotification renote"}, events(3))
	s.Post("bob", Note{RenoteID: mine, Text: "quote"})
	assert.Equal(t, []string{"renote", "notification quote", "unreadNotification quote"}, events(3))
	s.React("bob", mine, ":iine:")
	assert.Equal(t, []string{"notification reaction", "unreadNotification reaction"}, events(2))
	s.Unfollow("bob", "alice")
	s.Follow("bob", "alice")
	assert.Equal(t, []string{"followed", "notification follow", "unreadNotification follow"}, events(3))
	post(t, s, s.Token("alice"), "following/create", object{"userId": s.UserID("frank")})
	assert.Equal(t, []string{"follow"}, events(1))
	post(t, s, s.Token("alice"), "following/delete", object{"userId": s.UserID("frank")})
	assert.Equal(t, []string{"unfollow"}, events(1))
	post(t, s, s.Token("alice"), "i/update", object{"name": "Alice"})
	assert.Equal(t, []string{"meUpdated"}, events(1))
	s.Announce("News", "text")
	assert.Equal(t, "announcementCreated", w.next()["type"])
	id := post(t, s, s.Token("alice"), "announcements", nil).ids()[0]
	post(t, s, s.Token("alice"), "i/read-announcement", object{"announcementId": id})
	assert.Equal(t, []string{"readAllAnnouncements"}, events(1))
	w.send("readNotification", object{"id": "x"})
	assert.Equal(t, []string{"readAllNotifications"}, events(1))
	post(t, s, s.Token("alice"), "notifications/flush", nil)
	assert.Equal(t, []string{"notificationFlushed"}, events(1))
	post(t, s, s.Token("alice"), "notifications/test-notification", nil)
	assert.Equal(t, []string{"notification test", "unreadNotification test"}, events(2))
	s.AddEmoji("brand_new", "Misc", "blobcat", "new")
	assert.Equal(t, "emojiAdded", w.next()["type"])
	s.DeleteEmoji("brand_new")
	assert.Equal(t, "emojiDeleted", w.next()["type"])
}

// TestFrameShapes compares frames with recorded ones.
func TestFrameShapes(t *testing.T) {
	all := recordings[map[string][]any](t, "frames.json")
	s := Start(t, Options{Unread: time.Millisecond})
	w := dial(t, s, s.Token("alice"))
	for _, channel := range []string{"main", "homeTimeline", "localTimeline", "hybridTimeline", "globalTimeline", "drive"} {
		w.open(channel, nil)
	}
	w.open("hashtag", object{"q": []any{[]any{"tag"}}})
	w.open("channel", object{"channelId": s.Channel("Bird")})
	mine := s.Post("alice", Note{Text: "mine"})
	w.send("s", object{"id": mine})
	eventually(t, "captured", func() bool { return len(s.Captures("alice")) == 1 })
	stir(t, s, mine)
	seen := map[string]bool{}
	for len(w.frames) > 0 || len(seen) < 20 {
		f := w.next()
		key := frameName(f)
		if all[key] == nil {
			continue
		}
		seen[key] = true
		want := newShape()
		for other, frames := range all { // whatever comes as a note may come on any timeline
			if other == key || strings.HasSuffix(key, "/note") && strings.HasSuffix(other, "/note") {
				for _, r := range frames {
					want.learn(r)
				}
			}
		}
		loosen(want)
		assert.Empty(t, want.misfits(f, key, remote()), "%.300v", f)
	}
}

// frameName is under which name frames of this kind are recorded.
func frameName(f object) string {
	name := f["type"].(string)
	body, _ := f["body"].(object)
	switch name {
	case "channel":
		name += "/" + body["id"].(string) + "/" + body["type"].(string)
	case "noteUpdated":
		name += "/" + body["type"].(string)
	}
	return name
}

// stir lets everything happen that sockets are told of.
func stir(t *testing.T, s *Server, mine misskey.NoteID) {
	t.Helper()
	token := s.Token("alice")
	s.Post("bob", Note{Text: "hello #tag"})
	s.Post("bob", Note{Text: "@alice reply", ReplyID: mine})
	s.Post("bob", Note{Text: "quote", RenoteID: mine})
	s.Post("bob", Note{RenoteID: mine})
	s.Post("bob", Note{Text: "poll", Poll: []string{"a", "b"}})
	s.Post("bob", Note{Text: "dm", Visibility: "specified", VisibleTo: []string{"alice"}})
	s.Post("tanaka", Note{Text: "channel", Channel: s.Channel("Bird")})
	s.React("bob", mine, ":blobcat:")
	s.React("carol", mine, "👍")
	s.Unreact("carol", mine)
	s.Unfollow("erin", "alice")
	s.Follow("erin", "alice")
	for _, endpoint := range []string{"following/create", "following/delete"} {
		require.Equal(t, 200, post(t, s, token, endpoint, object{"userId": s.UserID("frank")}).Status)
	}
	id := uploadFile(t, s, token, "a.png", testPNG(3, 2), nil).object()["id"]
	post(t, s, token, "drive/files/update", object{"fileId": id, "name": "b.png"})
	post(t, s, token, "drive/files/delete", object{"fileId": id})
	post(t, s, token, "drive/folders/create", object{"name": "folder"})
	post(t, s, token, "notifications/mark-all-as-read", nil)
	post(t, s, token, "i/update", object{"location": "somewhere"})
	s.Announce("title", "text")
	s.AddEmoji("another", "", "blobfox")
	s.DeleteEmoji("another")
	s.Delete(mine)
}

func TestStreamPings(t *testing.T) {
	s := Start(t, Options{Ping: 5 * time.Millisecond})
	pinged := make(chan struct{}, 100)
	conn, _, err := websocket.Dial(t.Context(), s.URL+"/streaming", &websocket.DialOptions{
		OnPingReceived: func(context.Context, []byte) bool { pinged <- struct{}{}; return true },
	})
	require.NoError(t, err)
	defer func() { _ = conn.CloseNow() }()
	read := conn.CloseRead(t.Context())
	for range 3 {
		select {
		case <-pinged:
		case <-read.Done():
			t.Fatal("the socket closed")
		}
	}
}

func TestStreamDropsTheDead(t *testing.T) {
	s := Start(t, Options{Ping: 5 * time.Millisecond})
	conn, _, err := websocket.Dial(t.Context(), s.URL+"/streaming", nil) // and never reads: no pong
	require.NoError(t, err)
	defer func() { _ = conn.CloseNow() }()
	eventually(t, "joined or already gone", func() bool { return s.OnlineSockets() == 0 })
}

func TestDropSockets(t *testing.T) {
	s := Start(t, Options{})
	w := dial(t, s, s.Token("alice"))
	w.settle()
	assert.Equal(t, 1, s.OnlineSockets())
	assert.Equal(t, misskey.StatusOnline, s.User("alice").OnlineStatus)
	s.DropSockets()
	eventually(t, "closed", func() bool { return s.OnlineSockets() == 0 })
}

func TestSendFrame(t *testing.T) {
	s := Start(t, Options{})
	w := dial(t, s, s.Token("alice"))
	w.settle()
	s.SendFrame("alice", `{"type":"odd","body":{"deep":[1,2,3]}}`)
	assert.Equal(t, "odd", w.next()["type"])
	s.SendFrame("bob", `{"type":"not for alice"}`)
	w.settle()
}

func TestSlowSocketIsDropped(t *testing.T) {
	s := Start(t, Options{})
	conn, _, err := websocket.Dial(t.Context(), s.URL+"/streaming?i="+s.Token("alice"), nil)
	require.NoError(t, err)
	defer func() { _ = conn.CloseNow() }()
	eventually(t, "joined", func() bool { return s.OnlineSockets() == 1 })
	frame := `{"type":"` + strings.Repeat("x", 1<<14) + `"}`
	eventually(t, "dropped", func() bool {
		for range 1000 {
			s.SendFrame("alice", frame)
		}
		return s.OnlineSockets() == 0
	})
}
