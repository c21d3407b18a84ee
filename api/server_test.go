package api_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api"
	"mejiro/api/misskey"
	"mejiro/api/misskeytest"
)

// as is a client of a whole Misskey server, signed in as one of its people.
func as(t *testing.T, s *misskeytest.Server, username string) *api.Client {
	t.Helper()
	server, err := api.ParseServer(s.URL)
	require.NoError(t, err)
	c := api.New(server, s.Token(username), api.Options{OnOddity: func(o api.Oddity) {
		t.Errorf("%s: %d skipped, %d bent: %v", o.Endpoint, o.Skipped, o.Bent, o.Cause)
	}})
	t.Cleanup(c.CloseIdleConnections)
	return c
}

// Two people of the server: one follows the other.
const one, other = "alice", "bob"

// fill lets one post so many notes and gives their IDs, newest first.
func fill(s *misskeytest.Server, notes int) []misskey.NoteID {
	ids := make([]misskey.NoteID, notes)
	for i := range ids {
		ids[notes-1-i] = s.Post(one, misskeytest.Note{Text: fmt.Sprintf("note %d", i)})
	}
	return ids
}

func codeOf(t *testing.T, err error) string {
	t.Helper()
	var refused *api.Refused
	require.ErrorAs(t, err, &refused)
	return refused.Code
}

func TestAServerTellsOfItself(t *testing.T) {
	s := misskeytest.Start(t, misskeytest.Options{Seed: 1, Name: "Grove"})
	c := as(t, s, one)
	found, err := api.Discover(t.Context(), c.Server(), api.Options{})
	require.NoError(t, err)
	assert.Equal(t, "Grove", found.Name)
	assert.Equal(t, found.Server, found.CallsItself)

	emojis, err := c.Emojis(t.Context())
	require.NoError(t, err)
	assert.NotEmpty(t, emojis)
	names, err := c.Endpoints(t.Context())
	require.NoError(t, err)
	assert.Contains(t, names, "notes/create")
	clock, err := c.Ping(t.Context())
	require.NoError(t, err)
	assert.WithinDuration(t, time.Now(), clock, time.Minute)

	s.Announce("Tonight", "The server sleeps")
	list, err := c.Announcements(t.Context(), api.Page{}, false)
	require.NoError(t, err)
	require.NotEmpty(t, list)
	assert.Equal(t, "Tonight", list[0].Title)
	require.NoError(t, c.ReadAnnouncement(t.Context(), list[0].ID))
	me, err := c.Me(t.Context())
	require.NoError(t, err)
	assert.Equal(t, one, me.Username)
	assert.True(t, me.Policies.Told)
	for _, unread := range me.UnreadAnnouncements {
		assert.NotEqual(t, list[0].ID, unread.ID)
	}
}

func TestTheLifeOfANote(t *testing.T) {
	s := misskeytest.Start(t, misskeytest.Options{Seed: 1})
	author, reader, ctx := as(t, s, one), as(t, s, other), t.Context()
	note, err := author.CreateNote(ctx, api.NewNote{
		Text: "Which?", CW: "a question", Visibility: misskey.VisibilityHome,
		Poll: &api.NewPoll{Choices: []string{"a", "b"}, ExpiredAfter: time.Hour},
	})
	require.NoError(t, err)
	assert.Equal(t, "a question", *note.CW)
	require.NotNil(t, note.Poll)
	require.NotNil(t, note.Poll.ExpiresAt)

	require.NoError(t, reader.VotePoll(ctx, note.ID, 1))
	assert.Equal(t, api.CodeAlreadyVoted, codeOf(t, reader.VotePoll(ctx, note.ID, 1)))
	require.NoError(t, reader.CreateReaction(ctx, note.ID, "🎉"))
	assert.Equal(t, api.CodeAlreadyReacted, codeOf(t, reader.CreateReaction(ctx, note.ID, "🎉")))
	require.NoError(t, reader.CreateFavorite(ctx, note.ID))
	assert.Equal(t, api.CodeAlreadyFavorited, codeOf(t, reader.CreateFavorite(ctx, note.ID)))
	state, err := reader.NoteState(ctx, note.ID)
	require.NoError(t, err)
	assert.True(t, state.IsFavorited)

	seen, err := reader.Note(ctx, note.ID)
	require.NoError(t, err)
	assert.Equal(t, "🎉", seen.MyReaction)
	assert.True(t, seen.Poll.Choices[1].IsVoted)
	who, err := reader.Reactions(ctx, note.ID, "", api.Page{})
	require.NoError(t, err)
	require.Len(t, who, 1)
	assert.Equal(t, other, who[0].User.Username)
	partial, err := author.PartialNotes(ctx, []misskey.NoteID{note.ID})
	require.NoError(t, err)
	require.Len(t, partial, 1)
	assert.Equal(t, map[string]int{"🎉": 1}, partial[0].Reactions)

	require.NoError(t, reader.DeleteReaction(ctx, note.ID))
	assert.Equal(t, api.CodeNotReacted, codeOf(t, reader.DeleteReaction(ctx, note.ID)))
	require.NoError(t, reader.DeleteFavorite(ctx, note.ID))
	assert.Equal(t, api.CodeNotFavorited, codeOf(t, reader.DeleteFavorite(ctx, note.ID)))
	assert.Equal(t, "ACCESS_DENIED", codeOf(t, reader.DeleteNote(ctx, note.ID)))
	require.NoError(t, author.DeleteNote(ctx, note.ID))
	_, err = author.Note(ctx, note.ID)
	assert.Equal(t, api.CodeNoSuchNote, codeOf(t, err))
}

