package misskeytest

import (
	_ "embed"
	"html/template"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"mejiro/api/misskey"
)

// session is one request of an app for a token.
type session struct {
	token   *token // nil until accepted
	denied  bool
	fetched bool
}

//go:embed miauth.html
var miauthPage string

// consent is what the page shows.
type consent struct {
	Server, Color, Name, Icon string
	Permissions               []string
	People                    []consenting
	Result                    string // "", "granted", "denied" or "refused"
}

type consenting struct {
	Username, Name, Avatar string
	Chosen                 bool
}

// serveMiAuth asks whether an app may have a token.
func (s *Server) serveMiAuth(w http.ResponseWriter, r *http.Request) {
	s.writeConsent(w, http.StatusOK, s.askFor(r))
}

func (s *Server) askFor(r *http.Request) consent {
	query := r.URL.Query()
	ask := consent{
		Server: s.opt.Name, Color: serverColor, Name: query.Get("name"), Icon: query.Get("icon"),
		Permissions: known(query.Get("permission")),
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, u := range s.cast {
		if !u.local() || u.IsBot || s.opt.Consent != "" && u.username != s.opt.Consent {
			continue
		}
		ask.People = append(ask.People, consenting{
			Username: u.username, Name: u.Name, Avatar: s.avatarURL(u), Chosen: len(ask.People) == 0,
		})
	}
	return ask
}

// known are the permissions a server knows of those asked for; the others
// vanish silently.
func known(asked string) []string {
	usual := UsualPermissions()
	var found []string
	for _, p := range strings.Split(asked, ",") {
		if slices.Contains(usual, p) && !slices.Contains(found, p) {
			found = append(found, p)
		}
	}
	return found
}

// serveMiAuthAnswer is what the buttons of the page do.
func (s *Server) serveMiAuthAnswer(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<16)
	if err := r.ParseForm(); err != nil {
		http.Error(w, "bad form", http.StatusBadRequest)
		return
	}
	page := s.askFor(r)
	if r.PostForm.Get("answer") != "accept" {
		s.mu.Lock()
		s.sessions[r.PathValue("session")] = &session{denied: true}
		s.mu.Unlock()
		page.Result = "denied"
		s.writeConsent(w, http.StatusOK, page)
		return
	}
	if !s.grant(r.PathValue("session"), r.PostForm.Get("user"), page.Permissions) {
		http.Error(w, "no such account", http.StatusBadRequest)
		return
	}
	target, ok := callbackURL(r.URL.Query().Get("callback"), r.PathValue("session"))
	switch {
	case target != "":
		http.Redirect(w, r, target, http.StatusSeeOther)
		return
	case ok:
		page.Result = "granted"
	default:
		page.Result = "refused"
	}
	s.writeConsent(w, http.StatusOK, page)
}

// grant gives a session its token.
func (s *Server) grant(id, username string, permissions []string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	u := s.find(username)
	if u == nil || !u.local() || len(id) > 128 {
		return false
	}
	s.sessions[id] = &session{token: s.issue(u, permissions)}
	u.granted = true
	s.notify(u, &notification{kind: misskey.NotifyCreateToken})
	return true
}

// callbackURL is where an accepted session goes on: "" for nowhere, ok being
// false when the address given is one that browsers must not be sent to.
func callbackURL(callback, session string) (target string, ok bool) {
	if callback == "" {
		return "", true
	}
	u, err := url.Parse(callback)
	if err != nil || u.Scheme == "" {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "javascript", "file", "data", "mailto", "tel", "vbscript":
		return "", false
	}
	query := u.Query()
	query.Set("session", session)
	u.RawQuery = query.Encode()
	return u.String(), true
}

func (s *Server) writeConsent(w http.ResponseWriter, status int, page consent) {
	tmpl, err := template.New("miauth").Parse(miauthPage)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("X-Frame-Options", "DENY")
	w.WriteHeader(status)
	_ = tmpl.Execute(w, page)
}

// serveMiAuthCheck hands the token out, once.
func (s *Server) serveMiAuthCheck(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Access-Control-Allow-Origin", "*")
	w.Header().Set("Cache-Control", "private, max-age=0, must-revalidate")
	if r.Header.Get("Content-Type") != "" {
		if _, ok := readBody(w, r); !ok {
			return
		}
	}
	s.mu.Lock()
	s.observe(r, "miauth/check", nil, object{"session": r.PathValue("session")})
	answer := s.collect(r.PathValue("session"))
	s.mu.Unlock()
	writeJSON(w, http.StatusOK, answer)
}

func (s *Server) collect(id string) object {
	found := s.sessions[id]
	if found == nil || found.token == nil || found.fetched {
		return object{"ok": false}
	}
	found.fetched = true
	return object{"ok": true, "token": found.token.value, "user": s.packMe(found.token.user, false)}
}

// Accept answers a MiAuth session as a user would on the page, without a
// browser. The callback is not called.
func (s *Server) Accept(session, username string, permissions ...string) {
	if !s.grant(session, username, permissions) {
		panic("misskeytest: no user " + username)
	}
}
