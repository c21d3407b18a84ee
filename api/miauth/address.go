package miauth

import (
	"net/url"
	"strings"

	"mejiro/api"
)

// request is what the page at the server is asked for.
type request struct {
	session     string
	name        string
	icon        string
	callback    string
	permissions []string
}

// address is where the user approves r. A parameter without a value is left
// out: an empty icon would be fetched.
func (r request) address(server api.Server) string {
	var query []string
	for _, p := range []struct{ key, value string }{
		{"name", r.name},
		{"icon", r.icon},
		{"callback", r.callback},
		{"permission", strings.Join(r.permissions, ",")},
	} {
		if p.value != "" {
			query = append(query, p.key+"="+percent(p.value))
		}
	}
	return server.Address("/miauth/" + url.PathEscape(r.session) + "?" + strings.Join(query, "&"))
}

// percent encodes a value with %20 for a space: Misskey's page does not read a
// plus as one.
func percent(value string) string {
	return strings.ReplaceAll(url.QueryEscape(value), "+", "%20")
}
