package api

import (
	"context"
	"net/http"
	"net/url"
	"strings"

	"mejiro/api/misskey"
)

const nodeinfoLimit = 256 << 10 // bytes

// nodeinfo is what any server of the fediverse may tell of its software.
type nodeinfo struct {
	Software struct {
		Name    string `json:"name"`
		Version string `json:"version"`
	} `json:"software"`
	Metadata struct {
		NodeName string `json:"nodeName"`
	} `json:"metadata"`

	// elsewhere is the host that this one points to for its nodeinfo, where
	// the server of a domain has a name of its own.
	elsewhere string
}

type nodeinfoLinks struct {
	Links []struct {
		Rel  string `json:"rel"`
		Href string `json:"href"`
	} `json:"links"`
}

const nodeinfoSchema = "http://nodeinfo.diaspora.software/ns/schema/"

// nodeinfo asks for the newest nodeinfo the server has. All of it may be zero.
func (c *Client) nodeinfo(ctx context.Context) nodeinfo {
	links, err := get[nodeinfoLinks](ctx, c, "/.well-known/nodeinfo")
	if err != nil {
		return nodeinfo{elsewhere: movedHost(err)}
	}
	address := ""
	for _, version := range []string{"2.1", "2.0", "1.1", "1.0"} {
		for _, link := range links.Links {
			if address == "" && link.Rel == nodeinfoSchema+version {
				address = c.server.Resolve(link.Href)
			}
		}
	}
	path, ours := strings.CutPrefix(address, c.server.String()+"/")
	if !ours {
		return nodeinfo{elsewhere: hostOf(address)}
	}
	found, err := get[nodeinfo](ctx, c, "/"+path)
	if err != nil {
		return nodeinfo{}
	}
	found.Software.Name = oneLine(found.Software.Name, 40)
	found.Software.Version = oneLine(found.Software.Version, 40)
	return found
}

// get asks for a JSON document in nobody's name.
func get[T any](ctx context.Context, c *Client, path string) (T, error) {
	var zero T
	ctx, t := newTry(ctx, patience{header: headerLimit, whole: wholeLimit})
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, c.server.Address(path), nil)
	if err != nil {
		t.end()
		return zero, err
	}
	a, err := c.do(t, path, req, nodeinfoLimit)
	if err == nil {
		err = c.judge(path, a)
	}
	if err != nil {
		return zero, err
	}
	return decode[T](c, path, a)
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return u.Host
}

// looksLikeMisskey reports whether an answer to meta is Misskey's.
func looksLikeMisskey(meta misskey.Meta) bool {
	return meta.Version != "" && (meta.URI != "" || meta.MaxNoteText > 0)
}
