package misskey_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"reflect"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
)

// sample is a recorded piece of JSON and what it is to be read as.
type sample struct {
	name string // endpoint or event
	file string
	as   reflect.Type
	data json.RawMessage
}

// samples are all recorded answers and messages that hold entities.
func samples(t *testing.T) []sample {
	t.Helper()
	return append(recordedAnswers(t), recordedMessages(t)...)
}

func recordedAnswers(t *testing.T) []sample {
	t.Helper()
	recordings := os.DirFS("testdata/recordings")
	files, err := fs.Glob(recordings, "*.json")
	require.NoError(t, err)
	require.NotEmpty(t, files)
	var all []sample
	for _, path := range files {
		text, err := fs.ReadFile(recordings, path)
		require.NoError(t, err)
		var recorded struct {
			Endpoint string
			Response json.RawMessage
		}
		require.NoError(t, json.Unmarshal(text, &recorded), path)
		if unasked[recorded.Endpoint] {
			continue
		}
		as, ok := answers[recorded.Endpoint]
		require.True(t, ok, "%s: no entity for %s", path, recorded.Endpoint)
		if recorded.Endpoint == "users/show" && recorded.Response[0] == '[' {
			as = reflect.SliceOf(as) // asked for several
		}
		all = append(all, sample{recorded.Endpoint, path, as, recorded.Response})
	}
	return all
}

func recordedMessages(t *testing.T) []sample {
	t.Helper()
	text, err := os.ReadFile("testdata/streaming.jsonl")
	require.NoError(t, err)
	var all []sample
	lines := bufio.NewScanner(bytes.NewReader(text))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var frame struct {
			Type string
			Body json.RawMessage
		}
		require.NoError(t, json.Unmarshal(lines.Bytes(), &frame))
		if frame.Type == "channel" || frame.Type == "noteUpdated" {
			require.NoError(t, json.Unmarshal(frame.Body, &frame))
		}
		if plainEvents[frame.Type] {
			continue
		}
		as, ok := events[frame.Type]
		require.True(t, ok, "no entity for the event %s", frame.Type)
		all = append(all, sample{frame.Type, "streaming.jsonl", as, frame.Body})
	}
	require.NoError(t, lines.Err())
	require.NotEmpty(t, all)
	return all
}

func TestEveryRecordingDecodes(t *testing.T) {
	for _, s := range samples(t) {
		value := reflect.New(s.as)
		require.NoError(t, json.Unmarshal(s.data, value.Interface()), "%s %s", s.file, s.name)
	}
}

func TestNothingIsListedThatWasNotRecorded(t *testing.T) {
	met := map[string]bool{}
	for _, s := range samples(t) {
		met[s.name] = true
	}
	for endpoint := range answers {
		assert.True(t, met[endpoint], endpoint)
	}
	for event := range events {
		assert.True(t, met[event], event)
	}
}

func TestAllRecordedNotificationTypesAreKnown(t *testing.T) {
	met := map[misskey.NotificationType]bool{}
	for _, s := range samples(t) {
		if s.as != one[[]misskey.Notification]() {
			continue
		}
		var list []misskey.Notification
		require.NoError(t, json.Unmarshal(s.data, &list))
		for _, n := range list {
			met[n.Type] = true
			assert.NotEmpty(t, n.ID)
			checkNotification(t, n)
		}
	}
	for _, kind := range []misskey.NotificationType{
		misskey.NotifyNote, misskey.NotifyMention, misskey.NotifyReply, misskey.NotifyQuote, misskey.NotifyRenote,
		misskey.NotifyReaction, misskey.NotifyPollEnded, misskey.NotifyFollow, misskey.NotifyReceiveFollowRequest,
		misskey.NotifyRoleAssigned, misskey.NotifyChatRoomInvitation,
		misskey.NotifyAchievementEarned, misskey.NotifyExportCompleted, misskey.NotifyLogin,
		misskey.NotifyCreateToken, misskey.NotifyTest, misskey.NotifyApp, misskey.NotifyNoteScheduled,
		misskey.NotifyReactionGrouped, misskey.NotifyRenoteGrouped,
	} {
		assert.True(t, met[kind], "%s was not recorded", kind)
		delete(met, kind)
	}
	assert.Empty(t, met, "recorded, but not named here")
}

// checkNotification asks that a notification holds what its type promises.
func checkNotification(t *testing.T, n misskey.Notification) {
	t.Helper()
	aboutNote := func(n misskey.Notification) bool { return n.Note != nil && n.Note.ID != "" }
	aboutUser := func(n misskey.Notification) bool { return n.User != nil && n.User.ID == n.UserID }
	promises := map[misskey.NotificationType]func(misskey.Notification) bool{
		misskey.NotifyNote:                 aboutNote,
		misskey.NotifyMention:              aboutNote,
		misskey.NotifyReply:                aboutNote,
		misskey.NotifyQuote:                aboutNote,
		misskey.NotifyRenote:               aboutNote,
		misskey.NotifyPollEnded:            aboutNote,
		misskey.NotifyFollow:               aboutUser,
		misskey.NotifyReceiveFollowRequest: aboutUser,
		misskey.NotifyReaction: func(n misskey.Notification) bool {
			return aboutNote(n) && aboutUser(n) && n.Reaction != ""
		},
		misskey.NotifyReactionGrouped: func(n misskey.Notification) bool {
			return aboutNote(n) && len(n.Reactions) > 0 && n.Reactions[0].User.ID != ""
		},
		misskey.NotifyRenoteGrouped: func(n misskey.Notification) bool {
			return aboutNote(n) && len(n.Users) > 0 && n.Users[0].ID != ""
		},
		misskey.NotifyRoleAssigned: func(n misskey.Notification) bool { return n.Role != nil && n.Role.Name != "" },
		misskey.NotifyChatRoomInvitation: func(n misskey.Notification) bool {
			return n.Invite != nil && n.Invite.Room.ID != ""
		},
		misskey.NotifyAchievementEarned: func(n misskey.Notification) bool { return n.Achievement != "" },
		misskey.NotifyExportCompleted: func(n misskey.Notification) bool {
			return n.ExportedEntity != "" && n.FileID != ""
		},
		misskey.NotifyApp:           func(n misskey.Notification) bool { return n.Body != "" },
		misskey.NotifyNoteScheduled: func(n misskey.Notification) bool { return n.Draft != nil && n.Draft.ID != "" },
	}
	if kept, ok := promises[n.Type]; ok {
		assert.True(t, kept(n), "%s %s", n.Type, n.ID)
	}
}
