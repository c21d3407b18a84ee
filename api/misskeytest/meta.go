package misskeytest

import (
	"net/http"
	"strings"
)

// version is the version of the server that answers were recorded from.
const version = "2025.11.1-io.0"

func serverEndpoints() map[string]endpoint {
	return map[string]endpoint{
		"meta": {
			get: true, params: params(boolean("detail", true)),
			answer: func(c *call) (any, error) { return c.meta(c.bool("detail")), nil },
		},
		"emojis": {get: true, answer: func(c *call) (any, error) { return c.listEmojis(), nil }},
		"emoji": {
			get: true, params: params(text("name").must()),
			answer: func(c *call) (any, error) { return c.showEmoji() },
		},
		"endpoints": {answer: func(c *call) (any, error) { return c.endpointNames(), nil }},
		"endpoint": {
			params: params(text("endpoint").must()),
			answer: func(c *call) (any, error) { return c.showEndpoint(), nil },
		},
		"ping":  {answer: func(c *call) (any, error) { return object{"pong": c.now().UnixMilli()}, nil }},
		"stats": {answer: func(c *call) (any, error) { return c.stats(), nil }},
		"get-online-users-count": {
			get:    true,
			answer: func(c *call) (any, error) { return object{"count": c.onlineCount()}, nil },
		},
		"get-avatar-decorations": {answer: func(*call) (any, error) { return []object{}, nil }},
	}
}

// nativeEndpoints exist, but not for apps.
func nativeEndpoints() map[string]endpoint {
	all := map[string]endpoint{}
	for _, name := range []string{
		"i/apps", "i/authorized-apps", "i/revoke-token", "i/signin-history", "i/change-password", "i/update-email",
		"i/delete-account", "i/regenerate-token", "miauth/gen-token",
	} {
		all[name] = endpoint{native: true, answer: func(*call) (any, error) { return nil, nil }}
	}
	return all
}

// showEndpoint describes an endpoint's parameters; nil for an unknown one.
func (c *call) showEndpoint() any {
	ep, ok := c.endpoints[c.str("endpoint")]
	if !ok {
		return nil
	}
	types := ep.types
	if types == nil {
		for _, f := range ep.params {
			types = append(types, paramType{f.name, strings.ToUpper(string(f.kind[:1])) + string(f.kind[1:])})
		}
	}
	packed := []object{}
	for _, t := range types {
		packed = append(packed, object{"name": t.name, "type": t.kind})
	}
	return object{"params": packed}
}

func (c *call) stats() object {
	local, reactions, users := 0, 0, 0
	for _, n := range c.notes {
		reactions += len(n.reactions)
		if n.user.local() {
			local++
		}
	}
	for _, u := range c.cast {
		if u.local() {
			users++
		}
	}
	return object{
		"notesCount": len(c.notes), "originalNotesCount": local, "usersCount": len(c.cast),
		"originalUsersCount": users, "reactionsCount": reactions, "instances": 2,
		"driveUsageLocal": 0, "driveUsageRemote": 0,
	}
}

