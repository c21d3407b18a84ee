package misskeytest

import (
	"encoding/json"
	"net/url"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"mejiro/api/misskey"
	"mejiro/api/misskeytest/internal/gallery"
)

func TestSameSeedSameWorld(t *testing.T) {
	at := time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)
	world := func(seed uint64) string {
		s := Start(t, Options{Seed: seed, Notes: 60, Now: func() time.Time { return at }})
		notes, err := json.Marshal(s.Notes())
		require.NoError(t, err)
		told := post(t, s, s.Token("alice"), "i/notifications", object{"limit": 100, "markAsRead": false})
		return strings.NewReplacer(s.host, "", url.QueryEscape(s.host), "").Replace(string(notes) + string(told.Raw))
	}
	first := world(1)
	assert.True(t, first == world(1), "another world of the same seed")
	assert.False(t, first == world(2), "the same world of another seed")
}

func TestPast(t *testing.T) {
	at := time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)
	s := Start(t, Options{Seed: 1, Notes: 400, Span: 48 * time.Hour, Now: func() time.Time { return at }})
	notes := s.Notes()
	require.Len(t, notes, 400)
	assert.True(t, slices.IsSortedFunc(notes, func(a, b misskey.Note) int { return strings.Compare(string(a.ID), string(b.ID)) }))
	count := map[string]int{}
	for _, n := range notes {
		assert.False(t, n.CreatedAt.After(at), n.Body())
		assert.WithinDuration(t, at, n.CreatedAt, 49*time.Hour)
		if n.Reply != nil {
			count["reply"]++
			assert.True(t, n.CreatedAt.After(n.Reply.CreatedAt))
		}
		for name, has := range map[string]bool{
			"renote": n.IsPureRenote(), "quote": n.IsQuote(), "poll": n.Poll != nil, "cw": n.CW != nil,
			"files": len(n.Files) > 0, "many files": len(n.Files) > 4, "channel": n.Channel != nil, "local": n.LocalOnly && n.Channel == nil,
			"remote": n.User.Host != "", "reactions": len(n.Reactions) > 2, "remote emoji": len(n.ReactionEmojis) > 0,
			"like only": n.Acceptance == misskey.AcceptLikeOnly, "visibility " + string(n.Visibility): true,
			"mentions": len(n.Mentions) > 0, "tags": len(n.Tags) > 0, "language " + s.languageOf(n.User): true,
		} {
			if has {
				count[name]++
			}
		}
		for _, f := range n.Files {
			kind, _, _ := strings.Cut(f.Type, "/")
			count[kind]++
			if f.IsSensitive {
				count["sensitive"]++
			}
		}
	}
	for _, name := range []string{
		"reply", "renote", "quote", "poll", "cw", "files", "many files", "channel", "local", "remote", "reactions",
		"remote emoji", "like only", "visibility public", "visibility home", "visibility followers", "visibility specified",
		"mentions", "tags", "image", "audio", "video", "sensitive",
		"language ja", "language ko", "language en", "language fr", "language id", "language zh",
	} {
		assert.Positive(t, count[name], name)
	}
}

func (s *Server) languageOf(u misskey.User) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.people[u.ID].Language
}

func TestLanguages(t *testing.T) {
	s := Start(t, Options{Notes: 30, Languages: []string{"ko"}})
	roots := 0
	for _, n := range s.Notes() {
		if n.ReplyID == "" && n.RenoteID == "" {
			roots++
			assert.Equal(t, "ko", s.languageOf(n.User))
		}
	}
	assert.Positive(t, roots)
	assert.Empty(t, Start(t, Options{Notes: 30, Languages: []string{"tlh"}}).Notes())
}

func TestGuests(t *testing.T) {
	s := Start(t, Options{Users: 50})
	names := s.Usernames()
	assert.Contains(t, names, "guest49")
	assert.NotContains(t, names, "kai")
	assert.Equal(t, "Guest 30", s.User("guest30").Name)
	assert.Panics(t, func() { s.User("nobody") })
	assert.Panics(t, func() { s.Note("nothing") })
}

