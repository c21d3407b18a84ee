package misskeytest

import (
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
)

// created posts over HTTP and gives the note that came of it.
func created(t *testing.T, s *Server, token string, body object) object {
	t.Helper()
	got := post(t, s, token, "notes/create", body)
	require.Equal(t, 200, got.Status, "%s", got.Raw)
	return got.object()["createdNote"].(object)
}

func TestCreateNote(t *testing.T) {
	s := Start(t, Options{})
	n := created(t, s, s.Token("alice"), object{"text": "  hello @bob @nobody #Tag\nand @carol@" + s.host + " "})
	assert.Equal(t, "hello @bob @nobody #Tag\nand @carol@"+s.host, n["text"])
	assert.Equal(t, []any{"tag"}, n["tags"])
	assert.Equal(t, []any{string(s.UserID("bob")), string(s.UserID("carol"))}, n["mentions"])
	assert.Equal(t, "public", n["visibility"])
	assert.Equal(t, 1, len(s.Notes()))
}

func TestCreateNoteAdjustsVisibility(t *testing.T) {
	s := Start(t, Options{})
	home := s.Post("alice", Note{Text: "home", Visibility: "home"})
	local := s.Post("alice", Note{Text: "local", LocalOnly: true})
	followers := s.Post("alice", Note{Text: "mine", Visibility: "followers"})
	direct := s.Post("bob", Note{Text: "dm @carol", Visibility: "specified", VisibleTo: []string{"alice"}})
	tests := map[string]struct {
		body       object
		visibility string
		localOnly  bool
	}{
		"reply to home":        {object{"text": "a", "replyId": home}, "home", false},
		"renote of home":       {object{"renoteId": home}, "home", false},
		"narrower than home":   {object{"text": "b", "replyId": home, "visibility": "followers"}, "followers", false},
		"reply to local":       {object{"text": "c", "replyId": local}, "public", true},
		"renote of my own":     {object{"renoteId": followers}, "followers", false},
		"channel":              {object{"text": "d", "channelId": s.Channel("Bird"), "visibility": "home"}, "public", true},
		"reply to a direct":    {object{"text": "e", "replyId": direct, "visibility": "specified"}, "specified", false},
		"addressed by mention": {object{"text": "f @bob", "visibility": "specified"}, "specified", false},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			n := created(t, s, s.Token("alice"), test.body)
			assert.Equal(t, test.visibility, n["visibility"])
			assert.Equal(t, test.localOnly, n["localOnly"])
			if test.visibility == "specified" {
				assert.Contains(t, n["visibleUserIds"], string(s.UserID("bob")))
			}
		})
	}
}

func TestCreateNoteRefusals(t *testing.T) {
	s := Start(t, Options{})
	theirs := s.Post("bob", Note{Text: "public"})
	renote := s.Post("bob", Note{RenoteID: theirs})
	narrow := s.Post("bob", Note{Text: "followers", Visibility: "followers"})
	direct := s.Post("bob", Note{Text: "for alice", Visibility: "specified", VisibleTo: []string{"alice"}})
	secret := s.Post("bob", Note{Text: "for carol", Visibility: "specified", VisibleTo: []string{"carol"}})
	foreign := uploadFile(t, s, s.Token("bob"), "a.png", testPNG(1, 1), nil).object()["id"]
	tests := map[string]struct {
		body object
		code string
	}{
		"renote of a renote":     {object{"renoteId": renote}, "CANNOT_RENOTE_TO_A_PURE_RENOTE"},
		"renote of a narrow":     {object{"renoteId": narrow}, "CANNOT_RENOTE_DUE_TO_VISIBILITY"},
		"renote of a direct":     {object{"renoteId": direct}, "CANNOT_RENOTE_DUE_TO_VISIBILITY"},
		"reply to a renote":      {object{"text": "a", "replyId": renote}, "CANNOT_REPLY_TO_A_PURE_RENOTE"},
		"reply to what I cannot": {object{"text": "a", "replyId": secret, "visibility": "specified"}, "CANNOT_REPLY_TO_AN_INVISIBLE_NOTE"},
		"reply made wider":       {object{"text": "a", "replyId": direct}, "CANNOT_REPLY_TO_SPECIFIED_VISIBILITY_NOTE_WITH_EXTENDED_VISIBILITY"},
		"another's file":         {object{"text": "a", "fileIds": []any{foreign}}, "NO_SUCH_FILE"},
		"empty files":            {object{"fileIds": []any{}}, "INVALID_PARAM"},
		"empty cw":               {object{"text": "a", "cw": ""}, "INVALID_PARAM"},
		"null visibility":        {object{"text": "a", "visibility": nil}, "INVALID_PARAM"},
		"same choices":           {object{"poll": object{"choices": []any{"a", "a"}}}, "INVALID_PARAM"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, test.code, post(t, s, s.Token("alice"), "notes/create", test.body).code())
		})
	}
	crowd := Start(t, Options{Users: 30})
	text := "@" + strings.Join(crowd.Usernames(), " @")
	assert.Equal(t, "CONTAINS_TOO_MANY_MENTIONS", post(t, crowd, crowd.Token("alice"), "notes/create", object{"text": text}).code())
}

func TestCreateNoteTwice(t *testing.T) {
	now := time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)
	s := Start(t, Options{Now: func() time.Time { return now }})
	first := created(t, s, s.Token("alice"), object{"text": "same"})
	assert.Equal(t, first["id"], created(t, s, s.Token("alice"), object{"text": "same"})["id"])
	assert.NotEqual(t, first["id"], created(t, s, s.Token("bob"), object{"text": "same"})["id"], "another user's is another note")
	now = now.Add(2 * time.Minute)
	assert.NotEqual(t, first["id"], created(t, s, s.Token("alice"), object{"text": "same"})["id"])
}

