package misskeytest

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
)

func TestUsers(t *testing.T) {
	s := Start(t, Options{})
	show := func(who string, body object) answer {
		token := ""
		if who != "" {
			token = s.Token(who)
		}
		return post(t, s, token, "users/show", body)
	}
	assert.Nil(t, show("", object{"username": "erin"}).object()["name"])
	assert.Equal(t, true, show("", object{"username": "CAROL"}).object()["isCat"])
	assert.Equal(t, true, show("alice", object{"username": "bob", "host": nil}).object()["isFollowing"])
	assert.Equal(t, "fedi.example", show("", object{"username": "kai", "host": "fedi.example"}).object()["host"])
	assert.Equal(t, "alice", show("", object{"username": "alice", "host": s.host}).object()["username"])
	assert.NotContains(t, show("", object{"username": "bob"}).object(), "isFollowing")
	assert.Contains(t, show("alice", object{"username": "alice"}).object(), "policies")
	assert.Equal(t, 404, show("", object{"userId": "nosuchuser"}).Status)
	some := show("", object{"userIds": []any{s.UserID("bob"), "nosuch", s.UserID("alice")}, "detailed": false})
	assert.Equal(t, []string{string(s.UserID("bob")), string(s.UserID("alice"))}, some.ids())
	assert.NotContains(t, some.list()[0], "fields")

	found := post(t, s, s.Token("alice"), "users/search-by-username-and-host", object{"username": "S", "limit": 5, "detail": false})
	assert.Equal(t, []string{string(s.UserID("sofia")), string(s.UserID("suzume@tori.example"))}, found.ids())
}

func TestFollowing(t *testing.T) {
	s := Start(t, Options{})
	alice, dave := s.Token("alice"), object{"userId": s.UserID("dave")}
	assert.Equal(t, "dave", post(t, s, alice, "following/create", dave).object()["username"])
	assert.Equal(t, 200, post(t, s, alice, "following/create", dave).Status, "asking twice is no error")
	relation := post(t, s, alice, "users/relation", dave).list()[0]
	assert.Equal(t, true, relation["hasPendingFollowRequestFromYou"])
	assert.Equal(t, false, relation["isFollowing"])
	requests := post(t, s, s.Token("dave"), "following/requests/list", nil).list()
	require.Len(t, requests, 1)
	assert.Equal(t, 204, post(t, s, s.Token("dave"), "following/requests/accept", object{"userId": s.UserID("alice")}).Status)
	assert.Equal(t, true, post(t, s, alice, "users/relation", dave).list()[0]["isFollowing"])
	kinds := post(t, s, alice, "i/notifications", nil).list()
	assert.Equal(t, "followRequestAccepted", kinds[0]["type"])
	assert.Equal(t, "NO_FOLLOW_REQUEST", post(t, s, s.Token("dave"), "following/requests/accept", object{"userId": s.UserID("alice")}).code())

	carol := s.Token("carol")
	post(t, s, carol, "following/create", dave)
	assert.Equal(t, 200, post(t, s, carol, "following/requests/cancel", dave).Status)
	assert.Equal(t, "FOLLOW_REQUEST_NOT_FOUND", post(t, s, carol, "following/requests/cancel", dave).code())
	post(t, s, carol, "following/create", dave)
	assert.Equal(t, 204, post(t, s, s.Token("dave"), "following/requests/reject", object{"userId": s.UserID("carol")}).Status)
	assert.Equal(t, false, post(t, s, carol, "users/relation", dave).list()[0]["hasPendingFollowRequestFromYou"])
}

func TestBlocking(t *testing.T) {
	s := Start(t, Options{})
	id := s.Post("bob", Note{Text: "a", Poll: []string{"a", "b"}})
	bob := s.Token("bob")
	blocked := post(t, s, bob, "blocking/create", object{"userId": s.UserID("alice")})
	assert.Equal(t, true, blocked.object()["isBlocking"])
	assert.Equal(t, false, blocked.object()["isFollowing"], "follows end both ways")
	for endpoint, body := range map[string]object{
		"notes/create": {"text": "a", "replyId": id}, "notes/reactions/create": {"noteId": id, "reaction": "👍"},
		"notes/polls/vote": {"noteId": id, "choice": 0},
	} {
		assert.Equal(t, "YOU_HAVE_BEEN_BLOCKED", post(t, s, s.Token("alice"), endpoint, body).code(), endpoint)
	}
	assert.Empty(t, post(t, s, s.Token("alice"), "notes/local-timeline", nil).list())
	assert.Equal(t, 200, post(t, s, bob, "blocking/delete", object{"userId": s.UserID("alice")}).Status)
	assert.Equal(t, "NOT_BLOCKING", post(t, s, bob, "blocking/delete", object{"userId": s.UserID("alice")}).code())
	assert.Equal(t, "NOT_MUTING", post(t, s, bob, "mute/delete", object{"userId": s.UserID("alice")}).code())
}

