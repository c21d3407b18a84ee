package stream_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/api/stream"
)

func misskeyNote(i int) misskey.NoteID { return misskey.NoteID(fmt.Sprintf("n%03d", i)) }

// one sends frames on a subscription and says what they became. The word SUB
// stands for the subscription's ID.
func one(t *testing.T, body func(r *run, send func(string) []stream.Event)) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		r := start(t, stream.Options{HTTPClient: p.client()})
		s := <-p.sockets
		id := r.Subscribe(stream.ChannelMain, stream.Params{})
		s.all()
		s.confirm(t, string(id))
		r.take()
		require.Equal(t, stream.SubscriptionID("1"), id)
		body(r, func(frame string) []stream.Event {
			s.send(t, frame)
			return r.take()
		})
	})
}

func channelFrame(kind, body string) string {
	return `{"type":"channel","body":{"id":"1","type":"` + kind + `","body":` + body + `}}`
}

func updateFrame(kind, body string) string {
	return `{"type":"noteUpdated","body":{"id":"n1","type":"` + kind + `","body":` + body + `}}`
}

func TestEvents(t *testing.T) {
	for name, c := range map[string]struct {
		frame string
		want  stream.Event
	}{
		"reacted, custom": {
			updateFrame("reacted", `{"reaction":":blobcat@.:","emoji":{"name":"blobcat@.","url":"http://x/b"},"userId":"u"}`),
			stream.NoteReacted{"n1", ":blobcat@.:", &stream.ReactionEmoji{Name: "blobcat@.", URL: "http://x/b"}, "u"},
		},
		"reacted, Unicode": {
			updateFrame("reacted", `{"reaction":"🎉","emoji":null,"userId":"u"}`), stream.NoteReacted{"n1", "🎉", nil, "u"},
		},
		"unreacted":        {updateFrame("unreacted", `{"reaction":"🎉","userId":"u"}`), stream.NoteUnreacted{"n1", "🎉", "u"}},
		"voted":            {updateFrame("pollVoted", `{"choice":0,"userId":"u"}`), stream.NotePollVoted{"n1", 0, "u"}},
		"deleted":          {updateFrame("deleted", `{"deletedAt":"2026-11-20T22:13:04.329Z"}`), stream.NoteDeleted{"n1"}},
		"deleted, oddly":   {updateFrame("deleted", `[1]`), stream.NoteDeleted{"n1"}},
		"edited":           {updateFrame("updated", `{"cw":null,"text":"new","x":1}`), stream.NoteEdited{"n1", new("new"), nil}},
		"unknown update":   {updateFrame("sparkled", `{}`), stream.Unknown{Type: "sparkled"}},
		"unknown message":  {channelFrame("sparkled", `{}`), stream.Unknown{"1", "sparkled"}},
		"unknown":          {`{"type":"sparkled","body":5}`, stream.Unknown{Type: "sparkled"}},
		"all read":         {channelFrame("readAllNotifications", `null`), stream.AllNotificationsRead{}},
		"flushed":          {channelFrame("notificationFlushed", `null`), stream.NotificationsFlushed{}},
		"no announcements": {channelFrame("readAllAnnouncements", `null`), stream.AllAnnouncementsRead{}},
		"token":            {channelFrame("myTokenRegenerated", `null`), stream.TokenRegenerated{}},
		"file deleted":     {channelFrame("fileDeleted", `"f1"`), stream.DriveFileDeleted{"f1"}},
		"folder deleted":   {channelFrame("folderDeleted", `"f1"`), stream.DriveFolderDeleted{"f1"}},
		"followed":         {channelFrame("followed", `{"id":"u"}`), stream.Followed{misskey.User{ID: "u"}}},
		"asked to follow":  {channelFrame("receiveFollowRequest", `{"id":"u"}`), stream.FollowRequested{misskey.User{ID: "u"}}},
		"put on a list":    {channelFrame("userAdded", `{"id":"u"}`), stream.UserAdded{"1", misskey.User{ID: "u"}}},
		"emoji deleted":    {`{"type":"emojiDeleted","body":{"emojis":[{"name":"a"},{"name":"b"}]}}`, stream.EmojiDeleted{[]string{"a", "b"}}},
		"a note's ID alone": {
			channelFrame("note", `{"id":"n9"}`),
			stream.NoteArrived{Subscription: "1", Note: misskey.Note{ID: "n9"}, Partial: true},
		},
		"a note's ID and badges": {
			channelFrame("note", `{"id":"n9","user":{"badgeRoles":[]},"renote":{"myReaction":null}}`),
			stream.NoteArrived{
				Subscription: "1", Partial: true,
				Note: misskey.Note{ID: "n9", User: misskey.User{BadgeRoles: []misskey.BadgeRole{}}, Renote: &misskey.Note{}},
			},
		},
	} {
		t.Run(name, func(t *testing.T) {
			one(t, func(r *run, send func(string) []stream.Event) {
				assert.Equal(t, []stream.Event{c.want}, send(c.frame))
				assert.Zero(t, r.Malformed())
			})
		})
	}
}

