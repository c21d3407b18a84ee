package misskeytest

import (
	"encoding/json"
	"maps"
	"net/http"
	"slices"
	"strings"
)

// maxRequests is how many requests are remembered.
const maxRequests = 20000

// Request is a call of an endpoint that reached the server.
type Request struct {
	Endpoint string
	User     string // the name of the token's user, "" for anonymous calls
	Bearer   bool   // whether the token came in the header
	Agent    string // User-Agent
	Body     json.RawMessage
}

// observed is what the server remembers of requests.
type observed struct {
	requests []Request
	fetched  []string
}

// noteFetch remembers what was asked for, unless it is an endpoint.
func (s *Server) noteFetch(r *http.Request) {
	if strings.HasPrefix(r.URL.Path, "/api/") {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.fetched) == maxRequests {
		s.fetched = append(s.fetched[:0], s.fetched[maxRequests/2:]...)
	}
	s.fetched = append(s.fetched, r.RequestURI)
}

// Fetched are the paths and queries of what was asked for besides endpoints,
// such as pictures, as they came, oldest first. Only the latest are
// remembered.
func (s *Server) Fetched() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.fetched)
}

// observe remembers a call; the token in a body is left out.
func (s *Server) observe(r *http.Request, name string, u *user, body any) {
	request := Request{Endpoint: name, Bearer: r.Header.Get("Authorization") != "", Agent: r.UserAgent()}
	if u != nil {
		request.User = u.username
	}
	if fields, ok := body.(object); ok {
		fields = maps.Clone(fields)
		delete(fields, "i")
		body = fields
	}
	request.Body, _ = json.Marshal(body)
	if len(s.requests) == maxRequests {
		s.requests = append(s.requests[:0], s.requests[maxRequests/2:]...)
	}
	s.requests = append(s.requests, request)
}

// Requests are the calls of endpoints that reached the server, oldest first:
// all, or those of the given endpoints. Only the latest are remembered.
func (s *Server) Requests(endpoints ...string) []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	var found []Request
	for _, r := range s.requests {
		if len(endpoints) == 0 || slices.Contains(endpoints, r.Endpoint) {
			found = append(found, r)
		}
	}
	return found
}

// ForgetRequests empties what Requests and Fetched give.
func (s *Server) ForgetRequests() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests, s.fetched = nil, nil
}