func (s *Server) meta(detail bool) object {
	o := object{
		"maintainerName": "めじろの森の管理人", "maintainerEmail": "admin@mejiro.example", "version": version,
		"name": s.opt.Name, "shortName": "めじろの森", "uri": s.URL, "description": serverDescription,
		"langs": []string{}, "dimensions": 10000, "tosUrl": s.URL + "/about#tos", "repositoryUrl": misskeyRepository,
		"feedbackUrl": misskeyRepository + "/issues/new", "impressumUrl": nil, "privacyPolicyUrl": nil,
		"inquiryUrl": nil, "disableRegistration": false, "emailRequiredForSignup": false,
		"enableHcaptcha": false, "hcaptchaSiteKey": nil, "enableMcaptcha": false, "mcaptchaSiteKey": nil,
		"mcaptchaInstanceUrl": nil, "enableRecaptcha": false, "recaptchaSiteKey": nil, "enableTurnstile": false,
		"turnstileSiteKey": nil, "googleAnalyticsId": nil, "enableTestcaptcha": false, "swPublickey": nil,
		"themeColor": serverColor, "mascotImageUrl": "/assets/ai.png", "bannerUrl": s.drawingURL("banner/server"),
		"infoImageUrl": s.drawingURL("icon/server"), "serverErrorImageUrl": s.drawingURL("icon/server"),
		"notFoundImageUrl": s.drawingURL("icon/server"), "iconUrl": s.drawingURL("icon/server"),
		"backgroundImageUrl": nil, "logoImageUrl": nil, "maxNoteTextLength": maxNoteText,
		"defaultLightTheme": nil, "defaultDarkTheme": nil, "clientOptions": object{}, "ads": []object{},
		"wellKnownWebsites": []object{}, "notesPerOneAd": 0, "enableEmail": false, "enableServiceWorker": false,
		"translatorAvailable": false, "serverRules": serverRules(), "policies": s.policies(),
		"sentryForFrontend": nil, "mediaProxy": s.URL + "/proxy", "enableUrlPreview": true,
		"enableSkebStatus": false, "noteSearchableScope": "global", "maxFileSize": s.opt.MaxFileSize,
		"federation": "all",
	}
	if detail {
		add(o, object{
			"cacheRemoteFiles": false, "cacheRemoteSensitiveFiles": true, "requireSetup": false,
			"proxyAccountName": "system.proxy", "features": object{
				"registration": true, "emailRequiredForSignup": false, "hCaptcha": false, "hcaptcha": false,
				"mCaptcha": false, "mcaptcha": false, "reCaptcha": false, "recaptcha": false, "turnstile": false,
				"objectStorage": false, "serviceWorker": false, "miauth": true,
			},
		})
	}
	return o
}

const (
	serverColor       = "#6f9a37"
	serverDescription = "A <b>made-up</b> little server with a bamboo grove, a tea house and a lot of birds. " +
		"竹林とお茶屋と、たくさんの小鳥がいる架空のサーバーです。"
	misskeyRepository = "https://github.com/misskey-dev/misskey"
)

func serverRules() []string {
	return []string{
		"Be kind. 思いやりをもって。",
		"Warn about spoilers and sensitive pictures with a CW.",
		"No advertising, no spam.",
	}
}

// serveNodeinfoLinks tells where nodeinfo is.
func (s *Server) serveNodeinfoLinks(w http.ResponseWriter, _ *http.Request) {
	links := []object{}
	for _, v := range []string{"2.1", "2.0"} {
		links = append(links, object{
			"rel": "http://nodeinfo.diaspora.software/ns/schema/" + v, "href": s.URL + "/nodeinfo/" + v,
		})
	}
	writeJSON(w, http.StatusOK, object{"links": links})
}

// serveNodeinfo tells what software this is.
func (s *Server) serveNodeinfo(w http.ResponseWriter, r *http.Request) {
	v := r.PathValue("version")
	if v != "2.0" && v != "2.1" {
		http.NotFound(w, r)
		return
	}
	software := object{"name": "misskey", "version": version}
	if v == "2.1" {
		software["homepage"], software["repository"] = misskeyRepository, misskeyRepository
	}
	s.mu.Lock()
	stats := (&call{Server: s}).stats()
	s.mu.Unlock()
	writeJSON(w, http.StatusOK, object{
		"version": v, "software": software, "protocols": []string{"activitypub"},
		"services":          object{"inbound": []string{}, "outbound": []string{"atom1.0", "rss2.0"}},
		"openRegistrations": true,
		"usage": object{
			"users":      object{"total": stats["originalUsersCount"], "activeHalfyear": nil, "activeMonth": nil},
			"localPosts": stats["originalNotesCount"], "localComments": 0,
		},
		"metadata": object{
			"nodeName": s.opt.Name, "nodeDescription": serverDescription, "langs": []string{},
			"disableRegistration": false, "disableLocalTimeline": false, "disableGlobalTimeline": false,
			"maxNoteTextLength": maxNoteText, "themeColor": serverColor,
		},
	})
}

func (s *Server) serveManifest(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, object{
		"short_name": "めじろの森", "name": s.opt.Name, "start_url": "/", "display": "standalone",
		"background_color": "#f4f7ec", "theme_color": serverColor, "icons": []object{{
			"src": s.drawingURL("icon/server"), "sizes": "256x256", "type": "image/png", "purpose": "any",
		}},
	})
}