// TestContent finds mistakes in what the cast say.
func TestContent(t *testing.T) {
	s := Start(t, Options{})
	var check func(sc script)
	check = func(sc script) {
		assert.NotPanics(t, func() {
			s.mu.Lock()
			defer s.mu.Unlock()
			s.draft(sc)
		}, "%+v", sc)
		words := sc.Text + " " + strings.Join(sc.Reactions, " ")
		for _, m := range emojiCode.FindAllStringSubmatch(words, -1) {
			assert.Contains(t, s.emojiBy, m[1])
		}
		for _, word := range sc.Reactions {
			name, times := parseReaction(word)
			assert.Positive(t, times)
			if sc.Acceptance == "" {
				assert.True(t, name == heart || s.reactionName(name, "") != heart, "%q becomes a heart", name)
			}
		}
		for _, more := range append(slices.Clone(sc.Replies), sc.Quotes...) {
			check(more)
		}
	}
	for _, sc := range load[[]script]("notes.json") {
		check(sc)
	}
	for _, words := range load[map[string][]string]("replies.json") {
		for _, text := range words {
			check(script{By: "alice", Text: text})
		}
	}
	for _, p := range load[[]person]("people.json") {
		for _, name := range []string{p.Avatar, p.Banner} {
			_, ok := gallery.Open(name)
			assert.True(t, ok || name == "", name)
		}
	}
}

func TestLife(t *testing.T) {
	s := Start(t, Options{Seed: 4, Notes: 40, Life: time.Millisecond})
	count := func() (notes, reactions, ofAlice int) {
		s.mu.Lock()
		defer s.mu.Unlock()
		for _, n := range s.notes {
			reactions += len(n.reactions)
		}
		return len(s.notes), reactions, s.mustUser("alice").notesCount
	}
	_, had, _ := count()
	eventually(t, "people post and react", func() bool {
		notes, reactions, _ := count()
		return notes > 45 && reactions > had+5
	})
	mine := created(t, s, s.Token("alice"), object{"text": "今日はいい天気"})["id"].(string)
	_, _, spoken := count()
	eventually(t, "somebody answers", func() bool {
		n := s.Note(misskey.NoteID(mine))
		return n.RepliesCount > 0 && n.ReactionCount > 0
	})
	assert.Equal(t, true, post(t, s, s.Token("alice"), "i", nil).object()["hasUnreadNotification"])
	_, _, since := count()
	assert.Equal(t, spoken, since, "who is signed in speaks for themselves")
}

func TestServerInformation(t *testing.T) {
	s := Start(t, Options{Name: "A test"})
	all := recordings[map[string]recorded](t, "answers.json")
	for name, path := range map[string]string{
		"well-known-nodeinfo": "/.well-known/nodeinfo", "manifest": "/manifest.json",
	} {
		want := newShape()
		want.learn(all[name].Response)
		got := get(t, s.URL+path)
		misfits := want.misfits(got.Body, "", nil)
		if name == "manifest" {
			misfits = slices.DeleteFunc(misfits, func(m string) bool { return strings.Contains(m, "is missing") })
		}
		assert.Empty(t, misfits)
	}
	info := get(t, s.URL+"/nodeinfo/2.1").object()
	assert.Equal(t, "misskey", info["software"].(object)["name"])
	assert.Equal(t, "A test", info["metadata"].(object)["nodeName"])
	assert.Equal(t, 404, get(t, s.URL+"/nodeinfo/1.0").Status)
	names := post(t, s, "", "endpoints", nil).Body.([]any)
	for _, name := range []string{"notes/create", "i", "emojis", "drive/files/create", "i/notifications-grouped"} {
		assert.Contains(t, names, name)
	}
	assert.Equal(t, 204, post(t, s, "", "endpoint", object{"endpoint": "no/such"}).Status)
	limits := post(t, s, "", "endpoint", object{"endpoint": "notes/state"}).object()["params"].([]any)
	assert.Equal(t, []any{object{"name": "noteId", "type": "String"}}, limits)
	page := get(t, s.URL+"/notes/whatever<b>")
	assert.Contains(t, string(page.Raw), "A test")
	assert.NotContains(t, string(page.Raw), "whatever<b>")
	assert.Equal(t, 302, get(t, s.URL+"/avatar/@alice").Status)
}

