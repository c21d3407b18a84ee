package screens

import (
	"net/url"
	"strings"

	"mejiro/api"
)

// engine is where "search:words" is asked, as in Misskey Web.
const engine = "https://www.google.com/search?q="

// LinkAddress is where a link of a text leads: mentions and hashtags to the
// reader's own server, searches to the engine.
func LinkAddress(server api.Server, target string) string {
	switch {
	case strings.HasPrefix(target, "@"):
		return server.Address("/" + url.PathEscape(target))
	case strings.HasPrefix(target, "#"):
		return server.Address("/tags/" + url.PathEscape(target[1:]))
	}
	if words, ok := strings.CutPrefix(target, "search:"); ok {
		return engine + url.QueryEscape(words)
	}
	return target
}
