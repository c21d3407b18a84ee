package misskeytest

import (
	"net/http"
	"net/url"
	"slices"
	"strings"
)

// serveFile serves what was uploaded or drawn.
func (s *Server) serveFile(w http.ResponseWriter, r *http.Request) {
	b, ok := s.fetch(r.PathValue("key"))
	if !ok {
		http.NotFound(w, r)
		return
	}
	writeBlob(w, b)
}

func writeBlob(w http.ResponseWriter, b blob) {
	h := w.Header()
	h.Set("Content-Type", b.kind)
	h.Set("Cache-Control", "max-age=31536000, immutable")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
	_, _ = w.Write(b.data)
}

// fetch is the content under a key of /files.
func (s *Server) fetch(key string) (blob, bool) {
	s.mu.Lock()
	b := s.blobs[key]
	s.mu.Unlock()
	if b != nil {
		return *b, true
	}
	return s.pictures.develop(key)
}

// serveProxy is the media proxy. It knows this server's pictures alone.
func (s *Server) serveProxy(w http.ResponseWriter, r *http.Request) {
	switch agent := r.UserAgent(); {
	case agent == "":
		http.Error(w, "User-Agent is required", http.StatusBadRequest)
		return
	case strings.Contains(strings.ToLower(agent), "misskey/"):
		http.Error(w, "Refused by loop protection", http.StatusForbidden)
		return
	}
	key, ok := s.proxied(r)
	if !ok {
		http.NotFound(w, r)
		return
	}
	b, ok := s.fetchReduced(key, r.URL.Query())
	if !ok {
		http.NotFound(w, r)
		return
	}
	if !browserSafe(b.kind) {
		http.Error(w, "Rejected type", http.StatusForbidden)
		return
	}
	writeBlob(w, b)
}

// fetchReduced is the content under a key of /files, made smaller where the
// query of a proxy address asks for it.
func (s *Server) fetchReduced(key string, query url.Values) (blob, bool) {
	i := slices.IndexFunc(proxyModes(), func(m proxyMode) bool { return query.Has(m.name) })
	if i < 0 {
		return s.fetch(key)
	}
	mode := proxyModes()[i]
	s.mu.Lock()
	b := s.blobs[key]
	s.mu.Unlock()
	if b != nil {
		return mode.apply(*b)
	}
	if s.pictures.moving(key) && !mode.still && !query.Has("static") {
		return s.pictures.develop(key)
	}
	return s.pictures.reduced(key, mode.width, mode.height)
}

// proxied is the key of the picture a proxy address asks for.
func (s *Server) proxied(r *http.Request) (string, bool) {
	target := r.URL.Query().Get("url")
	if target == "" {
		_, escaped, _ := strings.Cut(strings.TrimPrefix(r.URL.EscapedPath(), "/proxy/"), "/")
		unescaped, err := url.PathUnescape(escaped)
		if err != nil {
			return "", false
		}
		target = unescaped
	}
	key, ok := strings.CutPrefix(target, s.URL+"/files/")
	return key, ok
}

func browserSafe(kind string) bool {
	switch kind {
	case "image/png", "image/apng", "image/gif", "image/jpeg", "image/webp", "image/avif", "image/svg+xml",
		"image/bmp", "image/x-icon":
		return true
	}
	return strings.HasPrefix(kind, "video/") || strings.HasPrefix(kind, "audio/")
}

// proxyMode is a switch of the media proxy and the box it fits pictures into;
// 0 leaves a side free.
type proxyMode struct {
	name          string
	width, height int
	still         bool
}

func proxyModes() []proxyMode {
	return []proxyMode{
		{"emoji", 0, 128, false},
		{"avatar", 0, 320, false},
		{"static", 498, 422, true},
		{"preview", 200, 200, true},
		{"badge", 96, 96, true},
	}
}

// apply fits a picture into the box. Animations stay whole unless still.
func (m proxyMode) apply(b blob) (blob, bool) {
	if !strings.HasPrefix(b.kind, "image/") {
		return blob{}, false
	}
	if animated(b) && !m.still {
		return b, true
	}
	return shrink(b, m.width, m.height)
}

// serveAvatar redirects to somebody's avatar.
func (s *Server) serveAvatar(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	u := s.find(strings.TrimPrefix(r.PathValue("acct"), "@"))
	target := s.URL + "/static-assets/user-unknown.png"
	if u != nil {
		target = s.avatarURL(u)
	}
	s.mu.Unlock()
	http.Redirect(w, r, target, http.StatusFound)
}

// serveIdenticon draws the picture of who has no avatar.
func (s *Server) serveIdenticon(w http.ResponseWriter, r *http.Request) {
	writeBlob(w, identicon(r.PathValue("acct")))
}

// serveUnknown draws the picture of who is not known.
func (s *Server) serveUnknown(w http.ResponseWriter, _ *http.Request) { writeBlob(w, identicon("")) }

func (s *Server) serveFavicon(w http.ResponseWriter, _ *http.Request) {
	b, _ := s.pictures.develop(s.pictures.key("icon/server"))
	writeBlob(w, b)
}

// drawingURL is where a drawing is served.
func (s *Server) drawingURL(name string) string { return s.URL + "/files/" + s.pictures.key(name) }