func TestReactions(t *testing.T) {
	s := Start(t, Options{})
	id := s.Post("bob", Note{Text: "a"})
	renote := s.Post("carol", Note{RenoteID: id})
	react := func(who, reaction string) answer {
		return post(t, s, s.Token(who), "notes/reactions/create", object{"noteId": id, "reaction": reaction})
	}
	for who, reactions := range map[string][2]string{
		"alice":  {":blobcat:", ":blobcat@.:"},
		"carol":  {":blobcat@.:", ":blobcat@.:"},
		"hana":   {"❤️", "❤"},
		"rin":    {"like", "👍"},
		"dewi":   {":nope_nope:", "❤"},
		"frank":  {":blobcat@fedi.example:", "❤"},
		"noor":   {"👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"},
		"weilin": {"plain words", "❤"},
		"sofia":  {"1️⃣", "1⃣"},
	} {
		assert.Equal(t, 204, react(who, reactions[0]).Status, reactions[0])
		got := post(t, s, s.Token(who), "notes/show", object{"noteId": id}).object()
		assert.Equal(t, reactions[1], got["myReaction"], reactions[0])
	}
	assert.Equal(t, map[string]int{
		":blobcat@.:": 2, "❤": 4, "👍": 1, "👨‍👩‍👧‍👦": 1, "1⃣": 1,
	}, s.Note(id).Reactions)
	assert.Equal(t, "ALREADY_REACTED", react("rin", "👍").code())
	assert.Equal(t, 204, react("rin", "🎉").Status)
	assert.Zero(t, s.Note(id).Reactions["👍"], "another reaction replaces the first")
	only := post(t, s, "", "notes/reactions", object{"noteId": id, "type": ":blobcat@.:"}).list()
	assert.Len(t, only, 2)
	assert.Equal(t, 204, post(t, s, s.Token("rin"), "notes/reactions/delete", object{"noteId": id}).Status)
	assert.Equal(t, "CANNOT_REACT_TO_RENOTE", post(t, s, s.Token("alice"), "notes/reactions/create",
		object{"noteId": renote, "reaction": "👍"}).code())
	narrow := s.Post("dave", Note{Text: "narrow", Visibility: "followers"})
	hidden := post(t, s, s.Token("alice"), "notes/reactions/create", object{"noteId": narrow, "reaction": "👍"})
	assert.Equal(t, 400, hidden.Status)
	assert.Equal(t, "INTERNAL_ERROR", hidden.code())
}

func TestReactionAcceptance(t *testing.T) {
	s := Start(t, Options{})
	likes := s.Post("bob", Note{Text: "a", Acceptance: misskey.AcceptLikeOnly})
	tame := s.Post("bob", Note{Text: "b", Acceptance: misskey.AcceptNonSensitive})
	s.React("alice", likes, "🎉")
	s.React("alice", tame, ":secret_sensitive:")
	s.React("carol", tame, ":blobcat:")
	assert.Equal(t, map[string]int{"❤": 1}, s.Note(likes).Reactions)
	assert.Equal(t, map[string]int{"❤": 1, ":blobcat@.:": 1}, s.Note(tame).Reactions)
}

func TestVotes(t *testing.T) {
	s := Start(t, Options{})
	one := s.Post("bob", Note{Text: "a", Poll: []string{"a", "b"}})
	many := s.Post("bob", Note{Text: "b", Poll: []string{"a", "b"}, Multiple: true})
	none := s.Post("bob", Note{Text: "c"})
	vote := func(id misskey.NoteID, choice int) string {
		return post(t, s, s.Token("alice"), "notes/polls/vote", object{"noteId": id, "choice": choice}).code()
	}
	assert.Empty(t, vote(one, 0))
	assert.Equal(t, "ALREADY_VOTED", vote(one, 1))
	assert.Empty(t, vote(many, 0))
	assert.Empty(t, vote(many, 1))
	assert.Equal(t, "ALREADY_VOTED", vote(many, 1))
	assert.Equal(t, "INVALID_CHOICE", vote(many, -1))
	assert.Equal(t, "NO_POLL", vote(none, 0))
	shown := decoded[misskey.Note](post(t, s, s.Token("alice"), "notes/show", object{"noteId": many}).Body)
	assert.Equal(t, misskey.PollChoice{Text: "b", Votes: 1, IsVoted: true}, shown.Poll.Choices[1])
}