func TestThreads(t *testing.T) {
	s := misskeytest.Start(t, misskeytest.Options{Seed: 1})
	author, reader, ctx := as(t, s, one), as(t, s, other), t.Context()
	root, err := author.CreateNote(ctx, api.NewNote{Text: "root"})
	require.NoError(t, err)
	reply, err := reader.CreateNote(ctx, api.NewNote{Text: "reply", ReplyID: root.ID})
	require.NoError(t, err)
	require.NotNil(t, reply.Reply)
	quote, err := reader.CreateNote(ctx, api.NewNote{Text: "quote", RenoteID: root.ID})
	require.NoError(t, err)
	assert.True(t, quote.IsQuote())
	renote, err := reader.CreateNote(ctx, api.NewNote{RenoteID: root.ID})
	require.NoError(t, err)
	assert.True(t, renote.IsPureRenote())

	above, err := author.Conversation(ctx, reply.ID, 10, 0)
	require.NoError(t, err)
	require.Len(t, above, 1)
	assert.Equal(t, root.ID, above[0].ID)
	below, err := author.Children(ctx, root.ID, api.Page{})
	require.NoError(t, err)
	assert.Len(t, below, 2, "a reply and a quote")
	passed, err := author.Renotes(ctx, root.ID, api.Page{})
	require.NoError(t, err)
	assert.Len(t, passed, 2, "a quote and a renote")
	require.NoError(t, reader.Unrenote(ctx, root.ID))
	passed, err = author.Renotes(ctx, root.ID, api.Page{})
	require.NoError(t, err)
	assert.Empty(t, passed)
}

func TestTimelinesPageThroughThePast(t *testing.T) {
	s := misskeytest.Start(t, misskeytest.Options{Seed: 1})
	all := fill(s, 30)
	c := as(t, s, one)
	for _, kind := range []api.TimelineKind{api.TimelineHome, api.TimelineLocal, api.TimelineHybrid, api.TimelineGlobal} {
		first, err := c.Timeline(t.Context(), kind, api.Page{Limit: 20}, api.TimelineFilter{AllowPartial: true})
		require.NoError(t, err, kind)
		assert.Equal(t, all[:20], noteIDs(first), kind)
		second, err := c.Timeline(t.Context(), kind, api.Page{Limit: 20, UntilID: string(all[19])}, api.TimelineFilter{})
		require.NoError(t, err, kind)
		assert.Equal(t, all[20:], noteIDs(second), kind)
		back, err := c.Timeline(t.Context(), kind, api.Page{Limit: 5, SinceID: string(all[19])}, api.TimelineFilter{})
		require.NoError(t, err, kind)
		assert.Equal(t, all[14:19], noteIDs(back), "the next five, newest first")
	}
}

func noteIDs(notes []misskey.Note) []misskey.NoteID {
	ids := make([]misskey.NoteID, len(notes))
	for i, n := range notes {
		ids[i] = n.ID
	}
	return ids
}

