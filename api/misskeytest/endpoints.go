package misskeytest

import (
	"maps"
	"net/http"
	"slices"
	"strings"
)

// endpoint is one endpoint of the API.
type endpoint struct {
	permission string // what a token must hold, "" for nothing
	login      bool   // refuses who is not signed in
	native     bool   // only for tokens of the web client
	get        bool   // answers GET too
	params     schema
	rule       func(object) *refusal // checked before params; may be nil
	types      []paramType           // of endpoint's answer; nil derives them from params
	answer     func(*call) (any, error)
}

// paramType is how the endpoint endpoint describes a parameter.
type paramType struct{ name, kind string }

// call is one call of an endpoint. It is made with the server's lock held.
type call struct {
	*Server
	user  *user // nil for an anonymous call
	token *token
	body  object // as the schema left it
}

// allEndpoints are the endpoints by name.
func allEndpoints() map[string]endpoint {
	all := map[string]endpoint{}
	for _, family := range []map[string]endpoint{
		serverEndpoints(), accountEndpoints(), notificationEndpoints(), noteEndpoints(), timelineEndpoints(),
		threadEndpoints(), reactionEndpoints(), userEndpoints(), followingEndpoints(), blockingEndpoints(),
		driveEndpoints(), folderEndpoints(), announcementEndpoints(), hashtagEndpoints(), clipEndpoints(), nativeEndpoints(),
	} {
		maps.Copy(all, family)
	}
	return all
}

func (s *Server) endpointNames() []string {
	return slices.Sorted(maps.Keys(s.endpoints))
}

// serveAPI answers a call of an endpoint.
func (s *Server) serveAPI(w http.ResponseWriter, r *http.Request) {
	name := strings.TrimPrefix(r.URL.Path, "/api/")
	h := w.Header()
	h.Set("Access-Control-Allow-Origin", "*")
	h.Set("Cache-Control", "private, max-age=0, must-revalidate")
	h.Set("Vary", "Origin")
	ep, known := s.endpoints[name]
	switch {
	case !known && r.Method == http.MethodGet:
		writeRefusal(w, refuse("UNKNOWN_API_ENDPOINT", "Unknown API endpoint.", "2ca3b769-540a-4f08-9dd5-b5a825b6d0f1").
			withStatus(http.StatusNotFound))
	case !known:
		writeFramework(w, http.StatusNotFound, "", "Route "+r.Method+":"+r.URL.Path+" not found")
	case r.Method == http.MethodGet && !ep.get, r.Method != http.MethodGet && r.Method != http.MethodPost:
		w.WriteHeader(http.StatusMethodNotAllowed)
	case name == "drive/files/create":
		s.serveUpload(w, r)
	default:
		s.serveCall(w, r, name, ep)
	}
}

func (s *Server) serveCall(w http.ResponseWriter, r *http.Request, name string, ep endpoint) {
	body, ok := queryBody(r), true
	if r.Method == http.MethodPost {
		body, ok = readBody(w, r)
	}
	if !ok {
		return
	}
	result, err := s.perform(r, name, ep, body)
	if err != nil {
		writeRefusal(w, err)
		return
	}
	if ep.get && r.Method == http.MethodGet {
		w.Header().Set("Cache-Control", "public, max-age=3600")
	}
	writeJSON(w, http.StatusOK, result)
}

// queryBody makes a body of a query string.
func queryBody(r *http.Request) any {
	body := object{}
	for name, values := range r.URL.Query() {
		body[name] = values[0]
	}
	return body
}

// perform does what is asked, packed under the lock.
func (s *Server) perform(r *http.Request, name string, ep endpoint, body any) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	user, token, refused := s.authenticate(r, body)
	s.observe(r, name, user, body)
	if refused == nil {
		refused = s.admit(name, ep, user, token)
	}
	if refused != nil {
		return nil, refused
	}
	fields, ok := body.(object)
	if !ok {
		return nil, invalidParam("#/type", "must be object")
	}
	if r.Method == http.MethodGet {
		refused = ep.params.cast(fields)
	}
	if refused == nil && ep.rule != nil {
		refused = ep.rule(fields)
	}
	if refused == nil {
		refused = ep.params.check(fields, "#")
	}
	if refused != nil {
		return nil, refused
	}
	return ep.answer(&call{Server: s, user: user, token: token, body: fields})
}

// has tells whether a parameter was given and is not null.
func (c *call) has(name string) bool { return c.body[name] != nil }

// str is a text parameter, "" when it was not given.
func (c *call) str(name string) string {
	v, _ := c.body[name].(string)
	return v
}

// int is a number parameter, 0 when it was not given.
func (c *call) int(name string) int {
	v, _ := c.body[name].(float64)
	return int(v)
}

// bool is a switch parameter, false when it was not given.
func (c *call) bool(name string) bool {
	v, _ := c.body[name].(bool)
	return v
}

// strs is a parameter that is a list of texts.
func (c *call) strs(name string) []string {
	items, _ := c.body[name].([]any)
	texts := make([]string, 0, len(items))
	for _, item := range items {
		if s, ok := item.(string); ok {
			texts = append(texts, s)
		}
	}
	return texts
}