func TestPollEnds(t *testing.T) {
	s := Start(t, Options{})
	id := s.Post("bob", Note{Text: "a", Poll: []string{"a", "b"}, PollEnds: 20e6})
	s.Vote("carol", id, 0)
	for _, who := range []string{"bob", "carol"} {
		eventually(t, who+" is told", func() bool {
			list := post(t, s, s.Token(who), "i/notifications", object{"includeTypes": []any{"pollEnded"}}).list()
			return len(list) == 1
		})
	}
	assert.Equal(t, "ALREADY_EXPIRED", post(t, s, s.Token("alice"), "notes/polls/vote", object{"noteId": id, "choice": 0}).code())
}

func TestNotifications(t *testing.T) {
	s := Start(t, Options{})
	token := s.Token("alice")
	mine := s.Post("alice", Note{Text: "mine"})
	for _, who := range []string{"bob", "carol", "hana"} {
		s.React(who, mine, "👍")
	}
	s.Post("bob", Note{RenoteID: mine})
	s.Post("carol", Note{RenoteID: mine})
	s.Post("carol", Note{Text: "@alice"})
	s.Notify("alice", misskey.NotifyAchievementEarned, map[string]any{"achievement": "notes1"})
	s.React("alice", mine, "👍") // one's own tell nothing
	list := func(endpoint string, body object) []string {
		var kinds []string
		for _, n := range post(t, s, token, endpoint, body).list() {
			kinds = append(kinds, n["type"].(string))
		}
		return kinds
	}
	all := []string{"achievementEarned", "mention", "renote", "renote", "reaction", "reaction", "reaction"}
	assert.Equal(t, all, list("i/notifications", object{"markAsRead": false}))
	assert.Equal(t, 7.0, post(t, s, token, "i", nil).object()["unreadNotificationsCount"])
	assert.Equal(t, []string{"achievementEarned", "mention", "renote:grouped", "reaction:grouped"},
		list("i/notifications-grouped", object{"markAsRead": false}))
	groups := post(t, s, token, "i/notifications-grouped", object{"markAsRead": false}).list()
	assert.Len(t, groups[2]["users"], 2)
	assert.Len(t, groups[3]["reactions"], 3)
	oldest := post(t, s, token, "i/notifications", object{"markAsRead": false}).ids()[6]
	assert.Equal(t, oldest, groups[3]["id"], "a group has the id of its oldest member")
	assert.Empty(t, list("i/notifications", object{"untilId": oldest, "markAsRead": false}))
	assert.Equal(t, []string{"mention"}, list("i/notifications", object{"includeTypes": []any{"mention"}, "markAsRead": false}))
	assert.Empty(t, list("i/notifications", object{"includeTypes": []any{}, "markAsRead": false}))
	assert.Equal(t, all[:4], list("i/notifications", object{"excludeTypes": []any{"reaction"}}))
	assert.Equal(t, false, post(t, s, token, "i", nil).object()["hasUnreadNotification"], "listing reads")
	assert.Equal(t, "INVALID_PARAM", post(t, s, token, "i/notifications", object{"includeTypes": []any{"odd"}}).code())
	s.Delete(mine)
	assert.Equal(t, []string{"achievementEarned", "mention", "renote", "renote"}, list("i/notifications", nil))
	assert.Equal(t, 204, post(t, s, token, "notifications/flush", nil).Status)
	assert.Empty(t, list("i/notifications", nil))
	post(t, s, token, "notifications/create", object{"body": "b", "header": "h"})
	assert.Equal(t, []string{"app"}, list("i/notifications", nil))
}

func TestNotificationsAreBounded(t *testing.T) {
	s := Start(t, Options{})
	for range maxNotifications + 5 {
		s.Notify("alice", misskey.NotifyTest, nil)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	assert.Len(t, s.mustUser("alice").notifications, maxNotifications)
}