func TestPreview(t *testing.T) {
	s := Start(t, Options{})
	ask := func(address string) answer { return get(t, s.URL+"/url?lang=ja-JP&url="+url.QueryEscape(address)) }
	want := newShape()
	want.learn(recordings[map[string]recorded](t, "answers.json")["url-preview"].Response)
	for _, address := range []string{s.URL + "/#top", "https://tori.example/journal/names", "https://tea.example/"} {
		got := ask(address)
		assert.Equal(t, 200, got.Status, address)
		assert.Empty(t, want.misfits(got.Body, "", nil))
		assert.Equal(t, 200, get(t, got.object()["thumbnail"].(string)).Status)
		assert.Equal(t, 200, get(t, got.object()["icon"].(string)).Status)
	}
	failed := ask("https://example.com/")
	assert.Equal(t, 422, failed.Status)
	assert.Equal(t, recordings[map[string]recorded](t, "refusals.json")["url-preview-unreachable"].Response, failed.Body)
	assert.Equal(t, 400, get(t, s.URL+"/url?url=nothing").Status)
}

func TestAnnouncements(t *testing.T) {
	s := Start(t, Options{Notes: 1})
	assert.Len(t, post(t, s, "", "announcements", nil).list(), 2)
	assert.NotContains(t, post(t, s, "", "announcements", nil).list()[0], "isRead")
	token := s.Token("alice")
	for _, id := range post(t, s, token, "announcements", nil).ids() {
		assert.Equal(t, id, post(t, s, token, "announcements/show", object{"announcementId": id}).object()["id"])
		assert.Equal(t, 204, post(t, s, token, "i/read-announcement", object{"announcementId": id}).Status)
	}
	assert.Equal(t, false, post(t, s, token, "i", nil).object()["hasUnreadAnnouncement"])
	assert.Equal(t, "NO_SUCH_ANNOUNCEMENT", post(t, s, token, "announcements/show", object{"announcementId": "none"}).code())
}

func TestHashtags(t *testing.T) {
	s := Start(t, Options{})
	s.Post("alice", Note{Text: "#Tea #bird"})
	s.Post("bob", Note{Text: "#tea"})
	trend := post(t, s, "", "hashtags/trend", nil).list()
	assert.Equal(t, "tea", trend[0]["tag"])
	assert.Equal(t, 2.0, trend[0]["usersCount"])
	assert.Equal(t, []any{"tea"}, post(t, s, "", "hashtags/search", object{"query": "TE"}).Body)
	assert.Equal(t, []any{}, post(t, s, "", "hashtags/search", object{"query": "none"}).Body)
}

func TestCustomEmoji(t *testing.T) {
	s := Start(t, Options{})
	all := s.Emojis()
	assert.GreaterOrEqual(t, len(all), 40)
	by := map[string]misskey.Emoji{}
	for _, e := range all {
		by[e.Name] = e
	}
	for _, name := range []string{"blobcat", "ai_chan", "kusa", "iine", "arigatou_gozaimasu", "party_parrot"} {
		assert.Contains(t, by, name)
	}
	assert.Contains(t, by["iine"].Aliases, "いいね")
	assert.True(t, by["secret_sensitive"].IsSensitive)
	assert.True(t, by["construction"].LocalOnly)
	assert.Empty(t, by["nocategory"].Category)
	assert.Equal(t, "Badges/Status", by["verified"].Category)
}
