package misskeytest

import (
	"net/http"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// TestRefusals repeats recorded calls that were refused.
func TestRefusals(t *testing.T) {
	all := recordings[map[string]recorded](t, "refusals.json")
	all["notes-create-error-too-long"] = withBody(all["notes-create-error-too-long"], object{"text": strings.Repeat("a", 3001)})
	for name, r := range all {
		if strings.HasPrefix(name, "drive-files-create") || r.Method == "GET" && name != "error-get-on-post" {
			continue // the drive's tests and the preview's have these
		}
		t.Run(name, func(t *testing.T) {
			s := Start(t, Options{})
			token, body := situation(t, s, name, r.Body)
			got := send(t, r.Method, s.URL+"/api/"+r.Endpoint, token, mediaOf(name), bodyReader(t, r.Method, body))
			assert.Equal(t, r.Status, got.Status)
			assert.Equal(t, r.Headers["www-authenticate"], got.Header.Get("WWW-Authenticate"))
			if name == "emoji-missing" { // whose message tells of the real server's insides
				assert.Equal(t, "INTERNAL_ERROR", got.code())
				return
			}
			if name == "error-suspended-or-nul-char" {
				assert.Equal(t, "INTERNAL_ERROR", got.code())
				return
			}
			if name == "error-rate-limit-exceeded" {
				want := r.Response.(object)["error"].(object)
				have := got.object()["error"].(object)
				assert.Equal(t, want["id"], have["id"])
				assert.NotEmpty(t, got.Header.Get("Retry-After"))
				learnt := newShape()
				learnt.learn(want)
				assert.Empty(t, learnt.misfits(have, "", nil))
				return
			}
			assert.Equal(t, r.Response, got.Body, "%s", got.Raw)
		})
	}
}

func withBody(r recorded, body any) recorded {
	r.Body = body
	return r
}

func mediaOf(name string) string {
	switch name {
	case "error-wrong-content-type":
		return "text/plain"
	case "error-no-content-type-form":
		return "application/x-www-form-urlencoded"
	case "error-get-on-post":
		return ""
	}
	return "application/json"
}

// situation brings about what the recorded call met, and puts this server's
// ids into its body.
func situation(t *testing.T, s *Server, name string, body any) (token string, changed any) {
	t.Helper()
	token = s.Token("alice")
	note := s.Post("bob", Note{Text: "theirs"})
	polled := s.Post("bob", Note{Text: "poll", Poll: []string{"a", "b"}})
	fields, _ := body.(object)
	put := func(key string, value any) { fields[key] = value }
	switch name {
	case "error-bad-token":
		token = "wrongtokenwrongtokenwrongtoken12"
	case "error-bad-token-in-body", "error-no-credential", "error-token-not-string":
		token = ""
	case "error-missing-permission":
		token = s.NewToken("alice", "read:account")
	case "error-missing-permission-read":
		token = s.NewToken("alice", "read:account")
	case "error-rate-limit-exceeded":
		s.SetLimit("i/update", Limit{Max: 1, Per: 3600e9})
		require.Equal(t, 200, post(t, s, token, "i/update", nil).Status)
	case "notes-polls-vote-already":
		s.Vote("alice", polled, 1)
		put("noteId", polled)
	case "notes-polls-vote-invalid":
		put("noteId", polled)
	case "notes-reactions-create-again-same":
		put("reaction", ":tensai:")
		put("noteId", note)
		s.React("alice", note, ":tensai:")
	case "notes-reactions-delete-not-reacted", "notes-delete-others":
		put("noteId", note)
	case "notes-favorites-create-again":
		put("noteId", note)
		require.Equal(t, 204, post(t, s, token, "notes/favorites/create", object{"noteId": note}).Status)
	case "following-create-again":
		put("userId", s.UserID("carol"))
	case "following-create-blocked":
		s.Unfollow("alice", "bob")
		s.Block("bob", "alice")
		put("userId", s.UserID("bob"))
	case "following-create-self":
		put("userId", s.UserID("alice"))
	case "following-delete-not-following":
		s.Unfollow("alice", "carol")
		put("userId", s.UserID("carol"))
	case "notes-create-reply-blocked":
		s.Block("bob", "alice")
		put("replyId", note)
	case "drive-files-update-bad-name":
		put("fileId", uploadFile(t, s, token, "a.png", testPNG(1, 1), nil).object()["id"])
	case "mute-create-again":
		put("userId", s.UserID("erin"))
		require.Equal(t, 204, post(t, s, token, "mute/create", object{"userId": s.UserID("erin")}).Status)
	}
	return token, body
}

func bodyReader(t *testing.T, method string, body any) *strings.Reader {
	t.Helper()
	if text, ok := body.(string); ok {
		return strings.NewReader(text)
	}
	if method == http.MethodGet {
		return strings.NewReader("")
	}
	data, err := marshal(body)
	require.NoError(t, err)
	return strings.NewReader(string(data))
}

func TestFrameworkErrors(t *testing.T) {
	s := Start(t, Options{})
	huge := post(t, s, "", "meta", `{"a":"`+strings.Repeat("x", maxBody)+`"}`)
	assert.Equal(t, 413, huge.Status)
	assert.Equal(t, "FST_ERR_CTP_BODY_TOO_LARGE", huge.object()["code"])
	unknown := get(t, s.URL+"/api/no/such")
	assert.Equal(t, 404, unknown.Status)
	assert.Equal(t, "UNKNOWN_API_ENDPOINT", unknown.code())
	assert.Equal(t, 405, send(t, http.MethodPut, s.URL+"/api/meta", "", "application/json", strings.NewReader("{}")).Status)
	assert.Equal(t, 400, post(t, s, "", "meta", `{} {}`).Status, "one value only")
}

func TestGet(t *testing.T) {
	s := Start(t, Options{})
	assert.Equal(t, s.URL, get(t, s.URL+"/api/meta").object()["uri"])
	assert.NotContains(t, get(t, s.URL+"/api/meta?detail=false").object(), "features")
	assert.Equal(t, "INVALID_PARAM", get(t, s.URL+"/api/meta?detail=perhaps").code())
	assert.Equal(t, "blobcat", get(t, s.URL+"/api/emoji?name=blobcat").object()["name"])
	assert.Contains(t, get(t, s.URL+"/api/emojis").Header.Get("Cache-Control"), "public")
	assert.Equal(t, "CREDENTIAL_REQUIRED", post(t, s, "", "notes/timeline", nil).code())
}

func TestSchema(t *testing.T) {
	rules := params(
		text("text").within(2, 4), integer("limit").within(1, 100), list("ids", ident("")).within(1, 2).distinct(),
		boolean("flag", false), ident("id").orNull(), text("word").oneOf("a", "b"),
		field{name: "poll", kind: kindObject, fields: params(list("choices", text("")).within(2, 3).must())},
	)
	tests := map[string]struct {
		body  object
		param string
	}{
		"nothing":         {object{}, ""},
		"unknown":         {object{"else": 1.0}, ""},
		"short":           {object{"text": "a"}, "#/properties/text/minLength"},
		"long, in runes":  {object{"text": "日本語です"}, "#/properties/text/maxLength"},
		"null":            {object{"text": nil}, "#/properties/text/type"},
		"null allowed":    {object{"id": nil}, ""},
		"too small":       {object{"limit": 0.0}, "#/properties/limit/minimum"},
		"too large":       {object{"limit": 101.0}, "#/properties/limit/maximum"},
		"no integer":      {object{"limit": 1.5}, "#/properties/limit/type"},
		"text for number": {object{"limit": "1"}, "#/properties/limit/type"},
		"number for flag": {object{"flag": 1.0}, "#/properties/flag/type"},
		"no items":        {object{"ids": []any{}}, "#/properties/ids/minItems"},
		"many items":      {object{"ids": []any{"a", "b", "c"}}, "#/properties/ids/maxItems"},
		"same items":      {object{"ids": []any{"a", "a"}}, "#/properties/ids/uniqueItems"},
		"odd items":       {object{"ids": []any{object{}, object{}}}, "#/properties/ids/items/type"},
		"bad id":          {object{"id": "a-b"}, "#/properties/id/format"},
		"not in list":     {object{"word": "c"}, "#/properties/word/enum"},
		"nested":          {object{"poll": object{"choices": []any{"a"}}}, "#/properties/poll/properties/choices/minItems"},
		"nested missing":  {object{"poll": object{}}, "#/properties/poll/required"},
	}
	for name, test := range tests {
		t.Run(name, func(t *testing.T) {
			r := rules.check(test.body, "#")
			if test.param == "" {
				assert.Nil(t, r)
				assert.Equal(t, false, test.body["flag"], "what is left out gets its default")
				return
			}
			require.NotNil(t, r)
			assert.Equal(t, test.param, r.info.(object)["param"])
		})
	}
}
