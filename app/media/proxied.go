package media

import (
	"net/url"
	"strings"
)

// Kind is what a media proxy makes of a picture.
type Kind string

// The kinds Misskey's media proxy knows (FileServerService): the result is WebP of at most the given size.
const (
	KindEmoji   Kind = "emoji"   // 128 px high
	KindAvatar  Kind = "avatar"  // 320 px high
	KindStatic  Kind = "static"  // 498×422 px, first frame
	KindPreview Kind = "preview" // 200×200 px
)

// Proxied is the address at which the media proxy with that base (meta.mediaProxy) serves the picture at address as
// WebP, whatever format it has itself. An address already at the proxy is taken apart first. With no base the address
// comes back unchanged.
func Proxied(base, address string, kind Kind) string {
	base = strings.TrimSuffix(base, "/")
	if base == "" {
		return address
	}
	if inner, ok := proxiedAddress(base, address); ok {
		address = inner
	}
	return base + "/" + string(kind) + ".webp?url=" + url.QueryEscape(address) + "&" + string(kind) + "=1"
}

// proxiedAddress is what the proxy would fetch for the address.
func proxiedAddress(base, address string) (string, bool) {
	if !strings.HasPrefix(address, base+"/") {
		return "", false
	}
	u, err := url.Parse(address)
	if err != nil {
		return "", false
	}
	inner := u.Query().Get("url")
	return inner, inner != ""
}