func TestCreateNoteWithoutAnswer(t *testing.T) {
	s := Start(t, Options{})
	quiet := post(t, s, s.Token("alice"), "notes/create", object{"text": "a", "noCreatedNote": true})
	assert.Equal(t, 204, quiet.Status)
	assert.Empty(t, quiet.Raw)
	later := post(t, s, s.Token("alice"), "notes/create", object{"text": "b", "scheduledAt": time.Now().Add(time.Hour).UnixMilli()})
	assert.Equal(t, 204, later.Status)
	assert.Len(t, s.Notes(), 1)
}

func TestDeleteNote(t *testing.T) {
	s := Start(t, Options{})
	root := s.Post("alice", Note{Text: "root"})
	reply := s.Post("bob", Note{Text: "reply", ReplyID: root})
	renote := s.Post("bob", Note{RenoteID: root})
	assert.Equal(t, 204, post(t, s, s.Token("alice"), "notes/delete", object{"noteId": root}).Status)
	for id, key := range map[misskey.NoteID]string{reply: "reply", renote: "renote"} {
		got := post(t, s, "", "notes/show", object{"noteId": id}).object()
		assert.Contains(t, got, key)
		assert.Nil(t, got[key])
		assert.Equal(t, string(root), got[key+"Id"])
	}
}

func TestUnrenote(t *testing.T) {
	s := Start(t, Options{})
	root := s.Post("alice", Note{Text: "root"})
	s.Post("bob", Note{RenoteID: root})
	s.Post("bob", Note{RenoteID: root, Text: "quote"})
	kept := s.Post("carol", Note{RenoteID: root})
	assert.Equal(t, 3, s.Note(root).RenoteCount)
	assert.Equal(t, 204, post(t, s, s.Token("bob"), "notes/unrenote", object{"noteId": root}).Status)
	assert.Equal(t, 1, s.Note(root).RenoteCount)
	assert.Equal(t, []string{string(kept)}, post(t, s, "", "notes/renotes", object{"noteId": root}).ids())
}

func TestThread(t *testing.T) {
	s := Start(t, Options{})
	root := s.Post("alice", Note{Text: "root"})
	a := s.Post("bob", Note{Text: "a", ReplyID: root})
	b := s.Post("carol", Note{Text: "b", ReplyID: a})
	quote := s.Post("hana", Note{Text: "quote", RenoteID: root})
	s.Post("hana", Note{RenoteID: root})
	assert.Equal(t, []string{string(a), string(root)}, post(t, s, "", "notes/conversation", object{"noteId": b}).ids())
	assert.Equal(t, []string{string(root)}, post(t, s, "", "notes/conversation", object{"noteId": b, "offset": 1}).ids())
	assert.Equal(t, []string{string(quote), string(a)}, post(t, s, "", "notes/children", object{"noteId": root}).ids())
	assert.Equal(t, []string{string(a)}, post(t, s, "", "notes/replies", object{"noteId": root}).ids())
	bulk := post(t, s, "", "notes/show-partial-bulk", object{"noteIds": []any{b, "nosuchnote", a}})
	assert.Equal(t, []string{string(b), string(a)}, bulk.ids())
}

func TestHiddenNote(t *testing.T) {
	s := Start(t, Options{})
	id := s.Post("dave", Note{Text: "only for followers", CW: "psst", Visibility: "followers"})
	quote := s.Post("bob", Note{Text: "in reply", ReplyID: id})
	for who, hidden := range map[string]bool{"": true, "alice": true, "bob": false, "dave": false} {
		token := ""
		if who != "" {
			token = s.Token(who)
		}
		got := post(t, s, token, "notes/show", object{"noteId": id}).object()
		assert.Equal(t, hidden, got["isHidden"] == true, who)
		assert.Equal(t, hidden, got["text"] == nil, who)
		nested, _ := post(t, s, token, "notes/show", object{"noteId": quote}).object()["reply"].(object)
		assert.Equal(t, hidden, nested["isHidden"] == true, who)
	}
}

func TestFavorites(t *testing.T) {
	s := Start(t, Options{})
	id := s.Post("bob", Note{Text: "a"})
	token := s.Token("alice")
	assert.Equal(t, "NOT_FAVORITED", post(t, s, token, "notes/favorites/delete", object{"noteId": id}).code())
	assert.Equal(t, 204, post(t, s, token, "notes/favorites/create", object{"noteId": id}).Status)
	assert.Equal(t, true, post(t, s, token, "notes/state", object{"noteId": id}).object()["isFavorited"])
	assert.Len(t, post(t, s, token, "i/favorites", nil).list(), 1)
	assert.Equal(t, 204, post(t, s, token, "notes/favorites/delete", object{"noteId": id}).Status)
	assert.Empty(t, post(t, s, token, "i/favorites", nil).list())
}

func TestPins(t *testing.T) {
	s := Start(t, Options{})
	id := s.Post("alice", Note{Text: "a"})
	token := s.Token("alice")
	me := post(t, s, token, "i/pin", object{"noteId": id}).object()
	assert.Equal(t, []any{string(id)}, me["pinnedNoteIds"])
	assert.Equal(t, "ALREADY_PINNED", post(t, s, token, "i/pin", object{"noteId": id}).code())
	me = post(t, s, token, "i/unpin", object{"noteId": id}).object()
	assert.Empty(t, me["pinnedNotes"])
}
