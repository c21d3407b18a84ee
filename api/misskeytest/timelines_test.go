package misskeytest

import (
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"mejiro/api/misskey"
)

func TestPages(t *testing.T) {
	now := time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)
	s := Start(t, Options{Now: func() time.Time { return now }})
	var ids []string
	for range 25 {
		ids = append(ids, string(s.Post("bob", Note{Text: "note"})))
		now = now.Add(time.Second)
	}
	newest := slices.Clone(ids)
	slices.Reverse(newest)
	at := func(i int) int64 { return time.Date(2026, 5, 1, 12, 0, i, 0, time.UTC).UnixMilli() }
	tests := map[string]struct {
		body object
		want []string
	}{
		"nothing":           {object{}, newest[:10]},
		"limit":             {object{"limit": 3}, newest[:3]},
		"until":             {object{"untilId": newest[4], "limit": 2}, newest[5:7]},
		"since, ascending":  {object{"sinceId": ids[4], "limit": 3}, ids[5:8]},
		"between":           {object{"sinceId": ids[20], "untilId": ids[24]}, newest[1:4]},
		"beyond the newest": {object{"sinceId": newest[0]}, []string{}},
		"beyond the oldest": {object{"untilId": ids[0]}, []string{}},
		"since date":        {object{"sinceDate": at(22)}, ids[22:]},
		"until date":        {object{"untilDate": at(2)}, []string{ids[1], ids[0]}},
		"ids win":           {object{"sinceId": ids[22], "untilDate": at(1)}, ids[23:]},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			assert.Equal(t, test.want, post(t, s, "", "notes/local-timeline", test.body).ids())
		})
	}
}

func TestTimelines(t *testing.T) {
	s := Start(t, Options{})
	bird := s.Channel("Bird")
	named := map[string]misskey.NoteID{}
	add := func(name, acct string, n Note) { n.Text += name; named[name] = s.Post(acct, n) }
	file := uploadFile(t, s, s.Token("bob"), "a.png", testPNG(1, 1), nil).object()["id"].(string)
	add("own", "alice", Note{})
	add("followed", "bob", Note{FileIDs: []misskey.FileID{misskey.FileID(file)}})
	add("stranger", "sofia", Note{})
	add("remote followed", "kai@fedi.example", Note{})
	add("remote stranger", "yuki@yuki.example", Note{})
	add("home", "bob", Note{Visibility: "home"})
	add("followers", "bob", Note{Visibility: "followers"})
	add("narrow stranger", "sofia", Note{Visibility: "followers"})
	add("direct", "bob", Note{Visibility: "specified", VisibleTo: []string{"alice"}})
	add("channel", "sofia", Note{Channel: bird})
	add("reply to other", "bob", Note{ReplyID: named["stranger"]})
	add("reply to me", "bob", Note{ReplyID: named["own"]})
	add("reply to self", "bob", Note{ReplyID: named["followed"]})
	named["renote"] = s.Post("bob", Note{RenoteID: named["stranger"]})
	add("muted", "carol", Note{})
	post(t, s, s.Token("alice"), "mute/create", object{"userId": s.UserID("carol")})

	home := []string{"own", "followed", "remote followed", "home", "followers", "direct", "channel", "reply to me", "reply to self", "renote"}
	local := []string{"own", "followed", "stranger", "reply to me", "reply to self", "renote"}
	tests := map[string]struct {
		endpoint string
		body     object
		want     []string
	}{
		"home":               {"notes/timeline", object{}, home},
		"local":              {"notes/local-timeline", object{}, local},
		"local with replies": {"notes/local-timeline", object{"withReplies": true}, append([]string{"reply to other"}, local...)},
		"hybrid":             {"notes/hybrid-timeline", object{}, append([]string{"stranger"}, home...)},
		"global": {"notes/global-timeline", object{}, append([]string{
			"remote followed", "remote stranger", "reply to other",
		}, local...)},
		"without renotes": {"notes/local-timeline", object{"withRenotes": false}, local[:len(local)-1]},
		"with files":      {"notes/timeline", object{"withFiles": true}, []string{"followed"}},
		"mentions":        {"notes/mentions", object{}, []string{"direct", "reply to me"}},
		"direct mentions": {"notes/mentions", object{"visibility": "specified"}, []string{"direct"}},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			test.body["limit"] = 100
			var want []string
			for _, n := range test.want {
				want = append(want, string(named[n]))
			}
			assert.ElementsMatch(t, want, post(t, s, s.Token("alice"), test.endpoint, test.body).ids())
		})
	}
	notes := post(t, s, s.Token("alice"), "users/notes", object{"userId": s.UserID("bob"), "limit": 100}).ids()
	assert.NotContains(t, notes, string(named["reply to other"]))
	assert.Contains(t, notes, string(named["reply to self"]))
	assert.Equal(t, 404, post(t, s, "", "users/notes", object{"userId": "nosuchuser"}).Status)
}

func TestFollowWithReplies(t *testing.T) {
	s := Start(t, Options{})
	s.Unfollow("alice", "bob")
	reply := s.Post("bob", Note{Text: "reply", ReplyID: s.Post("sofia", Note{Text: "a"})})
	token := s.Token("alice")
	assert.Equal(t, 200, post(t, s, token, "following/create", object{"userId": s.UserID("bob"), "withReplies": true}).Status)
	assert.Contains(t, post(t, s, token, "notes/timeline", nil).ids(), string(reply))
}

func TestSkewedIDs(t *testing.T) {
	s := Start(t, Options{})
	first := s.Post("bob", Note{Text: "now"})
	s.SkewIDs(-time.Hour)
	old := s.Post("bob", Note{Text: "an hour ago, it says"})
	s.SkewIDs(time.Hour)
	ahead := s.Post("bob", Note{Text: "in an hour, it says"})
	assert.Equal(t, []string{string(ahead), string(first), string(old)}, post(t, s, "", "notes/local-timeline", nil).ids())
	at, ok := misskey.IDTime(ahead)
	assert.True(t, ok)
	assert.WithinDuration(t, s.Note(ahead).CreatedAt, at, time.Millisecond)
}
