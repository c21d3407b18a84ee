package misskeytest

import (
	_ "embed"
	"html/template"
	"net/http"
	"net/url"
	"strings"
)

// site is a made-up page on the web that notes link to.
type site struct{ title, description, name, drawing string }

func sites() map[string]site {
	return map[string]site{}
}

// servePreview tells what is behind an address. It never leaves this computer:
// it knows its own pages and those the cast link to.
func (s *Server) servePreview(w http.ResponseWriter, r *http.Request) {
	target, err := url.Parse(r.URL.Query().Get("url"))
	if err != nil || target.Host == "" {
		writeRefusal(w, refuse("INVALID_PARAM", "Invalid param.", "3d81ceae-475f-4600-b2a8-2bc116157532"))
		return
	}
	target.Fragment = ""
	found, ok := sites()[target.Host+strings.TrimSuffix(target.Path, "/")]
	if target.Host == s.host {
		found, ok = site{s.opt.Name, serverDescription, s.opt.Name, "banner-server"}, true
	}
	w.Header().Set("Cache-Control", "max-age=86400, immutable")
	if !ok {
		failed := refuse("URL_PREVIEW_FAILED", "Failed to get preview", "09d01cb5-53b9-4856-82e5-38a50c290a3b")
		writeJSON(w, http.StatusUnprocessableEntity, failed.body())
		return
	}
	preview := func(drawing string) string {
		return s.URL + "/proxy/preview/" + url.QueryEscape(s.drawingURL(drawing)) + "?preview=1"
	}
	writeJSON(w, http.StatusOK, object{
		"title": found.title, "icon": preview("favicon-" + target.Host), "description": found.description,
		"thumbnail": preview(found.drawing), "player": object{
			"url": nil, "width": nil, "height": nil, "allow": []string{"autoplay", "encrypted-media", "fullscreen"},
		},
		"sitename": found.name, "sensitive": false, "activityPub": nil, "fediverseCreator": nil, "url": target.String(),
	})
}

//go:embed page.html
var standIn string

// servePage stands in for the web client's pages.
func (s *Server) servePage(w http.ResponseWriter, r *http.Request) {
	tmpl, err := template.New("page").Parse(standIn)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	_ = tmpl.Execute(w, object{"Server": s.opt.Name, "Color": serverColor, "Path": r.URL.Path})
}
