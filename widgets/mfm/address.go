package mfm

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/idna"

	"mejiro/widgets/flow"
)

// maxTooltip bounds the bytes of an address shown in a tooltip.
const maxTooltip = 300

// address is a web address taken apart. Joined again, the parts are the address in ASCII.
type address struct {
	scheme   string // with ://
	user     string // with @, or empty
	host     string // without the port
	port     string // with :, or empty
	path     string
	query    string // with ?, or empty
	fragment string // with #, or empty
}

// parseAddress takes apart an http or https address; others are none.
func parseAddress(s string) (address, bool) {
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "" || u.Opaque != "" {
		return address{}, false
	}
	host, ok := asciiHost(u.Hostname())
	if !ok {
		return address{}, false
	}
	a := address{scheme: u.Scheme + "://", host: host, path: u.EscapedPath()}
	if u.User != nil {
		a.user = u.User.String() + "@"
	}
	if p := u.Port(); p != "" {
		a.port = ":" + p
	}
	if u.RawQuery != "" || u.ForceQuery {
		a.query = "?" + escape(u.RawQuery)
	}
	if f := u.EscapedFragment(); f != "" {
		a.fragment = "#" + f
	}
	return a, true
}

// asciiHost gives a host as it is looked up.
func asciiHost(host string) (string, bool) {
	switch {
	case strings.ContainsRune(host, '%'): // a zone means nothing on another machine
		return "", false
	case strings.ContainsRune(host, ':'):
		return "[" + host + "]", true
	case strings.IndexFunc(host, func(r rune) bool { return r >= utf8.RuneSelf }) < 0:
		return strings.ToLower(host), true
	}
	host, err := idna.Lookup.ToASCII(host)
	return host, err == nil && host != ""
}

func (a address) String() string {
	return a.scheme + a.user + a.host + a.port + a.path + a.query + a.fragment
}

// link leads to the address and shows it as it truly is.
func (a address) link() *flow.Link {
	s := a.String()
	l := &flow.Link{Target: s, Tooltip: s}
	if len(s) > maxTooltip {
		l.Tooltip = s[:maxTooltip] + "…"
	}
	return l
}

// shownHost is the host with the port, in its own script where it cannot be mistaken for another.
func (a address) shownHost() string {
	labels := strings.Split(a.host, ".")
	for i, l := range labels {
		if !strings.HasPrefix(l, "xn--") {
			continue
		}
		if u, err := idna.Display.ToUnicode(l); err == nil && distinct(u) {
			labels[i] = u
		}
	}
	return strings.Join(labels, ".") + a.port
}

// namedOtherwise reports whether a label reads as an address of another host, as one does that is to deceive.
func (a address) namedOtherwise(label string) bool {
	label = strings.TrimSpace(label)
	if !strings.Contains(label, "://") {
		label = a.scheme + label
	}
	named, ok := parseAddress(label)
	return ok && named.host != a.host && strings.ContainsRune(named.host, '.')
}

// distinct tells labels in which everything but digits is East Asian: no letter of these scripts passes for a Latin
// one, and next to none ノ cannot pass for a slash.
func distinct(label string) bool {
	for _, r := range label {
		if r != '-' && r != 'ー' && (r < '0' || r > '9') &&
			!unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
			return false
		}
	}
	return true
}

// readable undoes percent encoding where that gives nothing but visible characters.
func readable(s string) string {
	if !strings.ContainsRune(s, '%') {
		return s
	}
	plain, err := url.PathUnescape(s)
	if err != nil || !utf8.ValidString(plain) {
		return s
	}
	for _, r := range plain {
		if r == ' ' || !unicode.IsPrint(r) {
			return s
		}
	}
	return plain
}

// escape makes a query ASCII.
func escape(s string) string {
	var b strings.Builder
	const hex = "0123456789ABCDEF"
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c >= 0x7f || c == '"' || c == '<' || c == '>' {
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}

// hostOf is the host of a server such as "https://example.com", in the form addresses have theirs.
func hostOf(server string) string {
	a, ok := parseAddress(server)
	if !ok {
		return ""
	}
	return a.host
}
