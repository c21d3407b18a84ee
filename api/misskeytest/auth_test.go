package misskeytest

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
)

func TestTokens(t *testing.T) {
	s := Start(t, Options{})
	token := s.Token("alice")
	assert.Len(t, token, 32)
	assert.Equal(t, token, s.Token("alice"))
	assert.NotEqual(t, token, s.Token("bob"))
	assert.Equal(t, "alice", post(t, s, token, "i", nil).object()["username"])
	assert.Equal(t, "alice", post(t, s, "", "i", object{"i": token}).object()["username"], "in the body")
	assert.Equal(t, 200, post(t, s, "", "meta", object{"i": nil}).Status)
	assert.Equal(t, "AUTHENTICATION_FAILED", post(t, s, "wrong", "i", object{"i": token}).code(), "the header wins")
	s.Revoke(token)
	assert.Equal(t, "AUTHENTICATION_FAILED", post(t, s, token, "i", nil).code())
	assert.NotEqual(t, token, s.Token("alice"))
}

func TestForbid(t *testing.T) {
	s := Start(t, Options{})
	token := s.Token("alice")
	s.Forbid(token, "write:notes")
	assert.Equal(t, "PERMISSION_DENIED", post(t, s, token, "notes/create", object{"text": "a"}).code())
	assert.NotContains(t, s.Permissions(token), "write:notes")
	assert.Nil(t, s.Permissions("unknown"))
}

func TestNativeEndpoints(t *testing.T) {
	s := Start(t, Options{})
	assert.Equal(t, 403, post(t, s, s.Token("alice"), "i/apps", nil).Status)
	assert.Equal(t, 204, post(t, s, s.NativeToken("alice"), "i/apps", nil).Status)
}

func TestLimits(t *testing.T) {
	now := time.Date(2026, 5, 1, 12, 0, 0, 0, time.UTC)
	s := Start(t, Options{Now: func() time.Time { return now }})
	s.SetLimit("notes/create", Limit{Max: 2, Per: time.Hour})
	for _, text := range []string{"a", "b"} {
		assert.Equal(t, 200, post(t, s, s.Token("alice"), "notes/create", object{"text": text}).Status)
	}
	now = now.Add(20 * time.Minute)
	refused := post(t, s, s.Token("alice"), "notes/create", object{"text": "c"})
	assert.Equal(t, 429, refused.Status)
	assert.Equal(t, "2400", refused.Header.Get("Retry-After"))
	assert.Equal(t, 200, post(t, s, s.Token("bob"), "notes/create", object{"text": "c"}).Status, "counted by user")
	now = now.Add(41 * time.Minute)
	assert.Equal(t, 200, post(t, s, s.Token("alice"), "notes/create", object{"text": "c"}).Status)
}

func TestRequests(t *testing.T) {
	s := Start(t, Options{})
	token := s.Token("alice")
	post(t, s, "", "meta", object{"i": token, "detail": false})
	post(t, s, token, "notes/create", object{"text": "hello"})
	all := s.Requests()
	assert.Len(t, all, 2)
	assert.Equal(t, "alice", all[0].User)
	assert.False(t, all[0].Bearer)
	assert.JSONEq(t, `{"detail":false}`, string(all[0].Body))
	created := s.Requests("notes/create")
	assert.Len(t, created, 1)
	assert.True(t, created[0].Bearer)
	assert.JSONEq(t, `{"text":"hello"}`, string(created[0].Body))
	get(t, s.URL+"/twemoji/1f600.svg?x=1")
	assert.Equal(t, []string{"/twemoji/1f600.svg?x=1"}, s.Fetched())
	s.ForgetRequests()
	assert.Empty(t, s.Requests())
	assert.Empty(t, s.Fetched())
}

func TestRequestsAreBounded(t *testing.T) {
	s := Start(t, Options{})
	for range maxRequests + 10 {
		s.requests = append(s.requests, Request{})[:min(len(s.requests)+1, maxRequests)]
	}
	post(t, s, "", "ping", nil)
	assert.LessOrEqual(t, len(s.Requests()), maxRequests)
	assert.Equal(t, "ping", s.Requests()[len(s.Requests())-1].Endpoint)
}
