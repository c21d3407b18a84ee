package misskeytest

import (
	"net/http"
	"strings"
)

// serveTwemoji serves Unicode emoji where the web client has Twemoji's files.
func (s *Server) serveTwemoji(w http.ResponseWriter, r *http.Request) {
	codes, isSVG := strings.CutSuffix(r.PathValue("file"), ".svg")
	if !isSVG || s.opt.Twemoji == nil {
		http.NotFound(w, r)
		return
	}
	drawing := s.opt.Twemoji(codes)
	if drawing == nil {
		http.NotFound(w, r)
		return
	}
	writeBlob(w, blob{"image/svg+xml", drawing})
}
