package misskeytest

import (
	"net/http"
	"strings"

	"mejiro/api/misskeytest/internal/gallery"
)

// serveTwemoji draws Unicode emoji where the web client has Twemoji's files.
func (s *Server) serveTwemoji(w http.ResponseWriter, r *http.Request) {
	code, isSVG := strings.CutSuffix(r.PathValue("file"), ".svg")
	svg, ok := gallery.Unicode(code)
	if !isSVG || !ok {
		http.NotFound(w, r)
		return
	}
	writeBlob(w, blob{"image/svg+xml", []byte(svg)})
}
