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
	return map[string]site{
		"tori.example/journal/shijukara": {"シジュウカラの見分けかた", "ネクタイの太さで雄と雌がわかります。", "すずめ日和", "photo/bird/2"},
		"tori.example/journal/names":     {"小鳥の名前のおぼえかた", "庭に来る十二羽を、声と色でおぼえるための小さな表。", "すずめ日和", "photo/bird/5"},
		"books.example/lists/slow-software": {
			"Slow software: a reading list", "Twelve books for people who like their programs small.", "Books", "photo/books/2",
		},
		"tea.example":      {"茶房めじろ", "京都の小さなお茶屋です。抹茶と和菓子と、窓辺の小鳥。", "茶房めじろ", "photo/coffee/3"},
		"alice.example":    {"Alice's garden", "Notes on growing things, some of them programs.", "Alice's garden", "photo/flowers/3"},
		"code.example/bob": {"bob", "Small programs, carefully made.", "Code", "photo/code/2"},
	}
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
		found, ok = site{s.opt.Name, serverDescription, s.opt.Name, "banner/server"}, true
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
		"title": found.title, "icon": preview("icon/" + target.Host), "description": found.description,
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