func TestMalformedFramesAreCountedAndNothingElse(t *testing.T) {
	bad := []string{
		``, `h`, `pong`, `{`, `[]`, `5`, `{"type":5}`, `{"type":"channel"}`, `{"type":"channel","body":null}`,
		`{"type":"channel","body":{"type":"note","body":{"id":"n"}}}`, `{"type":"connected","body":{"id":5}}`,
		channelFrame("note", `null`), channelFrame("note", `{}`), channelFrame("note", `{"id":5}`), channelFrame("note", `"n"`),
		channelFrame("note", `{"id":"n","createdAt":"yesterday"}`),
		channelFrame("notification", `{}`), channelFrame("unreadNotification", `null`), channelFrame("meUpdated", `{}`),
		channelFrame("meUpdated", `null`), channelFrame("followed", `null`), channelFrame("fileDeleted", `{}`),
		channelFrame("driveFileCreated", `[]`), updateFrame("reacted", `null`), updateFrame("reacted", `{}`),
		updateFrame("unreacted", `{"reaction":5}`), updateFrame("pollVoted", `{}`), updateFrame("pollVoted", `{"choice":"1"}`),
		`{"type":"emojiAdded","body":null}`, `{"type":"emojiUpdated","body":[]}`,
	}
	one(t, func(r *run, send func(string) []stream.Event) {
		for i, frame := range bad {
			assert.Empty(t, send(frame), frame)
			assert.EqualValues(t, i+1, r.Malformed(), frame)
		}
		assert.Len(t, send(channelFrame("note", `{"id":"n"}`)), 1, "the stream goes on")
	})
}

func TestAFieldOfAWrongTypeLeavesTheRest(t *testing.T) {
	one(t, func(r *run, send func(string) []stream.Event) {
		got := send(channelFrame("note", `{"id":"n","userId":"u","renoteCount":"many","cw":"careful"}`))
		require.Len(t, got, 1)
		arrived, ok := got[0].(stream.NoteArrived)
		require.True(t, ok)
		assert.Equal(t, misskey.NoteID("n"), arrived.Note.ID)
		assert.Zero(t, arrived.Note.RenoteCount)
		require.NotNil(t, arrived.Note.CW)
		assert.Equal(t, "careful", *arrived.Note.CW)
		assert.Zero(t, r.Malformed())
	})
}

func TestRecordedFramesDecode(t *testing.T) {
	counts := map[string]int{}
	one(t, func(r *run, send func(string) []stream.Event) {
		for _, f := range recorded(t) {
			for _, e := range send(f) {
				if u, ok := e.(stream.Unknown); ok {
					counts["unknown "+u.Type]++
					continue
				}
				check(t, e)
				counts[reflect.TypeOf(e).Name()]++
			}
		}
		assert.Zero(t, r.Malformed())
	})
	assert.Equal(t, map[string]int{
		"NoteArrived": 12, "NoteReacted": 2, "NoteUnreacted": 1, "NotePollVoted": 1, "NoteDeleted": 1,
		"NotificationArrived": 11, "NotificationUnread": 11, "AllNotificationsRead": 1, "MeUpdated": 1,
		"FollowCreated": 1, "FollowDeleted": 1, "Followed": 1, "FollowRequested": 1, "UserAdded": 1, "UserRemoved": 1,
		"DriveFileCreated": 2, "DriveFileUpdated": 1, "DriveFileDeleted": 1,
		"DriveFolderCreated": 1, "DriveFolderUpdated": 1, "DriveFolderDeleted": 1, "URLUploadFinished": 1,
		"EmojiAdded": 1, "EmojiUpdated": 1, "EmojiDeleted": 1, "AnnouncementCreated": 2, "AllAnnouncementsRead": 1,
		"unknown mention": 1, "unknown reply": 1, "unknown renote": 1, "unknown message": 1, "unknown react": 1,
		"unknown unreact": 1, "unknown deleted": 1, "unknown newChatMessage": 1, "unknown stats": 1,
		"unknown registryUpdated": 1, "unknown signin": 1,
	}, counts)
}

// check looks for what every event of a kind must hold.
func check(t *testing.T, e stream.Event) {
	t.Helper()
	switch e := e.(type) {
	case stream.NoteArrived:
		assert.NotEmpty(t, e.Note.ID)
		assert.Equal(t, e.Note.User.Username == "", e.Partial)
		if !e.Partial {
			assert.False(t, e.Note.CreatedAt.IsZero())
			assert.NotEmpty(t, e.Note.Visibility)
		}
	case stream.NotificationArrived:
		assert.NotEmpty(t, e.Notification.Type)
		assert.False(t, e.Notification.CreatedAt.IsZero())
	case stream.DriveFileCreated:
		assert.NotEmpty(t, e.File.URL)
	case stream.URLUploadFinished:
		assert.Equal(t, "mk1", e.Marker)
		assert.NotEmpty(t, e.File.ID)
	case stream.EmojiAdded:
		assert.NotEmpty(t, e.Emoji.URL)
	case stream.AnnouncementCreated:
		assert.NotEmpty(t, e.Announcement.Title)
	}
}