func TestPeople(t *testing.T) {
	s := misskeytest.Start(t, misskeytest.Options{Seed: 1})
	fill(s, 7)
	c, ctx := as(t, s, one), t.Context()
	user, err := c.UserByName(ctx, other, "")
	require.NoError(t, err)
	assert.Equal(t, s.UserID(other), user.ID)
	assert.True(t, user.IsFollowing)
	_, err = c.DeleteFollowing(ctx, user.ID)
	require.NoError(t, err)
	user, err = c.User(ctx, user.ID)
	require.NoError(t, err)
	assert.False(t, user.IsFollowing)
	_, err = c.CreateFollowing(ctx, user.ID)
	require.NoError(t, err)
	_, err = c.CreateFollowing(ctx, user.ID)
	assert.Equal(t, "ALREADY_FOLLOWING", codeOf(t, err))

	several, err := c.Users(ctx, []misskey.UserID{user.ID, "nobody0000000000", s.UserID(one)})
	require.NoError(t, err)
	require.Len(t, several, 2)
	assert.Equal(t, other, several[0].Username)
	found, err := c.UsersByPrefix(ctx, other[:2], "", 10)
	require.NoError(t, err)
	assert.NotEmpty(t, found)
	notes, err := c.UserNotes(ctx, s.UserID(one), api.Page{Limit: 5}, api.UserNotesFilter{WithReplies: true})
	require.NoError(t, err)
	assert.Len(t, notes, 5)
	_, err = c.UserByName(ctx, "nobody_here", "")
	assert.Equal(t, api.CodeNoSuchUser, codeOf(t, err))
}

func TestNotificationsCanBePeekedAt(t *testing.T) {
	s := misskeytest.Start(t, misskeytest.Options{Seed: 1})
	c, ctx := as(t, s, one), t.Context()
	require.NoError(t, c.MarkAllNotificationsAsRead(ctx))
	id := s.Post(one, misskeytest.Note{Text: "hello"})
	s.React(other, id, "👍")
	s.Post(other, misskeytest.Note{Text: "hi", ReplyID: id})

	list, err := c.Notifications(ctx, api.Page{}, api.NotificationFilter{}, false)
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(list), 2)
	assert.Equal(t, misskey.NotifyReply, list[0].Type)
	assert.Equal(t, misskey.NotifyReaction, list[1].Type)
	only, err := c.Notifications(ctx, api.Page{}, api.NotificationFilter{
		Only: []misskey.NotificationType{misskey.NotifyReaction},
	}, false)
	require.NoError(t, err)
	assert.Equal(t, misskey.NotifyReaction, only[0].Type)
	me, err := c.Me(ctx)
	require.NoError(t, err)
	assert.True(t, me.HasUnreadNotification, "looking marks nothing")
	_, err = c.GroupedNotifications(ctx, api.Page{}, api.NotificationFilter{}, true)
	require.NoError(t, err)
	me, err = c.Me(ctx)
	require.NoError(t, err)
	assert.False(t, me.HasUnreadNotification)
}

func TestTheDrive(t *testing.T) {
	s := misskeytest.Start(t, misskeytest.Options{Seed: 1, DriveCapacity: 1 << 20, MaxFileSize: 2 << 20})
	c, ctx := as(t, s, one), t.Context()
	var picture bytes.Buffer
	require.NoError(t, png.Encode(&picture, image.NewRGBA(image.Rect(0, 0, 40, 30))))
	size := int64(picture.Len())
	before, err := c.Drive(ctx)
	require.NoError(t, err)

	file, err := c.CreateDriveFile(ctx, api.Upload{
		Name: "四角.png", Comment: "nothing", IsSensitive: true, Content: bytes.NewReader(picture.Bytes()), Size: size,
	})
	require.NoError(t, err)
	assert.Equal(t, "四角.png", file.Name)
	assert.Equal(t, "nothing", file.Comment)
	assert.Equal(t, "image/png", file.Type)
	assert.True(t, file.IsSensitive)
	assert.Equal(t, size, file.Size)
	assert.Equal(t, 40, file.Properties.Width)
	assert.Len(t, file.MD5, 32)

	same, err := c.DriveFilesByHash(ctx, file.MD5)
	require.NoError(t, err)
	require.Len(t, same, 1)
	assert.Equal(t, file.ID, same[0].ID)
	name, comment, sensitive := "new.png", "", false
	file, err = c.UpdateDriveFile(ctx, file.ID, api.FileChange{Name: &name, Comment: &comment, IsSensitive: &sensitive})
	require.NoError(t, err)
	assert.Equal(t, "new.png", file.Name)
	assert.Empty(t, file.Comment)
	assert.False(t, file.IsSensitive)
	files, err := c.DriveFiles(ctx, "", "image/*", "", api.Page{})
	require.NoError(t, err)
	require.NotEmpty(t, files)
	assert.Equal(t, file.ID, files[0].ID)
	after, err := c.Drive(ctx)
	require.NoError(t, err)
	assert.Equal(t, before.Usage+size, after.Usage)

	_, err = c.CreateDriveFile(ctx, upload("x.txt", strings.Repeat("long ", 1<<20)))
	assert.Equal(t, api.CodeMaxFileSize, codeOf(t, err))
	require.NoError(t, c.DeleteDriveFile(ctx, file.ID))
	assert.Equal(t, api.CodeNoSuchFile, codeOf(t, c.DeleteDriveFile(ctx, file.ID)))
}
