package misskeytest

import (
	"crypto/rand"
	"maps"
	"net/http"
	"slices"
	"strings"
	"time"
)

// token is an access token of an app.
type token struct {
	value       string
	user        *user
	permissions map[string]bool
	native      bool
}

// UsualPermissions are what Token grants: all a client for people asks for.
func UsualPermissions() []string {
	var all []string
	for _, word := range []string{
		"account", "blocks", "channels", "chat", "clip-favorite", "drive", "favorites", "flash", "flash-likes",
		"following", "gallery", "gallery-likes", "messaging", "mutes", "notifications", "page-likes", "pages",
		"reactions", "user-groups",
	} {
		all = append(all, "read:"+word, "write:"+word)
	}
	return append(all, "write:notes", "write:votes", "write:report-abuse", "read:federation")
}

// Token is the token of an app that the user has given all usual permissions,
// the same at every call.
func (s *Server) Token(username string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	u := s.mustUser(username)
	if u.appToken == "" {
		u.appToken = s.issue(u, UsualPermissions()).value
	}
	return u.appToken
}

// NewToken issues a further token that holds just the given permissions.
func (s *Server) NewToken(username string, permissions ...string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.issue(s.mustUser(username), permissions).value
}

// NativeToken issues a token as the web client has: of 16 characters and with
// every right.
func (s *Server) NativeToken(username string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	t := &token{value: secret(16), user: s.mustUser(username), native: true}
	s.tokens[t.value] = t
	return t.value
}

// Revoke makes a token unknown. Open sockets stay open, as on a real server.
func (s *Server) Revoke(value string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t := s.tokens[value]; t != nil && t.user.appToken == value {
		t.user.appToken = ""
	}
	delete(s.tokens, value)
}

// Forbid takes permissions away from a token.
func (s *Server) Forbid(value string, permissions ...string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t := s.tokens[value]; t != nil {
		for _, p := range permissions {
			delete(t.permissions, p)
		}
	}
}

// Permissions are what a token holds, sorted; nil for an unknown token.
func (s *Server) Permissions(value string) []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	if t := s.tokens[value]; t != nil {
		return slices.Sorted(maps.Keys(t.permissions))
	}
	return nil
}

func (s *Server) issue(u *user, permissions []string) *token {
	t := &token{value: secret(32), user: u, permissions: map[string]bool{}}
	for _, p := range permissions {
		t.permissions[p] = true
	}
	s.tokens[t.value] = t
	return t
}

// secret is n random letters and digits.
func secret(n int) string {
	const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	raw := make([]byte, n)
	_, _ = rand.Read(raw) // never fails
	for i, b := range raw {
		raw[i] = digits[b&63]
	}
	return strings.NewReplacer("-", "A", "_", "z").Replace(string(raw))
}

// authenticate finds out who asks, by the header or the body. Anonymous calls
// have neither user nor token.
func (s *Server) authenticate(r *http.Request, body any) (*user, *token, *refusal) {
	value, given := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
	if fields, ok := body.(object); ok && !given {
		switch i := fields["i"].(type) {
		case nil:
			return nil, nil, nil
		case string:
			value = i
		default:
			return nil, nil, invalidParam("i", "must be string")
		}
	} else if !given {
		return nil, nil, nil
	}
	t := s.tokens[value]
	if t == nil {
		return nil, nil, &refusal{
			status: http.StatusUnauthorized, code: "AUTHENTICATION_FAILED", kind: "client",
			message: "Authentication failed. Please ensure your token is correct.",
			id:      "b0a7f5f8-dc2f-4171-b91f-de88ad238e14",
		}
	}
	t.user.activeAt = s.now()
	return t.user, t, nil
}

// admit decides whether a user may call an endpoint with a token.
func (s *Server) admit(name string, ep endpoint, u *user, t *token) *refusal {
	app := t != nil && !t.native
	if ep.native && app {
		return accessDenied("56f35758-7dd5-468b-8439-5d6fb8ec9b8e").withStatus(http.StatusForbidden)
	}
	if r := s.overLimit(name, u); r != nil {
		return r
	}
	if (ep.login || ep.native) && u == nil {
		return refuse("CREDENTIAL_REQUIRED", "Credential required.", "1384574d-a912-4b81-8601-c7b1c4085df1").
			withStatus(http.StatusUnauthorized)
	}
	if app && ep.permission != "" && !t.permissions[ep.permission] {
		return &refusal{
			status: http.StatusForbidden, code: "PERMISSION_DENIED", kind: "permission",
			message: "Your app does not have the necessary permissions to use this endpoint.",
			id:      "1370e5b7-d4eb-4566-bb1d-7748ee6a1838",
		}
	}
	return nil
}

// Limit is how often one user may call an endpoint.
type Limit struct {
	Max int
	Per time.Duration
}

// SetLimit makes an endpoint refuse with RATE_LIMIT_EXCEEDED what goes beyond
// a limit. The zero Limit lifts it. Servers start without limits.
func (s *Server) SetLimit(endpoint string, limit Limit) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.limits[endpoint] = limit
	clear(s.uses)
}

func (s *Server) overLimit(name string, u *user) *refusal {
	limit := s.limits[name]
	if limit.Max == 0 {
		return nil
	}
	key, now := name, s.now()
	if u != nil {
		key += " " + string(u.id)
	}
	uses := slices.DeleteFunc(s.uses[key], func(at time.Time) bool { return !at.After(now.Add(-limit.Per)) })
	if len(uses) >= limit.Max {
		s.uses[key] = uses
		return rateLimited(now, uses[0].Add(limit.Per).Sub(now), limit.Max)
	}
	s.uses[key] = append(uses, now)
	return nil
}

// rateLimited is the refusal of a call that came too soon.
func rateLimited(now time.Time, wait time.Duration, total int) *refusal {
	reset := now.Add(wait)
	return &refusal{
		status: http.StatusTooManyRequests, code: "RATE_LIMIT_EXCEEDED", kind: "client",
		message: "Rate limit exceeded. Please try again later.",
		id:      "d5826d14-3982-4d2e-8011-b9e9f02499ef",
		info: object{
			"remaining": 0, "reset": reset.Unix(), "resetMs": reset.UnixMilli(), "total": total,
		},
		after: int(max((wait+time.Second-1)/time.Second, 1)),
	}
}