// recorded is what a server sent, every subscription renamed to "1".
func recorded(t testing.TB) []string {
	file, err := os.Open("testdata/frames.jsonl")
	require.NoError(t, err)
	defer func() { _ = file.Close() }()
	var frames []string
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var f struct {
			Type string         `json:"type"`
			Body map[string]any `json:"body"`
		}
		require.NoError(t, json.Unmarshal(lines.Bytes(), &f))
		if f.Type == "channel" || f.Type == "connected" {
			f.Body["id"] = "1"
		}
		frame, err := json.Marshal(f)
		require.NoError(t, err)
		frames = append(frames, string(frame))
	}
	require.NoError(t, lines.Err())
	require.NotEmpty(t, frames)
	return frames
}

func TestMeUpdatedMerges(t *testing.T) {
	known := misskey.Me{}
	known.ID, known.Name = "me", "Old"
	known.Fields = []misskey.Field{{Name: "a", Value: "b"}}
	known.Policies = misskey.Policies{GTLAvailable: true, UploadableFileTypes: []string{"image/*"}}
	known.Emojis = misskey.EmojiMap{"x": "http://x"}
	before, err := json.Marshal(known)
	require.NoError(t, err)

	one(t, func(_ *run, send func(string) []stream.Event) {
		events := send(channelFrame("meUpdated", `{"id":"me","name":"New","fields":[{"name":"c","value":"d"}],"emojis":{}}`))
		require.Len(t, events, 1)
		merged, err := events[0].(stream.MeUpdated).Merge(known)
		require.NoError(t, err)
		assert.Equal(t, "New", merged.Name)
		assert.Equal(t, []misskey.Field{{Name: "c", Value: "d"}}, merged.Fields)
		assert.True(t, merged.Policies.GTLAvailable, "what the server left out is kept")
		assert.Equal(t, []string{"image/*"}, merged.Policies.UploadableFileTypes)
		assert.Empty(t, merged.Emojis)
	})
	after, err := json.Marshal(known)
	require.NoError(t, err)
	assert.JSONEq(t, string(before), string(after), "what was known is left as it was")
}

func TestAFloodIsDeliveredWholeToASlowHandler(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		const notes = 1000
		p := newPeer(t)
		r := start(t, stream.Options{HTTPClient: p.client()})
		s := <-p.sockets
		id := r.Subscribe(stream.ChannelHomeTimeline, stream.Params{})
		s.all()
		s.confirm(t, string(id))
		r.take()
		r.each(func(stream.Event) { time.Sleep(300 * time.Millisecond) })
		for i := range notes {
			s.send(t, channelFrame("note", fmt.Sprintf(`{"id":"%s"}`, misskeyNote(i))))
			time.Sleep(10 * time.Millisecond)
		}
		time.Sleep(10 * time.Minute)
		events := r.take()
		arrived := of[stream.NoteArrived](events)
		require.Len(t, arrived, notes)
		for i, a := range arrived {
			require.Equal(t, misskeyNote(i), a.Note.ID, "in order")
		}
		assert.Len(t, events, notes, "and the connection held")
	})
}

func TestABusyHandlerIsNotADeadLink(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		r := start(t, stream.Options{HTTPClient: p.client()})
		s := <-p.sockets
		r.Subscribe(stream.ChannelHomeTimeline, stream.Params{})
		s.all()
		r.take()
		var once sync.Once
		r.each(func(stream.Event) { once.Do(func() { time.Sleep(100 * time.Second) }) })
		sent := make(chan struct{})
		go func() {
			defer close(sent)
			for i := range 100 {
				s.send(t, channelFrame("note", fmt.Sprintf(`{"id":"%s"}`, misskeyNote(i))))
			}
		}()
		<-sent
		time.Sleep(time.Minute)
		events := r.take()
		assert.Len(t, of[stream.NoteArrived](events), 100)
		assert.Empty(t, of[stream.Disconnected](events))
	})
}

func TestTheHandlerMayCallBack(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		p := newPeer(t)
		r := start(t, stream.Options{HTTPClient: p.client()})
		r.each(func(e stream.Event) {
			if _, ok := e.(stream.NoteArrived); ok {
				id := r.Subscribe(stream.ChannelMain, stream.Params{})
				r.Capture("n")
				r.Release("n")
				r.Unsubscribe(id)
				r.Retry()
			}
		})
		s := <-p.sockets
		id := r.Subscribe(stream.ChannelHomeTimeline, stream.Params{})
		s.all()
		s.confirm(t, string(id))
		for i := range 50 {
			s.send(t, channelFrame("note", fmt.Sprintf(`{"id":"%s"}`, misskeyNote(i))))
		}
		time.Sleep(time.Minute)
		assert.Len(t, of[stream.NoteArrived](r.take()), 50)
	})
}
